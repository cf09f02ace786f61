/** The refusals that any operation may answer. */
import type { RefusalMeanings } from './problem.ts'

export const kernelRefusals: RefusalMeanings = {
  'something-broke': {
    status: 400,
    say: /*i18n*/ {
      id: 'kernel.something-broke',
      message: 'Something broke on our side. Nothing of yours was lost; try again in a moment.',
    },
  },
  'not-understood': {
    status: 422,
    say: /*i18n*/ {
      id: 'kernel.not-understood',
      message:
        'Part of this could not be understood. See what is marked, mend it and send it again.',
    },
  },
  'not-found': {
    status: 404,
    say: /*i18n*/ {
      id: 'kernel.not-found',
      message: 'There is nothing here, or it is not for you to see. Check the link, or sign in.',
    },
  },
  'not-json': {
    status: 400,
    say: /*i18n*/ {
      id: 'kernel.not-json',
      message: 'The body must be valid JSON, sent as application/json.',
    },
  },
  'not-utf8': {
    status: 400,
    say: /*i18n*/ {
      id: 'kernel.not-utf8',
      message: 'This is not valid UTF-8 text. Save it as UTF-8 and send it again.',
    },
  },
  'too-large': {
    status: 413,
    say: /*i18n*/ {
      id: 'kernel.too-large',
      message: 'This is too large: at most {max, number} bytes. Make it shorter and send it again.',
    },
  },
  'too-often': {
    status: 429,
    say: /*i18n*/ {
      id: 'kernel.too-often',
      message:
        'That was very often in a short time. Try again in {wait, plural, one {# second} other {# seconds}}.',
    },
  },
  'sign-in-first': {
    status: 401,
    say: /*i18n*/ {
      id: 'kernel.sign-in-first',
      message: 'This is for people who are known here. Sign in, then try again.',
    },
  },
  'not-allowed': {
    status: 403,
    say: /*i18n*/ {
      id: 'kernel.not-allowed',
      message: 'This is not for you to do here. Ask a facilitator or a steward.',
    },
  },
  'foreign-origin': {
    status: 403,
    say: /*i18n*/ {
      id: 'kernel.foreign-origin',
      message: 'This came from another site. Open the hall itself and do it there.',
    },
  },
  'key-reused': {
    status: 422,
    say: /*i18n*/ {
      id: 'kernel.key-reused',
      message:
        'This Idempotency-Key came with another request before. Use a new key for a new request.',
    },
  },
  'file-too-large': {
    status: 413,
    say: /*i18n*/ {
      id: 'kernel.file-too-large',
      message:
        'This file is too large: a file may have at most {most, number} bytes. Make it smaller, or share it elsewhere and add the link.',
    },
  },
  'no-room-for-files': {
    status: 507,
    say: /*i18n*/ {
      id: 'kernel.no-room-for-files',
      message:
        'The hall has no room on its disk for this file. Nothing of it was kept, and nothing kept before is lost. Tell whoever runs the hall, then try again.',
    },
  },
  'database-away': {
    status: 503,
    say: /*i18n*/ {
      id: 'kernel.database-away',
      message:
        'The hall cannot reach its database for a moment. Nothing was changed; it comes back by itself, then try again.',
    },
  },
}
