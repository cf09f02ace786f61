/** Whom of those in the room one may mention, and whom a text mentions. */
import type { RefObject } from 'react'
import { type Mentioning, useMentioning as useOffers } from '#web/kit/mentioning.tsx'
import type { Who } from '../rules/call.ts'
import { peopleThemselves } from '../rules/glance.ts'
import type { Room } from '../rules/state.ts'
import { useInRoom } from './useRoom.ts'

/** Whom a text mentions, by their whole names. */
export function mentionsIn(text: string, people: Room['people']): Who[] {
  if (!text.includes('@')) return []
  return Object.values(people)
    .filter(({ name, removed }) => name !== '' && !removed && text.includes(`@${name}`))
    .map(({ who }) => who)
    .slice(0, 50)
}

export function useMentioning(
  field: RefObject<HTMLTextAreaElement | null>,
  text: string,
  setText: (text: string) => void,
  possible: boolean,
): Mentioning {
  const { store, me } = useInRoom()
  return useOffers(field, text, setText, () =>
    possible
      ? peopleThemselves(store.room())
          .filter(({ who }) => who !== me.who)
          .map(({ who: id, name }) => ({ id, name }))
      : [],
  )
}
