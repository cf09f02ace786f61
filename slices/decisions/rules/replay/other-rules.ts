/**
 * Which rules a past decision is counted under.
 * 1. **A constitution**: the kind of the same key; where it has none, the first kind that is about the
 *    same (an election, an expense). Where there is none either, the decision can't be told.
 * 2. Whoever was on the roll stays on it, and nobody is put on it: who else would have voted nobody
 *    knows. Where the rules name every class of the roll, they say which of them vote and what they
 *    weigh; ballots of a class that does not vote there fall out, with their entries.
 * 3. Where they don't name a class of the roll, everybody on it votes and counts one. Rules that look at
 *    classes (weights, a majority or a quorum in each) can't be told then.
 *    Secret papers say no class but a group; of several classes together nobody knows which.
 * 4. **A change**: the rules that it had with some of them said otherwise (laid-over.ts), or another
 *    method of counting for what was chosen.
 */
import { refuse, type Refusal } from '#kernel/change.ts'
import type { Published } from '../count/published.ts'
import type { Ruling } from '../count/ruling.ts'
import type { Kind } from '../kinds/kind.ts'
import type { OtherRules } from '../what-if.ts'
import { laidOver } from './laid-over.ts'

export type OtherClass = { key: string; name: string; weight: number; votes: boolean }

export type Instead =
  | { by: 'constitution'; kinds: readonly Kind[]; classes: readonly OtherClass[] }
  | { by: 'change'; change: OtherRules }

/** The rules, and the method of counting where that alone is another. */
export type Under = { ruling: Ruling; method: string | null }

/** Law 3: whether rules ask of which class somebody is. */
function looksAtClasses({ method, weights, quorum }: Kind): boolean {
  if (weights.kind !== 'flat' || quorum?.of === 'each-class') return true
  return method.kind === 'question' && method.inEach !== null
}

function underKind(
  kind: Kind,
  classes: readonly OtherClass[],
  { ruling, roll }: Published,
): Under | Refusal {
  const there = new Set(roll.entries.map((entry) => entry.class))
  const known = new Map(classes.map((one) => [one.key, one]))
  const strangers = [...there].filter((key) => !known.has(key))
  if (strangers.length > 0) {
    const named = strangers.map((key) => ruling.classes.find((one) => one.key === key)?.name ?? key)
    if (looksAtClasses(kind)) return refuse('classes-unsaid', { classes: named.join(', ') })
    return { ruling: { kind, classes: ruling.classes }, method: null }
  }
  const votes = ({ key, votes: may }: OtherClass) =>
    may && (kind.voters.length === 0 || kind.voters.includes(key))
  const voting = classes.filter(votes).map(({ key, name, weight }) => ({ key, name, weight }))
  if (!voting.some(({ key }) => there.has(key))) return refuse('nobody-votes', { kind: kind.name })
  return { ruling: { kind, classes: voting }, method: null }
}

/** The rules for one decision; refuses what they don't speak of. */
export function rulesUnder(published: Published, instead: Instead): Under | Refusal {
  const { kind: had } = published.ruling
  if (instead.by === 'constitution') {
    const { kinds, classes } = instead
    const kind =
      kinds.find(({ key }) => key === had.key) ?? kinds.find(({ about }) => about === had.about)
    return kind ? underKind(kind, classes, published) : refuse('kind-unsaid', { kind: had.name })
  }
  const { elections, questions } = instead.change
  const chooses = 'ties' in had.method
  const over = questions?.[had.key] ?? questions?.['*']
  if (!over && !(chooses && elections))
    return chooses ? refuse('elections-unsaid') : refuse('kind-unsaid', { kind: had.name })
  const secret = had.secrecy === 'secret'
  if (secret && over && (over.weights ?? over.inEach))
    return refuse('classes-unsaid', {
      classes: published.ruling.classes.map(({ name }) => name).join(', '),
    })
  const ruling = over ? laidOver(published.ruling, over) : published.ruling
  return { ruling, method: chooses ? (elections?.method ?? null) : null }
}
