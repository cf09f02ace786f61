/** The advice process: asking, advising, and deciding by whoever proposed it. */
import type { Reader } from '#kernel/database.ts'
import { allow, Refused } from '#kernel/problem.ts'
import { type Call, serve } from '#kernel/serve.ts'
import { meIn } from '#kernel/session.ts'
import { wordsIn } from '#kernel/words.ts'
import { isInside } from '#slices/circles/index.ts'
import { type PersonId, recordsOf } from '#slices/people/index.ts'
import * as api from '../api/advice.ts'
import {
  type AdviceMethod,
  refuseAdvice,
  refuseAsking,
  refuseUnheard,
  refuseUnsaid,
  silentIn,
} from '../rules/advice/advice.ts'
import * as store from '../store/advice.ts'
import { decideHeld } from '../store/deciding.ts'
import { type Kinds, kindsIn } from '../store/kinds.ts'
import { subjectRow } from '../store/subjects.ts'
import { type Advice, type Decision, topicOf } from '../store/tables.ts'
import { writeLetters } from '../timers/letters.ts'
import { heldIn, saidWhy } from './making.ts'
import { ruledBy } from './reading.ts'
import { decisionAt, namesFor, zoneOf } from './shown.ts'

type Shape = Pick<Call, 'db' | 'caller' | 'now'>

/** How often advice was given or changed: what whoever decides must have read. */
const seenOf = (given: readonly Advice[]) =>
  given.reduce((sum, { changes }) => sum + changes + 1, 0)

const NONE = {
  advice: false,
  least: 0,
  asked: [],
  given: [],
  until: null,
  waits: 'answers' as const,
  mine: null,
  iAmAsked: false,
  mayAsk: false,
  mayAdvise: false,
  mayDecide: false,
  ready: false,
  missing: null,
  seen: 0,
}

type Heard = Awaited<ReturnType<typeof store.heardOf>>

async function shownAdvice(db: Reader, { asked, given, gone }: Heard) {
  const nameOf = await namesFor(
    db,
    [...asked, ...given].map(({ person }) => person),
  )
  const answered = new Set(given.map(({ person }) => person))
  return {
    asked: asked.map(({ person, why, at }) => ({
      person,
      name: nameOf(person),
      why,
      at,
      gone: gone.has(person),
      answered: answered.has(person),
    })),
    given: given.map(({ person, words, at, changes, taken, why }) => ({
      person,
      name: nameOf(person),
      words,
      at,
      changed: changes > 0,
      unasked: !asked.some((one) => one.person === person),
      taken,
      why,
    })),
  }
}

/** What somebody may do with it now. */
async function mayWith(call: Shape, decision: Decision, method: AdviceMethod, all: Heard) {
  const { db, caller, now } = call
  const me = meIn(caller)
  const records = await recordsOf(db, me)
  const own = records.includes(decision.made_by)
  const talk = decision.state === 'talk'
  const is = ({ person }: { person: PersonId }) => records.includes(person)
  const { asked, given, heard } = all
  const iAmAsked = asked.some(is)
  const inside = await isInside(db, me, decision.circle)
  const at = { opensAt: decision.opens_at ?? now, now }
  const missing = talk ? refuseUnheard(method, heard, at) : null
  return {
    mine: given.find(is)?.words ?? null,
    iAmAsked,
    mayAsk: talk && own,
    mayAdvise: talk && !own && (iAmAsked || inside),
    mayDecide: talk && own,
    ready: talk && missing === null,
    missing: saidWhy(missing, call),
    until: talk ? silentIn(method, heard).until : null,
  }
}

const read = serve(api.readAdvice, async (call) => {
  const { db, params } = call
  const decision = await decisionAt(db, params.decision)
  const { kind } = await ruledBy(call, decision)
  if (kind?.method.kind !== 'advice') return NONE
  const { method } = kind
  const heard = await store.heardOf(db, decision, await zoneOf(db))
  return {
    advice: true,
    least: method.least,
    waits: method.waits.kind,
    seen: seenOf(heard.given),
    ...(await shownAdvice(db, heard)),
    ...(await mayWith(call, decision, method, heard)),
  }
})

const ask = serve(api.askForAdvice, async (call) => {
  const { db, params, body, caller, now, hall } = call
  const by = meIn(caller)
  const { kind } = await ruledBy(call, await decisionAt(db, params.decision))
  await call.transact(async (tx) => {
    const held = await heldIn(tx, params.decision)
    const { person } = body
    if (!(await recordsOf(tx, by)).includes(held.made_by)) throw new Refused('proposer-decides')
    const own = (await recordsOf(tx, held.made_by)).includes(person)
    const inside = await isInside(tx, person, held.circle)
    allow(refuseAsking(held.state, kind, { own, inside }))
    if (!(await store.askForAdvice(tx, held, body, { by, now }))) throw new Refused('asked-before')
    await writeLetters(hall, tx, { decision: held.id, about: 'advice-asked', to: [person] })
  }, topicOf(params.decision))
  return {}
})

const give = serve(api.giveAdvice, async (call) => {
  const { db, params, body, caller, now, hall } = call
  const person = meIn(caller)
  const { kind } = await ruledBy(call, await decisionAt(db, params.decision))
  await call.transact(async (tx) => {
    const held = await heldIn(tx, params.decision)
    allow(refuseAdvice(held.state, kind))
    if ((await recordsOf(tx, person)).includes(held.made_by)) throw new Refused('own-advice')
    const asked = (await store.askingsOf(tx, held.id)).some((one) => one.person === person)
    if (!asked && !(await isInside(tx, person, held.circle))) throw new Refused('not-allowed')
    const fresh = await store.giveAdvice(tx, held, { person, words: body.words }, now)
    const letter = { decision: held.id, about: 'advice-given', which: person } as const
    if (fresh) await writeLetters(hall, tx, { ...letter, to: [held.made_by] })
  }, topicOf(params.decision))
  return {}
})

/** The rules of now, by which it is decided. */
async function rulesNow(call: Shape, decision: Decision) {
  const kinds: Kinds | null = await kindsIn(
    call.db,
    decision.circle,
    call.now,
    wordsIn(call.caller.locale),
  )
  const kind = kinds?.kinds.find(({ key }) => key === decision.kind) ?? null
  if (!kinds || kind?.method.kind !== 'advice') throw new Refused('not-by-advice')
  return { constitution: kinds.constitution, kind, method: kind.method }
}

const decide = serve(api.decideByAdvice, async (call) => {
  const { db, params, body, caller, now, hall } = call
  const me = meIn(caller)
  const under = await rulesNow(call, await decisionAt(db, params.decision))
  await call.transact(async (tx) => {
    const held = await heldIn(tx, params.decision)
    if (!(await recordsOf(tx, me)).includes(held.made_by)) throw new Refused('proposer-decides')
    allow(refuseAdvice(held.state, under.kind))
    if (await subjectRow(tx, held.id))
      throw new Refused('kind-does-not-fit', { kind: under.kind.name })
    const zone = await zoneOf(tx)
    const { given, heard } = await store.heardOf(tx, held, zone)
    allow(refuseUnheard(under.method, heard, { opensAt: held.opens_at ?? now, now }))
    const persons = given.map(({ person }) => person)
    allow(refuseUnsaid(persons, body.taken))
    if (seenOf(given) !== body.seen) throw new Refused('advice-changed')
    await decideHeld(tx, held, body, { ...under, zone }, { by: me, now })
    await writeLetters(hall, tx, { decision: held.id, about: 'advice-decided' })
  }, topicOf(params.decision))
  return {}
})

export const adviceServings = [read, ask, give, decide]
