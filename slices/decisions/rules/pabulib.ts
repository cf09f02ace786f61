/**
 * Budgets as Pabulib publishes them (pabulib.org/format; Faliszewski and others, "Participatory
 * budgeting: data, tools, and analysis", IJCAI 2023): `.pb` files of three tables, META, PROJECTS and
 * VOTES, each with a line of headings, fields parted by `;` and quoted as RFC 4180 says.
 * 1. `budget` and each `cost` are whole numbers; `.00` at their end is nothing.
 * 2. Votes of the type `approval` are read, `1,2,4`; others are refused, since what they are worth
 *    differs from town to town. `max_length` is the most that a vote may approve of.
 * 3. What can't be read is refused with its line and column.
 */
import { refuse, type Refusal } from '#kernel/change.ts'
import { APPROVAL, gatherSheets, type Marked, type Sheet } from './sheets.ts'

type Row = { line: number; fields: Map<string, string> }

const SECTIONS = ['META', 'PROJECTS', 'VOTES'] as const
type Section = (typeof SECTIONS)[number]

function fieldsOf(line: string): string[] {
  const found = line.matchAll(/(?:^|;)\s*(?:"((?:[^"]|"")*)"|([^;]*))/g)
  return Array.from(found, ([, quoted, plain = '']) =>
    (quoted === undefined ? plain : quoted.replaceAll('""', '"')).trim(),
  )
}

/** The three tables, each row by its headings. */
function tablesOf(lines: readonly string[]): Record<Section, Row[]> {
  const tables: Record<Section, Row[]> = { META: [], PROJECTS: [], VOTES: [] }
  let section: Section | null = null
  let head: string[] | null = null
  for (const [line, text] of lines.entries()) {
    const begun = SECTIONS.find((name) => name === text.trim().toUpperCase())
    if (begun) {
      section = begun
      head = null
    } else if (text.trim() !== '' && section) {
      const fields = fieldsOf(text)
      if (head) {
        const names: string[] = head
        const named = fields.map((field, at): [string, string] => [names[at] ?? '', field])
        tables[section].push({ line, fields: new Map(named) })
      } else head = fields.map((name) => name.toLowerCase())
    }
  }
  return tables
}

function unreadable(line: number, why: string): Refusal {
  return refuse('pabulib-unreadable', { line: line + 1, column: 1, why })
}

/** Law 1. */
function wholeOf(text: string | undefined): number | null {
  const found = /^(\d{1,15})(?:\.0*)?$/.exec(text ?? '')
  return found ? Number(found[1]) : null
}

/** Law 2, one vote; null when it names no project of the file. */
function approvedIn(text: string, places: ReadonlyMap<string, number>) {
  const marks = new Map<number, number>()
  for (const one of text.split(',').filter((id) => id.trim() !== '')) {
    const place = places.get(one.trim())
    if (place === undefined) return null
    marks.set(place, 1)
  }
  return marks
}

/** Reads a budget; refuses what is not one. */
export function readPabulib(text: string): Marked | Refusal {
  const { META, PROJECTS, VOTES } = tablesOf(text.replace(/^\ufeff/, '').split(/\r?\n/))
  const said = new Map(META.map(({ fields }) => [fields.get('key') ?? '', fields.get('value')]))
  const whole = wholeOf(said.get('budget'))
  if (whole === null) return unreadable(0, 'META says no budget in whole units')
  if (said.get('vote_type') !== 'approval')
    return unreadable(0, 'only votes of the type approval are read')
  const costs: number[] = []
  for (const { line, fields } of PROJECTS) {
    const cost = wholeOf(fields.get('cost'))
    if (cost === null) return unreadable(line, 'a project costs a whole number of units')
    costs.push(cost)
  }
  const places = new Map(PROJECTS.map(({ fields }, at) => [fields.get('project_id') ?? '', at]))
  const sheets: Sheet[] = []
  for (const { line, fields } of VOTES) {
    const marks = approvedIn(fields.get('vote') ?? '', places)
    if (!marks) return unreadable(line, 'this vote names a project that is not there')
    sheets.push({ count: 1, marks })
  }
  const candidates = PROJECTS.map(({ fields }) => ({
    name: fields.get('name') || (fields.get('project_id') ?? ''),
    withdrawn: false,
  }))
  return {
    title: said.get('description') ?? '',
    seats: Math.max(1, candidates.length),
    candidates,
    scale: APPROVAL,
    together: wholeOf(said.get('max_length')),
    sheets: gatherSheets(sheets),
    tie: null,
    budget: { whole, costs },
  }
}
