/** Proposals: drafts, texts, support, objections to the roll, ends. */
import type { Refusal } from '#kernel/change.ts'
import type { Transaction } from '#kernel/database.ts'
import { allow, Refused } from '#kernel/problem.ts'
import { type Call, serve } from '#kernel/serve.ts'
import { meIn } from '#kernel/session.ts'
import { wordsIn } from '#kernel/words.ts'
import { type CircleId, isInside, membersOn } from '#slices/circles/index.ts'
import { citeIn, dayIn } from '#slices/constitutions/index.ts'
import type { PersonId } from '#slices/people/index.ts'
import { askedFor, rollBeside } from '#slices/standing/index.ts'
import { threadFor } from '#slices/threads/index.ts'
import * as api from '../api/making.ts'
import type { Kind } from '../rules/kinds/kind.ts'
import { kindProse } from '../rules/kinds/prose.ts'
import * as life from '../rules/life/life.ts'
import { daysLater } from '../rules/life/days.ts'
import { contest } from '../rules/life/roll.ts'
import { refuseSmall } from '../rules/secret/groups.ts'
import { beginnings } from '../store/beginnings.ts'
import * as store from '../store/decisions.ts'
import { releaseSubject } from '../store/effects.ts'
import { type Kinds, kindsIn, mayPropose, namedClasses } from '../store/kinds.ts'
import { personsBehind } from '../store/letters.ts'
import { carryOver, objectionsOf } from '../store/objections.ts'
import { draftOf } from '../store/opening.ts'
import { answerContest, makeContest, support } from '../store/support.ts'
import type { Decision, DecisionId } from '../store/tables.ts'
import { writeLetters } from '../timers/letters.ts'
import { refusals } from './refusals.ts'
import { zoneOf } from './shown.ts'
import { takeStep } from './stepping.ts'
import { mustFit, putSubject } from './subjects.ts'

type Shape = Pick<Call, 'db' | 'caller' | 'now'>

/** The decision, held alone until the transaction ends. */
export async function heldIn(tx: Transaction, id: DecisionId): Promise<Decision> {
  const held = await store.holdDecision(tx, id)
  if (!held) throw new Refused('not-found')
  return held
}

/** The kind of decision by its key, in the rules of now. */
async function kindIn(
  call: Shape,
  circle: CircleId,
  key: string,
): Promise<{ kinds: Kinds; kind: Kind }> {
  const kinds = await kindsIn(call.db, circle, call.now, wordsIn(call.caller.locale))
  const kind = kinds?.kinds.find((one) => one.key === key)
  if (!kinds || !kind) throw new Refused('no-such-kind')
  return { kinds, kind }
}

async function mineToPropose(call: Shape, circle: CircleId, key: string): Promise<Kind> {
  const { kinds, kind } = await kindIn(call, circle, key)
  const given = { circle, kind, classes: kinds.classes }
  if (!(await mayPropose(call.db, call.caller.person, given)))
    throw new Refused('not-your-kind', { kind: kind.name })
  return kind
}

/** Why something can't be, in a sentence. */
export function saidWhy(refusal: Refusal | null, call: Shape): string | null {
  const meaning = refusal && refusals[refusal.refused]
  return meaning ? wordsIn(call.caller.locale).say(meaning.say, refusal.details) : null
}

const listKinds = serve(api.readKinds, async (call) => {
  const { db, params, caller, now } = call
  const words = wordsIn(caller.locale)
  const kinds = await kindsIn(db, params.circle, now, words)
  if (!kinds) return { kinds: [], ruled: false }
  const cite = await citeIn(db, kinds.constitution)
  const named = namedClasses(kinds.classes)
  const shown = kinds.kinds.map(async (kind) => ({
    kind,
    rules: kindProse(kind, words.say, named).map(({ key, text }) => ({
      key,
      text,
      cite: cite('decisions', key),
    })),
    mayPropose: await mayPropose(db, caller.person, {
      circle: params.circle,
      kind,
      classes: kinds.classes,
    }),
    why: saidWhy(life.unopenable(kind), call),
  }))
  return { kinds: await Promise.all(shown), ruled: true }
})

