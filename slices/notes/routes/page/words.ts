/** The words of the plain pages of notes. */
export const say = {
  lead: /*i18n*/ { id: 'notes.page.lead', message: 'A note of {place}' },
  empty: /*i18n*/ { id: 'notes.page.empty', message: 'Nothing is written here yet.' },
  changed: /*i18n*/ { id: 'notes.page.changed', message: 'Last changed on {day}' },
  approved: /*i18n*/ {
    id: 'notes.page.approved',
    message: 'Approved on {day}; it stays as it is.',
  },
  locked: /*i18n*/ { id: 'notes.page.locked', message: 'Locked for now: it is only read.' },
  yourName: /*i18n*/ { id: 'notes.page.your-name', message: 'Your name' },
  nameNeeded: /*i18n*/ {
    id: 'notes.page.name-needed',
    message: 'Say your name first, in at most 80 characters.',
  },
  writeAs: /*i18n*/ {
    id: 'notes.page.write-as',
    message: 'This link lets you write here. Say who you are; only this note will know you.',
  },
  commentAs: /*i18n*/ {
    id: 'notes.page.comment-as',
    message: 'This link lets you comment here. Say who you are; only this note will know you.',
  },
  open: /*i18n*/ { id: 'notes.page.open', message: 'Open the note' },
  feed: /*i18n*/ { id: 'notes.page.feed', message: 'Feed of its versions' },
  newVersion: /*i18n*/ { id: 'notes.page.version', message: '{title}, as of {day}' },
  namedVersion: /*i18n*/ { id: 'notes.page.version-named', message: '{title}: {label}' },
  hall: /*i18n*/ { id: 'notes.page.by-hall', message: 'The hall' },
  somebody: /*i18n*/ { id: 'notes.page.by-somebody', message: 'Somebody' },
  wrote: /*i18n*/ {
    id: 'notes.page.wrote',
    message: '{name} wrote {count, plural, one {# character} other {# characters}}',
  },
  all: /*i18n*/ { id: 'notes.page.wrote-all', message: '{all}.' },
  takenOut: /*i18n*/ {
    id: 'notes.page.taken-out',
    message:
      '{count, plural, one {# character was taken out} other {# characters were taken out}}.',
  },
  under: /*i18n*/ { id: 'notes.page.under', message: 'Under {headings}.' },
  home: /*i18n*/ { id: 'notes.page.home', message: 'To the hall' },
  gone: /*i18n*/ {
    id: 'notes.page.gone',
    message: 'This link lets in nobody any more. Ask whoever sent it for a new one.',
  },
}
