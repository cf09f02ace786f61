/** Who decides what in each of the models, to begin with. */
import type { Marked } from '#kernel/asked.ts'
import type { Delegation } from './delegation.ts'
import type { Preset, Say } from './section.ts'

const RULES: Marked = /*i18n*/ { id: 'constitutions.start.rules', message: 'these rules' }
const LICENCE: Marked = /*i18n*/ {
  id: 'constitutions.start.licence',
  message: 'the licence of what we make',
}
const BUDGET: Marked = /*i18n*/ {
  id: 'constitutions.start.budget',
  message: 'the budget of a year, and what is done with what is left of it',
}
const BOARD: Marked = /*i18n*/ {
  id: 'constitutions.start.board',
  message: 'who is on the board',
}
const NAME: Marked = /*i18n*/ {
  id: 'constitutions.start.name',
  message: 'what is said in the name of all assemblies',
}
const CLOSING: Marked = /*i18n*/ {
  id: 'constitutions.start.closing',
  message: 'merging with others, and closing',
}

const reserved = (say: Say, list: Record<string, Marked>) =>
  Object.entries(list).map(([key, text]) => ({ key, text: say(text) }))

/** The delegation of each preset, in the words of a language. */
export function delegationPresets(say: Say): Record<Preset, Delegation> {
  return {
    'open-source': {
      nearest: true,
      reserved: reserved(say, { rules: RULES, licence: LICENCE }),
      link: 'none',
      delegates: null,
      proxies: null,
    },
    consumer: {
      nearest: false,
      reserved: reserved(say, { rules: RULES, budget: BUDGET, board: BOARD, closing: CLOSING }),
      link: 'none',
      delegates: { most: 1, months: 12, alternates: true, mandate: 'free', recall: true },
      proxies: { most: 1 },
    },
    movement: {
      nearest: true,
      reserved: reserved(say, { rules: RULES, name: NAME }),
      link: 'none',
      delegates: { most: 2, months: 3, alternates: true, mandate: 'bound', recall: true },
      proxies: null,
    },
    'full-commons': {
      nearest: true,
      reserved: reserved(say, { rules: RULES, budget: BUDGET, closing: CLOSING }),
      link: 'double',
      delegates: { most: 3, months: 12, alternates: true, mandate: 'asked', recall: true },
      proxies: null,
    },
    parliamentary: {
      nearest: false,
      reserved: reserved(say, { rules: RULES, budget: BUDGET, board: BOARD, closing: CLOSING }),
      link: 'none',
      delegates: null,
      proxies: null,
    },
  }
}
