/** A note as the bytes of a file, in any of the formats that go out. */
import type { Instant } from '#kernel/clock.ts'
import { type AuthoredNote, leave, walk } from './authored.ts'
import { writeDocx } from './docx/write.ts'
import { writeEtherpad } from './etherpad/write.ts'
import { writeHtml } from './html/write.ts'
import { writeJson } from './json.ts'
import { writeMarkdown } from './markdown/write.ts'
import { writeMarkdownZip } from './zip.ts'

export type FormatOut = 'md' | 'html' | 'docx' | 'etherpad' | 'json'

export type Speaking = {
  locale: string
  /** Heads the list of authors. */
  by: string
  /** Heads what was said about it. */
  comments: string
  /** For an author without a name. */
  unknown: string
  now: Instant
  id: string
}

export type Written = { bytes: Uint8Array; extension: string }

const encoded = (text: string) => new TextEncoder().encode(text)

function byLine({ authors }: AuthoredNote, { by, unknown }: Speaking): string {
  if (authors.length === 0) return ''
  return `${by} ${[...new Set(authors.map(({ name }) => name || unknown))].join(', ')}`
}

/** An author's key as pads have them: 16 letters and digits that say nothing of the person. */
function authorKeys(id: string) {
  const stem = id
    .replaceAll(/[^a-z0-9]/gi, '')
    .slice(-10)
    .padEnd(10, '0')
  return (place: number) => `a.${stem}${String(place).padStart(6, '0')}`
}

function leaveNext({ doc, left }: AuthoredNote): void {
  for (const { type, attrs } of walk(doc))
    if (type !== 'taskItem' && attrs?.['next'] === true) leave(left, 'next')
}

/** Writes the file; what could not go along is counted in `note.left`. */
export async function writeNote(
  note: AuthoredNote,
  format: FormatOut,
  speaking: Speaking,
): Promise<Written> {
  if (['md', 'docx', 'etherpad'].includes(format)) {
    leaveNext(note)
    leave(note.left, 'comments', note.comments.length)
  }
  if (format === 'md') {
    if (note.pictures.length > 0) return { bytes: writeMarkdownZip(note), extension: 'zip' }
    return { bytes: encoded(writeMarkdown(note)), extension: 'md' }
  }
  if (format === 'html') return { bytes: encoded(writeHtml(note, speaking)), extension: 'html' }
  if (format === 'docx')
    return { bytes: await writeDocx(note, byLine(note, speaking)), extension: 'docx' }
  if (format === 'json') return { bytes: encoded(writeJson(note)), extension: 'json' }
  const id = speaking.id.replaceAll(/[^a-z0-9]/gi, '') || 'note'
  const pad = writeEtherpad(note, { id, now: speaking.now, authorKey: authorKeys(id) })
  return { bytes: encoded(JSON.stringify(pad)), extension: 'etherpad' }
}
