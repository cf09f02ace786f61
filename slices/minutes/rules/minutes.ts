/**
 * What a gathering leaves: minutes, made of nothing but the room as it happened.
 * 1. Private lines, mails and what facilitators alone see never come in: the room does not hold them.
 * 2. People stand in the order in which they first spoke or wrote, then in which they came; never by
 *    how much. A guest who turned out to be a person is one person.
 * 3. Where a saved chat is all that is known, nobody is said to have come or gone at some time.
 * 4. A link stands once, with who said it first.
 * 5. Items stand in their order, with what was planned and what was held; one that never began says so.
 */
import { type Instant, MINUTE, plus } from '#kernel/clock.ts'
import type { Room } from '#slices/room/index.ts'
import { type Attendee, type ChatLine, FORMAT, type Minutes, type Source } from './document.ts'
import { pollsOf } from './polled.ts'
import { attendeesOf, whoIs } from './who.ts'

type RoomLine = Room['chat']['lines'][number][number]

export type About = { gathering: string; source: Source; record: Minutes['record'] }

/** The item that ran at a moment. */
function itemAt({ items }: Room, at: Instant): string | null {
  const running = items.find(
    ({ startedAt, endedAt }) => startedAt && startedAt <= at && (!endedAt || at < endedAt),
  )
  return running?.id ?? null
}

function stateOfLine({ withdrawn, hidden, editedAt }: RoomLine): ChatLine['state'] {
  if (withdrawn) return 'withdrawn'
  if (hidden) return 'hidden'
  return editedAt ? 'edited' : 'said'
}

/** The public chat as minutes keep it; words that were withdrawn or hidden are not in it. */
export function chatOf(room: Room): ChatLine[] {
  const { who, nameOf } = whoIs(room)
  return room.chat.lines.flat().map((line) => {
    const state = stateOfLine(line)
    return {
      seq: line.seq,
      at: line.at,
      item: line.item,
      who: who(line.who),
      name: nameOf(line.who),
      text: state === 'withdrawn' || state === 'hidden' ? '' : line.text,
      reply: line.reply,
      reactions: line.reactions.map(({ emoji, who: all }) => ({ emoji, count: all.length })),
      state,
    }
  })
}

function itemsOf(room: Room, chat: readonly ChatLine[]): Minutes['items'] {
  const { who } = whoIs(room)
  const lines = Map.groupBy(chat, ({ item }) => item)
  return room.items.map((item, index) => {
    const { id, kind, title, line, minutes, extended, planned, startedAt, endedAt } = item
    const turns = room.floor.turns.filter((turn) => turn.item === id)
    const spoken = Map.groupBy(turns, (turn) => who(turn.who))
    return {
      id,
      number: index + 1,
      kind,
      title,
      owners: item.owners.map((owner) => ({ who: owner.id ?? null, name: owner.name })),
      line,
      minutes,
      extended,
      state: startedAt ? 'held' : item.state === 'skipped' ? 'skipped' : 'not-reached',
      planned,
      held: startedAt ? { from: startedAt, till: endedAt ?? startedAt } : null,
      spoken: [...spoken].map(([one, all]) => ({
        who: one,
        ms: all.reduce((sum, { ms }) => sum + ms, 0),
      })),
      notes: '',
      chatLines: lines.get(id)?.length ?? 0,
    }
  })
}

function linksOf(room: Room, chat: readonly ChatLine[]): Minutes['links'] {
  const { who } = whoIs(room)
  const items = new Map(chat.map(({ seq, item }) => [seq, item]))
  return room.links.flatMap(({ address, said }) => {
    const first = said[0]
    if (!first) return []
    const { at, line } = first
    const item = items.get(line) ?? null
    return [{ address, who: who(first.who), at, item, times: said.length }]
  })
}

function writtenOf(room: Room): Pick<Minutes, 'decisions' | 'actions'> {
  const { who } = whoIs(room)
  const shared = ({ id, text, item, by, at }: Room['written'][number], ref: string) => ({
    id,
    ref,
    text,
    item,
    by: who(by),
    at,
  })
  const of = (kind: string) => room.written.filter((one) => one.kind === kind)
  return {
    decisions: of('decision').map((one, index) => shared(one, `D${index + 1}`)),
    actions: of('action').map((one, index) => ({
      ...shared(one, `A${index + 1}`),
      who: one.who ? who(one.who) : null,
      name: one.name,
      due: one.due,
    })),
  }
}

function plannedOf(room: Room, opened: Instant): Minutes['planned'] {
  const from = room.call?.startsAt ?? opened
  const minutes = room.items.reduce((sum, item) => sum + (item.planned ? item.minutes : 0), 0)
  return { from, till: minutes > 0 ? plus(from, minutes * MINUTE) : null }
}

/** The draft that a room leaves; `chat` as `chatOf` gives it. */
export function minutesOf(room: Room, chat: readonly ChatLine[], about: About): Minutes {
  const opened = room.beganAt ?? room.openedAt ?? room.call?.startsAt ?? '1970-01-01T00:00:00.000Z'
  const { who } = whoIs(room)
  return {
    format: FORMAT,
    version: 1,
    gathering: about.gathering,
    title: room.call?.title ?? '',
    purpose: room.call?.purpose ?? '',
    circle: room.call?.circle ?? null,
    zone: room.call?.zone ?? 'UTC',
    source: about.source,
    planned: plannedOf(room, opened),
    held: { from: opened, till: room.endedAt ?? opened },
    people: attendeesOf(room, chat, about.source.kind === 'room'),
    items: itemsOf(room, chat),
    polls: pollsOf(room),
    announcements: room.announcements.map(({ text, by, at }) => ({
      text,
      by: who(by),
      at,
      item: itemAt(room, at),
    })),
    links: linksOf(room, chat),
    ...writtenOf(room),
    chat: { lines: chat.length, sha256: null },
    amendments: [],
    approval: null,
    supersedes: [],
    record: about.record,
  }
}

export type { Attendee }
