/** Keeping threads, over HTTP. */
import { isRefusal } from '#kernel/change.ts'
import { allow, Refused } from '#kernel/problem.ts'
import { serve } from '#kernel/serve.ts'
import { meIn } from '#kernel/session.ts'
import * as api from '../api/keeping.ts'
import { mayMerge, splitOff } from '../rules/moving.ts'
import { mayRename, maySay } from '../rules/thread.ts'
import { commentsOf, hideComment } from '../store/comments.ts'
import { mergeInto, splitInto } from '../store/moving.ts'
import { keepsThread } from '../store/rights.ts'
import * as store from '../store/threads.ts'
import { heldComment, heldThread } from './holding.ts'

const rename = serve(api.renameThread, async (call) => {
  const { params, body, now, caller } = call
  const me = meIn(caller)
  await call.transact(async (tx) => {
    const thread = await heldThread(tx, params.thread)
    allow(maySay(thread))
    allow(mayRename(thread, me, await keepsThread(tx, caller, thread)))
    if (thread.title !== body.title)
      await store.renameThread(tx, thread, body.title, { by: me, now })
  })
  return {}
})

const hide = serve(api.hideSaid, async (call) => {
  const { params, body, now } = call
  const by = { by: meIn(call.caller), now }
  await call.transact(async (tx) => {
    const { thread, comment } = await heldComment(tx, params)
    if ((comment.hidden_at === null) !== (body.why === null))
      await hideComment(tx, thread, comment, body.why, by)
  })
  return {}
})

const lock = serve(api.lockThread, async (call) => {
  const { params, body, now } = call
  const by = { by: meIn(call.caller), now }
  await call.transact(async (tx) => {
    const thread = await heldThread(tx, params.thread)
    allow(maySay({ ...thread, locked_at: null }))
    if (body.why !== null || thread.locked_at !== null)
      await store.lockThread(tx, thread, body.why, by)
  })
  return {}
})

const split = serve(api.splitThread, async (call) => {
  const { params, body, now } = call
  const by = { by: meIn(call.caller), now }
  const thread = await call.transact(async (tx) => {
    const from = await heldThread(tx, params.thread)
    allow(maySay({ ...from, locked_at: null }))
    const chosen = { ids: body.comments, answers: body.answers }
    const parts = splitOff(await commentsOf(tx, from.id), chosen)
    if (isRefusal(parts)) throw new Refused(parts.refused)
    const making = { circle: from.circle, title: body.title, source: null, split: from.id }
    const id = await store.makeThread(tx, making, by)
    await splitInto(tx, from, await heldThread(tx, id), parts, by)
    return id
  })
  return { thread }
})

const merge = serve(api.mergeThread, async (call) => {
  const { params, body, now } = call
  const by = { by: meIn(call.caller), now }
  await call.transact(async (tx) => {
    // In one order, so that two who merge crosswise do not wait for each other.
    const [first, second] = [params.thread, body.into].toSorted()
    const held = [
      await heldThread(tx, first ?? body.into),
      await heldThread(tx, second ?? body.into),
    ]
    const from = held.find(({ id }) => id === params.thread)
    const into = held.find(({ id }) => id === body.into)
    if (!from || !into) throw new Refused('not-found')
    allow(mayMerge(from, into))
    await mergeInto(tx, from, into, by)
  })
  return {}
})

export const keepingServings = [rename, hide, lock, split, merge]
