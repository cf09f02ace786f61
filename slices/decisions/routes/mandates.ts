/** Mandates: tied, read on both sides, and compared with what was cast. */
import { allow, Refused } from '#kernel/problem.ts'
import { type Call, serve } from '#kernel/serve.ts'
import { meIn } from '#kernel/session.ts'
import { circleOf, classOf, isInside, membersOn } from '#slices/circles/index.ts'
import type { PersonId } from '#slices/people/index.ts'
import * as api from '../api/mandates.ts'
import type { Vote } from '../rules/count/votes.ts'
import { keepsMandate, mandated, tieMandate } from '../rules/voices/mandates.ts'
import { ballotOf, entriesOf, speaksFor } from '../store/ballots.ts'
import { decisionOf, holdDecision, textOf } from '../store/decisions.ts'
import { howBound, mandateOf, mandatesFor, tie, type Tied } from '../store/mandates.ts'
import { type Decision, type DecisionId, isCircle } from '../store/tables.ts'
import { seesDecision } from './policies.ts'
import { ruledBy } from './reading.ts'
import { decisionAt, namesFor } from './shown.ts'

type Reading = Pick<Call, 'db' | 'caller' | 'now'>

const isOver = ({ state, result }: Decision) =>
  state === 'counted' || (state === 'void' && result !== null)

/** Law 6: whether the ballot of a co-op is read now; `own`: the reader is of it. */
async function readsBallot({ db, caller, now }: Reading, of: Decision, own: boolean) {
  const { ruling, circle } = of
  if (!ruling || ruling.kind.secrecy === 'secret') return false
  if (!isOver(of) && !(of.state === 'open' && (own || ruling.kind.shows === 'open'))) return false
  if (own || ruling.kind.secrecy === 'open') return true
  const members = await speaksFor(db, { circle, person: meIn(caller), now })
  return (await entriesOf(db, of.id, members)).some(({ votes }) => votes)
}

/** What the co-op cast, beside its mandate; nothing for who does not read its ballot. */
async function sideBySide(
  { db }: Reading,
  of: Decision,
  mandate: Tied,
  reads: boolean,
): Promise<{ cast: Vote | null; kept: boolean | null }> {
  const ballot = reads ? await ballotOf(db, of.id, mandate.body) : null
  return { cast: ballot?.vote ?? null, kept: ballot && keepsMandate(mandate, ballot.vote) }
}

/** Whether somebody is of a co-op, or speaks for it in a circle. */
async function isOf({ db, now }: Reading, me: PersonId, body: Tied['body'], of: Decision) {
  const speaks = await speaksFor(db, { circle: of.circle, person: me, now })
  return speaks.includes(body) || isInside(db, me, body)
}

async function shownMandates(call: Reading, of: Decision, all: readonly Tied[]) {
  const { db, caller, now } = call
  const me = meIn(caller)
  const nameOf = await namesFor(
    db,
    all.map(({ body }) => body),
  )
  const shown = await Promise.all(
    all.map(async (mandate) => {
      const { body, decision: id, state, result, title, changed } = mandate
      const its = await decisionOf(db, id)
      const sees = its !== null && (await seesDecision(db, me, its, now))
      const own = await isOf(call, me, body, of)
      const reads = await readsBallot(call, of, own)
      const side = await sideBySide(call, of, mandate, reads)
      return {
        body,
        name: nameOf(body),
        decision: id,
        title: sees ? title : null,
        own,
        state,
        result,
        closesAt: mandate.closes_at,
        changed,
        bound: await howBound(db, { body, circle: of.circle }, now),
        says: own || reads ? mandated(mandate) : null,
        ...side,
      }
    }),
  )
  // A draft is not before anybody yet.
  return shown.filter(({ state, title }) => state !== 'draft' || title !== null)
}

/** Co-ops of mine that have a vote in a decision that is not over, and no mandate for it. */
async function coopsWithout({ db, caller }: Reading, of: Decision, tied: readonly Tied[]) {
  if (of.state !== 'talk' && of.state !== 'open') return []
  const inside = await membersOn(db, of.circle)
  const bodies = inside.flatMap(({ member }) => (isCircle(member) ? [member] : []))
  const free = bodies.filter((body) => !tied.some((one) => one.body === body))
  const mine = await Promise.all(free.map((body) => isInside(db, meIn(caller), body)))
  const nameOf = await namesFor(db, free)
  return free.flatMap((body, at) => (mine[at] ? [{ body, name: nameOf(body) }] : []))
}

async function shownFor(call: Reading, own: Decision) {
  const { db, caller, now } = call
  const mandate = await mandateOf(db, own.id)
  const other = mandate && (await decisionOf(db, mandate.mandates_for))
  if (!mandate || !other) return null
  const me = meIn(caller)
  const [text, circle, { kind }] = await Promise.all([
    textOf(db, other),
    circleOf(db, other.circle),
    ruledBy(call, other),
  ])
  const { body, passed, failed, changed } = mandate
  const reads = await readsBallot(call, other, await isOf(call, me, body, other))
  return {
    decision: other.id,
    sees: await seesDecision(db, me, other, now),
    circle: circle?.name ?? '',
    title: text.title,
    question: text.question,
    options: text.options.map(({ name }) => name),
    state: other.state,
    secrecy: kind?.secrecy ?? null,
    changed,
    bound: await howBound(db, { body, circle: other.circle }, now),
    passed,
    failed,
    ...(await sideBySide(call, other, mandate, reads)),
  }
}

const read = serve(api.readMandates, async (call) => {
  const decision = await decisionAt(call.db, call.params.decision)
  const { kind } = await ruledBy(call, decision)
  const all = await mandatesFor(call.db, decision.id)
  return {
    mandates: await shownMandates(call, decision, all),
    coops: await coopsWithout(call, decision, all),
    mandatesFor: await shownFor(call, decision),
    method: kind?.method ?? null,
  }
})

/** The other decision, as far as whoever ties sees it. */
async function otherAt(call: Reading, id: DecisionId): Promise<Decision> {
  const other = await decisionAt(call.db, id)
  if (await seesDecision(call.db, meIn(call.caller), other, call.now)) return other
  throw new Refused('not-found')
}

const tieIt = serve(api.tieMandate, async (call) => {
  const { params, body, now, caller } = call
  const by = meIn(caller)
  await otherAt(call, body.decision)
  await call.transact(async (tx) => {
    const own = await holdDecision(tx, params.decision)
    const other = await holdDecision(tx, body.decision)
    if (!own || !other) throw new Refused('not-found')
    const [mine, theirs] = await Promise.all([ruledBy(call, own), ruledBy(call, other)])
    if (!mine.kind || !theirs.kind) throw new Refused('no-such-kind')
    const { options } = await textOf(tx, other)
    const { passed, failed } = body
    const answer = tieMandate({
      own: { state: own.state, method: mine.kind.method },
      other: { state: other.state, method: theirs.kind.method, options: options.length },
      belongs: (await classOf(tx, { circle: other.circle, member: own.circle })) !== null,
      passed,
      failed,
    })
    allow(answer)
    allow(await tie(tx, own, body, { by, now }))
  })
  return {}
})

const untie = serve(api.untieMandate, async (call) => {
  const { params, now, caller } = call
  const by = meIn(caller)
  await call.transact(async (tx) => {
    const own = await holdDecision(tx, params.decision)
    if (!own) throw new Refused('not-found')
    if (own.state !== 'draft' && own.state !== 'talk') throw new Refused('mandate-stands')
    await tie(tx, own, null, { by, now })
  })
  return {}
})

export const mandateServings = [read, tieIt, untie]
