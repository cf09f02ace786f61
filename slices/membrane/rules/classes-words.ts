/** The words of the form for classes. */
import type { Marked } from '#kernel/asked.ts'

export const TITLE = /*i18n*/ { id: 'membrane.classes', message: 'Who is inside' }
export const CLASSES = /*i18n*/ { id: 'membrane.classes.list', message: 'Classes of members' }
export const A_CLASS = /*i18n*/ { id: 'membrane.classes.item', message: 'a class' }
export const NAME = /*i18n*/ { id: 'membrane.classes.name', message: 'What its members are called' }
export const NAME_HINT = /*i18n*/ {
  id: 'membrane.classes.name-hint',
  message: 'More than one: Producers, Custodians',
}
export const LINE = /*i18n*/ { id: 'membrane.classes.line', message: 'What they do, in one line' }
export const HOLDS = /*i18n*/ { id: 'membrane.classes.holds', message: 'Who may be one' }
export const HOLDERS: Record<string, Marked> = {
  persons: /*i18n*/ { id: 'membrane.classes.persons', message: 'Persons' },
  'co-ops': /*i18n*/ { id: 'membrane.classes.coops', message: 'Co-ops' },
  both: /*i18n*/ { id: 'membrane.classes.both', message: 'Persons and co-ops' },
}
export const RIGHTS = /*i18n*/ { id: 'membrane.classes.rights', message: 'What they may' }
export const ATTEND = /*i18n*/ { id: 'membrane.classes.attend', message: 'Come to gatherings' }
export const SPEAK = /*i18n*/ { id: 'membrane.classes.speak', message: 'Speak in them' }
export const PROPOSE = /*i18n*/ { id: 'membrane.classes.propose', message: 'Make proposals' }
export const VOTE = /*i18n*/ { id: 'membrane.classes.vote', message: 'Vote' }
export const STAND = /*i18n*/ { id: 'membrane.classes.stand', message: 'Stand for roles' }
export const SEE = /*i18n*/ { id: 'membrane.classes.see', message: 'What they see' }
export const SIGHTS: Record<string, Marked> = {
  everything: /*i18n*/ { id: 'membrane.classes.everything', message: 'All that is shared here' },
  decided: /*i18n*/ { id: 'membrane.classes.decided', message: 'Minutes and decisions' },
  public: /*i18n*/ { id: 'membrane.classes.public', message: 'What everybody sees' },
}
export const WEIGHT = /*i18n*/ { id: 'membrane.classes.weight', message: 'Votes of one member' }
export const TOOLS = /*i18n*/ { id: 'membrane.classes.tools', message: 'Tools they use' }
export const TOOLS_HINT = /*i18n*/ {
  id: 'membrane.classes.tools-hint',
  message: 'As they would say it: rooms up to 20 people, pad, forum',
}
export const LEAST = /*i18n*/ { id: 'membrane.classes.least', message: 'At least so many members' }
export const MOST = /*i18n*/ { id: 'membrane.classes.most', message: 'At most so many members' }
