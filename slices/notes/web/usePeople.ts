/** Whom one may mention or give a task in a note: those at hand, members of its circle, its authors. */
import { useMemo } from 'react'
import type { z } from 'zod'
import { CircleId, readCircle } from '#slices/circles/api.ts'
import { useRead } from '#web/kit/useCall.ts'
import { readNote } from '../api/keeping.ts'
import type { NoteId } from '../api/shapes.ts'
import type { Mentionable } from './editor/mentions.ts'
import type { Read } from './reading/useReading.ts'

const NOBODY: readonly Mentionable[] = []

/** The members of the circle that the note belongs to, as far as the reader sees them. */
function useMembers(note: z.infer<typeof NoteId>, isWanted: boolean) {
  const { data: heading } = useRead(readNote, { params: { note } }, isWanted)
  const circle = CircleId.safeParse(heading?.holder.id)
  const input = circle.success ? { params: { circle: circle.data } } : {}
  return useRead(readCircle, input, isWanted && circle.success).data?.members
}

export function usePeople(
  { id, who: me, authors, writers }: Read,
  atHand: readonly Mentionable[] = NOBODY,
): readonly Mentionable[] {
  const members = useMembers(id, me?.startsWith('per_') === true)
  return useMemo(() => {
    const all = [
      ...atHand,
      ...(members ?? []).map(({ person, name }) => ({ who: person, name })),
      ...writers,
      ...(authors ?? []).flatMap(({ who, name }) => (who && name ? [{ who, name }] : [])),
    ]
    const known = new Map(all.map(({ who, name }) => [who, { who, name }]))
    return [...known.values()]
  }, [atHand, members, writers, authors])
}
