/**
 * Evidence from a table (CSV).
 * 1. The first line names the columns; the mapping says which column means what. Comma, semicolon and
 *    tab are told apart by the first line.
 * 2. Each further line is one gift: whose (mail address, reference or name), the day it happened, how
 *    much. What cannot be read is refused with its line and column; the other lines stand.
 * 3. A line is known again by its own id, where the file has such a column; else by all that it says,
 *    and by its place among lines that say the same: two equal lines are two gifts, the same file
 *    again is none.
 * 4. Cells are only ever text: nothing is computed from them.
 */
import { parse } from 'csv-parse/sync'
import type { Day } from './days.ts'
import { amountIn, dayIn, type Mapping } from './csv-cells.ts'

export type GiftLine = {
  line: number
  who: string
  day: Day
  unit: string
  amount: number
  note: string
  /** Law 3. */
  key: string
}
export type LineTrouble = { line: number; column: string; what: RowTrouble }
export type RowTrouble =
  | 'no-column'
  | 'not-a-table'
  | 'no-who'
  | 'no-day'
  | 'no-amount'
  | 'too-many'
export type TableRead = { columns: string[]; gifts: GiftLine[]; troubles: LineTrouble[] }

const MOST_LINES = 50_000

/** UTF-8, or where it is not, Windows-1252, as old spreadsheets write. */
export function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

function delimiterIn(text: string): string {
  const [head = ''] = text.split(/\r?\n/, 1)
  const counts = [',', ';', '\t'].map((sign) => [sign, head.split(sign).length] as const)
  return counts.toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? ','
}

type Row = { record: Record<string, string>; line: number }

function rowsOf(text: string): { columns: string[]; rows: Row[] } | null {
  try {
    const rows: string[][] = parse(text, {
      bom: true,
      delimiter: delimiterIn(text),
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: 100_000,
    })
    const [columns = [], ...rest] = rows
    let line = 1
    return {
      columns: columns.map((name) => name.trim()),
      rows: rest.map((cells) => {
        line += 1
        const pairs = columns.map((name, at) => [name.trim(), (cells[at] ?? '').trim()] as const)
        return { record: Object.fromEntries(pairs), line }
      }),
    }
  } catch {
    return null
  }
}

function giftIn({ record, line }: Row, mapping: Mapping): Omit<GiftLine, 'key'> | LineTrouble {
  const who = record[mapping.who] ?? ''
  const day = dayIn(record[mapping.day] ?? '', mapping.order)
  const amount = amountIn(record[mapping.amount] ?? '', mapping.unit)
  const note = mapping.note === null ? '' : (record[mapping.note] ?? '').slice(0, 300)
  if (who === '') return { line, column: mapping.who, what: 'no-who' }
  if (day === null) return { line, column: mapping.day, what: 'no-day' }
  if (amount === null || amount < 0) return { line, column: mapping.amount, what: 'no-amount' }
  return { line, who, day, unit: mapping.unit === 'hours' ? 'minutes' : mapping.unit, amount, note }
}

/** The columns of a file, for a mapping to be made. */
export function columnsOf(text: string): string[] | null {
  return rowsOf(text)?.columns ?? null
}

/** Reads all lines; what is wrong with some of them keeps the others standing. */
export function readTable(text: string, mapping: Mapping): TableRead {
  const table = rowsOf(text)
  if (!table)
    return { columns: [], gifts: [], troubles: [{ line: 1, column: '', what: 'not-a-table' }] }
  const { columns, rows } = table
  const wanted = [mapping.who, mapping.day, mapping.amount, mapping.id, mapping.note]
  const absent = wanted.find((name) => name !== null && !columns.includes(name))
  if (absent)
    return { columns, gifts: [], troubles: [{ line: 1, column: absent, what: 'no-column' }] }
  if (rows.length > MOST_LINES)
    return { columns, gifts: [], troubles: [{ line: MOST_LINES, column: '', what: 'too-many' }] }
  const read: TableRead = { columns, gifts: [], troubles: [] }
  const seen = new Map<string, number>()
  for (const row of rows) {
    const gift = giftIn(row, mapping)
    if ('what' in gift) {
      read.troubles.push(gift)
      continue
    }
    const own = mapping.id === null ? '' : (row.record[mapping.id] ?? '')
    const said =
      own === ''
        ? JSON.stringify([gift.who, gift.day, gift.unit, gift.amount, gift.note])
        : `id:${own}`
    const place = (seen.get(said) ?? 0) + 1
    seen.set(said, place)
    // An id said twice is the same gift said twice; the second is known again.
    read.gifts.push({ ...gift, key: own === '' ? `${said}#${place}` : said })
  }
  return read
}
