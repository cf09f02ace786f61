/**
 * Sheets: options that were marked with numbers, as papers.ts holds rankings.
 * 1. A mark is a whole number from the least to the most that were declared. **Approval** is a scale
 *    from 0 to 1; **dots** have a most on one option, and a number that the marks of a sheet may add
 *    up to. Whoever leaves an option out gives it the least.
 * 2. A sheet that breaks its law is not valid: it is counted as such, shown, and changes nothing.
 * 3. Sheets that mark alike are kept once, with how many of them there are, in one order: neither who
 *    cast them nor when is kept, so neither can matter.
 * 4. Whoever withdrew is taken off each sheet when it is counted. A sheet that marks nobody is shown
 *    as empty and takes no part.
 */
import type { AtLeast } from './at-least.ts'
import type { Candidate } from './papers.ts'

export type Scale = { least: number; most: number }

/** Marks by option's index; an option that isn't there was left out. `count` sheets are alike. */
export type Sheet = { marks: ReadonlyMap<number, number>; count: number }

/** What can be spent, and what each option costs, in whole units of one currency. */
export type Budget = { whole: number; costs: readonly number[] }

export type Marked = {
  title: string
  seats: number
  candidates: readonly Candidate[]
  scale: Scale
  /** The most that the marks of one sheet may add up to; null for no limit. */
  together: number | null
  sheets: readonly Sheet[]
  /** The order in which the lot fell before the count; null when the file says nothing. */
  tie: readonly number[] | null
  budget?: Budget
  groups?: readonly AtLeast[]
}

export const APPROVAL: Scale = { least: 0, most: 1 }

type Law = Pick<Marked, 'scale' | 'together'>

/** Laws 1 and 2. */
export function isValid({ marks }: Sheet, { scale, together }: Law, options: number): boolean {
  let sum = 0
  for (const [option, mark] of marks) {
    if (option < 0 || option >= options || !Number.isInteger(mark)) return false
    if (mark < scale.least || mark > scale.most) return false
    sum += mark
  }
  return together === null || sum <= together
}

const wording = ({ marks }: Sheet) =>
  [...marks]
    .toSorted(([a], [b]) => a - b)
    .map(([option, mark]) => `${option + 1}:${mark}`)
    .join(' ')

/** Law 3: alike sheets together, in the order of what they say. */
export function gatherSheets(sheets: Iterable<Sheet>): Sheet[] {
  const alike = new Map<string, Sheet>()
  for (const sheet of sheets) {
    const key = wording(sheet)
    const marks = new Map([...sheet.marks].toSorted(([a], [b]) => a - b))
    alike.set(key, { marks, count: (alike.get(key)?.count ?? 0) + sheet.count })
  }
  return [...alike].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, sheet]) => sheet)
}

/** "3 1:5 4:2": three sheets that give the first five and the fourth two. */
export function writeSheet(sheet: Sheet): string {
  return `${sheet.count} ${wording(sheet)}`.trimEnd()
}

/** Reads what `writeSheet` wrote. */
export function readSheet(line: string): Sheet {
  const [count = '0', ...marks] = line.split(' ')
  const pairs = marks.map((mark): [number, number] => {
    const [option = '', given = ''] = mark.split(':')
    return [Number(option) - 1, Number(given)]
  })
  return { count: Number(count), marks: new Map(pairs) }
}

/** The sheets that take part, and how many do, are not valid, or mark nobody who stands. */
export type Taken = {
  sheets: Sheet[]
  standing: number[]
  papers: number
  invalid: number
  empty: number
}

const sizeOf = (sheets: readonly Sheet[]) => sheets.reduce((sum, { count }) => sum + count, 0)

/** Laws 2 to 4. */
export function sheetsToCount(marked: Marked): Taken {
  const { candidates } = marked
  const standing = candidates.flatMap(({ withdrawn }, index) => (withdrawn ? [] : [index]))
  const gone = new Set(candidates.flatMap(({ withdrawn }, index) => (withdrawn ? [index] : [])))
  const valid = marked.sheets.filter((sheet) => isValid(sheet, marked, candidates.length))
  const left = valid.map(({ marks, count }) => ({
    count,
    marks: new Map([...marks].filter(([option]) => !gone.has(option))),
  }))
  const sheets = gatherSheets(left.filter(({ marks }) => marks.size > 0))
  const papers = sizeOf(sheets)
  const cast = sizeOf(valid)
  return { sheets, standing, papers, invalid: sizeOf(marked.sheets) - cast, empty: cast - papers }
}

/** What each option was given, by index. */
export function totalsOf({ sheets }: Taken, { candidates, scale }: Marked): number[] {
  return candidates.map((_, option) =>
    sheets.reduce((sum, { marks, count }) => sum + (marks.get(option) ?? scale.least) * count, 0),
  )
}

/** How many sheets give an option more than the least, by index: for approval, who approve of it. */
export function supportOf({ sheets }: Taken, { candidates, scale }: Marked): number[] {
  return candidates.map((_, option) =>
    sizeOf(sheets.filter(({ marks }) => (marks.get(option) ?? scale.least) > scale.least)),
  )
}
