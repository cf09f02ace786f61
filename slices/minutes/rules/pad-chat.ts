/**
 * The chat of an imported pad, in the minutes of its gathering.
 * 1. It stands behind the chat of the room, in its own order, each line with the time it had in the
 *    pad, and with the item that ran then.
 * 2. Its authors are names, never people of the hall: the file says who they were, nobody else does.
 *    A name that stands in a saved chat, or came with a pad before, is the same somebody.
 * 3. Its links are links of the chat. Attendance and times with the floor stay as they were.
 */
import type { Instant } from '#kernel/clock.ts'
import type { ChatLine, Minutes } from './document.ts'
import { piecesOf } from './markup.ts'
import { UNNAMED } from './public-copy.ts'

export type PadLine = { name: string; at: Instant; text: string }

type Given = {
  /** The number of the last line there is. */
  last: number
  /** Who came with a pad before. */
  known: ReadonlySet<string>
  newWho(): string
}

export type WithPad = { minutes: Minutes; lines: ChatLine[]; people: string[] }

function itemAt({ items }: Minutes, at: Instant): string | null {
  return items.find(({ held }) => held && held.from <= at && at < held.till)?.id ?? null
}

/** The minutes with these lines of a pad; `people`: who is in them only now. */
export function withPadChat(minutes: Minutes, said: readonly PadLine[], given: Given): WithPad {
  const saved = minutes.source.kind === 'chat-file'
  const whos = new Map(
    minutes.people
      .filter(({ who, kind }) => given.known.has(who) || (saved && kind === 'guest'))
      .map(({ name, who }) => [name, who]),
  )
  const people: Minutes['people'] = []
  const lines = said.map((line, place): ChatLine => {
    const name = line.name || UNNAMED
    const who = whos.get(name) ?? given.newWho()
    if (!whos.has(name)) people.push(padAuthor(who, name, line.at))
    whos.set(name, who)
    const { at, text } = line
    const base = { seq: given.last + place + 1, at, item: itemAt(minutes, at), who, name, text }
    return { ...base, reply: null, reactions: [], state: 'said' }
  })
  return { minutes: counted(minutes, people, lines), lines, people: people.map(({ who }) => who) }
}

function padAuthor(who: string, name: string, firstAt: Instant): Minutes['people'][number] {
  const nothing = { roles: [], stays: [], spokenMs: 0, lines: 0, unnamed: false }
  return { who, name, kind: 'guest', firstAt, ...nothing }
}

function counted(minutes: Minutes, people: Minutes['people'], lines: readonly ChatLine[]): Minutes {
  const byWho = Map.groupBy(lines, ({ who }) => who)
  const byItem = Map.groupBy(lines, ({ item }) => item)
  return {
    ...minutes,
    people: [...minutes.people, ...people].map((one) => ({
      ...one,
      lines: one.lines + (byWho.get(one.who)?.length ?? 0),
    })),
    items: minutes.items.map((item) => ({
      ...item,
      chatLines: item.chatLines + (byItem.get(item.id)?.length ?? 0),
    })),
    links: linksWith(minutes, lines),
  }
}

function linksWith(minutes: Minutes, lines: readonly ChatLine[]): Minutes['links'] {
  const links = new Map(minutes.links.map((link) => [link.address, link]))
  for (const { who, at, item, text } of lines)
    for (const address of new Set(piecesOf(text).flatMap((piece) => piece.address ?? []))) {
      const known = links.get(address)
      links.set(address, { address, who, at, item, ...known, times: (known?.times ?? 0) + 1 })
    }
  return [...links.values()]
}
