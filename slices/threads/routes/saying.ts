/** Saying something in threads, over HTTP. */
import type { Transaction } from '#kernel/database.ts'
import { allow } from '#kernel/problem.ts'
import { type Call, serve } from '#kernel/serve.ts'
import { isIdOf } from '#kernel/ids.ts'
import { meIn } from '#kernel/session.ts'
import { type PersonId, namesOf } from '#slices/people/index.ts'
import * as api from '../api/saying.ts'
import { mentionsIn } from '../rules/mentions.ts'
import * as rules from '../rules/thread.ts'
import * as store from '../store/comments.ts'
import { beginFollowing, insideOf } from '../store/following.ts'
import { wordStanding } from '../store/standings.ts'
import type { By, Comment, CommentId, Thread } from '../store/tables.ts'
import { tellOf } from '../timers/notices.ts'
import { heldComment, heldThread } from './holding.ts'

const isPerson = isIdOf('per')

/** Whom of its circle a text names. */
async function namedIn(
  tx: Transaction,
  { circle }: Thread,
  text: string,
  author: PersonId,
): Promise<PersonId[]> {
  if (!text.includes('@')) return []
  const names = await namesOf(tx, await insideOf(tx, circle))
  const people = [...names].map(([id, { name }]) => ({ id, name }))
  return mentionsIn(text, people, author).filter(isPerson)
}

/** Says it, lets those follow whom it concerns, and lets notices be written. */
export async function say(
  { hall }: Pick<Call, 'hall'>,
  tx: Transaction,
  thread: Thread,
  { text, answers, by, now }: { text: string; answers: CommentId | null } & By,
): Promise<Comment> {
  const mentions = await namedIn(tx, thread, text, by)
  const comment = await store.addComment(tx, thread, { text, answers, mentions }, { by, now })
  await beginFollowing(tx, thread.id, [by, ...mentions], now)
  await tellOf(hall, tx, comment)
  return comment
}

const sayIt = serve(api.sayInThread, async (call) => {
  const { params, body, now } = call
  const me = meIn(call.caller)
  const { id: comment, number } = await call.transact(async (tx) => {
    const thread = await heldThread(tx, params.thread)
    allow(rules.maySay(thread))
    if (body.answers) {
      const { comment: answered } = await heldComment(tx, {
        thread: params.thread,
        comment: body.answers,
      })
      allow(rules.mayPointAt(answered))
    }
    return say(call, tx, thread, { ...body, by: me, now })
  })
  return { comment, number }
})

const change = serve(api.changeSaid, async (call) => {
  const { params, body, now, hall } = call
  const me = meIn(call.caller)
  await call.transact(async (tx) => {
    const { thread, comment } = await heldComment(tx, params)
    allow(rules.mayRewrite(comment, thread, me))
    if (comment.text === body.text) return
    const mentions = await namedIn(tx, thread, body.text, me)
    const by = { by: me, now }
    await store.changeComment(tx, thread, comment, { text: body.text, mentions }, by)
    const fresh = mentions.filter((person) => !comment.mentions.includes(person))
    await beginFollowing(tx, thread.id, fresh, now)
    if (fresh.length > 0) await tellOf(hall, tx, { ...comment, mentions: fresh }, true)
  })
  return {}
})

const takeBack = serve(api.takeSaidBack, async (call) => {
  const { params, now } = call
  const me = meIn(call.caller)
  await call.transact(async (tx) => {
    const { thread, comment } = await heldComment(tx, params)
    allow(rules.mayTakeBack(comment, me))
    if (comment.taken_at === null) await store.takeBack(tx, thread, comment, { by: me, now })
  })
  return {}
})

const react = serve(api.reactToSaid, async (call) => {
  const { params, body, now } = call
  const by = { by: meIn(call.caller), now }
  await call.transact(async (tx) => {
    const { comment } = await heldComment(tx, params)
    allow(rules.mayPointAt(comment))
    await store.reactTo(tx, comment, body, by)
  })
  return {}
})

const mark = serve(api.markSaid, async (call) => {
  const { params, body, now } = call
  const by = { by: meIn(call.caller), now }
  await call.transact(async (tx) => {
    const { thread, comment } = await heldComment(tx, params)
    allow(rules.maySay(thread))
    allow(rules.mayPointAt(comment))
    if (comment.mark !== body.as) await store.markComment(tx, thread, comment, body.as, by)
  })
  return {}
})

const word = serve(api.wordThreadStanding, async (call) => {
  const { params, body, now } = call
  const by = { by: meIn(call.caller), now }
  const number = await call.transact(async (tx) => {
    const thread = await heldThread(tx, params.thread)
    allow(rules.maySay(thread))
    allow(rules.mayWord(thread.standing, body.seen))
    return wordStanding(tx, thread, body.text, by)
  })
  return { number }
})

export const sayingServings = [sayIt, change, takeBack, react, mark, word]
