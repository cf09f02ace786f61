/**
 * What keeps a kind of decision from being used, in sentences.
 * 1. An error: what is chosen from options has no tie rule; secret ballots that need a reason or show
 *    before the close; a class that is not there or does not vote; shares that are not all of the whole; shares, bounds or majorities of
 *    classes where options are chosen; more than all asked for; days that do not fit.
 * 2. A warning: fewer than half could pass it; days so many that nobody waits; too few for secrecy.
 */
import type { Finding, Named, Parts, Say, Situation } from '#slices/constitutions/index.ts'
import { compare, ONE, sumOf } from '../exact.ts'
import { LEAST_OF_GROUP } from '../secret/groups.ts'
import { exactly } from './fractions.ts'
import { choosesOptions, type Kind, type KindsPart, type Part, type Threshold } from './kind.ts'

const WRONG = {
  doubled: /*i18n*/ {
    id: 'decisions.wrong.doubled',
    message: 'Two kinds have the short name {key}. Give one of them another.',
  },
  amendment: /*i18n*/ {
    id: 'decisions.wrong.amendment',
    message: 'The short name “amendment” is that of votes on amendments. Give {name} another.',
  },
  seconds: /*i18n*/ {
    id: 'decisions.wrong.seconds',
    message: '{name} needs {needed} to second it, and the circle has {count} members.',
  },
  reserved: /*i18n*/ {
    id: 'decisions.wrong.reserved',
    message: 'The short name “rules” is that of a change of these rules. Give {name} another.',
  },
  tie: /*i18n*/ {
    id: 'decisions.wrong.tie',
    message:
      '{name} does not say what a tie does, and what is not stated does not open. Let a lot decide, or ask again.',
  },
  secretConsent: /*i18n*/ {
    id: 'decisions.wrong.secret-consent',
    message:
      'An objection gives its reason, so consent is never secret. Let ballots of {name} be open or named, or decide it in another way.',
  },
  secretShown: /*i18n*/ {
    id: 'decisions.wrong.secret-shown',
    message:
      'Ballots of {name} are secret, and results that show while it is open would say who voted what. Let them show at the close.',
  },
  secretFew: /*i18n*/ {
    id: 'decisions.wrong.secret-few',
    message:
      'Ballots of {name} are secret, which five voters at least make possible in each group that is counted by itself; the circle has {count} members.',
  },
  unknown: /*i18n*/ {
    id: 'decisions.wrong.unknown',
    message: '{name} names the class {class}, which there is not.',
  },
  voiceless: /*i18n*/ {
    id: 'decisions.wrong.voiceless',
    message: '{name} counts on the class {class}, which has no right to vote.',
  },
  nobody: /*i18n*/ {
    id: 'decisions.wrong.nobody',
    message: 'Nobody could decide {name}: no class has the right to vote.',
  },
  shares: /*i18n*/ {
    id: 'decisions.wrong.shares',
    message: 'The parts of the classes in {name} are not all of the whole. Let them add up to 1.',
  },
  shareless: /*i18n*/ {
    id: 'decisions.wrong.shareless',
    message: '{name} gives the class {class} no part, so its votes would weigh nothing.',
  },
  choosing: /*i18n*/ {
    id: 'decisions.wrong.choosing',
    message:
      'In {name} options are chosen, and papers are counted one by one or by the weight of their class. Parts and bounds of classes are for questions that are answered in favour or against.',
  },
  consent: /*i18n*/ {
    id: 'decisions.wrong.consent',
    message: 'Consent weighs no votes: in {name}, let everybody have one.',
  },
  never: /*i18n*/ {
    id: 'decisions.wrong.never',
    message:
      '{name} could never pass: it asks for more than all. Ask for all of them, or for less.',
  },
  quorum: /*i18n*/ {
    id: 'decisions.wrong.quorum',
    message: '{name} could never count: more than all would have to take part.',
  },
  minority: /*i18n*/ {
    id: 'decisions.wrong.minority',
    message: 'Less than half could pass {name} against all others. Ask for half at least.',
  },
  days: /*i18n*/ {
    id: 'decisions.wrong.days',
    message: '{name} is open for at least {least} and at most {most} days. Turn them round.',
  },
  urgent: /*i18n*/ {
    id: 'decisions.wrong.urgent',
    message: 'The urgent path of {name} is not shorter than the usual one.',
  },
  scores: /*i18n*/ {
    id: 'decisions.wrong.scores',
    message: 'The highest score of {name} is not above the lowest.',
  },
  dots: /*i18n*/ {
    id: 'decisions.wrong.dots',
    message: '{name} allows more dots on one option than anybody has.',
  },
  adviceSecret: /*i18n*/ {
    id: 'decisions.wrong.advice-secret',
    message:
      'Who advised what in {name} is for all to read, so it is never secret. Let it be open, or decide it in another way.',
  },
  adviceVotes: /*i18n*/ {
    id: 'decisions.wrong.advice-votes',
    message:
      'In {name} nobody votes: whoever proposes it decides. Take out the quorum, the weights, the supporters, the urgent path and the gathering.',
  },
  bounds: /*i18n*/ {
    id: 'decisions.wrong.bounds',
    message: 'The least parts of the classes in {name} are more than the whole.',
  },
  supporters: /*i18n*/ {
    id: 'decisions.wrong.supporters',
    message: '{name} needs {needed} supporters, and the circle has {count} members.',
  },
}

