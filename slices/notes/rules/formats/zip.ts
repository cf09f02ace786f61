/** Markdown with its pictures in one zip, written and read. */
import { zipSync } from 'fflate'
import { refuse, type Refusal } from '#kernel/change.ts'
import { type AuthoredNote, type Part, type Picture, walk } from './authored.ts'
import { isUnpacked, unpack } from './docx/unpack.ts'
import { isHedgeDoc, readHedgeDoc } from './markdown/hedgedoc.ts'
import { readMarkdown } from './markdown/read.ts'
import { writeMarkdown } from './markdown/write.ts'

const FOLDER = 'pictures/'

function renamed(doc: Part, names: ReadonlyMap<string, string>): Part {
  const copy = structuredClone(doc)
  for (const part of walk(copy)) {
    const name = part.type === 'picture' ? names.get(String(part.attrs?.['file'])) : undefined
    if (name) part.attrs = { ...part.attrs, file: name }
  }
  return copy
}

/** `note.md`, and beside it `pictures/…` under names that every system takes. */
export function writeMarkdownZip(note: AuthoredNote): Uint8Array {
  const names = new Map(
    note.pictures.map(({ file, name }, place) => {
      const safe = name.replaceAll(/[^\w.-]+/g, '-').slice(-80)
      return [file, `${FOLDER}${place + 1}-${safe}`]
    }),
  )
  const text = writeMarkdown({ ...note, doc: renamed(note.doc, names) })
  const files: Record<string, Uint8Array> = { 'note.md': new TextEncoder().encode(text) }
  for (const { file, bytes } of note.pictures) files[names.get(file) ?? file] = bytes
  return zipSync(files, { level: 6 })
}

const PICTURE = /\.(?:png|jpe?g|gif|webp)$/i

/** Reads the one Markdown text of a zip with the pictures that it shows. */
export function readMarkdownZip(bytes: Uint8Array): AuthoredNote | Refusal {
  const files = unpack(bytes)
  if (!isUnpacked(files)) return files
  const name = Object.keys(files).find((one) => /\.(?:md|markdown)$/i.test(one))
  const file = name ? files[name] : undefined
  if (!name || !file) return refuse('not-a-note-file')
  const folder = name.slice(0, name.lastIndexOf('/') + 1)
  const pictures = new Map<string, Picture>()
  const pictureAt = (address: string): string | null => {
    const path = `${folder}${decoded(address)}`
    const found = PICTURE.test(path) && Object.hasOwn(files, path) ? files[path] : undefined
    if (!found) return null
    const known = pictures.get(path)
    const short = `picture-${pictures.size + 1}${path.slice(path.lastIndexOf('.')).toLowerCase()}`
    const picture = known ?? { file: short, name: path.split('/').at(-1) ?? short, bytes: found }
    pictures.set(path, picture)
    return picture.file
  }
  const text = new TextDecoder().decode(file)
  const read = isHedgeDoc(text) ? readHedgeDoc : readMarkdown
  const note = read(text, { breaks: false, pictureAt })
  return 'refused' in note ? note : { ...note, pictures: [...pictures.values()] }
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}
