/**
 * What no single section can see.
 * 1. A circle has a steward; where roles are named, one of them is called `steward`.
 * 2. In a primary co-op one member has one vote (ICA, 2nd principle): weights are warned of there, and
 *    allowed where co-ops are members.
 * 3. A key names one thing of a kind.
 */
import type { Found } from './document.ts'
import type { Named, Say, Situation } from './section.ts'

const NO_STEWARD = /*i18n*/ {
  id: 'constitutions.no-steward',
  message: 'This circle has no steward, so nobody could keep its rules. Name one first.',
}
const NO_ROLE = /*i18n*/ {
  id: 'constitutions.no-steward-role',
  message:
    'None of the roles is the steward’s (key “steward”), so nothing says how the next one is found.',
}
const WEIGHTS = /*i18n*/ {
  id: 'constitutions.weights',
  message:
    'Members of {heavy} have {most} votes and members of {light} {least}. In a co-op of persons one member has one vote (second principle of the International Cooperative Alliance); where co-ops are members, weights are allowed.',
}
const TWICE = /*i18n*/ {
  id: 'constitutions.named-twice',
  message: 'Two things have the key “{key}”. Give one of them another.',
}

const SECTION_OF: Record<string, string> = { class: 'classes', role: 'roles' }

function checkWeights(named: readonly Named[], say: Say): Found[] {
  const weighed = named
    .filter(({ kind, facts }) => kind === 'class' && facts?.votes)
    .map(({ name, facts }) => ({ name, weight: facts?.weight ?? 1 }))
    .toSorted((a, b) => a.weight - b.weight)
  const [light] = weighed
  const heavy = weighed.at(-1)
  if (!light || !heavy || light.weight === heavy.weight) return []
  const sentence = say(WEIGHTS, {
    heavy: heavy.name,
    most: heavy.weight,
    light: light.name,
    least: light.weight,
  })
  return [{ severity: 'warning', section: 'classes', path: '', sentence }]
}

function checkKeys(named: readonly Named[], say: Say): Found[] {
  const seen = new Set<string>()
  return named.flatMap(({ kind, key }): Found[] => {
    const id = `${kind} ${key}`
    if (!seen.has(id)) {
      seen.add(id)
      return []
    }
    const section = SECTION_OF[kind] ?? kind
    return [{ severity: 'error', section, path: '', sentence: say(TWICE, { key }) }]
  })
}

export function checkWhole(named: readonly Named[], say: Say, situation: Situation): Found[] {
  const roles = named.filter(({ kind }) => kind === 'role')
  const found = checkKeys(named, say)
  if (situation.stewardCount === 0)
    found.push({ severity: 'error', section: 'roles', path: '', sentence: say(NO_STEWARD) })
  if (roles.length > 0 && !roles.some(({ key }) => key === 'steward'))
    found.push({ severity: 'warning', section: 'roles', path: '', sentence: say(NO_ROLE) })
  if (situation.level === 'primary') found.push(...checkWeights(named, say))
  return found
}
