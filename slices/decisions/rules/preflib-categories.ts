/**
 * PrefLib's categories (CAT files of preflib.org, since 2022): each paper puts candidates into categories,
 * the best first, `12: {1,2},{3},{}`; braces may be left out around a single one.
 * 1. The first category is worth the most: with two of them it is approval, with more they are grades.
 * 2. Whoever is in no category was left out. What can't be read is refused with its line and column.
 */
import { refuse, type Refusal } from '#kernel/change.ts'
import { newBody } from './preflib.ts'
import { gatherSheets, type Marked, type Sheet } from './sheets.ts'

function marksOf(text: string, candidates: number, most: number): Map<number, number> | null {
  const marks = new Map<number, number>()
  const parts = text.match(/\{[^{}]*\}|[^,{}\s]+/g) ?? []
  if (parts.length > most + 1) return null
  for (const [category, part] of parts.entries())
    for (const one of part.match(/[^{},\s]+/g) ?? []) {
      const candidate = Number(one) - 1
      if (!Number.isInteger(candidate) || candidate < 0 || candidate >= candidates) return null
      marks.set(candidate, most - category)
    }
  return marks
}

/** Reads a CAT file; refuses with line and column what is not a paper. */
export function readCategories(text: string, seats: number): Marked | Refusal {
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/)
  const { names, title, papers } = newBody(lines)
  const said = lines.map((line) => /^#\s*NUMBER CATEGORIES:\s*(\d+)/.exec(line)?.[1])
  const categories = Number(said.find((one) => one !== undefined) ?? 0)
  if (categories < 2 || names.length === 0)
    return refuse('preflib-unreadable', { line: 1, column: 1, why: 'the categories are not named' })
  const most = categories - 1
  const sheets: Sheet[] = []
  for (const { line, text: paper } of papers) {
    const found = /^\s*([1-9]\d*)\s*:(.*)$/.exec(paper)
    const marks = marksOf(found?.[2] ?? '', names.length, most)
    if (!found || !marks) {
      const column = found ? paper.length - (found[2] ?? '').length + 1 : 1
      const why = 'this does not put candidates into categories'
      return refuse('preflib-unreadable', { line: line + 1, column, why })
    }
    sheets.push({ count: Number(found[1]), marks })
  }
  const candidates = Array.from(names, (name, at) => ({
    name: name ?? `${at + 1}`,
    withdrawn: false,
  }))
  const scale = { least: 0, most }
  return {
    title,
    seats,
    candidates,
    scale,
    together: null,
    sheets: gatherSheets(sheets),
    tie: null,
  }
}
