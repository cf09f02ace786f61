/** Step 2: the first steward. With this the hall is open, and the steward is in. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { focusFirst } from '#slices/people/web/focusFirst.ts'
import { Button } from '#web/kit/Button.tsx'
import { Field } from '#web/kit/Field.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { openHall } from '../api/opening.ts'
import type { Named } from './OpeningPage.tsx'

type Props = {
  token: string
  named: Named
  onBack(): void
  onOpen(coop: `cir_${string}`): void
}

export function StewardStep({ token, named, onBack, onOpen }: Props) {
  const { t } = useLingui()
  const client = useQueryClient()
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const open = useCall(openHall)
  function go(event: FormEvent) {
    event.preventDefault()
    const onSuccess = ({ coop }: { coop: `cir_${string}` }) => {
      void client.invalidateQueries()
      onOpen(coop)
    }
    open.mutate({ body: { token, ...named, steward: { name, email } } }, { onSuccess })
  }
  return (
    <form className="stack" onSubmit={go} ref={focusFirst}>
      <h1>
        <Trans>Who are you?</Trans>
      </h1>
      <p>
        <Trans>
          You are the first steward of <bdi>{named.name}</bdi>: you invite, and you give the keys
          on. Name a second steward soon.
        </Trans>
      </p>
      <Field label={t`Your name`} autoComplete="name" value={name} onChange={setName} isRequired />
      <Field
        label={t`Your mail address`}
        hint={t`Codes to sign in go there.`}
        type="email"
        autoComplete="email"
        value={email}
        onChange={setEmail}
        isRequired
      />
      <ProblemLine cause={open.error} />
      <div className="acts">
        <Button look="act" type="submit" isDisabled={open.isPending}>
          <Trans>Open the hall</Trans>
        </Button>
        <Button look="quiet" onPress={onBack}>
          <Trans>Back</Trans>
        </Button>
      </div>
    </form>
  )
}
