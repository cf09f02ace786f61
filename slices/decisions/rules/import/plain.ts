/** Texts of elsewhere as plain paragraphs: HTML without its tags, Markdown as it is written. */

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
}

function entityOf(whole: string, name: string): string {
  if (!name.startsWith('#')) return NAMED[name.toLowerCase()] ?? whole
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  return Number.isInteger(code) && code > 31 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
}

const ENDS = /<\/(p|div|h[1-6]|li|blockquote|tr|ul|ol|pre)>|<br\s*\/?>/gi

/** HTML as paragraphs of plain text. */
function withoutTags(html: string): string {
  return html
    .replaceAll(/<(script|style)\b[^]*?<\/\1>/gi, '')
    .replaceAll(/<li\b[^>]*>/gi, '- ')
    .replaceAll(ENDS, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(#x?[0-9a-f]+|[a-z]+);/gi, entityOf)
}

/** A text as it is kept, at most so long. */
export function plainText(text: string, format: string, most: number): string {
  const plain = format === 'html' ? withoutTags(text) : text
  const tidy = plain
    .replaceAll('\r\n', '\n')
    .replaceAll(/[^\S\n]+\n/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .replaceAll(/[\p{Cc}]/gu, (one) => (one === '\n' || one === '\t' ? one : ''))
    .trim()
  return tidy.length <= most ? tidy : `${tidy.slice(0, most - 1)}…`
}

/** The same on one line. */
export function plainLine(text: string, most: number): string {
  return plainText(text.replaceAll(/\s+/g, ' '), '', most)
}
