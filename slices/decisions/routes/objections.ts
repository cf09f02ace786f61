/** Objections to what is decided by consent. */
import { isRefusal } from '#kernel/change.ts'
import type { Reader } from '#kernel/database.ts'
import { allow, Refused } from '#kernel/problem.ts'
import { type Call, serve } from '#kernel/serve.ts'
import { meIn } from '#kernel/session.ts'
import type { PersonId } from '#slices/people/index.ts'
import * as api from '../api/objections.ts'
import {
  objectionsShow,
  refuseJudging,
  refuseObjecting,
  stepsFor,
  stewardsJudge,
  type Who,
} from '../rules/consent/objections.ts'
import type { Kind } from '../rules/kinds/kind.ts'
import { refuseLate } from '../rules/life/life.ts'
import { votesAs } from '../rules/life/roll.ts'
import { ballotOf, ballotsOf, entriesOf, speaksFor } from '../store/ballots.ts'
import { judgmentsOf, writeJudgment } from '../store/judgments.ts'
import { personsBehind } from '../store/letters.ts'
import * as store from '../store/objections.ts'
import { type Ballot, type Decision, type ObjectionStep, topicOf } from '../store/tables.ts'
import { writeLetters } from '../timers/letters.ts'
import { heldIn } from './making.ts'
import { myLines } from './mine.ts'
import { ruledBy } from './reading.ts'
import { decisionAt, isCircle, isPerson, namesFor } from './shown.ts'
import { takeStep, whoIs } from './stepping.ts'

type Asking = Pick<Call, 'db' | 'hall' | 'caller' | 'now'>
type NameOf = (id: string) => string

/** The entries of the draft roll for which somebody may object now. */
async function objectingAs(call: Asking, decision: Decision) {
  const lines = decision.state === 'talk' ? await myLines(call, decision) : []
  return lines.filter(({ votes }) => votes)
}

/** Whether ballots that object may be read now, and by this reader. */
async function seesBallots(
  db: Reader,
  { decision, kind, who }: { decision: Decision; kind: Kind; who: Who },
  at: { me: PersonId; now: string },
): Promise<boolean> {
  const { id, circle, state, counted_at, gathering } = decision
  const open = gathering === null && objectionsShow(state, kind)
  const shows = state === 'open' && kind.shows === 'open'
  if (!open && !shows && counted_at === null) return false
  if (kind.secrecy === 'open' || who.steward) return true
  const mine = await entriesOf(db, id, await speaksFor(db, { circle, person: at.me, now: at.now }))
  return mine.some(({ votes }) => votes)
}

const objects = ({ vote }: Ballot) => vote.kind === 'answer' && vote.answer === 'object'

type Given = { decision: Decision; kind: Kind; whoOf: (member: string) => Who; me: PersonId }

/** Whoever may judge: it is neither theirs, nor cast by them for another. */
const judging = (whoOf: Given['whoOf'], { member, by }: Ballot, me: PersonId): Who => {
  const who = whoOf(member)
  return { ...who, objected: who.objected || by === me }
}

async function shownBallots(call: Asking, { decision, kind, whoOf, me }: Given) {
  const { db, now } = call
  if (!(await seesBallots(db, { decision, kind, who: whoOf('') }, { me, now }))) return null
  const ballots = (await ballotsOf(db, decision.id)).filter(objects)
  const judged = await judgmentsOf(db, decision.id)
  const ids = [...ballots.map(({ member }) => member), ...judged.map(({ by }) => by)]
  const nameOf = await namesFor(db, ids)
  return ballots.flatMap((ballot) => {
    const { member, said, at, vote } = ballot
    if (!isPerson(member) && !isCircle(member)) return []
    const judgment = judged.find((one) => one.member === member)
    const who = judging(whoOf, ballot, me)
    return [
      {
        member,
        name: nameOf(member),
        said,
        at,
        mine: who.objected,
        judged: judgment
          ? { by: named(judgment.by, nameOf), words: judgment.words, at: judgment.at }
          : null,
        mayJudge:
          !judgment && objectionsShow(decision.state, kind) && !refuseJudging(kind, vote, who),
      },
    ]
  })
}

const named = (person: string, nameOf: NameOf) => ({ person, name: nameOf(person) })

const shownStep = ({ state, by, words, text, at }: ObjectionStep, nameOf: NameOf) => ({
  state,
  by: by === null ? null : named(by, nameOf),
  words,
  text,
  at,
})

