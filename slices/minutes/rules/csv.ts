/**
 * Tables for a spreadsheet (RFC 4180, UTF-8 with a byte order mark, CRLF). A cell that a spreadsheet
 * would read as a formula begins with an apostrophe, so that nobody's name or link runs anything.
 */
import type { Minutes } from './document.ts'
import { type Speech, clockLength } from './speech.ts'
import { nameFor, readable } from './tell-facts.ts'

const FORMULA = /^[=+\-@\t\r|%]/

function cell(value: string | number): string {
  const text = String(value)
  const safe = typeof value === 'string' && FORMULA.test(text.trimStart()) ? `'${text}` : text
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Rows as the bytes of a CSV file. */
export function csv(rows: readonly (readonly (string | number)[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`
}

/** `links.csv`: each link once, who said it first and when; `from` says whether in chat or notes. */
export function linksCsv(minutes: Minutes, speech: Speech): string {
  const titles = new Map(minutes.items.map(({ id, title }) => [id, title]))
  const { links, noteLinks = [] } = minutes
  const said = new Set(links.map(({ address }) => address))
  const written = new Set(noteLinks.map(({ address }) => address))
  return csv([
    ['address', 'name', 'at', 'item', 'times', 'from'],
    ...links.map(({ address, who, at, item, times }) => [
      address,
      nameFor(minutes, who, speech),
      at,
      titles.get(item ?? '') ?? '',
      times,
      written.has(address) ? 'chat, notes' : 'chat',
    ]),
    ...noteLinks
      .filter(({ address }) => !said.has(address))
      .map(({ address, item }) => [address, '', '', titles.get(item ?? '') ?? '', '', 'notes']),
  ])
}

/** `attendance.csv`: each stay in a row; who came is named even where the times are not known. */
export function attendanceCsv(minutes: Minutes, speech: Speech): string {
  return csv([
    ['name', 'kind', 'roles', 'from', 'till', 'spoken', 'lines', 'place'],
    ...minutes.people.flatMap(({ name, kind, roles, stays, spokenMs, lines, place: sat }) => {
      const times = stays.length > 0 ? stays : [{ from: '', till: '' }]
      return times.map(({ from, till }, place) => [
        readable(name, speech),
        kind,
        roles.join(' '),
        from,
        till,
        place === 0 ? clockLength(spokenMs) : '',
        place === 0 ? lines : '',
        sat ?? '',
      ])
    }),
  ])
}
