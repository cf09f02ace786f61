/**
 * Marks and sizes as tables.
 * 1. A table of marks: the first line names the options, each further line is a sheet with the mark that
 *    each was given; nothing is left out. A first column called `count` says how many sheets are alike.
 * 2. A table of sizes: a name and a number on each line, for apportionment; a first line without a
 *    number is a heading. Names are not ranked: each stands for itself, so many papers for it.
 * 3. Fields are quoted as RFC 4180 says. What can't be read is refused with its line and column; a mark
 *    outside the scale can be read, and makes its sheet not valid.
 */
import type { Refusal } from '#kernel/change.ts'
import { type Field, fieldsOf, unreadable } from './csv.ts'
import { type Election, papersFrom } from './papers.ts'
import { gatherSheets, type Marked, type Scale, type Sheet } from './sheets.ts'

const linesOf = (text: string) => text.replace(/^\ufeff/, '').split(/\r?\n/)

/** Law 1, one sheet; the field that isn't a mark. */
function marksOf(fields: readonly Field[], options: number): Map<number, number> | Field {
  const marks = new Map<number, number>()
  for (const [option, field] of fields.slice(0, options).entries()) {
    if (field.text === '') continue
    if (!/^-?\d{1,6}$/.test(field.text)) return field
    marks.set(option, Number(field.text))
  }
  return marks
}

export type SheetLaw = { seats: number; scale: Scale; together: number | null }

/** Reads a table of marks. */
export function readMarks(text: string, law: SheetLaw): Marked | Refusal {
  const lines = linesOf(text)
  const head = fieldsOf(lines[0] ?? '')
  const counted = head[0]?.text.toLowerCase() === 'count'
  const names = head.slice(counted ? 1 : 0).map((field) => field.text)
  if (names.at(-1) === '') names.pop()
  if (names.length === 0) return unreadable(0, 1, 'the first line names the options')
  const sheets: Sheet[] = []
  for (const [index, line] of lines.entries()) {
    if (index === 0 || line.trim() === '') continue
    const fields = fieldsOf(line)
    const count = counted ? fields.shift() : undefined
    if (count && !/^[1-9]\d*$/.test(count.text))
      return unreadable(index, count.column, 'a sheet is cast a whole number of times')
    const marks = marksOf(fields, names.length)
    if ('text' in marks) return unreadable(index, marks.column, 'a mark is a whole number')
    sheets.push({ marks, count: Number(count?.text ?? 1) })
  }
  const candidates = names.map((name) => ({ name, withdrawn: false }))
  return { title: '', candidates, ...law, sheets: gatherSheets(sheets), tie: null }
}

/** Does a table hold names and sizes (law 2)? Its last line tells. */
export function holdsSizes(text: string): boolean {
  const last = linesOf(text).findLast((line) => line.trim() !== '')
  const [name, size, ...more] = fieldsOf(last ?? '')
  return more.length === 0 && /\D/.test(name?.text ?? '') && /^\d+$/.test(size?.text ?? '')
}

/** Reads a table of sizes. */
export function readSizes(text: string, seats: number): Election | Refusal {
  const names: string[] = []
  const sizes: number[] = []
  for (const [index, line] of linesOf(text).entries()) {
    if (line.trim() === '') continue
    const [name, size] = fieldsOf(line)
    const isSize = /^\d{1,12}$/.test(size?.text ?? '')
    if (index === 0 && !isSize) continue
    if (!name || !size || !isSize)
      return unreadable(index, size?.column ?? 1, 'a size is a whole number')
    names.push(name.text)
    sizes.push(Number(size.text))
  }
  const rankings = sizes.flatMap((count, one) => (count > 0 ? [{ ranks: [[one]], count }] : []))
  const candidates = names.map((name) => ({ name, withdrawn: false }))
  return { title: '', seats, candidates, papers: papersFrom(rankings), tie: null }
}
