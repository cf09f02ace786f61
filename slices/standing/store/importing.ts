/** Imports, in one transaction each: what is known again is left out, what is unclear is listed. */
import { createHash } from 'node:crypto'
import type { Transaction } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { Refused } from '#kernel/problem.ts'
import type { CircleId, MemberId } from '#slices/circles/index.ts'
import { type BankLine, readCamt, type Trouble } from '../rules/camt.ts'
import type { Mapping } from '../rules/csv-cells.ts'
import { type GiftLine, readTable, type RowTrouble, textOf } from '../rules/csv.ts'
import { countOf, type Day } from '../rules/days.ts'
import { asking } from '../rules/facts.ts'
import { matchPayment, payersOf } from '../rules/matching.ts'
import { addEvidence, type NewEvidence, paymentToReturn } from './evidence.ts'
import { finderOf, payersIn } from './payers.ts'
import { type BankPayment, keepOpen, knownKeys } from './payments.ts'
import type { By } from './tables.ts'

export type TableTrouble = RowTrouble | 'nobody' | 'several' | 'not-yet'
export type Found = {
  line: number
  day: Day
  unit: string
  amount: number
  name: string
  by: string
}
export type Import = {
  lines: number
  added: number
  known: number
  undecided: number
  leftAlone: number
  troubles: { line: number; column: string; what: TableTrouble | Trouble['what'] }[]
  first: Found[]
}
export type Importing = By & { circle: CircleId; today: Day; bytes: Uint8Array; dry: boolean }

const FIRST = 12
const keyOf = (said: string) => createHash('sha256').update(said).digest('base64url')

function empty(): Import {
  return { lines: 0, added: 0, known: 0, undecided: 0, leftAlone: 0, troubles: [], first: [] }
}

async function alreadyThere(tx: Transaction, circle: CircleId, keys: readonly string[]) {
  const known = new Set<string>()
  for (let from = 0; from < keys.length; from += 5000) {
    const rows = await tx
      .withTables<{ evidence: { circle: string; source: string; source_key: string | null } }>()
      .selectFrom('evidence')
      .select('source_key')
      .where('circle', '=', circle)
      .where('source', '=', 'table')
      .where('source_key', 'in', keys.slice(from, from + 5000))
      .execute()
    for (const { source_key: key } of rows) if (key !== null) known.add(key)
  }
  return known
}

/** Imports a table of gifts. */
export async function importTable(
  tx: Transaction,
  { circle, today, bytes, dry, by, now }: Importing,
  mapping: Mapping,
): Promise<Import> {
  const { gifts, troubles } = readTable(textOf(bytes), mapping)
  const asked = asking(countOf(today))
  const find = finderOf(await payersIn(tx, circle, asked, false))
  const result: Import = { ...empty(), lines: gifts.length, troubles: [...troubles] }
  const rows: NewEvidence[] = []
  const taken = new Set<string>()
  const refuse = ({ line }: GiftLine, column: string, what: TableTrouble) =>
    result.troubles.push({ line, column, what })
  const known = await alreadyThere(
    tx,
    circle,
    gifts.map(({ key }) => keyOf(key)),
  )
  for (const gift of gifts) {
    const key = keyOf(gift.key)
    const member = find(gift.who)
    if (member === 'nobody' || member === 'several') refuse(gift, mapping.who, member)
    else if (gift.day > today) refuse(gift, mapping.day, 'not-yet')
    else if (known.has(key) || taken.has(key)) result.known += 1
    else {
      taken.add(key)
      const { unit, amount, day: happened, note, line } = gift
      rows.push({ member, unit, amount, happened, duty: null, corrects: null, note, key })
      if (result.first.length < FIRST)
        result.first.push({ line, day: happened, unit, amount, name: member, by: 'table' })
    }
  }
  result.added = rows.length
  if (!dry) await addEvidence(tx, { circle, source: 'table', known: today }, rows, { by, now })
  result.troubles.sort((a, b) => a.line - b.line)
  return result
}

type Keyed = BankLine & { key: string }

