/** Decisions that a gathering takes in its room: opened at once, cast by who is there, closed and counted. */
import { isRefusal, refuse, type Refusal } from '#kernel/change.ts'
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
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
import { isAnnounced, refuseLate, unripe } from '../rules/life/life.ts'
import { rollFor } from '../rules/life/roll.ts'
import { castBallot } from './ballots.ts'
import { countHeld, publishedOf } from './counting.ts'
import { holdDecision, joinDecision, type NewText, textOf, writeText } from './decisions.ts'
import { kindsIn, rulingOf } from './kinds.ts'
import { refuseUnmandated } from './mandates.ts'
import { asideIn, fixOpening, waitingFor } from './opening.ts'
import { answersIn, contestsOf } from './support.ts'
import { type Decision, type DecisionId, reading, topicOf, writing } from './tables.ts'

const MOST_DAYS = 1
const MOST_ANNOUNCED = 50

export type InRoom = {
  circle: CircleId
  gathering: string
  /** As the rules have it, or as `kindOfAmendment` makes it. */
  kind: Kind
  way: Way
  madeBy: PersonId
  /** The texts that there were, the first one first; the last one is voted on. */
  texts: readonly (NewText & { by: PersonId; at: Instant })[]
  /** What was announced over days and is decided here, with the text that it has. */
  announced: DecisionId | null
}

export type Present = {
  lines: readonly RollLine[]
  /** Members in the room, and co-ops one of whose delegates is. */
  present: ReadonlySet<string>
  zone: string
  now: Instant
  words: Words
}

type Standing = {
  id: DecisionId
  text: number
  answers: ReturnType<typeof answersIn>
  aside: readonly string[]
}

/** Makes the decision of what was moved from the floor. */
async function made(tx: Transaction, given: InRoom, now: Instant): Promise<Standing> {
  const { circle, gathering, kind, madeBy, texts } = given
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
  return { id, text: texts.length, answers: [], aside: [] }
}

/** What was announced, held, now that it may be decided here; or why not. */
async function announced(
  tx: Transaction,
  { id, circle, gathering }: { id: DecisionId; circle: CircleId; gathering: string },
  at: { now: Instant; words: Words },
): Promise<Standing | Refusal> {
  const held = await holdDecision(tx, id)
  if (held?.state !== 'talk' || held.circle !== circle) return refuse('announced-not-ripe')
  const left = unripe(await waitingFor(tx, held, at), at.now)
  if (left) return left
  await writing(tx).updateTable('decisions').set({ gathering }).where('id', '=', id).execute()
  const answers = answersIn(await contestsOf(tx, id))
  return { id, text: held.text, answers, aside: await asideIn(tx, held, at) }
}

/** Makes the decision, or takes what was announced, and opens it with its roll; or why it can't be. */
export async function openInRoom(
  tx: Transaction,
  given: InRoom,
  { lines, present, zone, now, words }: Present,
): Promise<{ decision: DecisionId; voters: number } | Refusal> {
  const { circle, gathering, kind, way } = given
  const kinds = await kindsIn(tx, circle, now, words)
  const left = kinds ? unopenableInRoom(kind, way) : refuse('no-such-kind')
  if (left || !kinds) return left ?? refuse('no-such-kind')
  const stands = given.announced
    ? await announced(tx, { id: given.announced, circle, gathering }, { now, words })
    : await made(tx, given, now)
  if (isRefusal(stands)) return stands
  const ruling = rulingOf(kindInRoom(kind, way), kinds.classes, lines)
  const roll = rollFor(lines, ruling, stands.answers, stands.aside).map((line) => ({
    ...line,
    present: present.has(line.member),
  }))
  const voters = roll.filter(({ votes }) => votes).length
  if (voters === 0) return refuse('nobody-on-the-roll', { kind: kind.name })
  const { constitution } = kinds
  const closes = daysLater(now, MOST_DAYS, zone)
  await fixOpening(tx, { ...stands, circle }, { constitution, ruling, roll, closes, now })
  return { decision: stands.id, voters }
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

/** What was announced in a circle for a gathering to decide, by the kinds of now, the first one first; fifty at most. */
export async function announcedIn(
  db: Reader,
  { circle, kinds }: { circle: CircleId; kinds: readonly Kind[] },
  at: { now: Instant; words: Words },
): Promise<{ decision: Decision; unripe: Refusal | null }[]> {
  const keys = kinds.filter(isAnnounced).map(({ key }) => key)
  if (keys.length === 0) return []
  const found = await reading(db)
    .selectFrom('decisions')
    .selectAll()
    .where('circle', '=', circle)
    .where('state', '=', 'talk')
    .where('kind', 'in', keys)
    .orderBy('opens_at')
    .limit(MOST_ANNOUNCED)
    .execute()
  return Promise.all(
    found.map(async (decision) => ({
      decision,
      unripe: unripe(await waitingFor(db, decision, at), at.now),
    })),
  )
}
