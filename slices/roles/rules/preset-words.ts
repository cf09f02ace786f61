/** The roles of the four presets, in words. */
export const names = {
  steward: /*i18n*/ { id: 'roles.preset.steward', message: 'Steward' },
  releaseKeeper: /*i18n*/ { id: 'roles.preset.release-keeper', message: 'Release keeper' },
  board: /*i18n*/ { id: 'roles.preset.board', message: 'Board member' },
  treasurer: /*i18n*/ { id: 'roles.preset.treasurer', message: 'Treasurer' },
  auditor: /*i18n*/ { id: 'roles.preset.auditor', message: 'Auditor' },
  spoke: /*i18n*/ { id: 'roles.preset.spoke', message: 'Spoke' },
  facilitator: /*i18n*/ { id: 'roles.preset.facilitator', message: 'Facilitator' },
  chair: /*i18n*/ { id: 'roles.preset.chair', message: 'Chair' },
  secretary: /*i18n*/ { id: 'roles.preset.secretary', message: 'Secretary' },
  toolKeeper: /*i18n*/ { id: 'roles.preset.tool-keeper', message: 'Tool keeper' },
}

export const texts = {
  presiding: /*i18n*/ {
    id: 'roles.preset.presiding',
    message:
      'Opens and closes meetings, gives the floor, puts questions to the vote and takes no side while in the chair. About six hours a month.',
  },
  minuting: /*i18n*/ {
    id: 'roles.preset.minuting',
    message:
      'Gives notice of meetings, keeps the minutes, the list of members and the rules as they stand. About six hours a month.',
  },
  maintaining: /*i18n*/ {
    id: 'roles.preset.maintaining',
    message:
      'Keeps the hall and the list of members, calls the gatherings of the maintainers, answers within a week. About four hours a month.',
  },
  releasing: /*i18n*/ {
    id: 'roles.preset.releasing',
    message:
      'Prepares the next release, says what is in it, and hands over a list that works. About a day a month.',
  },
  governing: /*i18n*/ {
    id: 'roles.preset.governing',
    message:
      'Runs the co-op between general meetings, keeps to what they decided, and reports to each. About a day a month.',
  },
  money: /*i18n*/ {
    id: 'roles.preset.money',
    message:
      'Keeps the accounts, records what comes in, and says every quarter how the co-op stands. About five hours a month.',
  },
  auditing: /*i18n*/ {
    id: 'roles.preset.auditing',
    message:
      'Reads the accounts once a year and tells the general meeting what is right and what is not. About two days a year.',
  },
  speaking: /*i18n*/ {
    id: 'roles.preset.speaking',
    message:
      'Carries what the assembly agreed into the council of spokes and brings back what was said, word for word where it matters.',
  },
  holding: /*i18n*/ {
    id: 'roles.preset.holding',
    message:
      'Prepares the running order, holds the round, sees who has not spoken. About three hours a gathering.',
  },
  tending: /*i18n*/ {
    id: 'roles.preset.tending',
    message:
      'Keeps one of the shared tools running, up to date and backed up, and says early when it needs more than one can give. About six hours a month.',
  },
  caring: /*i18n*/ {
    id: 'roles.preset.caring',
    message:
      'Looks after the hall for a while: welcomes who comes, sees to what lies about, calls the circle together. About four hours a month.',
  },
  council: /*i18n*/ {
    id: 'roles.preset.council',
    message:
      'Keeps the hall for the assemblies: the list of members, the calendar, the minutes. Decides nothing by themselves.',
  },
}
