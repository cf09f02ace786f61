/** The words of the letters about threads. */
export const say = {
  subject: /*i18n*/ { id: 'threads.mail.subject', message: '[{circle}] {title}' },
  said: /*i18n*/ { id: 'threads.mail.said', message: '{author} in “{title}”, {circle}:' },
  named: /*i18n*/ {
    id: 'threads.mail.named',
    message: '{author} names you in “{title}”, {circle}:',
  },
  answer: /*i18n*/ { id: 'threads.mail.answer', message: 'Read on and answer:\n{link}' },
  stop: /*i18n*/ {
    id: 'threads.mail.stop',
    message: 'No more mail about this thread:\n{address}',
  },
  daily: /*i18n*/ {
    id: 'threads.mail.daily',
    message:
      '{comments, plural, one {One new comment} other {# new comments}} in {threads, plural, one {a thread} other {# threads}}',
  },
  weekly: /*i18n*/ {
    id: 'threads.mail.weekly',
    message:
      'This week: {comments, plural, one {one new comment} other {# new comments}} in {threads, plural, one {a thread} other {# threads}}',
  },
  heading: /*i18n*/ {
    id: 'threads.mail.heading',
    message: '{title} ({circle}): {count, plural, one {one new comment} other {# new comments}}',
  },
  more: /*i18n*/ {
    id: 'threads.mail.more',
    message: '{more, plural, one {and one more} other {and # more}}',
  },
  stopRound: /*i18n*/ {
    id: 'threads.mail.stop-round',
    message: 'No more such letters:\n{address}',
  },
}
