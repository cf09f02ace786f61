/**
 * The lines of iCalendar (RFC 5545, section 3.1): at most 75 octets, folded between characters and
 * never inside one, ended by CRLF; text and parameters escaped so that nothing people write can end
 * its line or begin a property.
 */

const MOST_OCTETS = 75
// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f]/g

function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return code < 0x10000 ? 3 : 4
}

/** One content line, folded: what continues begins with a blank, which counts. */
export function fold(line: string): string {
  let out = ''
  let octets = 0
  for (const character of line) {
    const more = octetsOf(character)
    if (octets + more > MOST_OCTETS) {
      out += '\r\n '
      octets = 1
    }
    out += character
    octets += more
  }
  return out
}

/** A value of type TEXT: backslash, semicolon, comma and line breaks escaped, other controls gone. */
export function escapeText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(CONTROL, '')
    .replaceAll(/[\\;,]/g, (mark) => `\\${mark}`)
    .replaceAll('\n', '\\n')
}

/** The value of a parameter, quoted, its marks written as RFC 6868 says. */
export function quoteParameter(text: string): string {
  const marks: Record<string, string> = { '^': '^^', '\n': '^n', '"': "^'" }
  const plain = text.toWellFormed().replaceAll(/\r\n?/g, '\n').replaceAll(CONTROL, '')
  return `"${plain.replaceAll(/[\^\n"]/g, (mark) => marks[mark] ?? mark)}"`
}

/** An address for a value of type URI; what is no address becomes nothing. */
export function uriOf(address: string): string | null {
  return URL.canParse(address)
    ? new URL(address).href.replaceAll(/[\s"]/g, encodeURIComponent)
    : null
}

/** All lines of an object as one text. */
export function joinLines(lines: readonly string[]): string {
  return lines.map((line) => `${fold(line)}\r\n`).join('')
}
