/**
 * The rules of a question as plain text and numbers, as they stand in a constitution and in what is
 * published: parts are "2/3", "0.6" or "66.7 %", and are read exactly. See verdict.ts for what they do.
 */
import { z } from 'zod'
import { BASES, type Parts, type Weights } from './colleges.ts'
import { type Fraction, readFraction, writeFraction, ZERO } from './exact.ts'
import { EMPTY_COLLEGES, type QuestionRules, type Threshold } from './verdict.ts'

/** A part as text: "2/3", "0.6", "60 %". */
export const Part = z
  .string()
  .max(40)
  .refine((text) => readFraction(text) !== null, 'a part is written 2/3, 0.6 or 60 %')
const PartsText = z.record(z.string(), Part)
const Reach = z.object({ reach: Part, strict: z.boolean() })
const Whole = z.int().min(0)

const WeightsText = z.discriminatedUnion('reading', [
  z.object({ reading: z.literal('flat') }),
  z.object({ reading: z.literal('multiplier'), factors: PartsText }),
  z.object({
    reading: z.enum(['share-by-votes', 'share-by-roll']),
    shares: PartsText,
    empty: z.enum(['lapses', 'not-in-favour']),
  }),
  z.object({ reading: z.literal('bounds'), most: PartsText, least: PartsText }),
])

/** Nothing is assumed: what a question doesn't need is null. */
export const RulesText = z.object({
  base: z.enum(BASES),
  weights: WeightsText,
  threshold: Reach.nullable(),
  inEach: z
    .object({
      colleges: z.array(z.string()),
      threshold: Reach,
      empty: z.enum(EMPTY_COLLEGES),
    })
    .nullable(),
  quorum: z.object({ of: z.enum(['voters', 'weight']), reach: Part }).nullable(),
  block: z.union([z.enum(['forbidden', 'stops']), z.object({ overcomeAt: Part })]),
  leastFavour: Whole.nullable(),
  mostAgainst: Whole.nullable(),
})
export type RulesText = z.output<typeof RulesText>

const partOf = (text: string): Fraction => readFraction(text) ?? ZERO
const partsOf = (texts: Record<string, string>): Parts =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, partOf(text)]))
const textsOf = (parts: Parts): Record<string, string> =>
  Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, writeFraction(part)]))
const reachOf = ({ reach, strict }: z.output<typeof Reach>): Threshold => ({
  reach: partOf(reach),
  strict,
})
const reachText = ({ reach, strict }: Threshold) => ({ reach: writeFraction(reach), strict })

function weightsOf(text: RulesText['weights']): Weights {
  switch (text.reading) {
    case 'flat':
      return text
    case 'multiplier':
      return { reading: text.reading, factors: partsOf(text.factors) }
    case 'bounds':
      return { reading: text.reading, most: partsOf(text.most), least: partsOf(text.least) }
    default:
      return { reading: text.reading, shares: partsOf(text.shares), empty: text.empty }
  }
}

function weightsText(weights: Weights): RulesText['weights'] {
  switch (weights.reading) {
    case 'flat':
      return weights
    case 'multiplier':
      return { reading: weights.reading, factors: textsOf(weights.factors) }
    case 'bounds':
      return { reading: 'bounds', most: textsOf(weights.most), least: textsOf(weights.least) }
    default:
      return { reading: weights.reading, shares: textsOf(weights.shares), empty: weights.empty }
  }
}

/** The rules that a text says. */
export function rulesFrom(text: RulesText): QuestionRules {
  const { base, leastFavour, mostAgainst, inEach, quorum, block } = text
  return {
    base,
    weights: weightsOf(text.weights),
    threshold: text.threshold && reachOf(text.threshold),
    inEach: inEach && { ...inEach, threshold: reachOf(inEach.threshold) },
    quorum: quorum && { of: quorum.of, reach: partOf(quorum.reach) },
    block: typeof block === 'string' ? block : { overcomeAt: partOf(block.overcomeAt) },
    leastFavour,
    mostAgainst,
  }
}

/** The text that says the rules; parts in lowest terms, so that the same rules read alike. */
export function rulesText(rules: QuestionRules): RulesText {
  const { base, leastFavour, mostAgainst, inEach, quorum, block } = rules
  return {
    base,
    weights: weightsText(rules.weights),
    threshold: rules.threshold && reachText(rules.threshold),
    inEach: inEach && { ...inEach, threshold: reachText(inEach.threshold) },
    quorum: quorum && { of: quorum.of, reach: writeFraction(quorum.reach) },
    block: typeof block === 'string' ? block : { overcomeAt: writeFraction(block.overcomeAt) },
    leastFavour,
    mostAgainst,
  }
}
