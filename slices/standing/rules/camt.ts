/**
 * Bank statements as camt.053 (ISO 20022, Bank to Customer Statement), read piece by piece.
 * 1. A document type, an entity that XML does not know by itself, a processing instruction or another
 *    encoding than UTF-8 is refused: nothing outside the file is ever read.
 * 2. Each booked entry is one payment, or several where its details say several. What is not booked
 *    yet is left alone. Without an amount or a day it is refused with its line; nothing is guessed.
 * 3. A return is an entry that says it was reversed, or that gives the reason of a return.
 */
import { SaxesParser } from 'saxes'
import {
  type BankLine,
  type Draft,
  type EntryTrouble,
  linesOf,
  newDraft,
  takeInto,
} from './camt-entries.ts'

export type { BankLine }
export type Statement = { account: string; statement: string; lines: BankLine[] }
export type CamtTrouble =
  | EntryTrouble
  | 'not-xml'
  | 'doctype'
  | 'instruction'
  | 'encoding'
  | 'not-camt'
  | 'too-deep'
  | 'too-many'
export type Trouble = { line: number; what: CamtTrouble }
export type CamtRead = {
  statements: Statement[]
  /** Entries that could not be read. */
  troubles: Trouble[]
  /** What ended the reading; then nothing of the file counts. */
  fatal: Trouble | null
}

const NAMESPACE = /^urn:iso:std:iso:20022:tech:xsd:camt\.053\.001\.\d\d$/
const DEEPEST = 30
const MOST_LINES = 100_000
const MOST_TEXT = 2000

type Reading = CamtRead & {
  path: string[]
  text: string
  currency: string
  entry: Draft | null
  details: Draft[]
}

function finishEntry(reading: Reading): void {
  const { entry, details } = reading
  const statement = reading.statements.at(-1)
  reading.entry = null
  reading.details = []
  if (!entry || !statement || (entry.status !== 'BOOK' && entry.status !== '')) return
  for (const line of linesOf(entry, details)) {
    if (typeof line === 'string') reading.troubles.push({ line: entry.line, what: line })
    else statement.lines.push(line)
  }
}

/** The path below the last element of this name; null when it is not open. */
function below(path: readonly string[], name: string): string | null {
  const at = path.lastIndexOf(name)
  return at === -1 ? null : path.slice(at + 1).join('/')
}

function closeElement(reading: Reading): void {
  const { path, entry } = reading
  const text = reading.text.trim().slice(0, MOST_TEXT)
  reading.text = ''
  const statement = reading.statements.at(-1)
  const where = path.join('/')
  if (statement && where === 'Document/BkToCstmrStmt/Stmt/Id') statement.statement = text
  if (statement && where.endsWith('Stmt/Acct/Id/IBAN')) statement.account = text
  if (statement && where.endsWith('Stmt/Acct/Id/Othr/Id')) statement.account ||= text
  if (entry && text !== '') {
    const inDetail = below(path, 'TxDtls')
    const inEntry = below(path, 'Ntry')
    const detail = reading.details.at(-1)
    if (inDetail !== null && detail) takeInto(detail, inDetail, text, reading.currency)
    else if (inEntry) takeInto(entry, inEntry, text, reading.currency)
  }
  if (path.at(-1) === 'Ntry') finishEntry(reading)
  path.pop()
}

type Opened = { local: string; uri: string; currency: string }

function openElement(reading: Reading, { local, uri, currency }: Opened, line: number): string {
  const { path } = reading
  if (path.length === 0 && (local !== 'Document' || !NAMESPACE.test(uri))) return 'not-camt'
  path.push(local)
  if (path.length > DEEPEST) return 'too-deep'
  reading.text = ''
  if (local.endsWith('Amt')) reading.currency = currency
  if (local === 'Stmt') reading.statements.push({ account: '', statement: '', lines: [] })
  if (local === 'Ntry') reading.entry = newDraft(line)
  if (local === 'TxDtls' && reading.entry) reading.details.push(newDraft(line))
  return ''
}

export type CamtReader = { feed(text: string): void; finish(): CamtRead }

/** Reads a statement; pieces may end anywhere. */
export function readCamt(): CamtReader {
  const reading: Reading = {
    statements: [],
    troubles: [],
    fatal: null,
    path: [],
    text: '',
    currency: '',
    entry: null,
    details: [],
  }
  const parser = new SaxesParser({ xmlns: true, position: true })
  const stop = (what: CamtTrouble) => {
    reading.fatal ??= { line: parser.line, what }
  }
  parser.on('error', () => stop('not-xml'))
  parser.on('doctype', () => stop('doctype'))
  parser.on('processinginstruction', () => stop('instruction'))
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding !== undefined && encoding.toUpperCase() !== 'UTF-8') stop('encoding')
  })
  parser.on('opentag', ({ local, uri, attributes }) => {
    if (reading.fatal) return
    const currency = attributes['Ccy']?.value ?? ''
    const wrong = openElement(reading, { local, uri, currency }, parser.line)
    if (wrong === 'not-camt' || wrong === 'too-deep') stop(wrong)
  })
  const take = (text: string) => {
    if (reading.text.length < MOST_TEXT) reading.text += text
  }
  parser.on('text', take)
  parser.on('cdata', take)
  parser.on('closetag', () => {
    if (reading.fatal) return
    closeElement(reading)
    if ((reading.statements.at(-1)?.lines.length ?? 0) > MOST_LINES) stop('too-many')
  })
  return {
    feed(text) {
      if (!reading.fatal) parser.write(text)
    },
    finish() {
      if (!reading.fatal) parser.close()
      const { statements, troubles, fatal } = reading
      if (!fatal && statements.length === 0) stop('not-camt')
      return { statements: reading.fatal ? [] : statements, troubles, fatal: reading.fatal }
    },
  }
}
