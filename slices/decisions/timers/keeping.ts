/**
 * What happens to decisions because time passes: they open when their day has come and nothing holds
 * them up, remind, close and are counted once, and are asked again; an objection is kept by silence. Each step looks once more under a
 * lock, so that a second node, or a start after a crash, does nothing twice.
 */
import type { Instant } from '#kernel/clock.ts'
import type { Transaction } from '#kernel/database.ts'
import type { Hall } from '#kernel/hall.ts'
import { wordsIn } from '#kernel/words.ts'
import { coop, delegatesOf } from '#slices/circles/index.ts'
import { dayIn } from '#slices/constitutions/index.ts'
import { personOf } from '#slices/people/index.ts'
import { askedFor, rollBeside } from '#slices/standing/index.ts'
import { remindsAt } from '../rules/life/life.ts'
import { groupsOf } from '../rules/secret/groups.ts'
import { countHeld } from '../store/counting.ts'
import { doOutcome } from '../store/effects.ts'
import {
  decisionOf,
  goingOn,
  holdDecision,
  markReminded,
  markReviewed,
  toReview,
} from '../store/decisions.ts'
import { objectionOf, silentObjections, writeStep } from '../store/objections.ts'
import { extendHeld } from '../store/extending.ts'
import { makeKeys } from '../store/keys.ts'
import { mandateOf } from '../store/mandates.ts'
import { draftOf, openDecision, waitingFor, waitsForGroup } from '../store/opening.ts'
import { type Decision, type DecisionId, topicOf } from '../store/tables.ts'
import { undone } from '../store/subjects.ts'
import { writeLetters } from './letters.ts'
import { tellStep } from './telling-steps.ts'

const zoneOf = async ({ db }: Pick<Hall, 'db'>) => (await coop(db))?.zone ?? 'UTC'

/** Opens a proposal whose day has come, if nothing holds it up. */
export async function openDue(hall: Hall, decision: Decision, now: Instant): Promise<void> {
  const proposer = await personOf(hall.db, decision.made_by)
  const words = wordsIn(proposer?.locale ?? 'en')
  if ((await waitingFor(hall.db, decision, { now, words })).length > 0) return
  const lines = await rollBeside(hall, decision.circle, await askedFor(hall.db, now))
  const draft = await draftOf(hall.db, decision, lines, { now, words })
  const secret = draft?.ruling.kind.secrecy === 'secret' && waitsForGroup(draft).length === 0
  const keys = await makeKeys(secret ? groupsOf(draft.ruling) : [])
  const zone = await zoneOf(hall)
  await hall.transact(async (tx) => {
    const held = await holdDecision(tx, decision.id)
    if (held?.state !== 'talk') return
    const waits = await openDecision(tx, held, { lines, keys, zone, now, words })
    if (waits.length === 0) await writeLetters(hall, tx, { decision: held.id, about: 'opened' })
  }, topicOf(decision.id))
}

/** Closes and counts a decision whose close has come, or opens it for longer where its rules say so. */
export async function closeDue(hall: Hall, id: DecisionId, now: Instant): Promise<void> {
  const zone = await zoneOf(hall)
  await hall.transact(async (tx) => {
    const held = await holdDecision(tx, id)
    if (held?.state !== 'open' || held.closes_at === null || now < held.closes_at) return
    const extended = await extendHeld(tx, held, { zone, now })
    if (!extended) await countHeld(tx, held, { zone, now })
    if (!extended) await doOutcome(tx, hall, id, now)
    const which = extended ? `${held.extended + 1}` : ''
    const about = extended ? 'extended' : 'counted'
    if (held.gathering === null) await writeLetters(hall, tx, { decision: id, about, which })
    if (!extended) await tellDelegates(hall, tx, id, now)
  }, topicOf(id))
}

/** What mandates delegates is counted: they are told while the decision around it is open. */
async function tellDelegates(hall: Hall, tx: Transaction, id: DecisionId, now: Instant) {
  const mandate = await mandateOf(tx, id)
  const around = mandate && (await decisionOf(tx, mandate.mandates_for))
  if (!mandate || around?.state !== 'open') return
  const sent = await delegatesOf(tx, { circle: around.circle, body: mandate.body }, now)
  const to = sent.map(({ person }) => person)
  if (to.length > 0)
    await writeLetters(hall, tx, { decision: around.id, about: 'mandated', which: id, to })
}

/** Who said nothing in time to the answer of their objection keeps it (consent/objections.ts, law 3). */
async function keepSilent(hall: Hall, now: Instant): Promise<void> {
  for (const { id, decision } of await silentObjections(hall.db, now))
    await hall.transact(async (tx) => {
      const held = await holdDecision(tx, decision)
      const objection = await objectionOf(tx, decision, id)
      const due = objection?.due_at ?? null
      if (!held || !objection || held.state !== 'talk' || due === null || now < due) return
      const kept = { state: 'kept', words: '', text: held.text } as const
      const number = await writeStep(tx, objection, kept, { by: null, now })
      for (const about of ['objection-kept', 'objection-moved'] as const)
        await tellStep(hall, tx, { decision: held, objection, number, about }, now)
    }, topicOf(decision))
}

async function remindDue(hall: Hall, id: DecisionId, now: Instant): Promise<void> {
  await hall.transact(async (tx) => {
    const held = await holdDecision(tx, id)
    if (held?.state !== 'open' || held.reminded_at !== null) return
    await markReminded(tx, id, now)
    const which = held.extended > 0 ? `${held.extended}` : ''
    await writeLetters(hall, tx, { decision: id, about: 'remind', which })
  }, topicOf(id))
}

/** Does what a gathering decided: over days that is done with the count. */
async function doDecided(hall: Hall, id: DecisionId, now: Instant): Promise<void> {
  await hall.transact(async (tx) => {
    if ((await holdDecision(tx, id))?.state === 'counted') await doOutcome(tx, hall, id, now)
  }, topicOf(id))
}

/** Opens, closes and reminds, and does what was decided, as far as it is time. */
export async function keepDecisions(hall: Hall, now: Instant): Promise<void> {
  for (const decision of await goingOn(hall.db, 'open')) {
    const { id, closes_at, reminded_at } = decision
    const opened_at = decision.extended_at ?? decision.opened_at
    if (opened_at === null || closes_at === null) continue
    if (now >= closes_at) await closeDue(hall, id, now)
    else if (
      reminded_at === null &&
      decision.gathering === null &&
      now >= remindsAt(opened_at, closes_at)
    )
      await remindDue(hall, id, now)
  }
  for (const id of await undone(hall.db)) await doDecided(hall, id, now)
  await keepSilent(hall, now)
  for (const decision of await goingOn(hall.db, 'talk'))
    if (decision.opens_at !== null && now >= decision.opens_at) await openDue(hall, decision, now)
}

/** Asks again, on the day that was named. */
export async function reviewDecisions(hall: Hall, now: Instant): Promise<void> {
  const today = dayIn(await zoneOf(hall), now)
  for (const { id } of await toReview(hall.db, today))
    await hall.transact(async (tx) => {
      const held = await holdDecision(tx, id)
      if (held?.state !== 'counted' || held.reviewed_at !== null) return
      await markReviewed(tx, held, now)
      await writeLetters(hall, tx, { decision: id, about: 'review', which: held.review_on ?? '' })
    })
}
