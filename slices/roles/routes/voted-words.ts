/** What is said of the seats of a role that members vote on. */
export const SAID = {
  holders: /*i18n*/ { id: 'roles.voted.holders', message: 'Who holds the role: {role}' },
  election: /*i18n*/ { id: 'roles.voted.election', message: 'Election: {role}' },
  question: /*i18n*/ {
    id: 'roles.voted.question',
    message: 'Who holds the role {role}? {asks}',
  },
  atOnce: /*i18n*/ {
    id: 'roles.voted.at-once',
    message: 'The terms of those chosen begin at once.',
  },
  onDay: /*i18n*/ {
    id: 'roles.voted.on-day',
    message:
      'The terms of those chosen begin on {day}, or with the outcome where that comes later.',
  },
  nobody: /*i18n*/ {
    id: 'roles.voted.nobody',
    message: 'Nobody is named; the seats of {role} stay as they are.',
  },
  stands: /*i18n*/ {
    id: 'roles.voted.stands',
    message:
      'Terms that began by it go on. A steward ends them on the page of the roles, with a reason, and names others or holds the election again.',
  },
}

/** Why somebody's term did not begin, and who is to act. */
export const LACKS: Record<string, { id: string; message: string }> = {
  'not-a-member': /*i18n*/ {
    id: 'roles.lack.left',
    message:
      'The term of {name} did not begin: they are no longer inside. A steward holds the election again for that seat.',
  },
  'wrong-class': /*i18n*/ {
    id: 'roles.lack.class',
    message:
      'The term of {name} did not begin: the role is not open to their class. A steward holds the election again for that seat.',
  },
  'too-many-terms': /*i18n*/ {
    id: 'roles.lack.row',
    message:
      'The term of {name} did not begin: they have held the role as often in a row as the rules allow. A steward holds the election again for that seat.',
  },
  'not-beside': /*i18n*/ {
    id: 'roles.lack.beside',
    message:
      'The term of {name} did not begin: they hold a role that it may not stand beside. They hand one on, then a steward names them by this outcome.',
  },
  'held-already': /*i18n*/ {
    id: 'roles.lack.held',
    message: '{name} holds the role already; their term goes on as it was.',
  },
  'no-seat': /*i18n*/ {
    id: 'roles.lack.seat',
    message:
      'The term of {name} did not begin: no seat is free. A steward ends a term, then names them by this outcome.',
  },
  'no-person': /*i18n*/ {
    id: 'roles.lack.person',
    message:
      '{name} is nobody of this hall, so no term began. A steward names somebody by this outcome.',
  },
  'no-such-role': /*i18n*/ {
    id: 'roles.lack.role',
    message:
      'No term began: the rules no longer have this role. Stewards and members look at the rules.',
  },
  else: /*i18n*/ {
    id: 'roles.lack.else',
    message: 'The term of {name} did not begin: the rules did not let it. A steward looks at it.',
  },
}
