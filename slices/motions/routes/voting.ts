/** Putting to the vote, voting, calling names, counting. */
import type { Transaction } from '#kernel/database.ts'
import { allow, Refused } from '#kernel/problem.ts'
import { serve } from '#kernel/serve.ts'
import { wordsIn } from '#kernel/words.ts'
import { coop } from '#slices/circles/index.ts'
import {
  castInRoom,
  choosesOptions,
  closeInRoom,
  entriesOf,
  type InRoom,
  openInRoom,
  speaksFor,
  unfitText,
  votesAs,
} from '#slices/decisions/index.ts'
import { askedFor, rollBeside } from '#slices/standing/index.ts'
import * as api from '../api.ts'
import { countedFrom } from '../rules/counted.ts'
import { unlessToPut } from '../rules/motions.ts'
import { unlessToCall, unlessToRecord, unlessToVote } from '../rules/voting.ts'
import * as store from '../store/motions.ts'
import { type MotionId, topicOf } from '../store/tables.ts'
import { facilitatorHere, kindOf, memberHere, pendingHeld, presentIn } from './here.ts'

/** The texts of a motion, as those of the decision that it becomes. */
function textsOf({ texts, row }: store.Motion): InRoom['texts'] {
  const { options, seats } = row
  return texts.map(({ title, question, by, at }) => ({
    title,
    question,
    options,
    seats,
    why: '',
    by,
    at,
  }))
}

const put = serve(api.putToVote, async (call) => {
  const { params, body, now, db, hall, caller } = call
  const { me, room, ruled } = await facilitatorHere(call)
  if (me === null) throw new Refused('guests-do-not-decide')
  const { gathering } = params
  const circle = ruled.circle.id
  const [lines, present, zone] = await Promise.all([
    askedFor(db, now).then((asked) => rollBeside(hall, circle, asked)),
    presentIn(db, { room, circle, now }),
    coop(db).then((found) => found?.zone ?? 'UTC'),
  ])
  const words = wordsIn(caller.locale)
  return call.transact(async (tx) => {
    const { pending, one } = await pendingHeld(tx, params)
    allow(unlessToPut(pending, one.id))
    const kind = kindOf(ruled, one, caller.locale)
    const texts = textsOf(one)
    const last = texts.at(-1)
    if (last && choosesOptions(kind.method)) allow(unfitText(last, kind))
    const { moved_by: madeBy, announced } = one.row
    const given = { circle, gathering, kind, way: body.way, madeBy, texts, announced }
    const opened = allow(await openInRoom(tx, given, { lines, present, zone, now, words }))
    await store.setVote(tx, one.row, { ...opened, way: body.way }, { by: me, now })
    return opened
  }, topicOf(gathering))
})

/** The motion of which a vote is open; nobody is kept from voting meanwhile. */
async function votingOn(tx: Transaction, params: { gathering: string; motion: MotionId }) {
  const all = await store.motionsOf(tx, params.gathering)
  const one = all.find(({ id }) => id === params.motion)
  if (!one) throw new Refused('not-pending')
  const { decision, way, called } = one.row
  if (one.state !== 'voting' || decision === null || way === null) throw new Refused('no-vote-open')
  return { one, decision, vote: { way, called } }
}

/** What everybody in the room hears of a vote: the answer, or by ballot only that it was cast. */
function heard(
  way: string,
  { member, vote, again }: { member: string; vote: api.Voted; again: boolean },
) {
  if (way === 'ballot') return { again }
  return { member, again, answer: vote.kind === 'answer' ? vote.answer : null }
}

const vote = serve(api.voteOnMotion, async (call) => {
  const { params, body, now } = call
  const { me, ruled } = await memberHere(call)
  return call.transact(async (tx) => {
    const { one, decision, vote: open } = await votingOn(tx, params)
    const mine = await speaksFor(tx, { circle: ruled.circle.id, person: me, now })
    const entries = (await entriesOf(tx, decision, mine)).map((entry) => ({
      ...entry,
      through: entry.kind === 'co-op' ? ('co-op' as const) : ('self' as const),
    }))
    const { member } = allow(votesAs(entries, body.as))
    allow(unlessToVote(open, member))
    const given = { decision, member, vote: body.vote, said: body.said }
    const cast = allow(await castInRoom(tx, given, { by: me, now }))
    const data = heard(open.way, { member, vote: body.vote, again: cast.changes > 0 })
    const told = { kind: 'motion.voted', data: { motion: one.id, ...data } }
    await store.tell(tx, params.gathering, told, { by: me, now })
    return { changes: cast.changes, at: cast.at }
  }, topicOf(params.gathering))
})

const callOut = serve(api.callName, async (call) => {
  const { params, body, now, db } = call
  const { me: by, room, ruled } = await facilitatorHere(call)
  const present = await presentIn(db, { room, circle: ruled.circle.id, now })
  await call.transact(async (tx) => {
    const { one, decision, vote: open } = await votingOn(tx, params)
    const entry = (await entriesOf(tx, decision, [body.member])).find(({ votes }) => votes)
    const there = entry !== undefined && (present.has(body.member) || entry.present === true)
    allow(unlessToCall(open, { member: body.member, there }))
    await store.setCalled(tx, one.row, body.member, { by, now })
  }, topicOf(params.gathering))
  return {}
})

const record = serve(api.recordVote, async (call) => {
  const { params, body, now } = call
  const { me } = await facilitatorHere(call)
  if (me === null) throw new Refused('guests-do-not-decide')
  return call.transact(async (tx) => {
    const { one, decision, vote: open } = await votingOn(tx, params)
    const { member, vote: given, said } = body
    allow(unlessToRecord(open, member))
    const entries = await entriesOf(tx, decision, [member])
    if (!entries.some(({ votes }) => votes)) throw new Refused('not-on-the-roll')
    const cast = allow(
      await castInRoom(tx, { decision, member, vote: given, said }, { by: me, now }),
    )
    const data = heard(open.way, { member, vote: given, again: cast.changes > 0 })
    const told = { kind: 'motion.voted', data: { motion: one.id, ...data, recorded: true } }
    await store.tell(tx, params.gathering, told, { by: me, now })
    return { changes: cast.changes, at: cast.at }
  }, topicOf(params.gathering))
})

const count = serve(api.countVote, async (call) => {
  const { params, now, db } = call
  await facilitatorHere(call)
  const zone = (await coop(db))?.zone ?? 'UTC'
  return call.transact(async (tx) => {
    const { decision } = await votingOn(tx, params)
    // What comes of it is heard as news (hearing.ts), in this transaction.
    const published = await closeInRoom(tx, decision, { zone, now })
    if (!published) throw new Refused('no-vote-open')
    return countedFrom(published)
  }, topicOf(params.gathering))
})

export const votingServings = [put, vote, callOut, record, count]
