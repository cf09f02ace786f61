/**
 * What a version changes for the members of one class: the sentences about this class, or about
 * whoever is inside, that are added, changed or taken out; by what the sections say of either version.
 */
import { type Compared, compare, type Row } from './compare.ts'
import { namedIn, proseOf, type Sections } from './document.ts'
import type { Numbers } from './numbers.ts'
import type { Parts, Say } from './section.ts'

function isAbout(sections: Sections, parts: Parts, at: { section: string; key: string }) {
  const section = sections.find(({ name }) => name === at.section)
  const read = section?.schema.safeParse(parts[at.section] ?? section.empty)
  if (!section?.concerns || !read?.success) return () => false
  const about = section.concerns(read.data, at.key)
  return (key: string) => about === 'all' || about.includes(key)
}

export type ForClass = {
  /** What the class is called. */
  name: string
  /** Whether the later version no longer names it. */
  gone: boolean
  rows: Row[]
}

type Both = { before: Parts; after: Parts; compared: readonly Compared[] }

/** For the members of a class; null when neither version names it. */
export function forClass(
  sections: Sections,
  { before, after, compared }: Both,
  key: string,
): ForClass | null {
  const fresh = namedClass(sections, after, key)
  const name = namedClass(sections, before, key) ?? fresh
  if (name === null) return null
  const rows = compared.flatMap(({ name: section, rows: all }) =>
    all.filter(
      (row) =>
        row.state !== 'stays' &&
        [before, after].some((parts) => isAbout(sections, parts, { section, key: row.key })(key)),
    ),
  )
  return { name, gone: fresh === null, rows }
}

/** The same from the documents alone. */
export function changesFor(
  sections: Sections,
  { before, after }: Pick<Both, 'before' | 'after'>,
  { key, say, numbers }: { key: string; say: Say; numbers: Numbers },
): ForClass | null {
  const prose = (parts: Parts) => proseOf(sections, parts, say, numbers)
  const compared = compare(prose(before), prose(after))
  return forClass(sections, { before, after, compared }, key)
}

/** A row in one line: what holds from then on, or what no longer does. */
export function textOfRow({ before, after }: Row): string {
  return (after ?? before ?? []).map(({ text }) => text).join('')
}

/** What a document calls a class; null when it does not name it. */
export function namedClass(sections: Sections, parts: Parts, key: string): string | null {
  const named = namedIn(sections, parts).find((one) => one.kind === 'class' && one.key === key)
  return named?.name ?? null
}
