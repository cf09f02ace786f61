/** `note:<id>`: what happens to a note, and ephemeral what changes in its text (telling.ts). */
import type { TopicFamily } from '#kernel/slice.ts'
import { NoteId } from '../api/shapes.ts'
import { openHere } from './desk.ts'
import { deskOf } from './door.ts'
import { mayRead } from './standing.ts'

export const topics: Record<string, TopicFamily> = {
  note: {
    mayRead,
    async arrived(hall, _caller, id) {
      const open = await openHere(deskOf(hall), NoteId.parse(id))
      open?.telling.joined()
    },
  },
}
