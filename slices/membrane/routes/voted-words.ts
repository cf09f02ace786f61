/** What is said of applications and cases that members vote on. */
export const SAID = {
  asks: /*i18n*/ {
    id: 'membrane.voted.asks',
    message: '{name} asks to come in ({class})',
  },
  in: /*i18n*/ { id: 'membrane.voted.in', message: '{name} is in, at once.' },
  notIn: /*i18n*/ {
    id: 'membrane.voted.not-in',
    message: 'The application is refused, with the decision as the reason.',
  },
  inStands: /*i18n*/ {
    id: 'membrane.voted.in-stands',
    message:
      'What was done to the application stands: nobody is put out by this. Whoever is to go is put out by the rules for that.',
  },
  question: /*i18n*/ {
    id: 'membrane.voted.question',
    message: 'Shall {name} come in, as one of the class {class}?',
  },
  refused: /*i18n*/ {
    id: 'membrane.voted.refused',
    message: 'The members voted on it, and it did not pass: “{title}”.',
  },
  decided: /*i18n*/ {
    id: 'membrane.voted.decided',
    message: 'The members voted on it: “{title}”.',
  },
  out: /*i18n*/ { id: 'membrane.voted.out', message: 'Whether {name} is put out' },
  isOut: /*i18n*/ {
    id: 'membrane.voted.is-out',
    message: '{name} is put out, and may appeal.',
  },
  stays: /*i18n*/ { id: 'membrane.voted.stays', message: '{name} stays.' },
  outQuestion: /*i18n*/ {
    id: 'membrane.voted.out-question',
    message: 'Shall {name} be put out?',
  },
  caseStands: /*i18n*/ {
    id: 'membrane.voted.case-stands',
    message:
      'What was done in the case stands. A steward who was not part of it takes it up again: by an appeal, or by letting them in.',
  },
  appeal: /*i18n*/ { id: 'membrane.voted.appeal', message: 'The appeal of {name}' },
  appealQuestion: /*i18n*/ {
    id: 'membrane.voted.appeal-question',
    message: 'Is what was decided lifted, so that {name} is a member as before?',
  },
  lifted: /*i18n*/ {
    id: 'membrane.voted.lifted',
    message: '{name} is a member as before, in the class of before.',
  },
  holds: /*i18n*/ { id: 'membrane.voted.holds', message: 'What was decided holds.' },
}

/** Why something did not happen, and who is to act. */
export const LACKS: Record<string, { id: string; message: string }> = {
  'application-over': /*i18n*/ {
    id: 'membrane.lack.over',
    message:
      'Nobody came in: the application was withdrawn or decided meanwhile. Nobody has to do anything; whoever still wants to come in applies again.',
  },
  'sponsors-missing': /*i18n*/ {
    id: 'membrane.lack.sponsors',
    message:
      'Nobody came in: sponsors are missing. Once they are there, whoever decides lets them in.',
  },
  'still-waiting': /*i18n*/ {
    id: 'membrane.lack.waiting',
    message:
      'Nobody came in yet: the waiting time is not over. After it, whoever decides lets them in.',
  },
  'first-not-there': /*i18n*/ {
    id: 'membrane.lack.first',
    message:
      'Nobody came in yet: what is given first has not come. Once it has, whoever decides lets them in.',
  },
  'class-full': /*i18n*/ {
    id: 'membrane.lack.full',
    message:
      'Nobody came in: the class is full. Once there is a place, whoever decides lets them in.',
  },
  'case-over': /*i18n*/ {
    id: 'membrane.lack.case-over',
    message: 'Nothing happened: the case was decided meanwhile. Look there at how.',
  },
  'no-appeal': /*i18n*/ {
    id: 'membrane.lack.no-appeal',
    message: 'Nothing happened: the appeal was decided meanwhile. Look there at how.',
  },
  'last-steward': /*i18n*/ {
    id: 'membrane.lack.last-steward',
    message:
      'Nobody was put out: they are the last steward. Name another steward, then a steward decides the case by hand, as was voted.',
  },
  else: /*i18n*/ {
    id: 'membrane.lack.else',
    message: 'The rules did not let it happen. A steward looks at it and decides by hand.',
  },
}
