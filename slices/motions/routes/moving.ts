/** Moving, seconding, stating, amending, withdrawing, postponing. */
import { allow, Refused } from '#kernel/problem.ts'
import { serve } from '#kernel/serve.ts'
import { wordsIn } from '#kernel/words.ts'
import {
  announcedIn,
  atGathering,
  choosesOptions,
  type Kind,
  makeDraft,
  mayMove,
  textOf,
  unfitText,
  unmovable,
} from '#slices/decisions/index.ts'
import * as api from '../api.ts'
import * as rules from '../rules/motions.ts'
import * as store from '../store/motions.ts'
import { topicOf } from '../store/tables.ts'
import { facilitatorHere, kindOf, memberHere, pendingHeld, type Ruled } from './here.ts'

/** The kind that somebody may move here, and how many must second it. */
async function movable(
  call: { db: Parameters<typeof mayMove>[0]; now: string },
  me: Parameters<typeof mayMove>[1],
  { ruled, key }: { ruled: Ruled; key: string },
): Promise<{ kind: Kind; needed: number }> {
  const { circle, classes } = ruled
  const kind = ruled.kinds.find((one) => one.key === key)
  if (!kind) throw new Refused('no-such-kind')
  if (!(await mayMove(call.db, me, { circle: circle.id, kind, classes, now: call.now })))
    throw new Refused('not-your-kind', { kind: kind.name })
  allow(unmovable(kind))
  if (!kind.gathering && kind.talkDays > 0)
    throw new Refused('needs-days-of-talk', { kind: kind.name, days: kind.talkDays })
  return { kind, needed: atGathering(kind)?.seconds ?? 0 }
}

const move = serve(api.moveMotion, async (call) => {
  const { params, body, now } = call
  const { me, ruled } = await memberHere(call)
  const { kind: key, ...text } = body
  const { kind, needed } = await movable(call, me, { ruled, key })
  const { gathering } = params
  // Options may still be put forward; whether there are enough is asked at the vote.
  const early = unfitText({ ...text, options: text.options.length > 0 ? text.options : [] }, kind)
  if (early && early.refused !== 'options-missing' && early.refused !== 'too-many-seats')
    allow(early)
  const motion = await call.transact(async (tx) => {
    allow(rules.unlessFree(rules.pendingOf(await store.holdMotions(tx, gathering))))
    const given = { gathering, circle: ruled.circle.id, kind: key, over: null, needed, ...text }
    return store.insertMotion(tx, given, { by: me, now })
  }, topicOf(gathering))
  return { motion }
})

/** It is moved as it was announced; who supported it then are its seconders. */
const moveAnnounced = serve(api.moveAnnounced, async (call) => {
  const { params, body, now, db, caller } = call
  const { me, ruled } = await memberHere(call)
  const { circle, classes, kinds } = ruled
  const { gathering } = params
  const at = { now, words: wordsIn(caller.locale) }
  const announced = await announcedIn(db, { circle: circle.id, kinds }, at)
  const found = announced.find(({ decision }) => decision.id === body.decision)
  if (!found) throw new Refused('not-found')
  allow(found.unripe)
  const { kind: key, id } = found.decision
  const kind = kinds.find((one) => one.key === key)
  if (!kind) throw new Refused('no-such-kind')
  if (!(await mayMove(db, me, { circle: circle.id, kind, classes, now })))
    throw new Refused('not-your-kind', { kind: kind.name })
  const { title, question, options, seats } = await textOf(db, found.decision)
  const motion = await call.transact(async (tx) => {
    allow(rules.unlessFree(rules.pendingOf(await store.holdMotions(tx, gathering))))
    const text = { title, question, options, seats }
    const given = { gathering, circle: circle.id, kind: key, over: null, needed: 0, ...text }
    return store.insertMotion(tx, { ...given, announced: id }, { by: me, now })
  }, topicOf(gathering))
  return { motion }
})

const amend = serve(api.amendMotion, async (call) => {
  const { params, body, now } = call
  const { me, ruled } = await memberHere(call)
  const { gathering } = params
  const motion = await call.transact(async (tx) => {
    const { pending, one } = await pendingHeld(tx, params)
    if (one.row.announced) throw new Refused('stands-as-announced')
    if (choosesOptions(kindOf(ruled, one, call.caller.locale).method))
      throw new Refused('options-not-amended')
    allow(rules.unlessToAmend(pending, one.id))
    const stands = one.texts.at(-1)
    if (stands?.title === body.title && stands.question === body.question)
      throw new Refused('same-text')
    const { circle, kind, needed, seats } = one.row
    const given = { gathering, circle, kind, over: one.id, needed, seats, options: [], ...body }
    return store.insertMotion(tx, given, { by: me, now })
  }, topicOf(gathering))
  return { motion }
})

