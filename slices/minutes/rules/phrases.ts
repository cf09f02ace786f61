/** The words of minutes, for the page, the exports and the app alike. */

export const phrases = {
  draft: /*i18n*/ { id: 'minutes.draft', message: 'Draft' },
  amended: /*i18n*/ { id: 'minutes.amended', message: 'Amended' },
  approved: /*i18n*/ { id: 'minutes.approved', message: 'Approved' },
  minutesOf: /*i18n*/ { id: 'minutes.of', message: 'Minutes of {circle}' },
  minutesOpen: /*i18n*/ { id: 'minutes.of-open', message: 'Minutes of an open gathering' },
  inShort: /*i18n*/ { id: 'minutes.in-short', message: 'In short' },
  when: /*i18n*/ { id: 'minutes.when', message: 'When' },
  whenSame: /*i18n*/ { id: 'minutes.when-same', message: '{day}, {from} to {till} in {place}' },
  whenBoth: /*i18n*/ {
    id: 'minutes.when-both',
    message: '{day}, {from} to {till} for you ({ownFrom} to {ownTill} in {place})',
  },
  calledFor: /*i18n*/ {
    id: 'minutes.called-for',
    message:
      'called for {planned, plural, one {# minute} other {# minutes}}, lasted {lasted, plural, one {# minute} other {# minutes}}',
  },
  lasted: /*i18n*/ {
    id: 'minutes.lasted',
    message: 'lasted {lasted, plural, one {# minute} other {# minutes}}',
  },
  heldBy: /*i18n*/ { id: 'minutes.held-by', message: 'Held by' },
  facilitated: /*i18n*/ { id: 'minutes.facilitated', message: '{names} facilitated' },
  keptTime: /*i18n*/ { id: 'minutes.kept-time', message: '{names} kept the time' },
  tookNotes: /*i18n*/ { id: 'minutes.took-notes', message: '{names} took the notes' },
  there: /*i18n*/ { id: 'minutes.there', message: 'There' },
  together: /*i18n*/ { id: 'minutes.together', message: 'Together in one place' },
  togetherIn: /*i18n*/ { id: 'minutes.together-in', message: '{place}: {names}.' },
  wrote: /*i18n*/ { id: 'minutes.wrote', message: 'Wrote in the chat' },
  people: /*i18n*/ { id: 'minutes.people', message: '{count, number}: {names}' },
  peopleAndGuests: /*i18n*/ {
    id: 'minutes.people-guests',
    message: '{count, number}: {names}; as guests {guestNames}',
  },
  unnamedGuest: /*i18n*/ { id: 'minutes.unnamed', message: 'somebody who is not named' },
  erased: /*i18n*/ { id: 'minutes.erased', message: 'somebody who was erased' },
  mail: /*i18n*/ { id: 'minutes.mail', message: '(mail address)' },
  source: /*i18n*/ { id: 'minutes.source', message: 'Source' },
  fromFile: /*i18n*/ {
    id: 'minutes.from-file',
    message:
      'A saved chat of {lines, plural, one {# line} other {# lines}}. Who came and went, and who spoke how long, is not in it.',
  },
  cleared: /*i18n*/ {
    id: 'minutes.cleared',
    message: 'The chat was cleared at {times}: what was written before that is not in it.',
  },
  unreadLines: /*i18n*/ {
    id: 'minutes.unread',
    message: 'Not read: {count, plural, one {# line} other {# lines}}.',
  },
  lengthHeld: /*i18n*/ { id: 'minutes.length', message: '{minutes, number} min' },
  lengthPlanned: /*i18n*/ { id: 'minutes.planned', message: 'planned {minutes, number}' },
  skipped: /*i18n*/ { id: 'minutes.skipped', message: 'skipped' },
  notReached: /*i18n*/ { id: 'minutes.not-reached', message: 'not reached' },
  timeUnknown: /*i18n*/ { id: 'minutes.time-unknown', message: 'time not known' },
  before: /*i18n*/ { id: 'minutes.before', message: 'Before and between' },
  chatOnly: /*i18n*/ { id: 'minutes.chat', message: 'The chat' },
  chatLines: /*i18n*/ {
    id: 'minutes.chat-lines',
    message: 'Chat, {count, plural, one {# line} other {# lines}}',
  },
  otherLines: /*i18n*/ {
    id: 'minutes.other-lines',
    message: 'More of the chat: {count, plural, one {# line} other {# lines}}',
  },
  decided: /*i18n*/ { id: 'minutes.decided', message: 'Agreed' },
  announced: /*i18n*/ { id: 'minutes.announced', message: 'Announced by {name}, {time}' },
  pollAnonymous: /*i18n*/ {
    id: 'minutes.poll-anonymous',
    message: 'Anonymous poll, {count, plural, one {# answer} other {# answers}}',
  },
  pollNamed: /*i18n*/ {
    id: 'minutes.poll-named',
    message: 'Named poll, {count, plural, one {# answer} other {# answers}}',
  },
  yes: /*i18n*/ { id: 'minutes.yes', message: 'Yes' },
  no: /*i18n*/ { id: 'minutes.no', message: 'No' },
  abstain: /*i18n*/ { id: 'minutes.abstain', message: 'Abstain' },
  actions: /*i18n*/ { id: 'minutes.actions', message: 'Actions' },
  actionsShort: /*i18n*/ {
    id: 'minutes.actions-short',
    message: '{count, plural, one {# action} other {# actions}}, listed below.',
  },
  what: /*i18n*/ { id: 'minutes.what', message: 'What' },
  who: /*i18n*/ { id: 'minutes.who', message: 'Who' },
  by: /*i18n*/ { id: 'minutes.by', message: 'By' },
  spoke: /*i18n*/ { id: 'minutes.spoke', message: 'Who spoke how long' },
  spokeNote: /*i18n*/ {
    id: 'minutes.spoke-note',
    message:
      '{minutes, plural, one {# minute} other {# minutes}} with the floor, in the order in which people first spoke.',
  },
  links: /*i18n*/ { id: 'minutes.links', message: 'Links' },
  files: /*i18n*/ { id: 'minutes.files', message: 'Handouts and slides' },
  shownAt: /*i18n*/ { id: 'minutes.shown-at', message: '{size}, shown at {time}' },
  linkBy: /*i18n*/ { id: 'minutes.link-by', message: '{name}, {time}' },
  linkByIn: /*i18n*/ { id: 'minutes.link-by-in', message: '{name}, {time}, in {item}' },
  linkTimes: /*i18n*/ { id: 'minutes.link-times', message: '{said}, said {times, number} times' },
  linkNoted: /*i18n*/ { id: 'minutes.link-noted', message: 'in the notes' },
  linkNotedIn: /*i18n*/ { id: 'minutes.link-noted-in', message: 'in the notes, in {item}' },
  notes: /*i18n*/ { id: 'minutes.notes', message: 'Notes' },
  amendments: /*i18n*/ { id: 'minutes.amendments', message: 'Amendments' },
  amendedItem: /*i18n*/ {
    id: 'minutes.amended-item',
    message: 'Item {number, number}: “{before}” became “{after}”. {name}, {day}.',
  },
  addedItem: /*i18n*/ {
    id: 'minutes.added-item',
    message: 'Item {number, number}: “{after}” was added. {name}, {day}.',
  },
  amendedWritten: /*i18n*/ {
    id: 'minutes.amended-written',
    message: '{ref}: “{before}” became “{after}”. {name}, {day}.',
  },
  amendedLine: /*i18n*/ {
    id: 'minutes.amended-line',
    message: '{name} corrected own words in the chat: “{after}”. {day}.',
  },
  withdrawn: /*i18n*/ { id: 'minutes.line-withdrawn', message: '(withdrawn by its author)' },
  hidden: /*i18n*/ { id: 'minutes.line-hidden', message: '(hidden by a facilitator)' },
  lineErased: /*i18n*/ { id: 'minutes.line-erased', message: '(erased with its author)' },
  corrected: /*i18n*/ { id: 'minutes.line-corrected', message: 'corrected' },
  edited: /*i18n*/ { id: 'minutes.line-edited', message: 'edited' },
  approvedOn: /*i18n*/ {
    id: 'minutes.approved-on',
    message: 'Approved on {day} by {names}. Nothing in it can change from here on.',
  },
  notApproved: /*i18n*/ {
    id: 'minutes.not-approved',
    message: 'Not approved yet: who was there may still amend it.',
  },
  superseded: /*i18n*/ {
    id: 'minutes.superseded',
    message:
      'Sealed anew on {day} because somebody was erased. It stands in for the version with sha-256 {sha256}.',
  },
  resealed: /*i18n*/ {
    id: 'minutes.resealed',
    message: 'Sealed anew on {day}. It stands in for the version with sha-256 {sha256}.',
  },
  head: /*i18n*/ {
    id: 'minutes.head',
    message: 'Head of the record, entry {seq, number}',
  },
} as const