const begin = serve(api.readBeginning, async ({ db, params, caller, hall }) => {
  const { circle, about, ref } = params
  const from = { ref, origin: hall.config.origin }
  const beginning = await beginnings.at(about)?.(db, meIn(caller), from)
  if (!beginning || beginning.circle !== circle) throw new Refused('not-found')
  const { title, question, thread } = beginning
  return { title, question, thread }
})

const draft = serve(api.draftDecision, async (call) => {
  const { params, body, now } = call
  const me = meIn(call.caller)
  const { kind: key, follows, thread: of, subject, takeUp, ...given } = body
  const kind = await mineToPropose(call, params.circle, key)
  const text = { ...given, why: '' }
  allow(life.unfitText(text, kind))
  const before = follows && (await store.decisionOf(call.db, follows))
  if (follows && before?.circle !== params.circle) throw new Refused('not-found')
  const thread = of && (await threadFor(call.db, me, of))
  if (of && thread?.circle !== params.circle) throw new Refused('not-found')
  const { circle } = params
  if (subject) await mustFit(call, { circle, given: subject, kind })
  const about = { circle, kind: key, follows, thread: thread?.id ?? null }
  const decision = await call.transact(async (tx) => {
    const id = await store.makeDraft(tx, { ...about, text, subject }, { by: me, now })
    if (takeUp) await takeObjectionsUp(tx, { id, circle, kind, before }, { by: me, now })
    return id
  })
  return { decision }
})

type Following = { id: DecisionId; circle: CircleId; kind: Kind; before: Decision | null }

/** The objections for which a decision failed go along with the draft that follows it. */
async function takeObjectionsUp(
  tx: Transaction,
  { id, circle, kind, before }: Following,
  by: { by: PersonId; now: string },
): Promise<void> {
  if (kind.method.kind !== 'consent') throw new Refused('not-by-consent')
  const failed = before?.result === 'failed' && before.ruling?.kind.method.kind === 'consent'
  if (!failed || !before) throw new Refused('nothing-to-take-up')
  // Who objected on a named ballot is for those on its roll; here the circle would read it.
  if (before.ruling?.kind.secrecy !== 'open') throw new Refused('ballots-for-voters')
  if ((await carryOver(tx, before.id, { id, circle }, by)) === 0)
    throw new Refused('nothing-to-take-up')
}

const amend = serve(api.amendDecision, async (call) => {
  const { params, body, now, hall } = call
  const { seen, answers, ...text } = body
  const me = meIn(call.caller)
  const text1 = await call.transact(async (tx) => {
    const held = await heldIn(tx, params.decision)
    allow(life.amend(held.state, { seen, stands: held.text }))
    const { kind } = await kindIn(call, held.circle, held.kind)
    allow(life.unfitText(text, kind))
    const number = await store.changeText(tx, held, text, { by: call.caller.person, now })
    if (held.state === 'talk')
      await writeLetters(hall, tx, { decision: held.id, about: 'amended', which: `${number}` })
    const changed = { held: { ...held, text: number }, kind }
    for (const objection of answers) {
      const stepping = { objection, step: 'answer', words: body.why } as const
      await takeStep(hall, tx, changed, stepping, { me, now })
    }
    return number
  })
  return { text: text1 }
})

/** A secret one is not proposed to groups in which everybody would see how the few voted. */
async function refuseSmallNow(call: Call<typeof api.proposeDecision>): Promise<void> {
  const { db, hall, params, now, caller } = call
  const decision = await store.decisionOf(db, params.decision)
  if (!decision) throw new Refused('not-found')
  const { kind } = await kindIn(call, decision.circle, decision.kind)
  if (kind.secrecy !== 'secret') return
  const lines = await rollBeside(hall, decision.circle, await askedFor(db, now))
  const stands = await draftOf(db, decision, lines, { now, words: wordsIn(caller.locale) })
  allow(stands && refuseSmall(stands.ruling, stands.roll))
}

