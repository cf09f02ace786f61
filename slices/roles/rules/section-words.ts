/** The words of the form for roles. */
export const asks = {
  roles: {
    title: /*i18n*/ { id: 'roles.ask.roles', message: 'Roles' },
    item: /*i18n*/ { id: 'roles.ask.role', message: 'a role' },
  },
  key: {
    title: /*i18n*/ { id: 'roles.ask.key', message: 'Short name' },
    hint: /*i18n*/ {
      id: 'roles.ask.key-hint',
      message: 'Small letters and hyphens. It never changes; terms are kept by it.',
    },
  },
  name: { title: /*i18n*/ { id: 'roles.ask.name', message: 'Name' } },
  asks: {
    title: /*i18n*/ { id: 'roles.ask.asks', message: 'What it asks' },
    hint: /*i18n*/ {
      id: 'roles.ask.asks-hint',
      message: 'What whoever holds it does, and about how many hours that takes.',
    },
    as: 'long' as const,
  },
  seats: { title: /*i18n*/ { id: 'roles.ask.seats', message: 'Seats' } },
  term: {
    title: /*i18n*/ { id: 'roles.ask.term', message: 'Term in months' },
    hint: /*i18n*/ { id: 'roles.ask.term-hint', message: 'None: until it is handed on.' },
  },
  mostInARow: {
    title: /*i18n*/ { id: 'roles.ask.row', message: 'Most terms in a row' },
    hint: /*i18n*/ { id: 'roles.ask.row-hint', message: 'None: no bound.' },
  },
  eligible: {
    title: /*i18n*/ { id: 'roles.ask.eligible', message: 'Classes that may hold it' },
    hint: /*i18n*/ {
      id: 'roles.ask.eligible-hint',
      message: 'Naming none opens it to every class that may stand for a role.',
    },
    refersTo: 'class',
  },
  notBeside: {
    title: /*i18n*/ { id: 'roles.ask.not-beside', message: 'Not together with' },
    hint: /*i18n*/ {
      id: 'roles.ask.not-beside-hint',
      message: 'Roles that the same person does not hold at the same time.',
    },
    refersTo: 'role',
  },
  filled: { title: /*i18n*/ { id: 'roles.ask.filled', message: 'How it is filled' } },
  gives: { title: /*i18n*/ { id: 'roles.ask.gives', message: 'Rights that come with it' } },
  deputy: { title: /*i18n*/ { id: 'roles.ask.deputy', message: 'May have a deputy' } },
  recall: { title: /*i18n*/ { id: 'roles.ask.recall', message: 'Who may end it early' } },
}

export const choices = {
  filled: {
    appointed: /*i18n*/ { id: 'roles.filled.appointed', message: 'appointed by the stewards' },
    volunteered: /*i18n*/ { id: 'roles.filled.volunteered', message: 'taken by a volunteer' },
    elected: /*i18n*/ { id: 'roles.filled.elected', message: 'elected' },
    rotated: /*i18n*/ { id: 'roles.filled.rotated', message: 'by turns' },
    drawn: /*i18n*/ { id: 'roles.filled.drawn', message: 'drawn by lot' },
  },
  gives: {
    steward: /*i18n*/ { id: 'roles.gives.steward', message: 'stewards the circle' },
    facilitator: /*i18n*/ { id: 'roles.gives.facilitator', message: 'facilitates its gatherings' },
    caller: /*i18n*/ { id: 'roles.gives.caller', message: 'calls its gatherings' },
  },
  recall: {
    none: /*i18n*/ { id: 'roles.recall.none', message: 'nobody' },
    stewards: /*i18n*/ { id: 'roles.recall.stewards', message: 'the stewards, with a reason' },
    circle: /*i18n*/ { id: 'roles.recall.circle', message: 'the circle, by a decision' },
  },
}
