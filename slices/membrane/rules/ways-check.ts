/** What may be wrong with ways in and out. */
import type { Marked } from '#kernel/asked.ts'
import type { Finding, Named, Parts, Say, Situation } from '#slices/constitutions/index.ts'
import type { Decides, Ways } from './ways.ts'

const S = {
  noClass: /*i18n*/ {
    id: 'membrane.check.way-no-class',
    message: 'There is a way into the class “{key}”, which the rules do not have. Name the class.',
  },
  twice: /*i18n*/ {
    id: 'membrane.check.way-twice',
    message: 'There are two descriptions of the ways into {name}. Make one of them.',
  },
  closed: /*i18n*/ {
    id: 'membrane.check.way-none',
    message: 'Nobody can come in among the {name}. Is that meant?',
  },
  noWays: /*i18n*/ {
    id: 'membrane.check.no-ways',
    message: 'No way in is described, so only stewards bring people in.',
  },
  sponsors: /*i18n*/ {
    id: 'membrane.check.sponsors',
    message: '{name}: {sponsors} must vouch, and there are only {count} members. Ask for fewer.',
  },
  role: /*i18n*/ {
    id: 'membrane.check.way-role',
    message: 'The role “{role}” is to decide here, and the rules do not have it. Name the role.',
  },
  noExclusion: /*i18n*/ {
    id: 'membrane.check.no-exclusion',
    message:
      'Nothing says how somebody is put out, so a steward could do it in a moment. Say how, and how they appeal.',
  },
  unheard: /*i18n*/ {
    id: 'membrane.check.unheard',
    message: 'Somebody could be put out without having been heard. Promise a hearing.',
  },
} satisfies Record<string, Marked>

type Context = { say: Say; named: readonly Named[] }

function checkDecides(path: string, by: Decides, { say, named }: Context): Finding[] {
  const roles = named.filter(({ kind }) => kind === 'role')
  if (by.kind !== 'role' || roles.length === 0) return []
  if (by.role === 'steward' || roles.some(({ key }) => key === by.role)) return []
  return [{ severity: 'error', path: `${path}.role`, sentence: say(S.role, { role: by.role }) }]
}

function checkClosed(part: Ways, { say, named }: Context): Finding[] {
  const warn = (sentence: string): Finding => ({ severity: 'warning', path: 'ways', sentence })
  const classes = named.filter(({ kind }) => kind === 'class')
  if (classes.length > 0 && part.ways.length === 0) return [warn(say(S.noWays))]
  return classes.flatMap(({ key, name }) => {
    const way = part.ways.find((one) => one.class === key)
    const open = way && (way.open || way.invitation || way.application)
    return open ? [] : [warn(say(S.closed, { name }))]
  })
}

export function checkWays(
  part: Ways,
  say: Say,
  _all: Parts,
  { memberCount: count }: Situation,
  named: readonly Named[],
): Finding[] {
  const context = { say, named }
  const seen = new Set<string>()
  const found = part.ways.flatMap((way, at): Finding[] => {
    const path = `ways.${at}`
    const error = (step: string, sentence: string): Finding => ({
      severity: 'error',
      path: `${path}.${step}`,
      sentence,
    })
    const known = named.find(({ kind, key }) => kind === 'class' && key === way.class)
    const name = known?.name ?? way.class
    const double = seen.has(way.class)
    seen.add(way.class)
    const { application } = way
    const few = application && count > 0 && application.sponsors > count
    return [
      ...(known ? [] : [error('class', say(S.noClass, { key: way.class }))]),
      ...(double ? [error('class', say(S.twice, { name }))] : []),
      ...(few
        ? [
            {
              severity: 'warning' as const,
              path: `${path}.application.sponsors`,
              sentence: say(S.sponsors, { name, sponsors: application.sponsors, count }),
            },
          ]
        : []),
      ...(application
        ? checkDecides(`${path}.application.decides`, application.decides, context)
        : []),
    ]
  })
  const { exclusion } = part
  const out: Finding[] = exclusion
    ? checkDecides('exclusion.decides', exclusion.decides, context)
    : [{ severity: 'warning', path: 'exclusion', sentence: say(S.noExclusion) }]
  if (exclusion && !exclusion.hearing)
    out.push({ severity: 'warning', path: 'exclusion.hearing', sentence: say(S.unheard) })
  return [...found, ...checkClosed(part, context), ...out]
}
