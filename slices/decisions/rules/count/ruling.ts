/**
 * What holds for one decision from its opening on: its kind as it stood then, and the classes that
 * vote with what they weigh. From it, the rules that the counts need.
 */
import { z } from 'zod'
import type { Parts, Weights } from '../colleges.ts'
import type { Level } from '../consensus.ts'
import { fraction } from '../exact.ts'
import { exactly } from '../kinds/fractions.ts'
import { Kind, type Method, type Part } from '../kinds/kind.ts'
import type { QuestionRules, Threshold } from '../verdict.ts'

export const Ruling = z.object({
  kind: Kind,
  classes: z.array(z.object({ key: z.string(), name: z.string(), weight: z.int().min(1) })),
  /** For how many others somebody may vote; left out: nobody votes for another. */
  proxies: z.int().min(1).optional(),
})
export type Ruling = z.output<typeof Ruling>

const partsOf = (list: readonly { class: string; part: Part }[]): Parts =>
  Object.fromEntries(list.map((one) => [one.class, exactly(one.part)]))

/** What votes weigh, as colleges count them. */
export function weightsOf({ kind: { weights }, classes }: Ruling): Weights {
  if (weights.kind === 'flat') return { reading: 'flat' }
  if (weights.kind === 'class')
    return {
      reading: 'multiplier',
      factors: Object.fromEntries(
        classes.map(({ key, weight }) => [key, fraction(BigInt(weight))]),
      ),
    }
  if (weights.kind === 'bounds')
    return { reading: 'bounds', most: partsOf(weights.most), least: partsOf(weights.least) }
  const { kind: reading, shares, empty } = weights
  return { reading, shares: partsOf(shares), empty }
}

const reaching = ({ reach, strict }: { reach: Part; strict: boolean }): Threshold => ({
  reach: exactly(reach),
  strict,
})

/** Blocks up to what is allowed count as against, and stop nothing. */
function blockOf(method: Extract<Method, { block: unknown }>, blocks: number) {
  const { block } = method
  if (block.kind === 'overcome') return { overcomeAt: exactly(block.at) }
  return block.kind === 'forbidden' || blocks <= block.allowed ? 'forbidden' : 'stops'
}

/** The rules of the verdict; the quorum is looked at on its own. `blocks`: how many were cast. */
export function questionRules(
  ruling: Ruling,
  method: Extract<Method, { block: unknown }>,
  blocks: number,
): QuestionRules {
  const question = method.kind === 'question' ? method : null
  const { inEach, threshold } = question ?? { inEach: null, threshold: null }
  return {
    base: question?.base ?? 'cast-and-abstained',
    weights: weightsOf(ruling),
    threshold: threshold && reaching(threshold),
    inEach: inEach && {
      colleges: ruling.classes.map(({ key }) => key),
      threshold: reaching(inEach),
      empty: inEach.absent,
    },
    quorum: null,
    block: blockOf(method, blocks),
    // Consensus that nobody agrees to is none.
    leastFavour: question ? question.leastFavour : 1,
    mostAgainst: method.mostAgainst,
  }
}

/** The levels of consensus, under the words in which they are cast. */
export function levelsOf({ asideMost }: { asideMost: Part | null }): Level[] {
  return [
    { name: 'agree', counts: 'favour', most: null },
    { name: 'reservations', counts: 'favour', most: null },
    { name: 'aside', counts: 'abstain', most: asideMost && exactly(asideMost) },
    { name: 'disagree', counts: 'against', most: null },
    { name: 'block', counts: 'block', most: null },
  ]
}

/** What one paper counts where papers are counted: 1, or what its class weighs. */
export function paperWeight({ kind, classes }: Ruling, inClass: string): number {
  if (kind.weights.kind !== 'class') return 1
  return classes.find(({ key }) => key === inClass)?.weight ?? 1
}
