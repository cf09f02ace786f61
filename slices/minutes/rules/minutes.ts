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
import { itemsOf } from './minutes-items.ts'
import { linksOf, writtenOf } from './minutes-written.ts'

export type About = { gathering: string; source: Source; record: Minutes['record'] }

/** The item that ran at a moment. */
function itemAt({ items }: Room, at: Instant): string | null {
  const running = items.find(
    ({ startedAt, endedAt }) => startedAt && startedAt <= at && (!endedAt || at < endedAt),
  )
  return running?.id ?? null
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
