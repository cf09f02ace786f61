/** Reads a table of members in a worker: fifty thousand lines would hold the event loop. */
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { offer } from '#kernel/work.ts'
import {
  decode,
  delimiterIn,
  guessMapping,
  isMistake,
  type Mapping,
  type Mistake,
  readLine,
  type Row,
} from '../rules/import.ts'

const MOST_LINES = 50_000
const MOST_MISTAKES = MOST_LINES

const Given = z.object({
  bytes: z.instanceof(Uint8Array),
  mapping: z.record(z.string(), z.string()).nullable(),
  classes: z.record(z.string(), z.string()),
  today: z.string(),
})

export type Table = {
  encoding: string
  delimiter: string
  header: string[]
  mapping: Mapping
  rows: Row[]
  mistakes: Mistake[]
  mistakeCount: number
  tooLong: boolean
}

function readTable(given: unknown): Table {
  const { bytes, mapping: asked, classes, today } = Given.parse(given)
  const { text, encoding } = decode(bytes)
  const delimiter = delimiterIn(text)
  const records: string[][] = parse(text, {
    bom: true,
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    to: MOST_LINES + 2,
  })
  const header = (records[0] ?? []).map((name) => name.trim())
  const mapping: Mapping = asked ?? guessMapping(header)
  const seen = new Map<string, number>()
  const rows: Row[] = []
  const mistakes: Mistake[] = []
  let mistakeCount = 0
  for (const [at, record] of records.slice(1, MOST_LINES + 1).entries()) {
    const cells = Object.fromEntries(header.map((name, nr) => [name, record[nr] ?? '']))
    const read = readLine(cells, at + 2, { mapping, classes, today }, seen)
    if (!isMistake(read)) rows.push(read)
    else {
      mistakeCount += 1
      if (mistakes.length < MOST_MISTAKES) mistakes.push(read)
    }
  }
  const tooLong = records.length > MOST_LINES + 1
  return { encoding, delimiter, header, mapping, rows, mistakes, mistakeCount, tooLong }
}

offer({ 'read-members': readTable })
