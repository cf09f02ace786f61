/**
 * Text as people send it. Names and titles are one line: NFC, no control characters, no bidi
 * overrides (U+202A-202E, U+2066-2069), which would let a name rewrite the line around it. Longer
 * text keeps its line breaks, loses control characters, and is isolated where it is shown.
 */
import { z } from 'zod'

// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/u
// oxlint-disable-next-line no-control-regex
const CONTROL_BUT_BREAKS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/gu
const BIDI_CONTROL = /[\u202a-\u202e\u2066-\u2069]/u
const INVISIBLE = /^[\p{Cf}\p{Z}\s]*$/u

function tidyLine(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim()
}

function tidyParagraphs(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(CONTROL_BUT_BREAKS, '')
    .toWellFormed()
    .normalize('NFC')
    .trim()
}

/** One line of at most `max` characters (code points): a name, a title. Not empty. */
export function line(max: number) {
  return z
    .string()
    .max(max * 4)
    .refine((text) => text.isWellFormed() && !CONTROL.test(text), {
      error: 'has control characters in it',
    })
    .refine((text) => !BIDI_CONTROL.test(text), { error: 'has hidden direction marks in it' })
    .transform(tidyLine)
    .refine((text) => [...text].length <= max, { error: `is longer than ${max} characters` })
    .refine((text) => !INVISIBLE.test(text), { error: 'is empty' })
}

/** Text of at most `max` characters with its line breaks. Not empty. */
export function paragraphs(max: number) {
  return optionalParagraphs(max).refine((text) => !INVISIBLE.test(text), { error: 'is empty' })
}

/** As `paragraphs`, but it may be empty. */
export function optionalParagraphs(max: number) {
  return z
    .string()
    .max(max * 4)
    .transform(tidyParagraphs)
    .refine((text) => [...text].length <= max, { error: `is longer than ${max} characters` })
}

/** Text for a place in HTML, between tags or in a quoted attribute. */
export function escapeHtml(text: string): string {
  const marks: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  }
  return text.replaceAll(/[&<>"']/g, (mark) => marks[mark] ?? mark)
}

/** Words without case and accents, to compare as a search does. */
export function plain(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
}
