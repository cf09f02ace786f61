/** Plain text as a note: each line is a paragraph, an empty line parts them and vanishes. */
import type { Refusal } from '#kernel/change.ts'
import { authored, type AuthoredNote, paragraph, run } from './authored.ts'
import { fit, MOST_CHARACTERS, tooLarge } from './fit.ts'
import { linkify } from './linkify.ts'

export function readText(text: string): AuthoredNote | Refusal {
  if (text.length > MOST_CHARACTERS) return tooLarge
  const lines = text.replace(/^\ufeff/, '').split(/\r\n?|\n/)
  const fitted = fit(
    lines.filter((line) => line.trim()).map((line) => paragraph(linkify([run(line.trimEnd())]))),
  )
  return 'refused' in fitted ? fitted : authored(fitted.doc, { left: fitted.left })
}
