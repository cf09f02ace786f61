/** Secret ballots: papers are taken by name, the urn takes them without. */
import { createHash } from 'node:crypto'
import { isRefusal } from '#kernel/change.ts'
import { allow, Refused } from '#kernel/problem.ts'
import { serve } from '#kernel/serve.ts'
import { meIn } from '#kernel/session.ts'
import * as api from '../api/secret.ts'
import type { Ruling } from '../rules/count/ruling.ts'
import { checkVote, readVote, writeVote } from '../rules/count/votes.ts'
import { refuseLate } from '../rules/life/life.ts'
import { votesAs } from '../rules/life/roll.ts'
import { type Group, groupIn, groupsOf } from '../rules/secret/groups.ts'
import { GroupKey, Tracker, typedTracker } from '../rules/secret/paper.ts'
import { isSigned, signBlind } from '../rules/secret/signing.ts'
import { rollRows, speaksFor } from '../store/ballots.ts'
import { joinDecision, textOf } from '../store/decisions.ts'
import { publicKeyOf, publicKeysOf, signingKeyOf } from '../store/keys.ts'
import { holdPaper, papersOf, putIntoUrn, takePaper, urnOf } from '../store/papers.ts'
import { type Decision, topicOf } from '../store/tables.ts'
import { voicesIn } from '../store/voices.ts'
import { decisionAt, isCircle, isPerson, namesFor } from './shown.ts'
import { refuseHidden } from './voting.ts'

const PAGE = 100
/** With one paper; whoever changes their mind more often waits a little. */
const CHANGES = { count: 20, seconds: 60 }

/** The rules of a secret decision that opened; refuses any other. */
function secretRuling({ ruling }: Decision): Ruling {
  if (ruling?.kind.secrecy !== 'secret') throw new Refused('not-secret')
  return ruling
}

/** The group of an entry; its class votes, so it has one. */
function groupFor(groups: readonly Group[], inClass: string): Group {
  const group = groupIn(groups, inClass)
  if (!group) throw new Refused('not-on-the-roll')
  return group
}

const papers = serve(api.readPapers, async ({ db, params, query, caller, now }) => {
  const decision = await decisionAt(db, params.decision)
  const groups = groupsOf(secretRuling(decision))
  const { id, circle } = decision
  const members = await speaksFor(db, { circle, person: meIn(caller), now })
  const [keys, taken, roll] = await Promise.all([
    publicKeysOf(db, id),
    papersOf(db, id),
    rollRows(db, id),
  ])
  const from = query.after ? taken.findIndex(({ member }) => member === query.after) + 1 : 0
  const page = taken.slice(from, from + PAGE)
  const nameOf = await namesFor(
    db,
    [...page, ...taken.filter(({ member }) => members.includes(member))].flatMap(
      ({ member, by }) => [member, by],
    ),
  )
  const voters = roll.filter(({ votes }) => votes)
  const last = page.at(-1)?.member ?? ''
  return {
    keys: groups.flatMap(({ key: group, name, classes }) => {
      const found = keys.find((one) => one.group === group)
      if (!found) return []
      const on = voters.filter((one) => classes.includes(one.class)).length
      const of = taken.filter((one) => one.group === group).length
      return [{ group, name, publicKey: found.public_key.toString('base64'), on, taken: of }]
    }),
    mine: voters.flatMap(({ member, class: inClass }) => {
      if (!members.includes(member) || !(isPerson(member) || isCircle(member))) return []
      const paper = taken.find((one) => one.member === member)
      return [{ member, group: groupFor(groups, inClass).key, by: paper ? nameOf(paper.by) : null }]
    }),
    papers: page.flatMap(({ member, by }) =>
      isPerson(member) || isCircle(member)
        ? [{ member, name: nameOf(member), by: by === member ? null : nameOf(by) }]
        : [],
    ),
    next: from + PAGE < taken.length && (isPerson(last) || isCircle(last)) ? last : null,
  }
})

const take = serve(api.takePaper, async (call) => {
  const { params, body, now } = call
  const me = meIn(call.caller)
  const { decision: id } = params
  return call.transact(async (tx) => {
    const decision = await joinDecision(tx, id)
    if (!decision) throw new Refused('not-found')
    const { state, closes_at: closesAt } = decision
    allow(refuseLate({ state, closesAt }, now))
    const groups = groupsOf(secretRuling(decision))
    const entries = await voicesIn(tx, decision, { person: me, now })
    const as = votesAs(entries, body.as)
    if (isRefusal(as)) throw new Refused(as.refused)
    const { member } = as
    const inClass = entries.find((one) => one.member === member)?.class ?? ''
    const { key: group } = groupFor(groups, inClass)
    const blinded = createHash('sha256').update(body.blinded).digest('hex')
    const before = await holdPaper(tx, id, member)
    if (before && before.blinded_sha256 !== blinded) {
      const nameOf = await namesFor(tx, [before.by])
      throw new Refused('paper-taken', { by: nameOf(before.by) })
    }
    const key = await signingKeyOf(tx, id, group)
    const signature = key && signBlind(key, body.blinded)
    if (signature === null) throw new Refused('ballots-closed')
    if (typeof signature !== 'string') throw new Refused(signature.refused)
    const paper = { decision: id, member, group, blinded_sha256: blinded }
    if (!before) await takePaper(tx, paper, { by: me, now })
    return { group: GroupKey.parse(group), signature }
  }, topicOf(id))
})

const cast = serve(api.castPaper, async (call) => {
  const { params, body, hall, now } = call
  const { decision: id } = params
  const { vote, ...token } = body
  const key = await publicKeyOf(call.db, id, token.group)
  if (!key || !isSigned(key, id, token)) {
    const decision = await decisionAt(call.db, id)
    allow(refuseLate({ state: decision.state, closesAt: decision.closes_at }, now))
    secretRuling(decision)
    throw new Refused('paper-not-signed')
  }
  const wait = hall.limits.take(`paper ${id} ${token.tracker}`, CHANGES, now)
  if (wait > 0) throw new Refused('too-often', { wait })
  await call.transact(async (tx) => {
    const decision = await joinDecision(tx, id)
    if (!decision) throw new Refused('not-found')
    const { state, closes_at: closesAt } = decision
    allow(refuseLate({ state, closesAt }, now))
    const { method } = secretRuling(decision).kind
    const { options } = await textOf(tx, decision)
    allow(checkVote(vote, method, { options: options.length, said: null }))
    await putIntoUrn(tx, id, token, writeVote(vote))
  }, `urn:${id}`)
  return {}
})

const urn = serve(api.readUrn, async ({ db, params, query }) => {
  const decision = await decisionAt(db, params.decision)
  const ruling = secretRuling(decision)
  refuseHidden(decision)
  const [all, taken] = await Promise.all([urnOf(db, decision.id), papersOf(db, decision.id)])
  const groups = new Map(groupsOf(ruling).map(({ key, name }) => [key, name]))
  const begins = typedTracker(query.tracker ?? '')
  const found = all.filter(({ tracker }) => tracker.startsWith(begins))
  const from = query.after ? found.findIndex(({ tracker }) => tracker === query.after) + 1 : 0
  const page = found.slice(from, from + PAGE)
  const last = page.at(-1)
  return {
    taken: taken.length,
    cast: all.length,
    ballots: page.flatMap(({ tracker, group, vote: written }) => {
      const vote = readVote(written, ruling.kind.method)
      return vote ? [{ tracker, group: groups.get(group) ?? group, vote }] : []
    }),
    next: last && from + PAGE < found.length ? Tracker.parse(last.tracker) : null,
  }
})

export const secretServings = [papers, take, cast, urn]
