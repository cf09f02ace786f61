/** The tables of this slice. */
import type { ColumnType, Generated, Selectable } from 'kysely'
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { type Id, isIdOf } from '#kernel/ids.ts'
import type { CircleId } from '#slices/circles/index.ts'
import type { PersonId } from '#slices/people/index.ts'
import type { ThreadId } from '#slices/threads/index.ts'
import type { Taken } from '../rules/advice/advice.ts'
import type { ObjectionState } from '../rules/consent/objections.ts'
import type { Outcome } from '../rules/count/published.ts'
import type { Published } from '../rules/count/published.ts'
import type { Ruling } from '../rules/count/ruling.ts'
import type { Vote } from '../rules/count/votes.ts'
import type { State } from '../rules/life/life.ts'
import type { Answered, Line } from '../rules/life/roll.ts'
import type { Stop } from '../rules/voices/links.ts'
import type { Way } from '../rules/voices/ways.ts'
import type { Did, Lack } from '../rules/life/subject.ts'

export type DecisionId = Id<'dcn'>
export type ContestId = Id<'cts'>
export type ObjectionId = Id<'obj'>
export type ProxyId = Id<'prx'>
type Stored<T> = ColumnType<T, string, string>
type StoredOrNone<T> = ColumnType<T | null, string | null | undefined, string | null>
/** Not there at first. */
type Unset<T> = ColumnType<T | null, T | null | undefined, T | null>

export type Option = { name: string; note: string; person: PersonId | null }

