/** Blocks of notes as minutes hold them: read, and rid of names. */
import type { NoteBlock } from './document.ts'

type Renaming = {
  text(text: string): string
  /** A person who is named by a task or a mention, with the name that stands there. */
  person(id: string | null, name: string): { id: string | null; name: string }
}

const NAMED: Record<string, [id: string, name: string]> = {
  taskItem: ['owner', 'ownerName'],
  mention: ['who', 'name'],
}

function said(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function attrsOf({ type, attrs = {} }: NoteBlock, { person, text }: Renaming) {
  const named = Object.hasOwn(NAMED, type) ? NAMED[type] : undefined
  const alt = type === 'picture' ? { alt: text(said(attrs['alt'])) } : {}
  const [id, name] = named ?? []
  if (!id || !name || !said(attrs[name])) return { ...attrs, ...alt }
  const as = person(said(attrs[id]) || null, said(attrs[name]))
  return { ...attrs, [id]: as.id, [name]: as.name }
}

/** The block with its words and the people named in it as they may stand. */
export function renamed(block: NoteBlock, how: Renaming): NoteBlock {
  return {
    ...block,
    ...(block.attrs ? { attrs: attrsOf(block, how) } : {}),
    ...(block.text === undefined ? {} : { text: how.text(block.text) }),
    ...(block.content ? { content: block.content.map((one) => renamed(one, how)) } : {}),
  }
}

/** The words of a block, for who searches. */
export function wordsIn({ text, attrs, content = [] }: NoteBlock): string {
  return text ?? [said(attrs?.['name']), ...content.map(wordsIn)].filter(Boolean).join(' ')
}
