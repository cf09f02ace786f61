/** Choosing a saved chat, and saying what it was. */
import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { Field } from '#web/kit/Field.tsx'
import { OWN_ZONE } from '#web/kit/When.tsx'
import type { Chosen } from './uploading.ts'
import './page.css'

type Fields = Omit<Chosen, 'file'>

export function Choosing({ look, pending }: { look(chosen: Chosen): void; pending: boolean }) {
  const { t } = useLingui()
  const [file, setFile] = useState<File | null>(null)
  const [fields, setFields] = useState<Fields>({ date: '', zone: OWN_ZONE, title: '', order: '' })
  const set = (name: keyof Fields) => (value: string) =>
    setFields((before) => ({ ...before, [name]: value }))
  function send(event: FormEvent) {
    event.preventDefault()
    if (file) look({ ...fields, file })
  }
  return (
    <form className="import" onSubmit={send}>
      <div className="field">
        <label className="label" htmlFor="chat-file">
          <Trans>The saved chat, a text file</Trans>
        </label>
        <input
          id="chat-file"
          className="input"
          type="file"
          accept=".txt,text/plain"
          required
          onChange={(event) => setFile(event.target.files?.[0] ?? null)}
        />
      </div>
      <Field
        label={t`Title of the gathering`}
        value={fields.title}
        onChange={set('title')}
        isRequired
      />
      <div className="two">
        <Field
          label={t`Day of its first line`}
          type="date"
          value={fields.date}
          onChange={set('date')}
          isRequired
        />
        <Field
          label={t`Zone of its clock`}
          hint={t`As Europe/London. The file has hours and minutes only.`}
          value={fields.zone}
          onChange={set('zone')}
          isRequired
        />
      </div>
      <Field
        label={t`Running order, if you know it`}
        hint={t`One item a line: 19:00 Panel: title (owner) 20 min`}
        lines={5}
        value={fields.order}
        onChange={set('order')}
      />
      <p>
        <Button type="submit" isDisabled={pending || !file}>
          <Trans>Look at it first</Trans>
        </Button>
      </p>
    </form>
  )
}
