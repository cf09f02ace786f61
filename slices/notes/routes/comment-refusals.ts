/** Why somebody can't comment so, and what to do next. */
import type { RefusalMeanings } from '#kernel/problem.ts'

export const commentRefusals: RefusalMeanings = {
  'only-reads': {
    status: 403,
    say: /*i18n*/ {
      id: 'notes.only-reads',
      message:
        'You can read this note, but not comment on it. Say your name if it is asked for, or ask somebody of its circle.',
    },
  },
  'words-changed': {
    status: 409,
    say: /*i18n*/ {
      id: 'notes.words-changed',
      message: 'These words changed while you wrote; choose them again.',
    },
  },
  'too-many-comments': {
    status: 409,
    say: /*i18n*/ {
      id: 'notes.too-many-comments',
      message: 'Very much was said here already. Go on in a note of its own, or meet.',
    },
  },
  'comment-not-yours': {
    status: 403,
    say: /*i18n*/ {
      id: 'notes.comment-not-yours',
      message: 'Somebody else wrote this. Answer it instead.',
    },
  },
  'comment-gone': {
    status: 409,
    say: /*i18n*/ {
      id: 'notes.comment-gone',
      message: 'This was taken back or hidden. Write a new comment instead.',
    },
  },
  'talk-not-yours': {
    status: 403,
    say: /*i18n*/ {
      id: 'notes.talk-not-yours',
      message:
        'Who began this, or somebody who may write here, can resolve it. Answer that it is done.',
    },
  },
  'one-text-only': {
    status: 422,
    say: /*i18n*/ {
      id: 'notes.one-text-only',
      message:
        'Choose words of one paragraph, without a name or a line break in them, to suggest others.',
    },
  },
  'nothing-suggested': {
    status: 422,
    say: /*i18n*/ {
      id: 'notes.nothing-suggested',
      message: 'These words stand there already. Change them, or comment instead.',
    },
  },
  'no-suggestion': {
    status: 409,
    say: /*i18n*/ {
      id: 'notes.no-suggestion',
      message: 'This is a comment, not a suggestion of other words. Answer or resolve it.',
    },
  },
  'suggestion-closed': {
    status: 409,
    say: /*i18n*/ {
      id: 'notes.suggestion-closed',
      message: 'This suggestion was accepted, refused or taken back already. Make a new one.',
    },
  },
  'suggestion-stale': {
    status: 409,
    say: /*i18n*/ {
      id: 'notes.suggestion-stale',
      message:
        'The words that this was for have changed. Whoever suggested it can look at it again.',
    },
  },
}
