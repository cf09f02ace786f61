/** What of minutes can be found: titles, items, decisions, and the chat in pieces. */
import type { Findable } from '#kernel/search.ts'
import type { ChatLine, Minutes } from '../rules/document.ts'
import { wordsIn } from '../rules/noted.ts'
import type { Kept } from './minutes.ts'

const LINES_IN_A_PIECE = 50

/** Minutes as one audience reads them; `mark` keeps their rows apart from those of another. */
export type Readable = { kept: Kept; minutes: Minutes; audience: string; mark: string }

function bodyOf(minutes: Minutes): string {
  return [
    minutes.purpose,
    ...minutes.items.flatMap(({ title, owners, notes, note }) => [
      title,
      ...owners.map(({ name }) => name),
      notes,
      ...(note ?? []).map(wordsIn),
    ]),
    ...(minutes.note ?? []).map(wordsIn),
    ...minutes.announcements.map(({ text }) => text),
    ...minutes.polls.map(({ question }) => question),
    ...minutes.actions.map(({ text }) => text),
    ...(minutes.tasks ?? []).map(({ text }) => text),
    ...minutes.links.map(({ address }) => address),
  ]
    .filter(Boolean)
    .join('\n')
}

/** The rows of the document itself. */
export function textRows({ kept, minutes, audience, mark }: Readable): Findable[] {
  const shared = { circle: kept.circle, audience, title: minutes.title, at: kept.heldFrom }
  const href = `/minutes/${kept.id}`
  return [
    { ...shared, id: `${kept.id}/${mark}minutes`, kind: 'minutes', body: bodyOf(minutes), href },
    ...minutes.decisions.map((one) => ({
      ...shared,
      id: `${kept.id}/${mark}decision/${one.id}`,
      kind: 'decision',
      body: one.text,
      href: `${href}#${one.id}`,
    })),
  ]
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

/** The rows of the chat: some lines each, all of one item. */
export function chatRows(
  { kept, minutes, audience, mark }: Readable,
  chat: readonly ChatLine[],
): Findable[] {
  const items = new Map(minutes.items.map((item) => [item.id, item]))
  return piecesOf(chat).map((lines, at) => {
    const item = items.get(lines[0]?.item ?? '')
    return {
      circle: kept.circle,
      audience,
      at: kept.heldFrom,
      id: `${kept.id}/${mark}chat/${String(at).padStart(5, '0')}`,
      kind: 'chat',
      title: item ? `${minutes.title}: ${item.title}` : minutes.title,
      body: lines.map(({ name, text }) => `${name}: ${text}`).join('\n'),
      href: `/minutes/${kept.id}#${item ? `i${item.number}` : 'between'}`,
    }
  })
}
