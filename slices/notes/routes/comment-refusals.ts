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
}