/** Statements of a file, their lines with what makes each known again. */
function readStatements(bytes: Uint8Array): { lines: Keyed[]; troubles: Trouble[] } {
  const reader = readCamt()
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for (let at = 0; at < bytes.length; at += 65_536)
      reader.feed(decoder.decode(bytes.subarray(at, at + 65_536), { stream: true }))
    reader.feed(decoder.decode())
  } catch {
    throw new Refused('statement-refused', { why: 'encoding', line: 1 })
  }
  const { statements, troubles, fatal } = reader.finish()
  if (fatal) throw new Refused('statement-refused', { why: fatal.what, line: fatal.line })
  const lines = statements.flatMap(({ account, statement, lines: all }) => {
    const seen = new Map<string, number>()
    return all.map((line): Keyed => {
      const { day, minor, currency, direction, name, text, bankRef } = line
      const own = bankRef === '' ? [statement, day, name, text] : [bankRef]
      const said = JSON.stringify([account, ...own, minor, currency, direction])
      const place = (seen.get(said) ?? 0) + 1
      seen.set(said, place)
      return { ...line, key: keyOf(`${said}#${place}`) }
    })
  })
  return { lines, troubles }
}

function openPayment(line: Keyed, circle: CircleId, proposed: string[], now: string): BankPayment {
  const { key, day, minor, currency, returned, name, text } = line
  return {
    id: newId('bpy', Date.parse(now)),
    circle,
    key,
    day,
    minor,
    currency,
    returned,
    name: name.slice(0, 200),
    text: text.slice(0, 1000),
    proposed,
    imported_at: now,
    state: 'open',
    member: null,
    evidence: null,
  }
}

/** Imports a bank statement. Refuses `statement-refused`. */
export async function importStatement(
  tx: Transaction,
  { circle, today, bytes, dry, by, now }: Importing,
): Promise<Import> {
  const { lines, troubles } = readStatements(bytes)
  const payers = await payersIn(tx, circle, asking(countOf(today)), true)
  const members = new Map<string, MemberId>(payers.map(({ member }) => [member, member]))
  const all = payersOf(payers)
  const known = await knownKeys(
    tx,
    circle,
    lines.map(({ key }) => key),
  )
  const result: Import = {
    ...empty(),
    lines: lines.length,
    troubles: troubles.map(({ line, what }) => ({ line, column: '', what })),
  }
  const placed: NewEvidence[] = []
  const returns: { line: Keyed; member: MemberId }[] = []
  const open: BankPayment[] = []
  for (const line of lines) {
    if (known.has(line.key)) result.known += 1
    else if (line.direction === 'out' && !line.returned) result.leftAlone += 1
    else if (line.day > today)
      result.troubles.push({ line: line.line, column: '', what: 'not-yet' })
    else {
      const matched = matchPayment(all, line)
      const member = matched.member === null ? undefined : members.get(matched.member)
      if (member && line.returned) returns.push({ line, member })
      else if (member) placed.push(giftOf(line, member))
      else
        open.push(openPayment(line, circle, matched.member === null ? matched.proposed : [], now))
      if (result.first.length < FIRST) result.first.push(foundOf(line, member, matched))
    }
  }
  result.added = placed.length + returns.length
  result.undecided = open.length
  if (dry) return result
  const adding = { circle, source: 'bank', known: today } as const
  await addEvidence(tx, adding, placed, { by, now })
  for (const { line, member } of returns) {
    const { minor: amount, currency: unit, day: until } = line
    const corrects = await paymentToReturn(tx, circle, { member, unit, amount, until })
    if (corrects === null) {
      open.push(openPayment(line, circle, [member], now))
      result.added -= 1
      result.undecided += 1
    } else {
      const gift = { ...giftOf(line, member), amount: -amount, corrects }
      await addEvidence(tx, adding, [gift], { by, now })
    }
  }
  await keepOpen(tx, open)
  return result
}

function giftOf(line: Keyed, member: MemberId): NewEvidence {
  const { minor: amount, currency: unit, day: happened, text, key } = line
  return {
    member,
    unit,
    amount,
    happened,
    duty: null,
    corrects: null,
    note: text.slice(0, 300),
    key,
  }
}

function foundOf(
  { line, day, currency: unit, minor, returned, name }: Keyed,
  member: MemberId | undefined,
  matched: ReturnType<typeof matchPayment>,
): Found {
  const by = matched.member === null ? 'undecided' : matched.by
  return { line, day, unit, amount: returned ? -minor : minor, name: member ?? name, by }
}
