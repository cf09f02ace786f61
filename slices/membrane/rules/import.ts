/**
 * Members from a table.
 * 1. The file is UTF-8, UTF-16 with its mark, or else Windows-1252 (which Latin-1 is a part of); the
 *    delimiter is the one that the first line has most of: comma, semicolon, tab.
 * 2. A line needs a name, and an address where the member is to sign in. One address stands once.
 * 3. A line that is already so changes nothing; so the same file may come again. Of lines without an
 *    address, the second of one name is the second member of that name who has none.
 * 4. A day is written 2024-05-31 or 31.5.2024 or 31/05/2024, or as an instant; never in the future.
 * 5. A class is meant by its key or by its name, as the rules of the circle have it.
 * 6. What a spreadsheet would take for a formula is written with a mark before it, and read without.
 */

export type Column = 'name' | 'email' | 'class' | 'from'
export type Mapping = Partial<Record<Column, string>>
export type Row = {
  line: number
  /** Which of its name it is among the lines without an address; 1 for those with one. */
  nth: number
  name: string
  email: string | null
  class: string | null
  /** A day; null: today. */
  from: string | null
}
export type Mistake = {
  line: number
  column: Column | null
  why: 'no-name' | 'name-long' | 'bad-email' | 'doubled' | 'bad-day' | 'no-class' | 'broken'
  value: string
}

const NAMES: Record<Column, readonly string[]> = {
  name: ['name', 'full name', 'member', 'nombre', 'nom', 'naam', 'account name', 'contributorname'],
  email: ['email', 'e-mail', 'mail', 'address', 'correo', 'email address'],
  class: [
    'class',
    'tier',
    'type of member',
    'clase',
    'membership',
    'activerecurringcontributiontier',
  ],
  from: [
    'from',
    'since',
    'joined',
    'member since',
    'createdat',
    'desde',
    'date',
    'firstcontributiondate',
  ],
}

/**
 * Which columns are meant, as far as their names say; also those of Open Collective's two exports, of
 * members (`createdAt`, `tier`, `name`, `email` …) and of contributors (`contributorName` …).
 */
export function guessMapping(header: readonly string[]): Mapping {
  const plain = (text: string) => text.trim().toLowerCase().replaceAll(/[_-]+/g, ' ')
  const find = (column: Column) =>
    header.find((name) => NAMES[column].includes(plain(name))) ??
    header.find((name) => NAMES[column].includes(plain(name).replaceAll(' ', '-')))
  const found: Mapping = {}
  for (const column of ['name', 'email', 'class', 'from'] as const) {
    const name = find(column)
    if (name !== undefined) found[column] = name
  }
  return found
}

/** The bytes as text, and which encoding they were in (law 1). */
export function decode(bytes: Uint8Array): { text: string; encoding: string } {
  const [a, b] = bytes
  if (a === 0xff && b === 0xfe) return { text: textIn(bytes, 'utf-16le'), encoding: 'utf-16le' }
  if (a === 0xfe && b === 0xff) return { text: textIn(bytes, 'utf-16be'), encoding: 'utf-16be' }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return { text, encoding: 'utf-8' }
  } catch {
    return { text: textIn(bytes, 'windows-1252'), encoding: 'windows-1252' }
  }
}

const textIn = (bytes: Uint8Array, encoding: string) => new TextDecoder(encoding).decode(bytes)

/** The delimiter that the first line has most of, outside of quotes. */
export function delimiterIn(text: string): ',' | ';' | '\t' {
  const first = text.slice(0, 10_000).split(/\r\n|\n|\r/, 1)[0] ?? ''
  const bare = first.replaceAll(/"(?:[^"]|"")*"/g, '')
  const count = (mark: string) => bare.split(mark).length
  const marks = [',', ';', '\t'] as const
  return marks.reduce((best, mark) => (count(mark) > count(best) ? mark : best), ',')
}

const EMAIL = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/

/** A day as people write it; undefined for what is none. */
export function dayIn(text: string): string | undefined {
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?$/.exec(text)
  const other = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(text)
  const [year, month, day] = iso
    ? [iso[1], iso[2], iso[3]]
    : other
      ? [other[3], other[2], other[1]]
      : []
  if (!year || !month || !day) return undefined
  const found = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const at = new Date(`${found}T00:00:00.000Z`)
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== found ? undefined : found
}

/** Without the mark that keeps a cell from being a formula (law 6). */
export const unmarked = (cell: string): string =>
  /^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell

/** With it, where a spreadsheet would take it for a formula. */
export const marked = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)

export type Reading = {
  mapping: Mapping
  /** The key of each class by its key and by its name, in small letters; empty: there are no rules. */
  classes: Readonly<Record<string, string>>
  today: string
}

const KEY = /^[a-z][a-z0-9-]{0,39}$/

/** One line by the mapping; `seen` remembers in which line an address stood. */
export function readLine(
  cells: Readonly<Record<string, string>>,
  line: number,
  { mapping, classes, today }: Reading,
  seen: Map<string, number>,
): Row | Mistake {
  const cell = (column: Column) => {
    const name = mapping[column]
    return name === undefined ? '' : unmarked((cells[name] ?? '').normalize('NFC').trim())
  }
  const wrong = (column: Column, why: Mistake['why']): Mistake => ({
    line,
    column,
    why,
    value: cell(column).slice(0, 100),
  })
  const name = cell('name')
    .replaceAll(/[\s\p{C}]+/gu, ' ')
    .trim()
  if (!name) return wrong('name', 'no-name')
  if ([...name].length > 80) return wrong('name', 'name-long')
  const email = cell('email').toLowerCase()
  if (email && (!EMAIL.test(email) || email.length > 254)) return wrong('email', 'bad-email')
  if (email && seen.has(email)) return wrong('email', 'doubled')
  const nth = email ? 1 : (seen.get(`name ${name}`) ?? 0) + 1
  seen.set(email || `name ${name}`, email ? line : nth)
  const named = cell('class')
  const ruled = Object.keys(classes).length > 0
  const key = classes[named.toLowerCase()] ?? (ruled || !KEY.test(named) ? null : named)
  if (named && key === null) return wrong('class', 'no-class')
  const day = cell('from')
  const from = day ? dayIn(day) : null
  if (from === undefined || (from !== null && from > today)) return wrong('from', 'bad-day')
  return { line, nth, name, email: email || null, class: key, from }
}

export const isMistake = (read: Row | Mistake): read is Mistake => 'why' in read
