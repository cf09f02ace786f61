/**
 * A change that would have changed a count: so many more papers that name only one who wasn't elected.
 * 1. The change is found by trying: the papers are added and all is counted again. What is said was
 *    counted.
 * 2. Few are tried, each doubling the papers until it does and halving back while it still does. So the
 *    change is not the smallest there is, and nobody says that it is: fewer papers, or other ones, may do.
 * 3. No more than as many papers are tried as were cast, and one.
 */
import type { Count } from './counting.ts'
import { type AnyStep, type Cast, countBy, isMarked } from './methods.ts'
import { papersFrom, rankingsOf } from './papers.ts'
import { gatherSheets } from './sheets.ts'
import type { Sentence } from './telling.ts'
import type { Lot } from './ties.ts'

export type NearCount = { candidate: number; papers: number; elected: number[] }

/** How many of those who weren't elected are tried, and how many counts in all. */
const TRIED = { candidates: 3, counts: 60 }

/** What was cast, and so many more papers that name only one. */
function withMore(cast: Cast, one: number, count: number): Cast {
  if (isMarked(cast)) {
    const more = { marks: new Map([[one, cast.scale.most]]), count }
    return { ...cast, sheets: gatherSheets([...cast.sheets, more]) }
  }
  const { papers } = cast
  const blank = { ranks: [], count: papers.empty }
  return {
    ...cast,
    papers: papersFrom([...rankingsOf(papers), blank, { ranks: [[one]], count }]),
  }
}

/** How much each is wanted at first sight, to begin with those who are nearest. */
function firstSight(cast: Cast): number[] {
  const sums = cast.candidates.map(() => 0)
  const add = (one: number, some: number) => (sums[one] = (sums[one] ?? 0) + some)
  if (isMarked(cast))
    for (const { marks, count } of cast.sheets)
      for (const [one, mark] of marks) add(one, mark * count)
  else
    for (const { ranks, count } of rankingsOf(cast.papers))
      for (const one of ranks[0] ?? []) add(one, count)
  return sums
}

/** A change that was found, or null. */
export function nearCount(count: Count<AnyStep>, cast: Cast, lot: Lot): NearCount | null {
  const sight = firstSight(cast)
  const others = cast.candidates.flatMap(({ withdrawn, none }, one) =>
    withdrawn || none || count.elected.includes(one) ? [] : [one],
  )
  const nearest = others.toSorted((a, b) => (sight[b] ?? 0) - (sight[a] ?? 0) || a - b)
  let left = TRIED.counts
  let best: NearCount | null = null
  for (const candidate of nearest.slice(0, TRIED.candidates)) {
    const tried = (papers: number): NearCount | null => {
      left--
      const counted = countBy(count.method, withMore(cast, candidate, papers), lot)
      if ('refused' in counted || !counted.elected.includes(candidate)) return null
      return { candidate, papers, elected: counted.elected }
    }
    const most: number = Math.min(count.papers + 1, best ? best.papers - 1 : Infinity)
    best = fewest(tried, most, () => left > 0) ?? best
  }
  return best
}

/** Law 2: doubling until it does, then halving back. */
function fewest(
  tried: (papers: number) => NearCount | null,
  most: number,
  may: () => boolean,
): NearCount | null {
  let [low, high] = [0, 1]
  let found: NearCount | null = null
  while (!found && high <= most && may()) {
    found = tried(high)
    if (!found) [low, high] = [high, high === most ? most + 1 : Math.min(high * 2, most)]
  }
  while (found && found.papers - low > 1 && may()) {
    const middle = Math.floor((low + found.papers) / 2)
    const less = tried(middle)
    if (less) found = less
    else low = middle
  }
  return found
}

/** The change in a sentence. */
export function tellNearCount(
  { candidate, papers }: NearCount,
  names: readonly string[],
): Sentence {
  return {
    message: /*i18n*/ {
      id: 'decisions.near.count',
      message:
        'With {papers, plural, one {# more paper} other {# more papers}} naming only {name}, {name} would have been elected. Fewer or other papers may do as well.',
    },
    values: { papers, name: names[candidate] ?? `${candidate + 1}` },
  }
}
