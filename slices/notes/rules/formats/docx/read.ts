/** A docx as a note: mammoth reads its structure into HTML, which is cleaned as any HTML is. */
import mammoth from 'mammoth'
import { refuse, type Refusal } from '#kernel/change.ts'
import { type AuthoredNote, leave } from '../authored.ts'
import { readHtml } from '../html/read.ts'
import { isUnpacked, repacked, unpack } from './unpack.ts'

export async function readDocx(bytes: Uint8Array): Promise<AuthoredNote | Refusal> {
  const files = unpack(bytes)
  if (!isUnpacked(files)) return files
  if (!files['word/document.xml']) return refuse('not-a-docx')
  try {
    const buffer = Buffer.from(repacked(files))
    const { value } = await mammoth.convertToHtml({ buffer }, { ignoreEmptyParagraphs: true })
    const note = readHtml(`<html><body>${value}</body></html>`)
    if ('refused' in note) return note
    if (files['word/comments.xml']) leave(note.left, 'comments')
    if (hasNotes(files['word/footnotes.xml'])) leave(note.left, 'footnotes')
    return note
  } catch {
    return refuse('not-a-docx')
  }
}

/** Word always writes a separator or two; a note of somebody has a number above 0. */
function hasNotes(xml: Uint8Array | undefined): boolean {
  return (
    xml !== undefined && /<w:footnote [^>]{0,200}w:id="[1-9]/.test(new TextDecoder().decode(xml))
  )
}
