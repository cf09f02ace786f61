/** Decisions that a gathering takes in its room: opened at once, cast by who is there, closed and counted. */
import { isRefusal, refuse, type Refusal } from '#kernel/change.ts'
import type { Instant } from '#kernel/clock.ts'
import type { Transaction } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { note } from '#kernel/record.ts'
import type { Words } from '#kernel/words.ts'
import type { CircleId } from '#slices/circles/index.ts'
import type { PersonId } from '#slices/people/index.ts'
import type { RollLine } from '#slices/standing/index.ts'
import type { Published } from '../rules/count/published.ts'
import { checkVote, type Vote } from '../rules/count/votes.ts'
import type { Kind } from '../rules/kinds/kind.ts'
import {
  AMENDMENT_KEY,
  kindInRoom,
  unopenableInRoom,
  type Way,
} from '../rules/life/at-gathering.ts'
import { daysLater } from '../rules/life/days.ts'
import { refuseLate } from '../rules/life/life.ts'
import { rollFor } from '../rules/life/roll.ts'
import { castBallot } from './ballots.ts'
import { countHeld, publishedOf } from './counting.ts'
import { holdDecision, joinDecision, type NewText, textOf, writeText } from './decisions.ts'
import { kindsIn, rulingOf } from './kinds.ts'
import { refuseUnmandated } from './mandates.ts'
import { fixOpening } from './opening.ts'
import { type DecisionId, topicOf, writing } from './tables.ts'

const MOST_DAYS = 1

export type InRoom = {
  circle: CircleId
  gathering: string
  /** As the rules have it, or as `kindOfAmendment` makes it. */
  kind: Kind
  way: Way
  madeBy: PersonId
  /** The texts that there were, the first one first; the last one is voted on. */
  texts: readonly (NewText & { by: PersonId; at: Instant })[]
}

export type Present = {
  lines: readonly RollLine[]
  /** Members in the room, and co-ops one of whose delegates is. */
  present: ReadonlySet<string>
  zone: string
  now: Instant
  words: Words
}

/** Makes the decision and opens it with its roll; answers it, or why it can't be. */
export async function openInRoom(
  tx: Transaction,
  { circle, gathering, kind, way, madeBy, texts }: InRoom,
  { lines, present, zone, now, words }: Present,
): Promise<{ decision: DecisionId; voters: number } | Refusal> {
  const kinds = await kindsIn(tx, circle, now, words)
  const left = kinds ? unopenableInRoom(kind, way) : refuse('no-such-kind')
  if (left || !kinds) return left ?? refuse('no-such-kind')
  const ruling = rulingOf(kindInRoom(kind, way), kinds.classes, lines)
  const roll = rollFor(lines, ruling, []).map((line) => ({
    ...line,
    present: present.has(line.member),
  }))
  const voters = roll.filter(({ votes }) => votes).length
  if (voters === 0) return refuse('nobody-on-the-roll', { kind: kind.name })
  const id = newId('dcn', Date.parse(now))
  await writing(tx)
    .insertInto('decisions')
    .values({
      id,
      circle,
      gathering,
      kind: kind.key,
      amends: kind.key === AMENDMENT_KEY,
      state: 'draft',
      made_by: madeBy,
      made_at: now,
      text: texts.length,
    })
    .execute()
  for (const [at, { by, at: when, ...text }] of texts.entries())
    await writeText(tx, { decision: id, number: at + 1 }, text, { by, now: when })
  const data = { circle, decision: id, decides: kind.key, follows: null, gathering }
  await note(tx, topicOf(id), [{ kind: 'decision.drafted', data }], { now, actor: madeBy })
  await fixOpening(
    tx,
    { id, circle, text: texts.length },
    {
      constitution: kinds.constitution,
      ruling,
      roll,
      closes: daysLater(now, MOST_DAYS, zone),
      now,
    },
  )
  return { decision: id, voters }
}

export type CastInRoom = { decision: DecisionId; member: string; vote: Vote; said: string }

/** Casts for an entry of the roll; whether `by` may speak for it was asked before. */
export async function castInRoom(
  tx: Transaction,
  { decision: id, member, vote, said }: CastInRoom,
  { by, now }: { by: PersonId; now: Instant },
): Promise<{ changes: number; at: Instant } | Refusal> {
  const decision = await joinDecision(tx, id)
  if (!decision?.ruling || decision.gathering === null) return refuse('not-open-yet')
  const { state, closes_at: closesAt, ruling } = decision
  const late = refuseLate({ state, closesAt }, now)
  if (late) return late
  const { options } = await textOf(tx, decision)
  const wrong = checkVote(vote, ruling.kind.method, { options: options.length, said })
  if (wrong && isRefusal(wrong)) return wrong
  const against = await refuseUnmandated(tx, decision, { member, vote }, now)
  if (against) return against
  return castBallot(tx, { decision: id, member, vote, said, way: 'hall' }, { by, now })
}

/** Closes what is open in a room and counts it, once; null when it was not open. */
export async function closeInRoom(
  tx: Transaction,
  id: DecisionId,
  { zone, now }: { zone: string; now: Instant },
): Promise<Published | null> {
  const held = await holdDecision(tx, id)
  if (held?.state !== 'open' || held.gathering === null) return null
  await writing(tx).updateTable('decisions').set({ closed_at: now }).where('id', '=', id).execute()
  await countHeld(tx, { ...held, closed_at: now }, { zone, now })
  return publishedOf(tx, id)
}
