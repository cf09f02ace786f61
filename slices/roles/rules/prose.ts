/**
 * The roles as sentences that people read and cite, and what may be wrong with them.
 *
 * 1. One sentence says what a role is and asks, one how many hold it for how long and how it is
 *    filled, one who may; rights, deputy and recall stand in a sentence of their own where there
 *    are any.
 * 2. An error: two roles with one key; a role that nobody may hold, since it names only classes of
 *    co-ops, or none and no class may stand; more seats than the classes can ever fill; a role that
 *    is not to stand beside itself.
 * 3. A warning: turns without a term (nobody would ever be next).
 */
import type { Finding, Named, Say, Sentence } from '#slices/constitutions/index.ts'
import type { RoleRule, RolesPart } from './section.ts'
import { choices } from './section-words.ts'

const SAYS = {
  is: /*i18n*/ { id: 'roles.says.is', message: '{name}: {asks}' },
  isPlain: /*i18n*/ { id: 'roles.says.is-plain', message: 'There is a role {name}.' },
  seats: /*i18n*/ {
    id: 'roles.says.seats',
    message:
      '{seats, plural, one {One person holds} other {# people hold}} the role {name}, {filled}, {months, plural, =0 {until it is handed on} one {for a month} =12 {for a year} =24 {for two years} other {for # months}}.',
  },
  row: /*i18n*/ {
    id: 'roles.says.row',
    message:
      'Nobody is {name} for more than {most, plural, one {one term} other {# terms}} in a row.',
  },
  open: /*i18n*/ {
    id: 'roles.says.open',
    message: 'Every class that may stand for roles may hold the role {name}.',
  },
  eligible: /*i18n*/ {
    id: 'roles.says.eligible',
    message: 'The role {name} is held by members of: {classes}.',
  },
  gives: /*i18n*/ { id: 'roles.says.gives', message: 'Whoever holds it {gives}.' },
  beside: /*i18n*/ {
    id: 'roles.says.beside',
    message: 'Whoever is {name} holds none of these roles: {others}.',
  },
  deputy: /*i18n*/ { id: 'roles.says.deputy', message: 'The role {name} may have a deputy.' },
  recall: /*i18n*/ {
    id: 'roles.says.recall',
    message: 'A term as {name} may be ended early by {who}.',
  },
  noRecall: /*i18n*/ {
    id: 'roles.says.no-recall',
    message: 'A term as {name} is not ended early by others.',
  },
}

function nameOf(named: readonly Named[], kind: string, key: string): string {
  return named.find((one) => one.kind === kind && one.key === key)?.name ?? key
}

function sentencesOf(rule: RoleRule, say: Say, named: readonly Named[]): Sentence[] {
  const { key, name, asks } = rule
  const told = (what: string, text: string): Sentence => ({ key: `${key}.${what}`, text })
  const list = (kind: string, keys: readonly string[]) =>
    keys.map((one) => nameOf(named, kind, one)).join(', ')
  return [
    told('is', asks ? say(SAYS.is, { name, asks }) : say(SAYS.isPlain, { name })),
    told(
      'seats',
      say(SAYS.seats, {
        name,
        seats: rule.seats,
        months: rule.termMonths ?? 0,
        filled: say(choices.filled[rule.filled]),
      }),
    ),
    ...(rule.mostInARow ? [told('row', say(SAYS.row, { name, most: rule.mostInARow }))] : []),
    told(
      'open',
      rule.eligible.length > 0
        ? say(SAYS.eligible, { name, classes: list('class', rule.eligible) })
        : say(SAYS.open, { name }),
    ),
    ...(rule.notBeside.length > 0
      ? [told('beside', say(SAYS.beside, { name, others: list('role', rule.notBeside) }))]
      : []),
    ...(rule.gives.length > 0
      ? [
          told(
            'gives',
            say(SAYS.gives, {
              gives: rule.gives.map((right) => say(choices.gives[right])).join(', '),
            }),
          ),
        ]
      : []),
    ...(rule.deputy ? [told('deputy', say(SAYS.deputy, { name }))] : []),
    told(
      'recall',
      rule.recall === 'none'
        ? say(SAYS.noRecall, { name })
        : say(SAYS.recall, { name, who: say(choices.recall[rule.recall]) }),
    ),
  ]
}

/** Law 1. */
export function proseOf(part: RolesPart, say: Say, named: readonly Named[]): Sentence[] {
  return part.roles.flatMap((rule) => sentencesOf(rule, say, named))
}

const WRONG = {
  doubled: /*i18n*/ {
    id: 'roles.wrong.doubled',
    message: 'Two roles have the short name {key}. Give one of them another.',
  },
  nobody: /*i18n*/ {
    id: 'roles.wrong.nobody',
    message:
      'Nobody may hold the role {name}: no class of persons is open to it. Name one, or let one stand for roles.',
  },
  unknown: /*i18n*/ {
    id: 'roles.wrong.unknown',
    message: 'The role {name} names the class {class}, which there is not.',
  },
  crowd: /*i18n*/ {
    id: 'roles.wrong.crowd',
    message: 'The role {name} has {seats} seats, but its classes hold at most {most} members.',
  },
  itself: /*i18n*/ {
    id: 'roles.wrong.itself',
    message: 'The role {name} can never stand beside itself; take it out of that list.',
  },
  turns: /*i18n*/ {
    id: 'roles.wrong.turns',
    message: 'The role {name} goes by turns but has no term, so nobody is ever next.',
  },
}

/** Laws 2 and 3. */
export function findingsOf(part: RolesPart, say: Say, named: readonly Named[]): Finding[] {
  const classes = named.filter(({ kind }) => kind === 'class')
  return part.roles.flatMap((rule, place) => [
    ...(part.roles.findIndex(({ key }) => key === rule.key) < place
      ? [error(`roles.${place}.key`, say(WRONG.doubled, { key: rule.key }))]
      : []),
    ...(rule.notBeside.includes(rule.key)
      ? [error(`roles.${place}.notBeside`, say(WRONG.itself, { name: rule.name }))]
      : []),
    ...(rule.filled === 'rotated' && rule.termMonths === null
      ? [
          {
            ...error(`roles.${place}.termMonths`, say(WRONG.turns, { name: rule.name })),
            severity: 'warning' as const,
          },
        ]
      : []),
    ...holdersWrong(rule, place, { classes, say }),
  ])
}

function error(path: string, sentence: string): Finding {
  return { severity: 'error', path, sentence }
}

function holdersWrong(
  rule: RoleRule,
  place: number,
  { classes, say }: { classes: readonly Named[]; say: Say },
): Finding[] {
  const path = `roles.${place}.eligible`
  const { name, seats, eligible } = rule
  const strange = eligible.filter((key) => !classes.some((one) => one.key === key))
  if (strange.length > 0)
    return strange.map((key) => error(path, say(WRONG.unknown, { name, class: key })))
  const open = classes.filter(
    ({ key, facts }) =>
      facts?.holds !== 'co-ops' &&
      (eligible.length === 0 ? facts?.stands !== false : eligible.includes(key)),
  )
  if (classes.length > 0 && open.length === 0) return [error(path, say(WRONG.nobody, { name }))]
  const bounds = open.map(({ facts }) => facts?.most ?? Infinity)
  const most = bounds.reduce((sum, bound) => sum + bound, 0)
  if (open.length > 0 && most < seats)
    return [error(`roles.${place}.seats`, say(WRONG.crowd, { name, seats, most }))]
  return []
}
