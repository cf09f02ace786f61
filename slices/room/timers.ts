/** What happens in rooms because time passes. */
import { HOUR, type Instant, msBetween } from '#kernel/clock.ts'
import type { Hall } from '#kernel/hall.ts'
import { entriesOf, redact } from '#kernel/record.ts'
import type { Timer } from '#kernel/slice.ts'
import { closing } from './rules/asking.ts'
import { left } from './rules/people.ts'
import { isHere, peopleHere } from './rules/glance.ts'
import { ended } from './rules/room.ts'
import { takeApart } from './store/answers.ts'
import { type Held, happenIn } from './store/changes.ts'
import { beat, forgetLines, linesOfNode, lostLine, lostSince } from './store/presence.ts'
import { holdRoom } from './store/rooms.ts'
import { hasSockets, nodeOf } from './store/sockets.ts'
import { talkTopic } from './store/tables.ts'
import { markForgotten, talksToForget } from './store/talks.ts'
import { openRooms } from './store/overview.ts'

/** An open gathering in which nobody has been for so long is over. */
const FORGOTTEN_MS = 3 * HOUR

/** Says that this node lives, and lets go of lines that it no longer has. */
export async function keepPresence(hall: Hall, now: Instant): Promise<void> {
  const { id } = nodeOf(hall)
  await hall.transact((tx) => beat(tx, id, now))
  for (const line of await linesOfNode(hall.db, id)) {
    if (!hasSockets(hall, line.gathering, line.who)) await lostLine(hall.db, line, now)
  }
}

/** Ends the stays of those whose lines are gone for longer than the grace. */
export async function loseLines(hall: Hall, now: Instant): Promise<void> {
  for (const { gathering, who, gone } of await lostSince(hall.db, now)) {
    await hall.transact(async (tx) => {
      const room = await holdRoom(tx, gathering)
      const [still] = await lostSince(tx, now, { gathering, who })
      if (!still) return
      await forgetLines(tx, gathering, who)
      const held: Held = { tx, gathering, room, now, actor: null }
      const facts = isHere(room, who) ? [left.of({ who, how: 'lost', at: gone })] : []
      await happenIn(held, { facts })
    })
  }
}

/** Closes the open polls of a room that ends. */
export async function closePolls(held: Held): Promise<void> {
  for (const poll of held.room.polls.filter(({ closedAt }) => closedAt === null)) {
    const apart = await takeApart(held.tx, poll)
    await happenIn(held, { facts: [closing(poll, held.actor, apart)] })
  }
}

/** Ends gatherings that began and in which nobody is for hours: somebody forgot to. */
export async function endForgotten(hall: Hall, now: Instant): Promise<void> {
  for (const gathering of await openRooms(hall.db)) {
    await hall.transact(async (tx) => {
      const room = await holdRoom(tx, gathering)
      if (room.endedAt || peopleHere(room).length > 0) return
      const last = Object.values(room.people)
        .flatMap(({ stays }) => stays.at(-1)?.till ?? [])
        .reduce((a, b) => (a > b ? a : b), room.beganAt ?? now)
      if (msBetween(last, now) < FORGOTTEN_MS) return
      const held: Held = { tx, gathering, room, now, actor: null }
      await closePolls(held)
      await happenIn(held, { facts: [ended.of({ by: null })] })
    })
  }
}

/** Takes the words out of private talks whose gathering ended long ago. */
export async function forgetTalks(hall: Hall, now: Instant): Promise<void> {
  for (const talk of await talksToForget(hall.db, now)) {
    await hall.transact(async (tx) => {
      const topic = talkTopic(talk)
      const entries = await entriesOf(tx, topic, { limit: 100_000 })
      for (const { seq, kind, data } of entries) {
        if (kind !== 'talk.said' || data['text'] === '') continue
        const stands = { who: data['who'], text: '', withdrawn: true }
        await redact(tx, { topic, seq, stands }, { now, actor: null })
      }
      await markForgotten(tx, talk)
    })
  }
}

export const roomTimers: readonly Timer[] = [
  {
    name: 'room.presence',
    everySeconds: 5,
    run: async (hall, now) => {
      await keepPresence(hall, now)
      await loseLines(hall, now)
    },
  },
  { name: 'room.forgotten', everySeconds: 300, run: endForgotten },
  { name: 'room.talks', everySeconds: 3600, run: forgetTalks },
]
