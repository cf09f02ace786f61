/** What may be wrong with duties, in sentences. */
import type { Finding, Named, Say } from '#slices/constitutions/index.ts'
import { type Asks, type DutiesPart, type Duty, type Exemption, isGift, unitOf } from './duty.ts'
import { wholeOf } from './plan.ts'
import { FOUND } from './check-words.ts'

type Finds = (at: string, what: keyof typeof FOUND, values?: Record<string, unknown>) => Finding

function repeated(keys: readonly string[]): string[] {
  return keys.filter((key, at) => keys.indexOf(key) !== at)
}

function checkAsks(asks: readonly Asks[], at: string, find: Finds): Finding[] {
  const gifts = asks.filter(isGift)
  const found: Finding[] = []
  if (gifts.length < asks.length && asks.length > 1) found.push(find(`${at}.asks`, 'alone'))
  if (repeated(gifts.map(unitOf)).length > 0) found.push(find(`${at}.asks`, 'twice'))
  if (!Number.isFinite(wholeOf(gifts))) found.push(find(`${at}.asks`, 'uneven'))
  asks.forEach((ask, index) => {
    const path = `${at}.asks.${index}`
    if (ask.kind === 'dues' && ask.most !== null && ask.most < ask.least.minor)
      found.push(find(`${path}.most`, 'sliding'))
    if (ask.kind === 'attendance' && ask.share.of > ask.share.in)
      found.push(find(`${path}.share`, 'share'))
  })
  return found
}

/** Law: a duty that no class has, or that nobody in a class could ever meet, is no duty. */
function checkDuty(duty: Duty, at: string, named: readonly Named[], find: Finds): Finding[] {
  const [first] = duty.asks
  const known = named.filter(({ kind }) => kind === 'class').map(({ key }) => key)
  const roles = named.filter(({ kind }) => kind === 'role')
  const unknown = duty.classes.filter((key) => known.length > 0 && !known.includes(key))
  const found = unknown.map((key) => find(`${at}.classes`, 'noClass', { key, duty: duty.key }))
  if (unknown.length === duty.classes.length)
    found.push(find(`${at}.classes`, 'nobody', { duty: duty.key }))
  if (first?.kind === 'roles') {
    const open = roles.filter(({ facts }) => {
      const eligible = facts?.eligible ?? []
      return eligible.length === 0 || duty.classes.some((key) => eligible.includes(key))
    })
    if (open.length < first.count) found.push(find(`${at}.asks`, 'noRole', { duty: duty.key }))
  }
  const always = first?.kind === 'circles' || first?.kind === 'roles'
  if (first?.kind === 'attendance' && duty.every === 'once')
    found.push(find(`${at}.every`, 'onceCome'))
  if (!always && duty.every === 'month' && duty.asks.every(({ kind }) => kind === 'resource'))
    found.push(find(`${at}.every`, 'monthlyThing'))
  return [...found, ...checkAsks(duty.asks, at, find)]
}

function checkExemption(one: Exemption, at: string, part: DutiesPart, find: Finds): Finding[] {
  const keys = new Set(part.duties.map(({ key }) => key))
  return one.duties
    .filter((key) => !keys.has(key))
    .map((key) => find(`${at}.duties`, 'noDuty', { key }))
}

/** Speaks before adoption. */
export function checkDuties(part: DutiesPart, say: Say, named: readonly Named[]): Finding[] {
  const find: Finds = (path, what, values) => ({
    severity: FOUND[what].severity,
    path,
    sentence: say(FOUND[what].say, values),
  })
  const { missed, of } = part.behind
  const keys = [...part.duties, ...part.exemptions.map(({ key }) => ({ key: `excused.${key}` }))]
  return [
    ...repeated(keys.map(({ key }) => key)).map((key) => find('duties', 'sameKey', { key })),
    ...part.duties.flatMap((duty, at) => checkDuty(duty, `duties.${at}`, named, find)),
    ...part.exemptions.flatMap((one, at) => checkExemption(one, `exemptions.${at}`, part, find)),
    ...(of !== null && missed > of ? [find('behind.missed', 'never', { missed, of })] : []),
  ]
}
