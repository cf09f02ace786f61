/** Reminders, a day and a quarter of an hour before: each once, also across restarts and nodes. */
import type { Instant } from '#kernel/clock.ts'
import type { Hall } from '#kernel/hall.ts'
import { reminderDue } from '../rules/doors.ts'
import { gatheringOf } from '../store/gatherings.ts'
import { type Due, invitationOf, remindable, takeReminder } from '../store/reminders.ts'
import { seriesOf } from '../store/series.ts'
import { writeTo } from './telling.ts'

async function remindOne(hall: Hall, { gathering: id, invitation }: Due, now: Instant) {
  await hall.transact(async (tx) => {
    const gathering = await gatheringOf(tx, id)
    const invited = await invitationOf(tx, invitation)
    if (!gathering || !invited) return
    const due = reminderDue(gathering, invited.invited_at, now)
    if (!due || !(await takeReminder(tx, invitation, due, now))) return
    const series = gathering.series ? await seriesOf(tx, gathering.series) : null
    const occasion = due === 'day' ? 'tomorrow' : 'soon'
    await writeTo(hall, tx, invited, { gathering, series, occasion })
  })
}

/** Sends every reminder that is due now. */
export async function remindAll(hall: Hall, now: Instant): Promise<void> {
  for (const due of await remindable(hall.db, now)) await remindOne(hall, due, now)
}
