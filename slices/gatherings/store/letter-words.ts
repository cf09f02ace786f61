/** What mails about gatherings say. */
export const say = {
  invited: /*i18n*/ { id: 'gatherings.mail.invited', message: 'Invitation: {title}, {day}' },
  changed: /*i18n*/ { id: 'gatherings.mail.changed', message: 'Changed: {title}, {day}' },
  cancelled: /*i18n*/ { id: 'gatherings.mail.cancelled', message: 'Called off: {title}, {day}' },
  tomorrow: /*i18n*/ {
    id: 'gatherings.mail.tomorrow',
    message: 'Reminder: {title}, {day}, {time}',
  },
  soon: /*i18n*/ { id: 'gatherings.mail.soon', message: 'In a quarter of an hour: {title}' },
  invitedLine: /*i18n*/ {
    id: 'gatherings.mail.invited-line',
    message: '{circle} invites you to a gathering:',
  },
  changedLine: /*i18n*/ {
    id: 'gatherings.mail.changed-line',
    message: 'A gathering that you know of has changed. This is what stands now:',
  },
  cancelledLine: /*i18n*/ {
    id: 'gatherings.mail.cancelled-line',
    message: 'This gathering does not take place:',
  },
  tomorrowLine: /*i18n*/ {
    id: 'gatherings.mail.tomorrow-line',
    message: 'A reminder of the gathering that comes:',
  },
  soonLine: /*i18n*/ { id: 'gatherings.mail.soon-line', message: 'The doors are open:' },
  when: /*i18n*/ { id: 'gatherings.mail.when', message: '{day}, {from} to {till} ({city})' },
  there: /*i18n*/ {
    id: 'gatherings.mail.there',
    message: 'In the hall, {city}: {day}, {from} to {till}',
  },
  reason: /*i18n*/ { id: 'gatherings.mail.reason', message: 'Why: {reason}' },
  again: /*i18n*/ {
    id: 'gatherings.mail.again',
    message: 'It comes again; your calendar shows every day.',
  },
  later: /*i18n*/ {
    id: 'gatherings.mail.later',
    message: 'This holds for this one and all later ones.',
  },
  order: /*i18n*/ { id: 'gatherings.mail.order', message: 'Running order' },
  answer: /*i18n*/ {
    id: 'gatherings.mail.answer',
    message: 'Say whether you come, and come in when it begins (no account needed):',
  },
  comeIn: /*i18n*/ { id: 'gatherings.mail.come-in', message: 'Come in here:' },
  yours: /*i18n*/ {
    id: 'gatherings.mail.yours',
    message: 'This link is yours alone; please do not pass it on.',
  },
  noReminders: /*i18n*/ { id: 'gatherings.mail.no-reminders', message: 'No more reminders:' },
  noInvitations: /*i18n*/ {
    id: 'gatherings.mail.no-invitations',
    message: 'No more invitations from this hall:',
  },
  everybody: /*i18n*/ { id: 'gatherings.mail.everybody', message: 'The hall' },
} as const
