/** The words of the form for who judges objections, and for advice. */
export const adviceAsks = {
  judges: {
    title: /*i18n*/ {
      id: 'decisions.ask.judges',
      message: 'Who judges whether an objection is one',
    },
    hint: /*i18n*/ {
      id: 'decisions.ask.judges-hint',
      message:
        'By one test: it gives a reason why the proposal would harm what the circle is there for.',
    },
  },
  leastAsked: {
    title: /*i18n*/ {
      id: 'decisions.ask.least-asked',
      message: 'At least so many are asked for advice',
    },
  },
  waits: {
    title: /*i18n*/ {
      id: 'decisions.ask.advice-waits',
      message: 'Until when advice is waited for',
    },
  },
  adviceDays: {
    title: /*i18n*/ {
      id: 'decisions.ask.advice-days',
      message: 'Days that each of them has to answer',
    },
  },
}

export const adviceChoices = {
  judges: {
    nobody: /*i18n*/ { id: 'decisions.judges.nobody', message: 'nobody' },
    stewards: /*i18n*/ {
      id: 'decisions.judges.stewards',
      message: 'the stewards, each but who objected or proposed it',
    },
  },
  waits: {
    answers: /*i18n*/ {
      id: 'decisions.advice-waits.answers',
      message: 'until all who were asked have answered',
    },
    days: /*i18n*/ {
      id: 'decisions.advice-waits.days',
      message: 'for some days, or until all have answered',
    },
  },
}
