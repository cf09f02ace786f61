/** Mentioning: "@" and the first letters offer those in the room; arrows choose, Enter takes. */
import { useLingui } from '@lingui/react/macro'
import { type KeyboardEvent, type RefObject, useState } from 'react'
import { Face } from '#web/kit/Face.tsx'
import { plain } from '#kernel/text.ts'
import type { Who } from '../rules/call.ts'
import { peopleHere } from '../rules/glance.ts'
import type { Person, Room } from '../rules/state.ts'
import { useInRoom } from './useRoom.ts'

const OFFERED = 5

/** Whom a text mentions, by their whole names. */
export function mentionsIn(text: string, people: Room['people']): Who[] {
  if (!text.includes('@')) return []
  return Object.values(people)
    .filter(({ name, removed }) => name !== '' && !removed && text.includes(`@${name}`))
    .map(({ who }) => who)
    .slice(0, 50)
}

export type Mentioning = {
  offered: readonly Person[]
  at: number
  take: (person: Person) => void
  byKey: (event: KeyboardEvent) => boolean
}

export function useMentioning(
  field: RefObject<HTMLTextAreaElement | null>,
  text: string,
  setText: (text: string) => void,
  possible: boolean,
): Mentioning {
  const { store, me } = useInRoom()
  const [at, setAt] = useState(0)
  const [closedFor, setClosedFor] = useState('')
  const started = possible ? (/(?:^|\s)@([^\s@][^@\n]{0,40})?$/u.exec(text)?.[1] ?? null) : null
  const wanted = plain(started ?? '')
  const offered =
    started === null || closedFor === started
      ? []
      : peopleHere(store.room())
          .filter(({ who, name }) => who !== me.who && plain(name).includes(wanted))
          .slice(0, OFFERED)
  function take({ name }: Person) {
    const from = text.lastIndexOf('@')
    setText(`${text.slice(0, from)}@${name} `)
    setAt(0)
    field.current?.focus()
  }
  function byKey(event: KeyboardEvent): boolean {
    const chosen = offered[at]
    if (!chosen) return false
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) setAt((at + step + offered.length) % offered.length)
    else if (event.key === 'Escape') setClosedFor(started ?? '')
    else if (event.key === 'Enter' || event.key === 'Tab') take(chosen)
    else return false
    event.preventDefault()
    return true
  }
  return { offered, at, take, byKey }
}

export function MentionList({ offered, at, take }: Mentioning) {
  const { t } = useLingui()
  if (offered.length === 0) return null
  return (
    <div className="mention-list" aria-label={t`Mention somebody`} role="listbox">
      {offered.map((person, place) => (
        // The field keeps the focus: its keys choose, the pointer may press.
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
        <div
          key={person.who}
          role="option"
          aria-selected={place === at}
          tabIndex={-1}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => take(person)}
        >
          <Face id={person.who} name={person.name} small />
          <bdi>{person.name}</bdi>
        </div>
      ))}
    </div>
  )
}
