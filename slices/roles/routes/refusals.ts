/** What people are told when it can't be, and what to do next. */
import type { RefusalMeanings } from '#kernel/problem.ts'

export const refusals: RefusalMeanings = {
  'no-such-role': {
    status: 404,
    say: /*i18n*/ {
      id: 'roles.no-such-role',
      message:
        'The constitution of this circle has no such role. Look at its roles for what there is.',
    },
  },
  'wrong-class': {
    status: 409,
    say: /*i18n*/ {
      id: 'roles.wrong-class',
      message: 'The role {role} is for other classes of members. The constitution says for which.',
    },
  },
  'too-many-terms': {
    status: 409,
    say: /*i18n*/ {
      id: 'roles.too-many-terms',
      message:
        'That would be more terms as {role} in a row than the constitution allows. Somebody else goes first.',
    },
  },
  'not-beside': {
    status: 409,
    say: /*i18n*/ {
      id: 'roles.not-beside',
      message:
        'This role does not stand beside another that the same person holds. Hand that on first.',
    },
  },
  'held-already': {
    status: 409,
    say: /*i18n*/ {
      id: 'roles.held-already',
      message: 'This person holds the role {role} already, or is named to it.',
    },
  },
  'no-seat': {
    status: 409,
    say: /*i18n*/ {
      id: 'roles.no-seat',
      message: 'All seats of the role {role} are taken. One comes free when a term ends.',
    },
  },
  'no-deputy': {
    status: 409,
    say: /*i18n*/ { id: 'roles.no-deputy', message: 'The role {role} has no deputy.' },
  },
  'filled-otherwise': {
    status: 409,
    say: /*i18n*/ {
      id: 'roles.filled-otherwise',
      message: 'The role {role} is filled in another way; the constitution says how.',
    },
  },
  'result-missing': {
    status: 409,
    say: /*i18n*/ {
      id: 'roles.result-missing',
      message:
        'This role is elected. Say where the result stands: which gathering, how many votes.',
    },
  },
  'reason-missing': {
    status: 409,
    say: /*i18n*/ {
      id: 'roles.reason-missing',
      message: 'Say why this term is ended early; it stands in the record.',
    },
  },
  'no-recall': {
    status: 409,
    say: /*i18n*/ {
      id: 'roles.no-recall',
      message: 'The constitution lets nobody end a term as {role} early but whoever holds it.',
    },
  },
  'too-far': {
    status: 409,
    say: /*i18n*/ {
      id: 'roles.too-far',
      message: 'A term can begin within the next thirteen months.',
    },
  },
  'not-your-turn': {
    status: 409,
    say: /*i18n*/ {
      id: 'roles.not-your-turn',
      message: 'It is somebody else’s turn. You can ask them to swap.',
    },
  },
  'not-in-turn': {
    status: 409,
    say: /*i18n*/ {
      id: 'roles.not-in-turn',
      message: 'Both must be in the turn to swap: say first that you would like to hold the role.',
    },
  },
  'nobody-asked': {
    status: 409,
    say: /*i18n*/ { id: 'roles.nobody-asked', message: 'There is no such swap any more.' },
  },
  'not-held': {
    status: 409,
    say: /*i18n*/ { id: 'roles.not-held', message: 'That is for whoever holds this role.' },
  },
  'no-handover': {
    status: 409,
    say: /*i18n*/ {
      id: 'roles.nothing-written',
      message: 'No handover note is written yet. Ask whoever held the role before.',
    },
  },
  'role-term-over': {
    status: 409,
    say: /*i18n*/ { id: 'roles.term-over', message: 'This term is over already.' },
  },
  'nobody-to-draw': {
    status: 409,
    say: /*i18n*/ {
      id: 'roles.nobody-to-draw',
      message: 'Nobody may hold this role now, so there is nobody to draw from.',
    },
  },
  'draw-open': {
    status: 409,
    say: /*i18n*/ {
      id: 'roles.draw-open',
      message: 'A draw for this role is open. Wait until it is over.',
    },
  },
  'draw-closed': {
    status: 409,
    say: /*i18n*/ {
      id: 'roles.draw-closed',
      message: 'The time for words is over; the draw takes no more.',
    },
  },
  'spoken-already': {
    status: 409,
    say: /*i18n*/ {
      id: 'roles.spoken-already',
      message: 'You have spoken into this draw. Words that stand are not changed.',
    },
  },
}
