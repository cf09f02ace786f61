/** Asking a poll and keeping it: load, ask the rule, save, tell. */
import type { z } from 'zod'
import { allow, Refused } from '#kernel/problem.ts'
import { serve } from '#kernel/serve.ts'
import { meIn } from '#kernel/session.ts'
import { instantAt } from '#slices/gatherings/index.ts'
import { threadFor } from '#slices/threads/index.ts'
import * as api from '../api/asking.ts'
import type { AskedGiven } from '../api/shapes.ts'
import * as rules from '../rules/poll.ts'
import * as store from '../store/polls.ts'
import { writeLetters } from '../timers/letters.ts'
import { heldPoll } from './holding.ts'

type Given = z.output<typeof AskedGiven>

/** What is asked: the text, and the times as instants. Only a time poll has times, in a zone. */
function askedIn(form: rules.Form, { times, zone, ...text }: Given) {
  if (form !== 'time') return { text: { ...text, zone: null }, slots: [] }
  const own = zone ?? 'UTC'
  const slots = times.map(({ starts, minutes }) => ({ startsAt: instantAt(starts, own), minutes }))
  return { text: { ...text, zone: own }, slots }
}

const ask = serve(api.askPoll, async (call) => {
  const { params, body, now, db, hall } = call
  const me = meIn(call.caller)
  const { circle } = params
  const { form, thread: of, ...given } = body
  const { text, slots } = askedIn(form, given)
  allow(rules.unfit({ form, slots, ...text }, now))
  const thread = of && (await threadFor(db, me, of))
  if (of && thread?.circle !== circle) throw new Refused('not-found')
  const poll = await call.transact(async (tx) => {
    allow(rules.mayAsk(await store.openOf(tx, circle, me)))
    const asking = { ...text, circle, form, thread: thread?.id ?? null }
    const id = await store.makePoll(tx, asking, slots, { by: me, now })
    await writeLetters(hall, tx, { poll: id, about: 'asked', but: me })
    return id
  }, `polls:${circle}:${me}`)
  return { poll }
})

const change = serve(api.changePoll, async ({ params, body, now, caller, transact }) => {
  await transact(async (tx) => {
    const { poll, standing } = await heldPoll(tx, params.poll)
    allow(rules.mayChange(standing, now))
    const { text, slots } = askedIn(poll.form, body)
    allow(rules.unfit({ form: poll.form, slots, ...text }, now))
    await store.changePoll(tx, poll, { text, slots }, { by: caller.person, now })
  })
  return {}
})

const move = serve(api.movePollClose, async ({ params, body, now, caller, transact }) => {
  await transact(async (tx) => {
    const { poll, standing, slots } = await heldPoll(tx, params.poll)
    allow(rules.moveClose(standing, { closesAt: body.closesAt, slots }, now))
    await store.moveClose(tx, poll, body.closesAt, { by: caller.person, now })
  })
  return {}
})

const close = serve(api.closePoll, async ({ params, now, caller, transact }) => {
  await transact(async (tx) => {
    const { poll, standing } = await heldPoll(tx, params.poll)
    allow(rules.mayAnswer(standing, now))
    await store.closePoll(tx, poll, { by: caller.person, now })
  })
  return {}
})

const reopen = serve(api.reopenPoll, async ({ params, body, now, caller, transact, hall }) => {
  await transact(async (tx) => {
    const { poll, standing, slots } = await heldPoll(tx, params.poll)
    allow(rules.reopen(standing, { closesAt: body.closesAt, slots }, now))
    await store.reopenPoll(tx, poll, body.closesAt, { by: caller.person, now })
    const which = `${poll.moved + 1}`
    await writeLetters(hall, tx, { poll: poll.id, about: 'reopened', which, but: caller.person })
  })
  return {}
})

const withdraw = serve(api.withdrawPoll, async ({ params, body, now, caller, transact, hall }) => {
  await transact(async (tx) => {
    const { poll, standing } = await heldPoll(tx, params.poll)
    allow(rules.mayWithdraw(standing))
    await store.withdrawPoll(tx, poll, body.why, { by: caller.person, now })
    await writeLetters(hall, tx, { poll: poll.id, about: 'withdrawn', but: caller.person })
  })
  return {}
})

const sum = serve(api.sumPoll, async ({ params, body, now, caller, transact, hall }) => {
  await transact(async (tx) => {
    const { poll, standing } = await heldPoll(tx, params.poll)
    allow(rules.maySum(standing, now))
    await store.sumPoll(tx, poll, body.summary, { by: caller.person, now })
    await writeLetters(hall, tx, { poll: poll.id, about: 'summed', but: caller.person })
  })
  return {}
})

export const askingServings = [ask, change, move, close, reopen, withdraw, sum]
