/** Who came by a link says their name, to write or comment. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { Field } from '#web/kit/Field.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { readNote } from '../../api/keeping.ts'
import { sayNameInNote } from '../../api/sharing.ts'
import styles from './life.module.css'

export function SayName({ note }: { note: `not_${string}` }) {
  const { t } = useLingui()
  const [name, setName] = useState('')
  const say = useCall(sayNameInNote, { touches: [readNote] })
  return (
    <form
      className={styles['name']}
      onSubmit={(event) => {
        event.preventDefault()
        say.mutate({ params: { note }, body: { name } }, { onSuccess: () => location.reload() })
      }}
    >
      <Field
        label={t`Your name`}
        hint={t`To write or comment here. Only this note will know you.`}
        value={name}
        onChange={setName}
        autoComplete="name"
        maxLength={80}
        isRequired
      />
      <Button type="submit" isDisabled={say.isPending}>
        <Trans>Take part</Trans>
      </Button>
      <ProblemLine cause={say.error} />
    </form>
  )
}
