/**
 * Any file that may become a note: which format it is, by what is in it first and by its name second.
 *
 * 1. At most 25 MB. A zip is a docx or Markdown with pictures; JSON is a pad or a note of our own;
 *    what begins as a page is HTML; what begins with a head between `---` is HedgeDoc; a name that
 *    ends in `.txt` is plain text; all else is Markdown.
 * 2. What can't be read is refused with the name of the format it seemed to be.
 */
import { refuse, type Refusal } from '#kernel/change.ts'
import type { AuthoredNote, FormatIn } from './authored.ts'
import { readDocx } from './docx/read.ts'
import { readEtherpad } from './etherpad/read.ts'
import { readHtml } from './html/read.ts'
import { isOwn, readJson } from './json.ts'
import { isHedgeDoc, readHedgeDoc } from './markdown/hedgedoc.ts'
import { readMarkdown } from './markdown/read.ts'
import { readText } from './text.ts'
import { nameLine } from './tidy.ts'
import { readMarkdownZip } from './zip.ts'

export const MOST_BYTES = 25 * 1024 * 1024

export type Found = { format: FormatIn; note: AuthoredNote }

const PAGE =
  /^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body)[\s>]/i

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function readWords(text: string, name: string): [FormatIn, AuthoredNote | Refusal] {
  if (/\.etherpad$/i.test(name) || /^\ufeff?\s*\{/.test(text)) {
    const json = parsed(text.replace(/^\ufeff/, ''))
    if (isOwn(json)) return ['json', readJson(json)]
    if (json !== undefined || /\.(?:etherpad|json)$/i.test(name))
      return ['etherpad', readEtherpad(json)]
  }
  if (PAGE.test(text) || /\.html?$/i.test(name)) return ['html', readHtml(text)]
  if (/\.txt$/i.test(name)) return ['text', readText(text)]
  return isHedgeDoc(text) ? ['hedgedoc', readHedgeDoc(text)] : ['markdown', readMarkdown(text)]
}

/** Reads a file; its title is its own, else its first heading, else its name. */
export async function readFile(bytes: Uint8Array, name: string): Promise<Found | Refusal> {
  if (bytes.length > MOST_BYTES) return refuse('too-large', { max: MOST_BYTES })
  const read = await readBytes(bytes, name)
  if ('refused' in read) return read
  const [format, note] = read
  if ('refused' in note) return note
  const stem = nameLine(name.replace(/^.*[/\\]/, '').replace(/\.\w{1,10}$/, ''), 200)
  return { format, note: { ...note, title: note.title || headingIn(note) || stem || '' } }
}

async function readBytes(
  bytes: Uint8Array,
  name: string,
): Promise<[FormatIn, AuthoredNote | Refusal] | Refusal> {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    if (/\.zip$/i.test(name)) return ['markdown-zip', readMarkdownZip(bytes)]
    return ['docx', await readDocx(bytes)]
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return readWords(text, name)
  } catch (cause) {
    if (cause instanceof TypeError) return refuse('not-utf8')
    if (cause instanceof RangeError) return refuse('not-a-note-file')
    throw cause
  }
}

/** The first heading, where it opens the note. */
function headingIn({ doc }: AuthoredNote): string | null {
  const first = doc.content?.[0]
  if (first?.type !== 'heading') return null
  return nameLine((first.content ?? []).map(({ text }) => text ?? '').join(''), 200)
}
