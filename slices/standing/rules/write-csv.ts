/**
 * Tables for a spreadsheet (RFC 4180, UTF-8 with a byte order mark, CRLF). A cell that a spreadsheet
 * would read as a formula begins with an apostrophe, so that nobody's name runs anything.
 */
const FORMULA = /^[=+\-@\t\r|%]/

function cell(text: string): string {
  const safe = FORMULA.test(text.trimStart()) ? `'${text}` : text
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Rows as the text of a CSV file. */
export function csv(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`
}
