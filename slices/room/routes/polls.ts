/** Quick polls. */
import { newId } from '#kernel/ids.ts'
import { allow, Refused } from '#kernel/problem.ts'
import { serve } from '#kernel/serve.ts'
import * as api from '../api.ts'
import * as polls from '../rules/asking.ts'
import { answersStandApart } from '../rules/tally.ts'
import { keepApart, takeApart } from '../store/answers.ts'
import { happenIn } from '../store/changes.ts'
import { inRoom } from './in-room.ts'

const open = serve(api.openAPoll, (call) =>
  inRoom(call, async (inside) => {
    const id = newId('pol', Date.parse(call.now))
    const change = polls.openPoll(inside.room, inside.who, { ...call.body, id })
    const { seq } = await happenIn(inside, change)
    return { seq, poll: id }
  }),
)

/**
 * An answer is never kept for a repeat key: what such a key remembers, the caller beside a hash of
 * the request, would tie an anonymous answer to who gave it. Answering is safe to send again as it is.
 */
const answer = serve(api.answerAPoll, ({ hall, params, body, ...call }) =>
  inRoom(
    { ...call, params, transact: (work, turn) => hall.transact(work, turn) },
    async (inside) => {
      const { room, who, tx, gathering } = inside
      const change = allow(polls.answerPoll(room, who, params.poll, body.answer))
      const poll = polls.pollOf(room, params.poll)
      if (poll && answersStandApart(poll)) {
        await keepApart(tx, gathering, poll, { who, answer: body.answer })
      }
      const { seq } = await happenIn(inside, change)
      return { seq }
    },
  ),
)

const close = serve(api.closeAPoll, (call) =>
  inRoom(call, async (inside) => {
    const { room, who, tx } = inside
    const poll = polls.pollOf(room, call.params.poll)
    if (!poll) throw new Refused('no-such-poll')
    allow(polls.closePoll(room, who, poll.id, {}))
    const apart = poll.closedAt ? {} : await takeApart(tx, poll)
    const { seq } = await happenIn(inside, polls.closePoll(room, who, poll.id, apart))
    return { seq }
  }),
)

export const pollServings = [open, answer, close]