const addOption = serve(api.addOption, async (call) => {
  const { params, body, now } = call
  const { me, ruled } = await memberHere(call)
  await call.transact(async (tx) => {
    const { one } = await pendingHeld(tx, params)
    if (!choosesOptions(kindOf(ruled, one, call.caller.locale).method))
      throw new Refused('no-options-here', { kind: one.row.kind })
    if (one.row.announced) throw new Refused('stands-as-announced')
    if (one.state === 'voting') throw new Refused('vote-open')
    const { options } = one.row
    if (options.some(({ name }) => name === body.name))
      throw new Refused('option-there', { name: body.name })
    await store.setOptions(tx, one.row, [...options, body], { by: me, now })
  }, topicOf(params.gathering))
  return {}
})

const second = serve(api.secondMotion, async (call) => {
  const { params, now } = call
  const { me } = await memberHere(call)
  await call.transact(async (tx) => {
    const { one } = await pendingHeld(tx, params)
    allow(rules.unlessToSecond(one, me))
    await store.insertSecond(tx, one.row, { by: me, now })
  }, topicOf(params.gathering))
  return {}
})

const state = serve(api.stateMotion, async (call) => {
  const { params, now } = call
  const { me: by } = await facilitatorHere(call)
  await call.transact(async (tx) => {
    const { one } = await pendingHeld(tx, params)
    allow(rules.unlessToState(one))
    await store.putInto(tx, params.gathering, { ids: [one.id], state: 'stated' }, { by, now })
  }, topicOf(params.gathering))
  return {}
})

const fall = serve(api.letMotionFall, async (call) => {
  const { params, now } = call
  const { me: by } = await facilitatorHere(call)
  await call.transact(async (tx) => {
    const { pending, one } = await pendingHeld(tx, params)
    allow(rules.unlessUnseconded(one))
    const ids = rules.endingWith(pending, one.id)
    await store.putInto(tx, params.gathering, { ids, state: 'fell' }, { by, now })
  }, topicOf(params.gathering))
  return {}
})

const withdraw = serve(api.withdrawMotion, async (call) => {
  const { params, now } = call
  const { me: by } = await memberHere(call)
  return call.transact(async (tx) => {
    const { pending, one } = await pendingHeld(tx, params)
    const comes = allow(rules.withdrawing(pending, one.id, by))
    if (comes === 'leave-asked') {
      await store.setLeave(tx, one.row, true, { by, now })
      return { asked: true }
    }
    const ids = rules.endingWith(pending, one.id)
    await store.putInto(tx, params.gathering, { ids, state: 'withdrawn' }, { by, now })
    return { asked: false }
  }, topicOf(params.gathering))
})

const giveLeave = serve(api.giveLeave, async (call) => {
  const { params, now } = call
  const { me: by } = await facilitatorHere(call)
  await call.transact(async (tx) => {
    const { pending, one } = await pendingHeld(tx, params)
    allow(rules.unlessLeaveAsked(one))
    const ids = rules.endingWith(pending, one.id)
    await store.putInto(tx, params.gathering, { ids, state: 'withdrawn' }, { by, now })
  }, topicOf(params.gathering))
  return {}
})

const refuseLeave = serve(api.refuseLeave, async (call) => {
  const { params, now } = call
  const { me: by } = await memberHere(call)
  await call.transact(async (tx) => {
    const { one } = await pendingHeld(tx, params)
    allow(rules.unlessLeaveAsked(one))
    await store.setLeave(tx, one.row, false, { by, now })
  }, topicOf(params.gathering))
  return {}
})

const postpone = serve(api.postponeMotion, async (call) => {
  const { params, now } = call
  const { me: by, ruled } = await facilitatorHere(call)
  const { gathering } = params
  return call.transact(async (tx) => {
    const { pending, one } = await pendingHeld(tx, params)
    allow(rules.unlessToPostpone(pending))
    const [main = one] = pending
    const { row } = main
    const kind = ruled.kinds.find(({ key }) => key === row.kind)
    const stands = main.texts.at(-1)
    const ids = rules.endingWith(pending, main.id)
    const draft =
      kind && kind.mostDays > 0 && stands && !row.announced
        ? await makeDraft(
            tx,
            {
              circle: row.circle,
              kind: row.kind,
              follows: null,
              text: {
                title: stands.title,
                question: stands.question,
                options: row.options,
                seats: row.seats,
                why: '',
              },
            },
            { by: row.moved_by, now },
          )
        : null
    if (draft) await store.setDraft(tx, main.id, draft)
    await store.putInto(tx, gathering, { ids, state: 'postponed', more: { draft } }, { by, now })
    return { draft }
  }, topicOf(gathering))
})

export const movingServings = [
  move,
  moveAnnounced,
  amend,
  addOption,
  second,
  state,
  fall,
  withdraw,
  giveLeave,
  refuseLeave,
  postpone,
]