export type Tables = {
  decisions: {
    id: DecisionId
    circle: CircleId
    kind: string
    state: State
    follows: DecisionId | null
    thread: Unset<ThreadId>
    made_by: PersonId
    made_at: Instant
    text: number
    urgent: Generated<boolean>
    open_days: Unset<number>
    proposed_at: Unset<Instant>
    opens_at: Unset<Instant>
    ruling: StoredOrNone<Ruling>
    ruled_by: Unset<CircleId>
    ruled_version: Unset<number>
    /** Options from 1 on, in the order of the lot; null where no lot decides. */
    lot: StoredOrNone<number[]>
    roll_sha256: Unset<string>
    opened_at: Unset<Instant>
    closes_at: Unset<Instant>
    /** At a gathering: where, and when a facilitator closed it before `closes_at`. */
    gathering: Unset<string>
    closed_at: Unset<Instant>
    /** A vote on the text of another decision. */
    amends: Generated<boolean>
    extended: Generated<number>
    extended_at: Unset<Instant>
    reminded_at: Unset<Instant>
    counted_at: Unset<Instant>
    /** By advice: what whoever proposed it decided. */
    does: Unset<boolean>
    result: Unset<Outcome>
    ended_at: Unset<Instant>
    ended_by: Unset<string>
    ended_why: Unset<string>
    ended_words: Unset<string>
    outcome: Unset<string>
    outcome_by: Unset<string>
    outcome_at: Unset<Instant>
    review_on: Unset<string>
    reviewed_at: Unset<Instant>
  }
  decision_texts: {
    decision: DecisionId
    number: number
    title: string
    question: string
    options: Stored<Option[]>
    seats: number
    why: string
    by: string
    at: Instant
  }
  decision_support: { decision: DecisionId; text: number; person: PersonId; at: Instant }
  decision_contests: {
    id: ContestId
    decision: DecisionId
    member: string
    by: PersonId
    says: string
    at: Instant
    answer: Answered | null
    reason: string | null
    answered_by: string | null
    answered_at: Instant | null
  }
  decision_objections: {
    id: ObjectionId
    decision: DecisionId
    circle: CircleId
    member: string
    by: string
    text: number
    carried_from: DecisionId | null
    harm: string
    would_answer: string
    at: Instant
    state: ObjectionState
    due_at: Unset<Instant>
  }
  decision_objection_steps: {
    objection: ObjectionId
    number: number
    state: ObjectionState
    by: string | null
    words: string
    text: number
    at: Instant
  }
  decision_judgments: {
    decision: DecisionId
    circle: CircleId
    member: string
    changes: number
    by: string
    words: string
    at: Instant
  }
  decision_askings: {
    decision: DecisionId
    circle: CircleId
    person: PersonId
    why: string
    by: string
    at: Instant
  }
  decision_advice: {
    decision: DecisionId
    circle: CircleId
    person: PersonId
    words: string
    at: Instant
    changes: Generated<number>
    taken: Unset<Taken>
    why: Generated<string>
  }
  decision_roll: Line & {
    decision: DecisionId
    voted_at: Generated<Instant | null>
    /** At a gathering: in the room when it opened. */
    present: Generated<boolean | null>
  }
  decision_ballots: {
    decision: DecisionId
    member: string
    vote: Stored<Vote>
    said: string
    by: string
    at: Instant
    changes: Generated<number>
    way: Generated<Way>
  }
  decision_counts: { decision: DecisionId; publication: Stored<Published>; fingerprint: string }
  decision_keys: { decision: DecisionId; group: string; classes: string[]; public_key: Buffer }
  decision_signing_keys: { decision: DecisionId; group: string; private_key: Buffer }
  decision_papers: {
    decision: DecisionId
    member: string
    group: string
    blinded_sha256: string
    by: PersonId
  }
  /** Group, tracker, and of each the vote and the signature. */
  decision_urns: {
    decision: DecisionId
    ballots: Stored<Record<string, Record<string, [vote: string, signature: string]>>>
  }
  decision_links: {
    hash: Buffer
    circle: CircleId
    decision: DecisionId
    member: string
    person: PersonId
    made_at: Instant
    stopped_at: Unset<Instant>
    stopped_why: Unset<Stop>
  }
  decision_link_wishes: { person: PersonId; at: Instant }
  decision_proxies: {
    id: ProxyId
    circle: CircleId
    giver: PersonId
    holder: PersonId
    decision: DecisionId | null
    until: Instant | null
    says: string
    given_at: Instant
    ended_at: Unset<Instant>
    ended_why: Unset<'taken-back' | 'laid-down' | 'replaced' | 'left' | 'erased'>
  }
  decision_withdrawals: {
    decision: DecisionId
    circle: CircleId
    option: number
    by: string
    words: string
    at: Instant
  }
  decision_mandates: {
    decision: DecisionId
    body: CircleId
    mandates_for: DecisionId
    passed: Stored<Vote>
    failed: StoredOrNone<Vote>
    by: string
    at: Instant
  }
  decision_subjects: {
    decision: DecisionId
    circle: CircleId
    about: string
    ref: string
    from_day: string | null
    person: PersonId | null
    did: Unset<Did>
    lacks: ColumnType<Lack[], string | undefined, string>
    did_at: Unset<Instant>
  }
  imported: {
    circle: CircleId
    origin: string
    what: 'circle' | 'person' | 'decision' | 'thread' | 'comment'
    key: string
    id: string
    at: Instant
  }
  decision_sources: {
    decision: DecisionId
    circle: CircleId
    origin: string
    link: string | null
    assumed: boolean
    anonymous: boolean
  }
  decision_letters: { decision: DecisionId; person: PersonId; about: string; at: Instant }
}

export type Decision = Selectable<Tables['decisions']>
export type Text = Selectable<Tables['decision_texts']>
export type Contest = Selectable<Tables['decision_contests']>
export type Objection = Selectable<Tables['decision_objections']>
export type ObjectionStep = Selectable<Tables['decision_objection_steps']>
export type Judgment = Selectable<Tables['decision_judgments']>
export type Asking = Selectable<Tables['decision_askings']>
export type Advice = Selectable<Tables['decision_advice']>
export type RollRow = Selectable<Tables['decision_roll']>
export type TakenPaper = Selectable<Tables['decision_papers']>
export type Ballot = Selectable<Tables['decision_ballots']>
export type Link = Selectable<Tables['decision_links']>
export type ProxyRow = Selectable<Tables['decision_proxies']>
export type Withdrawal = Selectable<Tables['decision_withdrawals']>
export type MandateRow = Selectable<Tables['decision_mandates']>

export const reading = (db: Reader) => db.withTables<Tables>()
export const writing = (tx: Transaction) => tx.withTables<Tables>()

/** Everything of a decision is told to whoever may see it. */
export const topicOf = (decision: DecisionId): string => `decision:${decision}`

export const isPerson = isIdOf('per')
export const isCircle = isIdOf('cir')
export const isThread = isIdOf('thr')
export const isComment = isIdOf('com')

export type By = { by: PersonId | null; now: Instant }
