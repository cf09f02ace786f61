/**
 * Rules laid over those that a decision had: what they don't say stays as it was. A part is read
 * exactly; what weighs classes by factors weighs them in the same proportions, in whole numbers. What
 * only questions have (a threshold, a majority in each class) changes nothing where options are chosen.
 */
import { fraction, type Fraction, readFraction, times, ZERO } from '../exact.ts'
import type { Kind, Method, Part, Threshold } from '../kinds/kind.ts'
import type { Ruling } from '../count/ruling.ts'
import type { RulesText } from '../question-rules.ts'
import type { OtherRules } from '../what-if.ts'

type Change = NonNullable<OtherRules['questions']>[string]
type Question = Extract<Method, { kind: 'question' }>

function partOf(text: string): Part {
  const { over, under } = readFraction(text) ?? ZERO
  return { of: Number(over), in: Number(under) }
}

const reachOf = ({ reach, strict }: { reach: string; strict: boolean }): Threshold => ({
  reach: partOf(reach),
  strict,
})

function blockOf(block: RulesText['block']): Question['block'] {
  if (block === 'forbidden') return { kind: 'forbidden' }
  return block === 'stops'
    ? { kind: 'stops', allowed: 0 }
    : { kind: 'overcome', at: partOf(block.overcomeAt) }
}

function questionWith(method: Question, change: Change): Question {
  const { threshold, base, inEach, block, leastFavour, mostAgainst } = change
  return {
    ...method,
    ...(threshold === undefined ? {} : { threshold: threshold && reachOf(threshold) }),
    ...(base === undefined ? {} : { base }),
    ...(inEach === undefined
      ? {}
      : { inEach: inEach && { ...reachOf(inEach.threshold), absent: inEach.empty } }),
    ...(block === undefined ? {} : { block: blockOf(block) }),
    ...(leastFavour === undefined ? {} : { leastFavour }),
    ...(mostAgainst === undefined ? {} : { mostAgainst }),
  }
}

function methodWith(method: Method, change: Change): Method {
  if (method.kind === 'question') return questionWith(method, change)
  if (method.kind !== 'consensus') return method
  const { block, mostAgainst } = change
  return {
    ...method,
    ...(block === undefined ? {} : { block: blockOf(block) }),
    ...(mostAgainst === undefined ? {} : { mostAgainst }),
  }
}

const listOf = (parts: Record<string, string>) =>
  Object.entries(parts).map(([inClass, text]) => ({ class: inClass, part: partOf(text) }))

function weighingOf(weights: RulesText['weights']): Kind['weights'] {
  switch (weights.reading) {
    case 'flat':
      return { kind: 'flat' }
    case 'multiplier':
      return { kind: 'class' }
    case 'bounds':
      return { kind: 'bounds', most: listOf(weights.most), least: listOf(weights.least) }
    default: {
      const { reading, shares, empty } = weights
      return { kind: reading, shares: listOf(shares), empty }
    }
  }
}

/** Factors in whole numbers, in the same proportions. */
function wholeFactors(classes: Ruling['classes'], factors: Record<string, string>) {
  const exact = classes.map(({ key }): Fraction => readFraction(factors[key] ?? '1') ?? ZERO)
  const common = exact.reduce((product, { under }) => product * under, 1n)
  return classes.map((one, at) => {
    const whole = times(exact[at] ?? ZERO, fraction(common))
    return { ...one, weight: Number(whole.over / whole.under) }
  })
}

/** The rules of a decision with others laid over them. */
export function laidOver({ kind, classes }: Ruling, change: Change): Ruling {
  const { quorum, weights } = change
  return {
    kind: {
      ...kind,
      method: methodWith(kind.method, change),
      ...(quorum === undefined
        ? {}
        : { quorum: quorum && { of: quorum.of, reach: partOf(quorum.reach) } }),
      ...(weights === undefined ? {} : { weights: weighingOf(weights) }),
    },
    classes: weights?.reading === 'multiplier' ? wholeFactors(classes, weights.factors) : classes,
  }
}
