/** Words for a place within a line: nothing in them breaks it. */

// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/gu

/** Line breaks become one blank, hidden marks go; blanks at the ends stay. */
export function inOneLine(text: string): string {
  return text
    .replaceAll(/[ \t]*[\r\n]+[ \t]*/g, ' ')
    .replaceAll(CONTROL, '')
    .normalize('NFC')
}
