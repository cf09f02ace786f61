/** What would keep the rules from ever being changed, in sentences. */
import type { Amendment } from './amendment.ts'
import { compareFractions, type Fraction } from './parts.ts'
import type { Finding, Named, Parts, Say, Situation } from './section.ts'

const NEVER = /*i18n*/ {
  id: 'constitutions.amendment.never',
  message:
    'No change could ever pass: it asks for more than all. Ask for all of them, or for less.',
}
const MINORITY = /*i18n*/ {
  id: 'constitutions.amendment.minority',
  message: 'Less than half could change these rules against all others. Ask for half at least.',
}
const QUORUM_NEVER = /*i18n*/ {
  id: 'constitutions.amendment.quorum-never',
  message: 'No change could ever pass: more than all would have to take part.',
}
const NOBODY = /*i18n*/ {
  id: 'constitutions.amendment.nobody',
  message: 'No change could ever pass: no class may vote. Give one of them the right to vote.',
}
const UNKNOWN = /*i18n*/ {
  id: 'constitutions.amendment.unknown-class',
  message: 'There is no class “{name}”. Name one that there is, or add it to the classes.',
}
const VOICELESS = /*i18n*/ {
  id: 'constitutions.amendment.voiceless',
  message: '{name} has no right to vote, so it cannot decide on this.',
}
const EMPTY_CLASS = /*i18n*/ {
  id: 'constitutions.amendment.empty-class',
  message:
    'No change could ever pass: {name} must agree on its own, but that class may have no members.',
}
const TOO_FEW = /*i18n*/ {
  id: 'constitutions.amendment.too-few',
  message:
    'As you are now, no change could be proposed: it takes {needed} members, and there are {count}.',
}
const EVERYBODY = /*i18n*/ {
  id: 'constitutions.amendment.everybody',
  message:
    'Every single one of {count} members would have to say yes. One who is away keeps the rules as they are.',
}
const MANY = 12
const HALF: Fraction = { of: 1, in: 2 }

type Here = { part: Amendment; say: Say; situation: Situation; classes: readonly Named[] }

const error = (path: string, sentence: string): Finding => ({ severity: 'error', path, sentence })
const warning = (path: string, sentence: string): Finding => ({
  severity: 'warning',
  path,
  sentence,
})

function impossible({ threshold, strict }: { threshold: Fraction; strict: boolean }): boolean {
  return threshold.of > threshold.in || (strict && threshold.of === threshold.in)
}

function checkPassing({ part: { passes, quorum }, say, situation }: Here): Finding[] {
  const findings: Finding[] = []
  if (quorum && quorum.of > quorum.in) findings.push(error('quorum', say(QUORUM_NEVER)))
  if (passes.kind !== 'majority') return findings
  if (impossible(passes)) findings.push(error('passes.threshold', say(NEVER)))
  else if (compareFractions(passes.threshold, HALF) < 0)
    findings.push(warning('passes.threshold', say(MINORITY)))
  if (passes.perClass && impossible(passes.perClass))
    findings.push(error('passes.perClass.threshold', say(NEVER)))
  const all = passes.base === 'eligible' && passes.threshold.of === passes.threshold.in
  if (all && situation.memberCount > MANY)
    findings.push(warning('passes.base', say(EVERYBODY, { count: situation.memberCount })))
  return findings
}

function checkVoters({ part, say, classes }: Here): Finding[] {
  if (classes.length === 0) return []
  const votes = (one: Named) => one.facts?.votes === true
  if (!classes.some(votes)) return [error('voters', say(NOBODY))]
  return part.voters.flatMap((key, index) => {
    const found = classes.find((one) => one.key === key)
    const path = `voters.${index}`
    if (!found) return [error(path, say(UNKNOWN, { name: key }))]
    return votes(found) ? [] : [error(path, say(VOICELESS, { name: found.name }))]
  })
}

function checkClasses({ part, say, classes }: Here): Finding[] {
  const { passes, voters } = part
  if (passes.kind !== 'majority' || passes.perClass?.absent !== 'fails') return []
  return classes
    .filter(({ key, facts }) => facts?.votes && (voters.length === 0 || voters.includes(key)))
    .filter(({ facts }) => facts?.most === 0)
    .map(({ name }) => error('passes.perClass', say(EMPTY_CLASS, { name })))
}

export function checkAmendment(
  part: Amendment,
  say: Say,
  _all: Parts,
  situation: Situation,
  named: readonly Named[],
): Finding[] {
  const here = { part, say, situation, classes: named.filter(({ kind }) => kind === 'class') }
  const count = situation.memberCount
  const few = part.proposers > count && count > 0
  return [
    ...(few ? [warning('proposers', say(TOO_FEW, { needed: part.proposers, count }))] : []),
    ...checkPassing(here),
    ...checkVoters(here),
    ...checkClasses(here),
  ]
}
