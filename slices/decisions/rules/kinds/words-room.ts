/** The words of the form for what a gathering decides. */
export const roomAsks = {
  gathering: {
    title: /*i18n*/ { id: 'decisions.ask.gathering', message: 'At a gathering' },
    hint: /*i18n*/ {
      id: 'decisions.ask.gathering-hint',
      message: 'A motion from the floor, decided there by those who are in the room.',
    },
  },
  seconds: {
    title: /*i18n*/ {
      id: 'decisions.ask.seconds',
      message: 'Others who must second a motion',
    },
  },
  quorumCounts: {
    title: /*i18n*/ { id: 'decisions.ask.quorum-counts', message: 'What its quorum counts' },
  },
}

export const roomChoices = {
  quorumCounts: {
    present: /*i18n*/ {
      id: 'decisions.quorum.counts-present',
      message: 'who is in the room when the vote opens, and whoever votes',
    },
    voted: /*i18n*/ { id: 'decisions.quorum.counts-voted', message: 'who votes, as over days' },
  },
}
