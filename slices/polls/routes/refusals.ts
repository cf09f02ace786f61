/** Why a poll can't be asked, answered or ended so, and what to do next. */
import type { RefusalMeanings } from '#kernel/problem.ts'

export const refusals: RefusalMeanings = {
  'poll-over': {
    status: 409,
    say: /*i18n*/ {
      id: 'polls.refused.closed',
      message:
        'This poll is closed. Ask whoever asked it, or a steward, to open it again if it matters.',
    },
  },
  'poll-withdrawn': {
    status: 409,
    say: /*i18n*/ {
      id: 'polls.refused.withdrawn',
      message: 'This poll was withdrawn; its page says why. Ask a new one if it still matters.',
    },
  },
  'poll-open-still': {
    status: 409,
    say: /*i18n*/ {
      id: 'polls.refused.open-still',
      message: 'This poll is still open. Close it first, or wait until it closes.',
    },
  },
  'poll-answered': {
    status: 409,
    say: /*i18n*/ {
      id: 'polls.refused.answered',
      message:
        'Somebody has answered already, so what is asked stands. Withdraw it and ask anew if it is wrong.',
    },
  },
  'answers-not-yours': {
    status: 403,
    say: /*i18n*/ {
      id: 'polls.refused.not-inside',
      message:
        'Only members of this circle, and delegates there, answer its polls. You may read and keep it.',
    },
  },
  'answer-missing': {
    status: 422,
    say: /*i18n*/ {
      id: 'polls.refused.answer-missing',
      message: 'There is no answer in this yet. Say something, or take your answer back.',
    },
  },
  'answer-too-long': {
    status: 422,
    say: /*i18n*/ {
      id: 'polls.refused.answer-long',
      message: 'That is longer than {most} characters. Say it shorter, or begin a thread.',
    },
  },
  'no-times': {
    status: 422,
    say: /*i18n*/ {
      id: 'polls.refused.no-times',
      message: 'There is no time to choose from. Add one at least.',
    },
  },
  'too-many-times': {
    status: 422,
    say: /*i18n*/ {
      id: 'polls.refused.many-times',
      message: 'These are {count} times; nobody answers more than {most}. Leave some out.',
    },
  },
  'time-past': {
    status: 422,
    say: /*i18n*/ {
      id: 'polls.refused.time-past',
      message: 'A time lies in the past. Take it out, or choose a later one.',
    },
  },
  'time-twice': {
    status: 422,
    say: /*i18n*/ {
      id: 'polls.refused.time-twice',
      message:
        'A time stands there twice. Take one out; on a night when the clock changes two hours can be the same.',
    },
  },
  'time-unknown': {
    status: 422,
    say: /*i18n*/ {
      id: 'polls.refused.time-unknown',
      message: 'That is not one of the times of this poll. Load the page again and choose.',
    },
  },
  'times-at-once': {
    status: 422,
    say: /*i18n*/ {
      id: 'polls.refused.times-at-once',
      message: 'In a time poll answers are seen as they come. Hide the names if that is too much.',
    },
  },
  'names-in-rounds': {
    status: 422,
    say: /*i18n*/ {
      id: 'polls.refused.names-in-rounds',
      message: 'In a question round everybody speaks by name. Let answers show after one’s own.',
    },
  },
  'closes-too-soon': {
    status: 422,
    say: /*i18n*/ {
      id: 'polls.refused.too-soon',
      message: 'It would close before anybody can answer. Leave a quarter of an hour at least.',
    },
  },
  'closes-too-late': {
    status: 422,
    say: /*i18n*/ {
      id: 'polls.refused.too-late',
      message: 'That is more than a year ahead. Let it close earlier.',
    },
  },
  'closes-after-times': {
    status: 422,
    say: /*i18n*/ {
      id: 'polls.refused.after-times',
      message: 'It would close after its last time has begun. Let it close before that.',
    },
  },
  'many-polls-open': {
    status: 409,
    say: /*i18n*/ {
      id: 'polls.refused.many',
      message: 'You have {most} polls open in this circle. Close one before you ask another.',
    },
  },
  'no-summary-here': {
    status: 422,
    say: /*i18n*/ {
      id: 'polls.refused.no-summary',
      message: 'A time poll ends as a gathering, not with a summary. Choose one of its times.',
    },
  },
  'gathering-stands': {
    status: 409,
    say: /*i18n*/ {
      id: 'polls.refused.gathering-stands',
      message:
        'A gathering was called from this poll already. Change its time, or call it off first.',
    },
  },
}
