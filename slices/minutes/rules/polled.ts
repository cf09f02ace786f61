/** Polls as minutes keep them: the question, what could be chosen, and how often each was. */
import type { Room } from '#slices/room/index.ts'
import type { Minutes, MinutesPoll } from './document.ts'
import { whoIs } from './who.ts'

type Poll = Room['polls'][number]
type Given = Poll['answers'][string]

function asWords({ kind, options }: Poll, answer: Given): string {
  const option = (place: number) => options[place] ?? String(place)
  if (Array.isArray(answer)) return answer.map(option).join(', ')
  return typeof answer === 'number' && kind === 'one' ? option(answer) : String(answer)
}

function pollOf(poll: Poll, who: (id: string) => string): MinutesPoll {
  const { id, question, kind, options, anonymous, by, item, tally } = poll
  const named = anonymous ? [] : Object.entries(poll.answers)
  return {
    id,
    question,
    kind,
    options: [...options],
    anonymous,
    by: who(by),
    item,
    answers: tally?.answers ?? poll.answered.length,
    counts: [...(tally?.counts ?? [])],
    words: [...(tally?.words ?? [])],
    named: named.map(([one, answer]) => ({ who: who(one), answer: asWords(poll, answer) })),
  }
}

/** The polls of a room; one that was never closed has no result. */
export function pollsOf(room: Room): Minutes['polls'] {
  const { who } = whoIs(room)
  return room.polls.map((poll) => pollOf(poll, who))
}