type Here = {
  kind: Kind
  at: string
  say: Say
  classes: readonly Named[]
  situation: Situation
}

function error(
  { at, say, kind }: Here,
  path: string,
  what: keyof typeof WRONG,
  more = {},
): Finding {
  const sentence = say(WRONG[what], { name: kind.name, ...more })
  return { severity: 'error', path: `${at}.${path}`, sentence }
}

const above = (part: Part) => part.of > part.in
const impossible = ({ reach, strict }: Threshold) =>
  above(reach) || (strict && reach.of === reach.in)

function checkMethod(here: Here): Finding[] {
  const { method } = here.kind
  const found: Finding[] = []
  if (choosesOptions(method) && method.ties === null) found.push(error(here, 'method.ties', 'tie'))
  if (method.kind === 'question') {
    const { threshold, inEach, base } = method
    if (threshold && impossible(threshold)) found.push(error(here, 'method.threshold', 'never'))
    else if (threshold && base !== 'eligible' && threshold.reach.of * 2 < threshold.reach.in)
      found.push({ ...error(here, 'method.threshold', 'minority'), severity: 'warning' })
    if (inEach && impossible(inEach)) found.push(error(here, 'method.inEach', 'never'))
  }
  if ('block' in method && method.block.kind === 'overcome' && above(method.block.at))
    found.push(error(here, 'method.block', 'never'))
  if (method.kind === 'score' && method.most <= method.least)
    found.push(error(here, 'method.most', 'scores'))
  if (method.kind === 'dots' && method.mostOnOne > method.dots)
    found.push(error(here, 'method.mostOnOne', 'dots'))
  return found
}

function checkClass(here: Here, key: string, path: string): Finding[] {
  const found = here.classes.find((one) => one.key === key)
  if (!found) return [error(here, path, 'unknown', { class: key })]
  return found.facts?.votes ? [] : [error(here, path, 'voiceless', { class: found.name })]
}

function checkWeights(here: Here): Finding[] {
  const { weights, method, voters } = here.kind
  if (weights.kind === 'flat') return []
  if (method.kind === 'consent') return [error(here, 'weights', 'consent')]
  if (weights.kind === 'class') return []
  if (choosesOptions(method)) return [error(here, 'weights', 'choosing')]
  if (weights.kind === 'bounds')
    return [
      ...[...weights.most, ...weights.least].flatMap((one) =>
        checkClass(here, one.class, 'weights'),
      ),
      ...(compare(sumOf(weights.least.map(({ part }) => exactly(part))), ONE) > 0
        ? [error(here, 'weights.least', 'bounds')]
        : []),
    ]
  const voting = here.classes.filter(
    ({ key, facts }) => facts?.votes && (voters.length === 0 || voters.includes(key)),
  )
  const without = voting.filter(({ key }) => !weights.shares.some((one) => one.class === key))
  return [
    ...weights.shares.flatMap((one, place) =>
      checkClass(here, one.class, `weights.shares.${place}.class`),
    ),
    ...without.map(({ name }) => error(here, 'weights.shares', 'shareless', { class: name })),
    ...(compare(sumOf(weights.shares.map(({ part }) => exactly(part))), ONE) === 0
      ? []
      : [error(here, 'weights.shares', 'shares')]),
  ]
}

