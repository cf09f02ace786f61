/** Mentioning: "@" and the first letters offer people; arrows choose, Enter takes, Escape closes. */
import { useLingui } from '@lingui/react/macro'
import { type KeyboardEvent, type RefObject, useState } from 'react'
import { plain } from '#kernel/text.ts'
import { Face } from './Face.tsx'

const OFFERED = 5

export type Mentionable = { id: string; name: string }
export type Mentioning = {
  offered: readonly Mentionable[]
  at: number
  take: (person: Mentionable) => void
  byKey: (event: KeyboardEvent) => boolean
}

/** `people`: who may be mentioned now; asked for only while somebody is being mentioned. */
export function useMentioning(
  field: RefObject<HTMLTextAreaElement | null>,
  text: string,
  setText: (text: string) => void,
  people: () => readonly Mentionable[],
): Mentioning {
  const [at, setAt] = useState(0)
  const [closedFor, setClosedFor] = useState('')
  const started = /(?:^|\s)@([^\s@][^@\n]{0,40})?$/u.exec(text)?.[1] ?? null
  const wanted = plain(started ?? '')
  const offered =
    started === null || closedFor === started
      ? []
      : people()
          .filter(({ name }) => plain(name).includes(wanted))
          .slice(0, OFFERED)
  function take({ name }: Mentionable) {
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
          key={person.id}
          role="option"
          aria-selected={place === at}
          tabIndex={-1}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => take(person)}
        >
          <Face id={person.id} name={person.name} small />
          <bdi>{person.name}</bdi>
        </div>
      ))}
    </div>
  )
}
