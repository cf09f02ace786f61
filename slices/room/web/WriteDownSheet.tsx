/** Writing down a decision or an action at the item that runs; mending it, taking it back. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { Field } from '#web/kit/Field.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { mendTheWriting, takeTheWritingBack, writeItDown } from '../api.ts'
import type { Written } from '../rules/state.ts'
import { useFloats } from './Floats.tsx'
import { useActs, useRoom } from './useRoom.ts'

type Props = { kind: Written['kind']; before?: Written }

export function WriteDownSheet({ kind, before }: Props) {
  const { t } = useLingui()
  const { close } = useFloats()
  const { act, problem, busy } = useActs()
  const people = useRoom((room) => room.people)
  const [text, setText] = useState(before?.text ?? '')
  const [name, setName] = useState(before?.name ?? '')
  const [due, setDue] = useState(before?.due ?? '')
  const known = Object.values(people).find((one) => one.name === name.trim() && !one.removed)
  const body =
    kind === 'decision'
      ? { kind, text }
      : { kind, text, who: known?.who ?? null, name: name.trim() || null, due: due || null }
  async function write() {
    const done = before
      ? await act(mendTheWriting, { params: { writing: before.id }, body })
      : await act(writeItDown, { body })
    if (done) close()
  }
  async function takeBack() {
    if (before && (await act(takeTheWritingBack, { params: { writing: before.id } }))) close()
  }
  const isDecision = kind === 'decision'
  return (
    <Sheet
      title={isDecision ? t`Write down a decision` : t`Write down an action`}
      act={before ? t`Mend it` : t`Write it down`}
      onAct={() => void write()}
      onClose={close}
      busy={busy}
      problem={problem}
    >
      <Field
        label={isDecision ? t`What was agreed` : t`What is to be done`}
        value={text}
        onChange={setText}
        lines={3}
        autoFocus
        isRequired
      />
      {!isDecision && (
        <div className="two">
          <label className="field">
            <span className="label">
              <Trans>Who does it</Trans>
            </span>
            <input
              className="input"
              list="who-does-it"
              value={name}
              onChange={({ target }) => setName(target.value)}
            />
            <datalist id="who-does-it">
              {Object.values(people)
                .filter(({ removed }) => !removed)
                .slice(0, 400)
                .map((one) => (
                  <option key={one.who} value={one.name} />
                ))}
            </datalist>
          </label>
          <label className="field">
            <span className="label">
              <Trans>By when</Trans>
            </span>
            <input
              className="input"
              type="date"
              value={due}
              onChange={({ target }) => setDue(target.value)}
            />
          </label>
        </div>
      )}
      {before && (
        <p>
          <Button small look="leave" onPress={() => void takeBack()} isDisabled={busy}>
            <Trans>Take it back</Trans>
          </Button>
        </p>
      )}
    </Sheet>
  )
}
