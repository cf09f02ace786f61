/** The main note of this gathering, and who is at hand to be named in it. */
import { useEffect, useMemo, useState } from 'react'
import { openNoteOf } from '#slices/notes/api.ts'
import { call } from '#web/kit/call.ts'
import type { Output } from '#kernel/operation.ts'
import { hasRole, isFacilitator, peopleHere } from '../rules/glance.ts'
import { useInRoom, useRoom, useRoomWith } from './useRoom.ts'

export type GatheringNote = {
  note: Output<typeof openNoteOf>['note'] | null
  cause: unknown
}

export function useGatheringNote(): GatheringNote {
  const { gathering } = useInRoom()
  const [found, setFound] = useState<GatheringNote>({ note: null, cause: null })
  useEffect(() => {
    let isHere = true
    call(openNoteOf, { params: { gathering } }).then(
      ({ note }) => isHere && setFound({ note, cause: null }),
      (cause) => isHere && setFound({ note: null, cause }),
    )
    return () => {
      isHere = false
    }
  }, [gathering])
  return found
}

/** Those in the room, to be mentioned or to take a task. */
export function usePeopleAtHand(): { who: string; name: string }[] {
  const room = useRoomWith('people')
  return useMemo(
    () =>
      peopleHere(room)
        .filter(({ name }) => name !== '')
        .map(({ who, name }) => ({ who, name })),
    [room],
  )
}

/** Whether somebody takes the notes here: their cursor may follow the item. */
export function useTakesNotes(): boolean {
  const { me } = useInRoom()
  return useRoom((room) => hasRole(room, me.who, 'note-taker') || isFacilitator(room, me.who))
}
