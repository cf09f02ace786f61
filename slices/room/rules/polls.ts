/**
 * Quick polls: a sense of the room, not a decision.
 * 1. Kinds: yes/no/abstain; one of the options; several of them; a scale from 0 to 5; open words.
 * 2. Named: who answered what is seen, at once or at the close as the poll says, and an answer may
 *    be changed until the close.
 * 3. Anonymous: the record holds only who answered. The answers stand apart, added up, without who,
 *    time or order; results come at the close; an answer can't be changed, for nobody knows which it was.
 * 4. Everybody in the room answers at most once, the author too; who comes late may answer.
 * 5. A facilitator opens and closes polls; so may the author. Open polls are closed with the gathering.
 */
import { z } from 'zod'
import { answerFits } from './answers.ts'
import { Who } from './call.ts'
import { itemNow } from './glance.ts'
import { happening, withKey } from './happening.ts'
import { type Poll, POLL_KINDS, type Room } from './state.ts'
import { tallyOf } from './tally.ts'

export const AnswerSchema = z.union([
  z.string().max(4000),
  z.number().int(),
  z.array(z.number().int()).max(50),
])
const TallySchema = z.object({
  answers: z.number().int(),
  counts: z.array(z.number().int()),
  words: z.array(z.string()),
})
const PollId = z.string().regex(/^pol_\w{1,60}$/)

function withPoll(room: Room, id: string, change: (poll: Poll) => Poll): Room {
  const place = room.polls.findIndex((poll) => poll.id === id)
  const poll = room.polls[place]
  return poll && !poll.closedAt ? { ...room, polls: room.polls.with(place, change(poll)) } : room
}

export const pollOpened = happening(
  'poll.opened',
  z.object({
    poll: PollId,
    question: z.string(),
    kind: z.enum(POLL_KINDS),
    options: z.array(z.string()).max(50),
    anonymous: z.boolean(),
    results: z.enum(['live', 'close']),
    by: Who,
  }),
  (room, { poll, ...given }, { at }) => {
    if (room.polls.some(({ id }) => id === poll)) return room
    const results = given.anonymous ? 'close' : given.results
    const item = itemNow(room)?.id ?? null
    const opened: Poll = {
      ...given,
      id: poll,
      results,
      item,
      openedAt: at,
      closedAt: null,
      answered: [],
      answers: {},
      tally: null,
    }
    return { ...room, polls: [...room.polls, opened] }
  },
)

export const pollAnswered = happening(
  'poll.answered',
  z.object({ poll: PollId, who: Who, answer: AnswerSchema.nullish() }),
  (room, { poll, who, answer }) =>
    withPoll(room, poll, (one) => {
      const answered = one.answered.includes(who) ? one.answered : [...one.answered, who]
      if (one.results === 'close' || answer === null || answer === undefined)
        return { ...one, answered }
      if (!answerFits(one, answer)) return one
      return { ...one, answered, answers: withKey(one.answers, who, answer) }
    }),
)

export const pollClosed = happening(
  'poll.closed',
  z.object({
    poll: PollId,
    by: Who.nullish(),
    /** What was added up apart: of an anonymous poll. */
    tally: TallySchema.nullish(),
    /** Who answered what: of a named poll with its results at the close. */
    answers: z.array(z.object({ who: Who, answer: AnswerSchema })).nullish(),
  }),
  (room, { poll, tally, answers }, { at }) =>
    withPoll(room, poll, (one) => {
      const apart = Object.fromEntries((answers ?? []).map(({ who, answer }) => [who, answer]))
      const named = one.anonymous ? {} : one.results === 'live' ? one.answers : apart
      const counts = one.anonymous ? (tally ?? null) : tallyOf(one, Object.values(named))
      return { ...one, closedAt: at, answers: named, tally: counts }
    }),
)

export const pollHappenings = [pollOpened, pollAnswered, pollClosed]
