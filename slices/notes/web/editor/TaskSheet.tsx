/** Asks who does a task, until when, and whether it returns next time. */
import { Trans, useLingui } from '@lingui/react/macro'
import type { Editor } from '@tiptap/core'
import { useId, useState } from 'react'
import { Field } from '#web/kit/Field.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import type { Mentionable } from './mentions.ts'
import { holdPlace } from './places.ts'
import { setTask, taskOf } from './tasks.ts'

type Props = {
  editor: Editor
  place: number
  people: readonly Mentionable[]
  close: () => void
}

/** The person of this name, if it is one at hand; else the name alone. */
function ownerCalled(name: string, people: readonly Mentionable[]) {
  const words = name.trim()
  if (!words) return { owner: null, ownerName: null }
  const one = people.find((person) => person.name === words)
  return { owner: one?.who ?? null, ownerName: words }
}

export function TaskSheet({ editor, place, people, close }: Props) {
  const { t } = useLingui()
  const names = useId()
  const [whereNow] = useState(() => holdPlace(editor, place))
  const [task] = useState(() => {
    const part = editor.state.doc.nodeAt(place)
    return part ? taskOf(part) : null
  })
  const [name, setName] = useState(task?.ownerName ?? '')
  const [day, setDay] = useState(task?.day ?? '')
  const [next, setNext] = useState(task?.next ?? false)
  function set() {
    const at = whereNow()
    if (at !== null) setTask(editor, at, { ...ownerCalled(name, people), day: day || null, next })
    close()
  }
  return (
    <Sheet title={t`This task`} onClose={close} act={t`Set it`} onAct={set}>
      <div className="field">
        <label className="label" htmlFor={`${names}-who`}>
          <Trans>Who does it</Trans>
        </label>
        <input
          className="input"
          id={`${names}-who`}
          list={names}
          dir="auto"
          maxLength={80}
          autoComplete="off"
          autoFocus
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
        <datalist id={names}>
          {people.map((one) => (
            <option key={one.who ?? one.name} value={one.name} />
          ))}
        </datalist>
      </div>
      <Field label={t`Until`} type="date" value={day} onChange={setDay} />
      <label className="check">
        <input type="checkbox" checked={next} onChange={({ target }) => setNext(target.checked)} />{' '}
        <Trans>Bring it back next time, done or not</Trans>
      </label>
    </Sheet>
  )
}
