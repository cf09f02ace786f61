/** Moving an amendment: the text as it should read. */
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useFloats } from '#slices/room/web/Floats.tsx'
import { useActs } from '#slices/room/web/useRoom.ts'
import { Field } from '#web/kit/Field.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { addOption, amendMotion } from '../api.ts'
import type { Motion } from './useMotions.ts'

export function AmendSheet({ motion }: { motion: Motion }) {
  const { t } = useLingui()
  const { close } = useFloats()
  const { act, problem, busy } = useActs()
  const [title, setTitle] = useState(motion.title)
  const [question, setQuestion] = useState(motion.question)
  async function amend() {
    const params = { motion: motion.motion }
    if (await act(amendMotion, { params, body: { title, question } })) close()
  }
  return (
    <Sheet
      title={motion.over ? t`Amend the amendment` : t`Move an amendment`}
      act={t`Move it`}
      onAct={() => void amend()}
      onClose={close}
      busy={busy}
      problem={problem}
    >
      <Field label={t`In a few words`} value={title} onChange={setTitle} isRequired />
      <Field
        label={t`The text as it should read`}
        hint={t`Change it here; what differs is marked for all.`}
        value={question}
        onChange={setQuestion}
        lines={6}
        autoFocus
        isRequired
      />
    </Sheet>
  )
}

export function OptionSheet({ motion }: { motion: Motion }) {
  const { t } = useLingui()
  const { close } = useFloats()
  const { act, problem, busy } = useActs()
  const [name, setName] = useState('')
  const [note, setNote] = useState('')
  async function add() {
    const params = { motion: motion.motion }
    if (await act(addOption, { params, body: { name, note, person: null } })) close()
  }
  return (
    <Sheet
      title={t`Put somebody or something forward`}
      act={t`Put forward`}
      onAct={() => void add()}
      onClose={close}
      busy={busy}
      problem={problem}
    >
      <Field label={t`Name`} value={name} onChange={setName} autoFocus isRequired />
      <Field label={t`A sentence about it`} value={note} onChange={setNote} lines={2} />
    </Sheet>
  )
}
