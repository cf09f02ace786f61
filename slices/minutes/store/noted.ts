/** What stands in the notes of a gathering, set into its minutes until they are approved. */
import type { Reader } from '#kernel/database.ts'
import { notesHandedOn } from '#slices/notes/index.ts'
import type { Minutes } from '../rules/document.ts'

function bare(minutes: Minutes): Minutes {
  const { note: _note, tasks: _tasks, noteLinks: _links, pictures: _pictures, ...rest } = minutes
  const items = rest.items.map(({ note: _part, ...item }) => item)
  return { ...rest, items, version: 1 }
}

/** The minutes with the notes as they are written now; as they were before where there are none. */
export async function withNotes(db: Reader, minutes: Minutes): Promise<Minutes> {
  const whole = bare(minutes)
  const items = new Set(whole.items.map(({ id }) => id))
  const { sections, tasks, links, pictures } = await notesHandedOn(db, whole.gathering, items)
  if (sections.length === 0) return whole
  const byItem = Map.groupBy(sections, ({ item }) => item)
  const blocksOf = (item: string | null) => (byItem.get(item) ?? []).flatMap(({ blocks }) => blocks)
  const loose = blocksOf(null)
  return {
    ...whole,
    version: 2,
    items: whole.items.map((item) => {
      const note = blocksOf(item.id)
      return note.length > 0 ? { ...item, note } : item
    }),
    ...(loose.length > 0 ? { note: loose } : {}),
    ...(tasks.length > 0 ? { tasks } : {}),
    ...(links.length > 0 ? { noteLinks: links } : {}),
    ...(pictures.length > 0 ? { pictures } : {}),
  }
}
