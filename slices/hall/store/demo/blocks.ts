/** Blocks of the notes of the demo: who wrote what, said shortly. */
import { HALL, type NoteBlockPart as Part } from '#slices/notes/index.ts'
import type { Cast, Key } from './people.ts'

export type Author = Key | 'hall'

/** Words with who wrote them. */
export type Said = [by: Author, text: string]

/** The authors of a note in their order, and blocks whose runs point at them. */
export function blocksFor(cast: Cast) {
  const keys: Author[] = []
  const place = (by: Author): number => {
    if (!keys.includes(by)) keys.push(by)
    return keys.indexOf(by)
  }
  const runs = (said: readonly Said[]): Part[] =>
    said.map(([by, text]) => ({ type: 'text', text, by: place(by) }))
  const paragraph = (...said: Said[]): Part => ({ type: 'paragraph', content: runs(said) })
  return {
    paragraph,
    heading: (said: Said, item: string | null = null): Part => ({
      type: 'heading',
      attrs: { level: 2, ...(item ? { item } : {}) },
      content: runs([said]),
    }),
    points: (...points: Said[][]): Part => ({
      type: 'bulletList',
      content: points.map((said) => ({ type: 'listItem', content: [paragraph(...said)] })),
    }),
    tasks: (...tasks: { said: Said; owner: Key; day: string; done?: boolean }[]): Part => ({
      type: 'taskList',
      content: tasks.map(({ said, owner, day, done = false }) => ({
        type: 'taskItem',
        attrs: { checked: done, owner: cast.id(owner), ownerName: cast.name(owner), day },
        content: [paragraph(said)],
      })),
    }),
    /** In the order in which they first wrote. */
    authors: () =>
      keys.map((key) =>
        key === 'hall' ? { who: HALL, name: null } : { who: cast.id(key), name: cast.name(key) },
      ),
  }
}

export type Blocks = ReturnType<typeof blocksFor>