async function shownObjections(db: Reader, { decision, kind, whoOf }: Omit<Given, 'me'>) {
  const [all, steps] = await Promise.all([
    store.objectionsOf(db, decision.id),
    store.stepsOf(db, decision.id),
  ])
  const nameOf = await namesFor(db, [
    ...all.flatMap(({ member, by }) => [member, by]),
    ...steps.flatMap(({ by }) => (by === null ? [] : [by])),
  ])
  return all.map(({ id, member, by, state, text, ...one }) => ({
    objection: id,
    member,
    name: nameOf(member),
    by: by === member ? null : named(by, nameOf),
    text,
    carriedFrom: one.carried_from,
    harm: one.harm,
    wouldAnswer: one.would_answer,
    at: one.at,
    state,
    until: one.due_at,
    mine: whoOf(member).objected,
    may: stepsFor({
      objection: { state, text },
      decision: decision.state,
      stands: decision.text,
      judges: stewardsJudge(kind),
      who: whoOf(member),
    }),
    steps: steps.filter((step) => step.objection === id).map((step) => shownStep(step, nameOf)),
  }))
}

/** Whether it failed for objections that may be taken along into the open. */
async function mayCarry(db: Reader, { id, result, ruling }: Decision): Promise<boolean> {
  if (result !== 'failed' || ruling?.kind.method.kind !== 'consent') return false
  return ruling.kind.secrecy === 'open' && (await store.stoodIn(db, id)).length > 0
}

const NONE = { consent: false, judges: false, mayObject: [], objections: [], ballots: null }

const read = serve(api.readObjections, async (call) => {
  const { db, params, caller, now } = call
  const me = meIn(caller)
  const decision = await decisionAt(db, params.decision)
  const { kind } = await ruledBy(call, decision)
  if (kind?.method.kind !== 'consent') return { ...NONE, carry: false }
  const whoOf = await whoIs(db, decision, { me, now })
  const { proposed } = whoOf('')
  const lines = refuseObjecting(decision.state, kind, { proposed })
    ? []
    : await objectingAs(call, decision)
  const nameOf = await namesFor(
    db,
    lines.map(({ member }) => member),
  )
  return {
    consent: true,
    judges: stewardsJudge(kind),
    mayObject: lines.flatMap(({ member }) =>
      isPerson(member) || isCircle(member) ? [{ member, name: nameOf(member) }] : [],
    ),
    objections: await shownObjections(db, { decision, kind, whoOf }),
    ballots: await shownBallots(call, { decision, kind, whoOf, me }),
    carry: await mayCarry(db, decision),
  }
})

const make = serve(api.makeObjection, async (call) => {
  const { db, params, body, caller, now, hall } = call
  const me = meIn(caller)
  const decision = await decisionAt(db, params.decision)
  const [{ kind }, lines] = [await ruledBy(call, decision), await objectingAs(call, decision)]
  const objection = await call.transact(async (tx) => {
    const held = await heldIn(tx, params.decision)
    const { proposed } = (await whoIs(tx, held, { me, now }))('')
    allow(refuseObjecting(held.state, kind, { proposed }))
    if (held.text !== body.seen) throw new Refused('text-changed-meanwhile')
    const as = votesAs(lines, body.as)
    if (isRefusal(as))
      throw new Refused(as.refused === 'votes-as-several' ? as.refused : 'not-on-the-draft')
    const given = { member: as.member, harm: body.harm, wouldAnswer: body.wouldAnswer }
    const id = await store.makeObjection(tx, held, given, { by: me, now })
    const letter = { decision: held.id, about: 'objected', which: id } as const
    await writeLetters(hall, tx, { ...letter, to: [held.made_by] })
    return id
  }, topicOf(params.decision))
  return { objection }
})

const step = serve(api.stepObjection, async (call) => {
  const { db, params, body, caller, now, hall } = call
  const me = meIn(caller)
  const { kind } = await ruledBy(call, await decisionAt(db, params.decision))
  if (!kind) throw new Refused('no-objections-now')
  const state = await call.transact(async (tx) => {
    const held = await heldIn(tx, params.decision)
    const stepping = { objection: params.objection, ...body }
    return takeStep(hall, tx, { held, kind }, stepping, { me, now })
  }, topicOf(params.decision))
  return { state }
})

const judge = serve(api.judgeBallot, async (call) => {
  const { params, body, caller, now, hall } = call
  const me = meIn(caller)
  const { decision: id, member } = params
  await call.transact(async (tx) => {
    const held = await heldIn(tx, id)
    const { state, ruling, closes_at: closesAt, gathering } = held
    allow(refuseLate({ state, closesAt }, now))
    const ballot = await ballotOf(tx, id, member)
    if (!ruling || !ballot || gathering !== null) throw new Refused('no-objection-there')
    const whoOf = await whoIs(tx, held, { me, now })
    allow(refuseJudging(ruling.kind, ballot.vote, judging(whoOf, ballot, me)))
    const judged = { member, changes: ballot.changes, words: body.words }
    if (!(await writeJudgment(tx, held, judged, { by: me, now })))
      throw new Refused('judged-already')
    const to = await personsBehind(tx, held.circle, [member], now)
    const which = `${member} ${ballot.changes}`
    await writeLetters(hall, tx, { decision: id, about: 'ballot-judged', which, to })
  }, topicOf(id))
  return {}
})

export const objectionServings = [read, make, step, judge]
