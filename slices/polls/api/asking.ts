/** Asking a poll, and keeping it until its end. */
import { z } from 'zod'
import { InstantSchema } from '#kernel/clock.ts'
import { operation } from '#kernel/operation.ts'
import { line, paragraphs } from '#kernel/text.ts'
import { GatheringId } from '#slices/gatherings/api.ts'
import { ThreadId } from '#slices/threads/api/shapes.ts'
import { SUMMARY_LENGTH } from '../rules/poll.ts'
import { AskedGiven, Form, ofCircle, ofPoll, PollId, SlotId } from './shapes.ts'

const CLOSE = ['closes-too-soon', 'closes-too-late', 'closes-after-times']
const ASKED = [
  ...CLOSE,
  'no-times',
  'too-many-times',
  'time-past',
  'time-twice',
  'names-in-rounds',
  'times-at-once',
]

export const askPoll = operation({
  method: 'POST',
  path: '/circles/{circle}/polls',
  summary: 'Ask a circle: which time suits, how a statement sounds, or what everybody thinks',
  who: 'member-of-circle',
  params: ofCircle,
  body: AskedGiven.extend({
    form: Form,
    thread: ThreadId.nullable()
      .default(null)
      .meta({ description: 'The thread that it is asked out of, which is told' }),
  }),
  output: z.object({ poll: PollId }),
  refusals: [...ASKED, 'many-polls-open', 'not-found'],
  limit: { count: 30, seconds: 600 },
})

export const changePoll = operation({
  method: 'PUT',
  path: '/polls/{poll}',
  summary: 'Ask something else, as long as nobody has answered',
  who: 'keeps-poll',
  params: ofPoll,
  body: AskedGiven,
  refusals: [...ASKED, 'poll-answered', 'poll-over', 'poll-withdrawn'],
})

export const movePollClose = operation({
  method: 'PUT',
  path: '/polls/{poll}/close',
  summary: 'Let it close earlier or later',
  who: 'keeps-poll',
  params: ofPoll,
  body: z.object({ closesAt: InstantSchema }),
  refusals: [...CLOSE, 'poll-over', 'poll-withdrawn'],
})

export const closePoll = operation({
  method: 'POST',
  path: '/polls/{poll}/close',
  summary: 'Close it now',
  who: 'keeps-poll',
  params: ofPoll,
  refusals: ['poll-over', 'poll-withdrawn'],
})

export const reopenPoll = operation({
  method: 'POST',
  path: '/polls/{poll}/open',
  summary: 'Open it again until a time; not while a gathering stands that was called from it',
  who: 'keeps-poll',
  params: ofPoll,
  body: z.object({ closesAt: InstantSchema }),
  refusals: [...CLOSE, 'poll-open-still', 'poll-withdrawn', 'gathering-stands'],
})

export const withdrawPoll = operation({
  method: 'POST',
  path: '/polls/{poll}/withdraw',
  summary: 'Withdraw it, with a reason that everybody in the circle reads',
  who: 'keeps-poll',
  params: ofPoll,
  body: z.object({ why: line(300) }),
  refusals: ['poll-withdrawn', 'gathering-stands'],
})

export const sumPoll = operation({
  method: 'PUT',
  path: '/polls/{poll}/summary',
  summary: 'Say in words what came of a sense check or a question round',
  who: 'keeps-poll',
  params: ofPoll,
  body: z.object({ summary: paragraphs(SUMMARY_LENGTH) }),
  refusals: ['no-summary-here', 'poll-open-still', 'poll-withdrawn'],
})

export const callFromPoll = operation({
  method: 'POST',
  path: '/polls/{poll}/gathering',
  summary: 'Choose a time: a gathering is called, and what people answered is their answer to it',
  who: 'keeps-poll',
  params: ofPoll,
  body: z.object({ slot: SlotId }),
  output: z.object({ gathering: GatheringId }),
  refusals: [
    'time-unknown',
    'time-past',
    'poll-withdrawn',
    'gathering-stands',
    'not-yours-to-call',
    'starts-in-the-past',
  ],
})
