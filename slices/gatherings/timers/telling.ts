/**
 * Telling those who were invited: the invitation first, then each newer word. What was told stands
 * with every invitation, in the transaction of its letter; so whoever was not told before a crash is
 * told after it, and nobody twice.
 */
import type { Transaction } from '#kernel/database.ts'
import type { Hall } from '#kernel/hall.ts'
import type { Job } from '#kernel/slice.ts'
import { addresseeOf, callerNames } from '../store/addressees.ts'
import { type Gathering, gatheringOf, headingsIn } from '../store/gatherings.ts'
import { answerOf } from '../store/answers.ts'
import type { CallInvitation } from '../store/invitations.ts'
import { makeToken, nextToTell, saveTold, TELL_JOB } from '../store/telling.ts'
import { isUnsubscribed } from '../store/unsubscribing.ts'
import { addressIn, type Occasion } from '../store/letter-given.ts'
import { letterFor } from '../store/letters.ts'
import { eventsOfSeries } from '../store/series-events.ts'
import { type Serial, seriesOf } from '../store/series.ts'

function occasionOf({ told_sequence: told }: CallInvitation, { cancelledAt }: Gathering): Occasion {
  if (cancelledAt) return 'cancelled'
  return told < 0 ? 'invited' : 'changed'
}

export type ToldOf = { gathering: Gathering; series: Serial | null; later?: boolean }

/** Writes one letter to one who was invited, with a link of its own. */
export async function writeTo(
  hall: Hall,
  tx: Transaction,
  invitation: CallInvitation,
  { gathering, series, occasion, later = false }: ToldOf & { occasion: Occasion },
): Promise<boolean> {
  const to = await addresseeOf(tx, invitation, gathering)
  if (!to) return false
  const now = hall.clock.now()
  const { circle, hall: name } = await callerNames(tx, gathering)
  const answer = await answerOf(tx, gathering.id, invitation.person ?? invitation.id)
  const letter = letterFor({
    gathering,
    series,
    ...(series && (later || occasion === 'invited') ? await wholeSeries(hall, tx, series) : {}),
    later,
    occasion,
    to,
    token: await makeToken(tx, invitation.id, now),
    answer: answer?.answer ?? null,
    circle,
    origin: hall.config.origin,
    from: { name, address: addressIn(hall.config.mailFrom) },
  })
  await hall.mail.send(tx, letter)
  return true
}

async function wholeSeries(hall: Hall, tx: Transaction, series: Serial) {
  const all = await headingsIn(tx, { series: series.id })
  const listed = new Set<string>(all.map(({ id }) => id))
  const how = { origin: hall.config.origin }
  return { seriesEvents: eventsOfSeries(series, { all, listed, now: hall.clock.now() }, how) }
}

/** Tells the next who was not told the newest yet; false when everybody was. */
async function tellNext(hall: Hall, id: string, later: boolean): Promise<boolean> {
  return hall.transact(async (tx) => {
    const gathering = await gatheringOf(tx, id)
    if (!gathering) return false
    const invitation = await nextToTell(tx, gathering.id, gathering.sequence)
    if (!invitation) return false
    const occasion = occasionOf(invitation, gathering)
    const series = gathering.series ? await seriesOf(tx, gathering.series) : null
    const never = invitation.told_sequence < 0
    const unwanted = never && (await isUnsubscribed(tx, invitation.email, 'invitations'))
    // Who never heard of it need not hear that it was called off.
    const needless = never && occasion === 'cancelled'
    if (!unwanted && !needless)
      await writeTo(hall, tx, invitation, { gathering, series, occasion, later })
    await saveTold(tx, invitation.id, gathering.sequence)
    return true
  })
}

export const tellJob: Job = {
  name: TELL_JOB,
  async run(hall, data) {
    const id = String(data['gathering'])
    while (await tellNext(hall, id, data['later'] === true)) await Promise.resolve()
  },
}
