/** Moving something: its kind, its title, its text, and options where they are chosen from. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useFloats } from '#slices/room/web/Floats.tsx'
import { useActs } from '#slices/room/web/useRoom.ts'
import { Field } from '#web/kit/Field.tsx'
import { Select } from '#web/kit/Select.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { moveMotion } from '../api.ts'
import { Announced } from './Announced.tsx'
import type { Motions } from './useMotions.ts'

export function MoveSheet({ kinds, announced }: Pick<Motions, 'kinds' | 'announced'>) {
  const { t } = useLingui()
  const { close } = useFloats()
  const { act, problem, busy } = useActs()
  const [key, setKey] = useState(kinds[0]?.key ?? '')
  const [title, setTitle] = useState('')
  const [question, setQuestion] = useState('')
  const [options, setOptions] = useState('')
  const [seats, setSeats] = useState('1')
  const kind = kinds.find((one) => one.key === key)
  async function move() {
    const names = options.split('\n').map((name) => name.trim())
    const given = kind?.choosing
      ? {
          options: names.filter(Boolean).map((name) => ({ name, note: '', person: null })),
          seats: Number(seats) || 1,
        }
      : {}
    if (await act(moveMotion, { body: { kind: key, title, question, ...given } })) close()
  }
  return (
    <Sheet
      title={t`Move something`}
      act={t`Move it`}
      onAct={() => void move()}
      onClose={close}
      busy={busy}
      problem={problem}
    >
      <Announced announced={announced} />
      {kinds.length > 1 && (
        <Select
          label={t`What it is`}
          value={key}
          onChange={setKey}
          choices={kinds.map((one) => ({ value: one.key, label: one.name }))}
        />
      )}
      <Field label={t`In a few words`} value={title} onChange={setTitle} autoFocus isRequired />
      <Field
        label={t`The text to be decided`}
        hint={t`As it is to stand in the minutes.`}
        value={question}
        onChange={setQuestion}
        lines={4}
        isRequired
      />
      {kind?.choosing && (
        <>
          <Field
            label={t`Who or what is chosen from, one a line`}
            hint={t`Others can be put forward until the vote.`}
            value={options}
            onChange={setOptions}
            lines={4}
          />
          <Field label={t`Seats`} type="number" value={seats} onChange={setSeats} />
        </>
      )}
      <p className="hint">
        {kind && kind.seconds > 0 ? (
          <Plural
            value={kind.seconds}
            one="Another member has to second it before it is talked about."
            other="# other members have to second it before it is talked about."
          />
        ) : (
          <Trans>A facilitator states it, then it is talked about.</Trans>
        )}
      </p>
    </Sheet>
  )
}
