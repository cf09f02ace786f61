/** What the invitation page says. */
export const say = {
  invites: /*i18n*/ {
    id: 'gatherings.page.invites',
    message: '{circle} invites you to a gathering',
  },
  when: /*i18n*/ { id: 'gatherings.page.when', message: 'When' },
  aside: /*i18n*/ { id: 'gatherings.page.aside', message: 'When, and your answer' },
  to: /*i18n*/ { id: 'gatherings.page.to', message: 'to' },
  yours: /*i18n*/ { id: 'gatherings.page.yours', message: 'your time, {city}' },
  here: /*i18n*/ { id: 'gatherings.page.here', message: 'in {city}' },
  theirs: /*i18n*/ { id: 'gatherings.page.theirs', message: 'in the hall, {city}' },
  will: /*i18n*/ { id: 'gatherings.page.will', message: 'Will you come, {name}?' },
  willYou: /*i18n*/ { id: 'gatherings.page.will-you', message: 'Will you come?' },
  yes: /*i18n*/ { id: 'gatherings.page.yes', message: 'Yes' },
  maybe: /*i18n*/ { id: 'gatherings.page.maybe', message: 'Maybe' },
  no: /*i18n*/ { id: 'gatherings.page.no', message: 'No' },
  saidYes: /*i18n*/ {
    id: 'gatherings.page.said-yes',
    message: 'You said yes on {day}. You may change it.',
  },
  saidMaybe: /*i18n*/ {
    id: 'gatherings.page.said-maybe',
    message: 'You said maybe on {day}. You may change it.',
  },
  saidNo: /*i18n*/ {
    id: 'gatherings.page.said-no',
    message: 'You said no on {day}. You may change it.',
  },
  calendar: /*i18n*/ { id: 'gatherings.page.calendar', message: 'Add to your calendar' },
  comeIn: /*i18n*/ { id: 'gatherings.page.come-in', message: 'Come in' },
  name: /*i18n*/ { id: 'gatherings.page.name', message: 'Your name' },
  doors: /*i18n*/ {
    id: 'gatherings.page.doors',
    message: 'The doors open at {time}. No account, no app; a name is enough.',
  },
  doorsSignedIn: /*i18n*/ {
    id: 'gatherings.page.doors-signed-in',
    message: 'The doors open at {time}.',
  },
  doorsOpen: /*i18n*/ {
    id: 'gatherings.page.doors-open',
    message: 'The doors are open. No account, no app; a name is enough.',
  },
  whereWords: /*i18n*/ {
    id: 'gatherings.page.where-words',
    message:
      'Everybody in the room sees what you write there, and it becomes part of the minutes; private lines never do.',
  },
  who: /*i18n*/ { id: 'gatherings.page.who', message: 'Who' },
  facilitates: /*i18n*/ { id: 'gatherings.page.facilitates', message: 'facilitates' },
  counts: /*i18n*/ {
    id: 'gatherings.page.counts',
    message:
      '{yes, plural, =0 {Nobody has said yes yet} one {# person says yes} other {# people say yes}}{maybe, plural, =0 {} one {, # maybe} other {, # maybe}}.',
  },
  public: /*i18n*/ { id: 'gatherings.page.public', message: 'Open to everybody.' },
  members: /*i18n*/ { id: 'gatherings.page.members', message: 'For members.' },
  invited: /*i18n*/ { id: 'gatherings.page.invited', message: 'For those who are invited.' },
  order: /*i18n*/ { id: 'gatherings.page.order', message: 'Running order' },
  time: /*i18n*/ { id: 'gatherings.page.time', message: 'Time' },
  item: /*i18n*/ { id: 'gatherings.page.item', message: 'Item' },
  minutes: /*i18n*/ { id: 'gatherings.page.minutes', message: 'Minutes' },
  timesIn: /*i18n*/ { id: 'gatherings.page.times-in', message: 'Times in {city}.' },
  min: /*i18n*/ { id: 'gatherings.page.min', message: '{minutes} min' },
  wordsPublic: /*i18n*/ {
    id: 'gatherings.page.words-public',
    message:
      'Notes and minutes of this gathering will be public. Nothing on this page counts or follows you.',
  },
  wordsMembers: /*i18n*/ {
    id: 'gatherings.page.words-members',
    message:
      'Minutes of this gathering are for those it is for. Nothing on this page counts or follows you.',
  },
  feedOf: /*i18n*/ { id: 'gatherings.page.feed-of', message: 'Gatherings of {circle}' },
  feedHow: /*i18n*/ {
    id: 'gatherings.page.feed-how',
    message: ', as a feed or in your calendar',
  },
  off: /*i18n*/ { id: 'gatherings.page.off', message: 'This gathering was called off.' },
  why: /*i18n*/ { id: 'gatherings.page.why', message: 'Why: {reason}' },
  over: /*i18n*/ { id: 'gatherings.page.over', message: 'This gathering is over.' },
  read: /*i18n*/ { id: 'gatherings.page.read', message: 'Read the minutes' },
  nameNeeded: /*i18n*/ {
    id: 'gatherings.page.name-needed',
    message: 'Say a name of at most 80 characters, so that others know who came.',
  },
  stopReminders: /*i18n*/ {
    id: 'gatherings.page.stop-reminders',
    message: 'No more reminders to {email}?',
  },
  stopInvitations: /*i18n*/ {
    id: 'gatherings.page.stop-invitations',
    message: 'No more invitations to {email}?',
  },
  stop: /*i18n*/ { id: 'gatherings.page.stop', message: 'Stop them' },
  stopped: /*i18n*/ {
    id: 'gatherings.page.stopped',
    message: 'No more of these go to {email}.',
  },
  again: /*i18n*/ { id: 'gatherings.page.again', message: 'I want them again' },
  wanted: /*i18n*/ { id: 'gatherings.page.wanted', message: 'They go to {email} again.' },
  gone: /*i18n*/ {
    id: 'gatherings.page.gone',
    message:
      'There is nothing here, or it is not for you to see. Check the link, or ask who sent it.',
  },
  home: /*i18n*/ { id: 'gatherings.page.home', message: 'To the hall' },
  hall: /*i18n*/ { id: 'gatherings.page.hall', message: 'The hall' },
} as const

export const kinds = {
  context: /*i18n*/ { id: 'gatherings.kind.context', message: 'context' },
  talk: /*i18n*/ { id: 'gatherings.kind.talk', message: 'talk' },
  panel: /*i18n*/ { id: 'gatherings.kind.panel', message: 'panel' },
  round: /*i18n*/ { id: 'gatherings.kind.round', message: 'round' },
  breakouts: /*i18n*/ { id: 'gatherings.kind.breakouts', message: 'breakouts' },
  plenary: /*i18n*/ { id: 'gatherings.kind.plenary', message: 'plenary' },
  decision: /*i18n*/ { id: 'gatherings.kind.decision', message: 'decision' },
  break: /*i18n*/ { id: 'gatherings.kind.break', message: 'break' },
  'wrap-up': /*i18n*/ { id: 'gatherings.kind.wrap-up', message: 'wrap-up' },
} as const
