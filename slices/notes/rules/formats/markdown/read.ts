/**
 * Markdown as a note: CommonMark with the tables, task lists, struck text and bare addresses of GFM.
 *
 * 1. HTML in it is text, but for `<br>`.
 * 2. `- [ ]` is a task; brackets at its end say who, until when and whether it is for next time:
 *    `(@Ada, until 2026-12-01, next time)`.
 * 3. A picture that lies beside the text (in a zip) comes along; one far away becomes a link.
 */
import MarkdownIt from 'markdown-it'
import type { Refusal } from '#kernel/change.ts'
import { authored, type AuthoredNote, type Left, type Part } from '../authored.ts'
import { fit, MOST_CHARACTERS, tooLarge } from '../fit.ts'
import { treeOf } from './tree.ts'

export type Reading = {
  /** A single line break is one (HedgeDoc); else it is a space. */
  breaks: boolean
  /** The name of a picture that came along with the file; null when there is none. */
  pictureAt(address: string): string | null
}

export const alone: Reading = { breaks: false, pictureAt: () => null }

const parser = new MarkdownIt('default', { html: false, linkify: true })
parser.linkify.set({ fuzzyLink: false, fuzzyEmail: true })

/** The blocks of a text, still to be fitted. */
export function partsOf(text: string, reading: Reading, left: Left): Part[] {
  const tokens = parser.parse(text.replace(/^\ufeff/, ''), {})
  return treeOf(tokens, { ...reading, left })
}

export function readMarkdown(text: string, reading: Reading = alone): AuthoredNote | Refusal {
  if (text.length > MOST_CHARACTERS) return tooLarge
  const left: Left = {}
  const fitted = fit(partsOf(text, reading, left), left)
  if ('refused' in fitted) return fitted
  return authored(fitted.doc, { left })
}
