/** What is said of a version of the rules that members vote on. */
export const SAID = {
  version: /*i18n*/ {
    id: 'constitutions.voted.version',
    message: 'New rules, as they stand in the making',
  },
  title: /*i18n*/ { id: 'constitutions.voted.title', message: 'A change of our rules' },
  question: /*i18n*/ {
    id: 'constitutions.voted.question',
    message: 'Shall these rules hold in the place of those that hold now?',
  },
  holdsAtOnce: /*i18n*/ {
    id: 'constitutions.voted.at-once',
    message: 'The new rules hold from the day of the outcome.',
  },
  holdsFrom: /*i18n*/ {
    id: 'constitutions.voted.from',
    message: 'The new rules hold from {day}, or from the day of the outcome where that is later.',
  },
  staysDraft: /*i18n*/ {
    id: 'constitutions.voted.draft',
    message:
      'The rules stay as they are. The new ones are a draft again, which stewards can change.',
  },
  stands: /*i18n*/ {
    id: 'constitutions.voted.stands',
    message:
      'Rules that were adopted by it hold all the same. Another version takes their place: stewards make it, and it is put to the vote.',
  },
}

/** Why a version was not adopted, and who is to act. */
export const LACKS: Record<string, { id: string; message: string }> = {
  'version-gone': /*i18n*/ {
    id: 'constitutions.lack.gone',
    message:
      'The rules were not adopted: this version was replaced meanwhile. Stewards put the one that is there now to the vote.',
  },
  'rules-unsound': /*i18n*/ {
    id: 'constitutions.lack.unsound',
    message:
      'The rules were not adopted: something in them no longer fits. {first} Stewards mend the draft and put it to the vote again.',
  },
  else: /*i18n*/ {
    id: 'constitutions.lack.else',
    message: 'The rules were not adopted. Stewards look at the draft and put it to the vote again.',
  },
}