function checkVoters(here: Here): Finding[] {
  const { classes, kind } = here
  if (classes.length === 0) return []
  if (!classes.some(({ facts }) => facts?.votes)) return [error(here, 'voters', 'nobody')]
  return kind.voters.flatMap((key, place) => checkClass(here, key, `voters.${place}`))
}

function checkSecret(here: Here): Finding[] {
  const { method, shows } = here.kind
  const count = here.situation.memberCount
  const few = count > 0 && count < LEAST_OF_GROUP
  return [
    ...(method.kind === 'consent' ? [error(here, 'secrecy', 'secretConsent')] : []),
    ...(shows === 'open' ? [error(here, 'shows', 'secretShown')] : []),
    ...(few
      ? [{ ...error(here, 'secrecy', 'secretFew', { count }), severity: 'warning' as const }]
      : []),
  ]
}

function checkLife(here: Here): Finding[] {
  const { leastDays, mostDays, urgent, quorum, secrecy, supporters } = here.kind
  const count = here.situation.memberCount
  const found: Finding[] = []
  if (leastDays > mostDays)
    found.push(error(here, 'mostDays', 'days', { least: leastDays, most: mostDays }))
  if (urgent && urgent.days >= leastDays && here.kind.talkDays === 0)
    found.push({ ...error(here, 'urgent.days', 'urgent'), severity: 'warning' })
  if (
    quorum &&
    (above(quorum.reach) || impossible({ reach: quorum.reach, strict: quorum.strict ?? false }))
  )
    found.push(error(here, 'quorum', 'quorum'))
  if (secrecy === 'secret') found.push(...checkSecret(here))
  const seconds = here.kind.gathering?.seconds ?? 0
  if (count > 0 && seconds >= count)
    found.push({
      ...error(here, 'gathering.seconds', 'seconds', { needed: seconds, count }),
      severity: 'warning',
    })
  if (count > 0 && supporters >= count)
    found.push({
      ...error(here, 'supporters', 'supporters', { needed: supporters, count }),
      severity: 'warning',
    })
  return found
}

/** By advice there is nothing to count (advice/advice.ts, law 5). */
function checkAdvice(here: Here): Finding[] {
  const { quorum, weights, supporters, urgent, gathering, secrecy } = here.kind
  const votes = quorum ?? urgent ?? gathering
  return [
    ...(secrecy === 'open' ? [] : [error(here, 'secrecy', 'adviceSecret')]),
    ...(votes || weights.kind !== 'flat' || supporters > 0
      ? [error(here, 'method', 'adviceVotes')]
      : []),
  ]
}

/** Everything that is wrong with the kinds of a constitution. */
export function checkKinds(
  { kinds }: KindsPart,
  say: Say,
  _all: Parts,
  situation: Situation,
  named: readonly Named[],
): Finding[] {
  const classes = named.filter(({ kind }) => kind === 'class')
  return kinds.flatMap((kind, place) => {
    const here = { kind, at: `kinds.${place}`, say, classes, situation }
    const twice = kinds.findIndex(({ key }) => key === kind.key) < place
    return [
      ...(twice ? [error(here, 'key', 'doubled', { key: kind.key })] : []),
      ...(kind.key === 'rules' ? [error(here, 'key', 'reserved')] : []),
      ...(kind.key === 'amendment' ? [error(here, 'key', 'amendment')] : []),
      ...checkVoters(here),
      ...(kind.method.kind === 'advice'
        ? checkAdvice(here)
        : [...checkMethod(here), ...checkWeights(here), ...checkLife(here)]),
    ]
  })
}
