/**
 * What of notes goes into the minutes.
 * 1. Each item's part of the main note, and the notes of that item whole, stand with the item; what
 *    belongs to no item of this gathering but was written in its notes stands apart.
 * 2. Of a note that is that of many gatherings, only the sections of this gathering's items come along.
 * 3. Open tasks in which something stands are actions; web addresses behind links are links.
 */
import { isBare, type Section, sectionsOf } from './sections.ts'
import type { NoteJson } from './tree.ts'

export type HandedTask = {
  item: string | null
  text: string
  owner: string | null
  name: string | null
  day: string | null
}
export type HandedLink = { item: string | null; address: string }
export type Handed = { sections: Section[]; tasks: HandedTask[]; links: HandedLink[] }

/** The files that are shown as pictures somewhere in blocks. */
export function picturesIn(blocks: readonly NoteJson[]): Set<string> {
  const shown = blocks.flatMap(({ type, attrs, content = [] }): string[] => {
    const file = type === 'picture' ? said(attrs?.['file']) : null
    return [...(file ? [file] : []), ...picturesIn(content)]
  })
  return new Set(shown)
}

/** The same without halves of characters, which two who write at once can leave behind. */
export function wellFormed(note: NoteJson): NoteJson {
  const whole: NoteJson = JSON.parse(JSON.stringify(note), (_, value: unknown) =>
    typeof value === 'string' ? value.toWellFormed() : value,
  )
  return whole
}

export type Source = {
  title: string
  text: NoteJson
  /** The main note is cut at its headings; another one is of this item, or of none. */
  main: boolean
  item: string | null
  /** It is that of many gatherings. */
  shared: boolean
}

function titled(title: string, blocks: NoteJson[]): NoteJson[] {
  const content = [{ type: 'text', text: title }]
  return [{ type: 'heading', attrs: { level: 3 }, content }, ...blocks]
}

function partsOf({ title, text, main, item, shared }: Source, items: ReadonlySet<string>) {
  if (!main) return [{ item, blocks: titled(title, text.content ?? []) }]
  return sectionsOf(text).flatMap((section): Section[] => {
    if (section.item !== null && items.has(section.item)) return [section]
    return shared ? [] : [{ item: null, blocks: section.blocks }]
  })
}

function said(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

function wordsOf({ type, text: run, attrs, content = [] }: NoteJson): string {
  if (type === 'mention') return `@${said(attrs?.['name']) ?? ''}`
  return run ?? content.map(wordsOf).join(type === 'paragraph' ? '' : ' ')
}

function tasksIn(item: string | null, blocks: readonly NoteJson[]): HandedTask[] {
  return blocks.flatMap(({ type, attrs = {}, content = [] }): HandedTask[] => {
    const below = tasksIn(item, type === 'taskItem' ? content.slice(1) : content)
    const words = type === 'taskItem' ? content.slice(0, 1).map(wordsOf).join('').trim() : ''
    const done = attrs['checked'] === true || attrs['checked'] === 'true'
    if (words === '' || done) return below
    const day = said(attrs['day'])
    const own = {
      item,
      text: words,
      owner: said(attrs['owner']),
      name: said(attrs['ownerName']),
      day: day && /^\d{4}-\d\d-\d\d$/.test(day) ? day : null,
    }
    return [own, ...below]
  })
}

function linksIn(item: string | null, blocks: readonly NoteJson[]): HandedLink[] {
  return blocks.flatMap(({ marks = [], content = [] }) => [
    ...marks.flatMap(({ attrs }) => {
      const address = said(attrs?.['href'])
      return address && /^https?:/i.test(address) && URL.canParse(address)
        ? [{ item, address }]
        : []
    }),
    ...linksIn(item, content),
  ])
}

function once(links: readonly HandedLink[]): HandedLink[] {
  const first = new Map(links.toReversed().map((link) => [link.address, link]))
  return links.filter((link) => first.get(link.address) === link)
}

/** Everything that notes hand on; parts in which nothing stands are left out. */
export function handOn(sources: readonly Source[], items: ReadonlySet<string>): Handed {
  const sections = sources
    .map((source) => ({ ...source, text: wellFormed(source.text) }))
    .flatMap((source) => partsOf(source, items))
    .filter(({ blocks }) => !isBare(blocks.filter(({ type }) => type !== 'heading')))
  return {
    sections,
    tasks: sections.flatMap(({ item, blocks }) => tasksIn(item, blocks)),
    links: once(sections.flatMap(({ item, blocks }) => linksIn(item, blocks))),
  }
}
