/** What of minutes can be found, and by whom: titles, items, decisions, and the chat in pieces. */
import type { Transaction } from '#kernel/database.ts'
import { type Findable, forgetFindable, makeFindable } from '#kernel/search.ts'
import type { ChatLine, Minutes } from '../rules/document.ts'
import { publicChat, publicCopy } from '../rules/public-copy.ts'
import { linesOf, type Kept } from './minutes.ts'

const LINES_IN_A_PIECE = 50

/** The word of those who stand in the minutes. */
export function ownAudienceOf(id: string): string {
  return `minutes:${id}`
}

/** The word of those who belong to the circle whose minutes they are. */
export function circleAudienceOf(circle: string | null): string {
  return `minutes-of:${circle ?? 'coop'}`
}

function wholeAudienceOf({ id, circle, visibility }: Kept): string {
  const own = ownAudienceOf(id)
  return visibility === 'participants' ? own : `${own} ${circleAudienceOf(circle)}`
}

function bodyOf(minutes: Minutes): string {
  return [
    minutes.purpose,
    ...minutes.items.flatMap(({ title, owners, notes }) => [
      title,
      ...owners.map(({ name }) => name),
      notes,
    ]),
    ...minutes.announcements.map(({ text }) => text),
    ...minutes.polls.map(({ question }) => question),
    ...minutes.actions.map(({ text }) => text),
    ...minutes.links.map(({ address }) => address),
  ]
    .filter(Boolean)
    .join('\n')
}

function piecesOf(chat: readonly ChatLine[]): ChatLine[][] {
  const pieces: ChatLine[][] = []
  for (const line of chat) {
    const last = pieces.at(-1)
    if (last && last.length < LINES_IN_A_PIECE && last[0]?.item === line.item) last.push(line)
    else pieces.push([line])
  }
  return pieces
}

type Of = {
  kept: Kept
  minutes: Minutes
  chat: readonly ChatLine[]
  audience: string
  mark: string
}

function rowsOf({ kept, minutes, chat, audience, mark }: Of): Findable[] {
  const shared = { circle: kept.circle, audience, title: minutes.title, at: kept.heldFrom }
  const id = `${kept.id}/${mark}`
  const href = `/minutes/${kept.id}`
  return [
    { ...shared, id: `${id}minutes`, kind: 'minutes', body: bodyOf(minutes), href },
    ...minutes.decisions.map((one) => ({
      ...shared,
      id: `${id}decision/${one.id}`,
      kind: 'decision',
      body: one.text,
      href: `${href}#${one.id}`,
    })),
    ...piecesOf(chat).map((lines, at) => chatPiece(lines, at)),
  ]
  function chatPiece(lines: readonly ChatLine[], at: number): Findable {
    const item = minutes.items.find((one) => one.id === lines[0]?.item)
    const place = item ? `i${item.number}` : 'between'
    return {
      ...shared,
      id: `${id}chat/${String(at).padStart(5, '0')}`,
      kind: 'chat',
      title: item ? `${minutes.title}: ${item.title}` : minutes.title,
      body: lines.map(({ name, text }) => `${name}: ${text}`).join('\n'),
      href: `${href}#${place}`,
    }
  }
}

/** Puts the minutes into the index as they stand now. */
export async function indexMinutes(tx: Transaction, kept: Kept): Promise<void> {
  const { minutes } = kept
  const chat = await linesOf(tx, kept.id)
  await forgetFindable(tx, kept.id)
  const rows = rowsOf({ kept, minutes, chat, audience: wholeAudienceOf(kept), mark: '' })
  if (kept.visibility === 'public')
    rows.push(
      ...rowsOf({
        kept,
        minutes: publicCopy(minutes, kept.publicChat),
        chat: kept.publicChat ? publicChat(minutes, chat) : [],
        audience: 'public',
        mark: 'public/',
      }),
    )
  await makeFindable(tx, rows)
}