/** Whose objections were taken along is told that it is proposed again. */
async function tellCarried({ hall, now }: Call, tx: Transaction, held: Decision): Promise<void> {
  const members = (await objectionsOf(tx, held.id)).map(({ member }) => member)
  const to = await personsBehind(tx, held.circle, members, now)
  if (to.length > 0)
    await writeLetters(hall, tx, { decision: held.id, about: 'objection-carried', to })
}

const propose = serve(api.proposeDecision, async (call) => {
  const { params, body, now, db } = call
  const zone = await zoneOf(db)
  const opensAt = daysLater(now, body.talkDays, zone)
  await refuseSmallNow(call)
  await call.transact(async (tx) => {
    const held = await heldIn(tx, params.decision)
    const kind = await mineToPropose(call, held.circle, held.kind)
    allow(life.propose({ ...body, state: held.state, kind, zone, now }))
    const set = { opensAt, openDays: body.openDays, urgent: body.urgent }
    const { title } = await store.textOf(tx, held)
    await putSubject(tx, call, { decision: held, kind, title })
    await store.putToTalk(tx, held, set, { by: call.caller.person, now })
    await tellCarried(call, tx, held)
  })
  return { opensAt }
})

const giveSupport = serve(api.supportDecision, async (call) => {
  const { params, body, now } = call
  const me = meIn(call.caller)
  await call.transact(async (tx) => {
    const held = await heldIn(tx, params.decision)
    if (held.state !== 'talk') throw new Refused('no-support-now')
    if (held.made_by === me) throw new Refused('own-proposal')
    if (!(await isInside(tx, me, held.circle))) throw new Refused('not-allowed')
    await support(tx, held, { person: me, on: body.on }, { by: me, now })
  })
  return {}
})

const withdraw = serve(api.withdrawDecision, async (call) => {
  const { params, body, now } = call
  await call.transact(async (tx) => {
    const held = await heldIn(tx, params.decision)
    allow(life.withdraw(held.state))
    const end = { state: 'withdrawn', words: body.words } as const
    await store.endDecision(tx, held, end, { by: call.caller.person, now })
    await releaseSubject(tx, held, { by: call.caller.person, now })
  })
  return {}
})

const callVoid = serve(api.voidDecision, async (call) => {
  const { params, body, now, hall } = call
  await call.transact(async (tx) => {
    const held = await heldIn(tx, params.decision)
    allow(life.callVoid(held.state, body.why))
    await store.endDecision(tx, held, { state: 'void', ...body }, { by: call.caller.person, now })
    await releaseSubject(tx, held, { by: call.caller.person, now })
    await writeLetters(hall, tx, { decision: held.id, about: 'voided' })
  })
  return {}
})

const object = serve(api.contestRoll, async (call) => {
  const { params, body, now, hall } = call
  const me = meIn(call.caller)
  const id = await call.transact(async (tx) => {
    const held = await heldIn(tx, params.decision)
    allow(contest(held.state))
    const inside = await membersOn(tx, held.circle)
    if (!inside.some(({ member }) => member === body.member)) throw new Refused('not-of-the-circle')
    const made = await makeContest(tx, held, body, { by: me, now })
    await writeLetters(hall, tx, { decision: held.id, about: 'contest', which: made })
    return made
  })
  return { contest: id }
})

const answer = serve(api.answerContest, async (call) => {
  const { params, body, now } = call
  await call.transact(async (tx) => {
    const held = await heldIn(tx, params.decision)
    allow(contest(held.state))
    const given = { contest: params.contest, ...body }
    if (!(await answerContest(tx, held, given, { by: call.caller.person, now })))
      throw new Refused('answered-already')
  })
  return {}
})

const word = serve(api.wordOutcome, async (call) => {
  const { params, body, now, db } = call
  const today = dayIn(await zoneOf(db), now)
  await call.transact(async (tx) => {
    const held = await heldIn(tx, params.decision)
    const day = body.reviewOn === held.review_on ? null : body.reviewOn
    allow(life.word(held.state, { reviewOn: day, today }))
    await store.wordOutcome(tx, held, body, { by: call.caller.person, now })
  })
  return {}
})

export const makingServings = [
  listKinds,
  begin,
  draft,
  amend,
  propose,
  giveSupport,
  withdraw,
  callVoid,
  object,
  answer,
  word,
]
