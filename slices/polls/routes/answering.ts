/** Answering a poll, and taking an answer back. */
import { allow, Refused } from '#kernel/problem.ts'
import { serve } from '#kernel/serve.ts'
import { meIn } from '#kernel/session.ts'
import { isInside } from '#slices/circles/index.ts'
import * as api from '../api/answering.ts'
import { mayAnswer, unfitAnswer } from '../rules/poll.ts'
import { saveAnswer, takeBack } from '../store/answers.ts'
import { heldPoll } from './holding.ts'

const answer = serve(api.answerPoll, async ({ params, body, now, caller, transact }) => {
  const person = meIn(caller)
  await transact(async (tx) => {
    const { poll, standing, rows } = await heldPoll(tx, params.poll)
    allow(mayAnswer(standing, now))
    if (!(await isInside(tx, person, poll.circle))) throw new Refused('answers-not-yours')
    const { form } = poll
    const stance = form === 'sense' ? body.stance : null
    const each = new Map(body.marks.map((one) => [one.slot, one]))
    const marks = form === 'time' ? [...each.values()] : []
    if (marks.some(({ slot }) => !rows.some(({ id }) => id === slot)))
      throw new Refused('time-unknown')
    allow(unfitAnswer(form, { stance, text: body.text, marks: marks.length }))
    await saveAnswer(tx, poll, { stance, text: body.text, marks }, { person, now })
  })
  return {}
})

const withdraw = serve(api.takeAnswerBack, async ({ params, now, caller, transact }) => {
  const person = meIn(caller)
  await transact(async (tx) => {
    const { poll, standing } = await heldPoll(tx, params.poll)
    allow(mayAnswer(standing, now))
    await takeBack(tx, poll, { person, now })
  })
  return {}
})

export const answeringServings = [answer, withdraw]
