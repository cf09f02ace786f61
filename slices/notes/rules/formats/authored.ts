/**
 * An authored note: the one shape between every file format and a note of the hall.
 *
 * 1. The text is ProseMirror JSON (rules/schema.ts); beside each run of text and each leaf may stand
 *    `by`: who wrote it, as a place in `authors`. Without it nobody is known to have written it.
 * 2. A picture names a file; while a note is on its way in, the bytes stand in `pictures` under the
 *    same name.
 * 3. What a reader or a writer could not take along is counted in `left`, never silently dropped.
 */
import type { Instant } from '#kernel/clock.ts'

export type PartMark = { type: string; attrs?: Record<string, unknown> }

export type Part = {
  type: string
  attrs?: Record<string, unknown>
  content?: Part[]
  marks?: PartMark[]
  text?: string
  by?: number
}

export type Author = {
  name: string
  /** `#rrggbb`; null where the file has none. */
  color: string | null
}

export type Picture = {
  /** What the part says in `file`. */
  file: string
  name: string
  bytes: Uint8Array
}

export type Said = { name: string; at: Instant; text: string }

/** A state the text once had, with its time and its name. */
export type SavedState = { at: Instant; label: string; by: number | null; doc: Part }

export const FORMATS_IN = [
  'etherpad',
  'json',
  'docx',
  'markdown-zip',
  'html',
  'hedgedoc',
  'text',
  'markdown',
] as const
export type FormatIn = (typeof FORMATS_IN)[number]

export const LOSSES = [
  'authors',
  'chat',
  'chat-waits',
  'chat-closed',
  'colours',
  'comments',
  'embeds',
  'footnotes',
  'headings-deep',
  'history',
  'indents',
  'items',
  'link-texts',
  'marks',
  'mentions',
  'next',
  'pictures',
  'pictures-far',
  'scripts',
  'spans',
  'table-heads',
  'tables',
  'tasks',
  'task-people',
  'tags',
  'too-deep',
  'unsafe-links',
] as const
export type Loss = (typeof LOSSES)[number]
export type Left = Partial<Record<Loss, number>>

/** What was said about some words, and the words that somebody would have instead. */
export type FileComment = {
  quote: string
  instead: string | null
  by: string
  said: { name: string; at: string; text: string }[]
}

export type AuthoredNote = {
  title: string
  authors: Author[]
  doc: Part
  pictures: Picture[]
  chat: Said[]
  saved: SavedState[]
  /** Only when they are asked for; they are not brought in again. */
  comments: FileComment[]
  left: Left
}

/** Counts what is left behind. */
export function leave(left: Left, what: Loss, times = 1): void {
  if (times > 0) left[what] = (left[what] ?? 0) + times
}

/** A note of this text, with nothing else known. */
export function authored(doc: Part, more: Partial<AuthoredNote> = {}): AuthoredNote {
  return {
    title: '',
    authors: [],
    pictures: [],
    chat: [],
    saved: [],
    comments: [],
    left: {},
    ...more,
    doc,
  }
}

/** A run of text; marks and author only where there are some. */
export function run(text: string, marks: PartMark[] = [], by?: number): Part {
  return {
    type: 'text',
    text,
    ...(marks.length > 0 ? { marks } : {}),
    ...(by === undefined ? {} : { by }),
  }
}

export function block(type: string, content: Part[], attrs?: Record<string, unknown>): Part {
  return { type, ...(attrs ? { attrs } : {}), content }
}

export function paragraph(content: Part[]): Part {
  return content.length > 0 ? { type: 'paragraph', content } : { type: 'paragraph' }
}

/** The words of a part, blocks parted by line breaks. */
export function textOf(part: Part): string {
  if (part.type === 'text') return part.text ?? ''
  if (part.type === 'hardBreak') return '\n'
  if (part.type === 'mention') return `@${String(part.attrs?.['name'] ?? '')}`
  const parts = part.content ?? []
  return parts.map(textOf).join(parts.some(isInline) ? '' : '\n')
}

export function isInline({ type }: Part): boolean {
  return type === 'text' || type === 'hardBreak' || type === 'mention'
}

/** Every part, the outer before the inner, in the order of the text. */
export function* walk(part: Part): Generator<Part> {
  yield part
  for (const inner of part.content ?? []) yield* walk(inner)
}

/** The same text without authors: ProseMirror JSON and nothing else. */
export function plainDoc(part: Part): Part {
  const { by: _by, content, ...rest } = part
  return content ? { ...rest, content: content.map(plainDoc) } : rest
}
