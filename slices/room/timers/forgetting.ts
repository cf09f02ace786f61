/** What nobody ended or needs any more. */
import { HOUR, type Instant, msBetween } from '#kernel/clock.ts'
import type { Hall } from '#kernel/hall.ts'
import { entriesOf, redact } from '#kernel/record.ts'
import { peopleHere } from '../rules/glance.ts'
import { ended } from '../rules/life.ts'
import { happenIn, type Held } from '../store/changes.ts'
import { closePolls } from '../store/closing.ts'
import { markForgotten, talksToForget } from '../store/old-talks.ts'
import { openRooms } from '../store/overview.ts'
import { holdRoom } from '../store/rooms.ts'
import { talkTopic, topicOf } from '../store/tables.ts'

/** An open gathering in which nobody has been for so long is over. */
const FORGOTTEN_MS = 3 * HOUR

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
    }, topicOf(gathering))
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
