/** What people are told when it can't be, and what to do next. */
import type { RefusalMeanings } from '#kernel/problem.ts'

export const refusals: RefusalMeanings = {
  'file-cut-short': {
    status: 400,
    say: /*i18n*/ {
      id: 'files.cut-short',
      message: 'The file did not arrive whole, and nothing of it was kept. Send it again.',
    },
  },
  'file-is-a-program': {
    status: 415,
    say: /*i18n*/ {
      id: 'files.is-a-program',
      message:
        'This is a program, whatever its name says, and the hall passes no programs on. Add a link to where it is published instead.',
    },
  },
  'picture-unread': {
    status: 415,
    say: /*i18n*/ {
      id: 'files.picture-unread',
      message:
        'This picture could not be read, so what the camera wrote into it (place, time) could not be taken out. Save it as JPEG or PNG and add that.',
    },
  },
  'picture-too-large': {
    status: 413,
    say: /*i18n*/ {
      id: 'files.picture-too-large',
      message:
        'This picture has too many pixels: at most {most, number} million. Make it smaller and add it again.',
    },
  },
  'files-of-yours-full': {
    status: 413,
    say: /*i18n*/ {
      id: 'files.yours-full',
      message:
        'Your files would take more than your {most, number} MB; {left, number} MB are left. Take some away (they count for seven days more), or ask a steward.',
    },
  },
  'files-of-circle-full': {
    status: 413,
    say: /*i18n*/ {
      id: 'files.circle-full',
      message:
        'The files of this circle would take more than its {most, number} MB; {left, number} MB are left. Take some away (they count for seven days more), or ask whoever runs the hall.',
    },
  },
}
