/** Opening, answering and closing quick polls (the law stands in polls.ts). */
import { type Change, happenAll, refuse } from '#kernel/change.ts'
import { answerFits } from './answers.ts'
import type { Who } from './call.ts'
import { isFacilitator, unlessFacilitator, unlessHere } from './glance.ts'
import { pollAnswered, pollClosed, pollOpened } from './polls.ts'
import type { Answer, Poll, Room, Tally } from './state.ts'
import { answersStandApart } from './tally.ts'

export function pollOf(room: Room, id: string): Poll | undefined {
  return room.polls.find((poll) => poll.id === id)
}

export type Asking = Pick<Poll, 'id' | 'question' | 'kind' | 'options' | 'anonymous' | 'results'>

/** A facilitator opens a poll. */
export function openPoll(room: Room, by: Who, { id, options, ...asking }: Asking): Change {
  const refusal = unlessFacilitator(room, by)
  if (refusal) return refusal
  const choosing = asking.kind === 'one' || asking.kind === 'several'
  if (choosing && new Set(options).size < 2) return refuse('too-few-options')
  if (room.polls.filter(({ closedAt }) => !closedAt).length >= 5) return refuse('too-many-polls')
  return happenAll(
    pollOpened.of({ ...asking, poll: id, options: choosing ? [...options] : [], by }),
  )
}

/** Answers a poll, or changes a named answer. The fact carries the answer only if all may see it now. */
export function answerPoll(room: Room, who: Who, id: string, answer: Answer): Change {
  const refusal = unlessHere(room, who)
  if (refusal) return refusal
  const poll = pollOf(room, id)
  if (!poll) return refuse('no-such-poll')
  if (poll.closedAt) return refuse('poll-closed')
  if (poll.anonymous && poll.answered.includes(who)) return refuse('already-answered')
  if (!answerFits(poll, answer)) return refuse('answer-does-not-fit')
  const shown = typeof answer === 'object' ? [...answer] : answer
  return happenAll(
    pollAnswered.of({ poll: id, who, ...(answersStandApart(poll) ? {} : { answer: shown }) }),
  )
}

/** What stood apart, put into the record at the close. */
export type Apart = { tally?: Tally | null; answers?: readonly { who: Who; answer: Answer }[] }

/** A facilitator or the author closes a poll. */
export function closePoll(room: Room, by: Who, id: string, apart: Apart): Change {
  const refusal = unlessHere(room, by)
  if (refusal) return refusal
  const poll = pollOf(room, id)
  if (!poll) return refuse('no-such-poll')
  if (poll.by !== by && !isFacilitator(room, by)) return refuse('only-facilitators')
  return poll.closedAt ? happenAll() : happenAll(closing(poll, by, apart))
}

/** The fact of a close. */
export function closing(poll: Poll, by: Who | null, { tally, answers }: Apart) {
  const named = answers?.map(({ who, answer }) => ({
    who,
    answer: typeof answer === 'object' ? [...answer] : answer,
  }))
  const counts = tally
    ? { answers: tally.answers, counts: [...tally.counts], words: [...tally.words] }
    : null
  return pollClosed.of({
    poll: poll.id,
    by,
    ...(poll.anonymous ? { tally: counts } : {}),
    ...(!poll.anonymous && named ? { answers: named } : {}),
  })
}
