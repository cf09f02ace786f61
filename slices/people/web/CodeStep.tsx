/** The second step: the six digits. Here and in the profile, where an address is changed. */
import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { Field } from '#web/kit/Field.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { askForCode, signInWithCode } from '../api/sign-in.ts'
import { focusFirst } from './focusFirst.ts'
import type { SignedIn } from './AddressStep.tsx'

type Props = { email: string; onIn(who: SignedIn): Promise<void>; onBack(): void }

export function CodeField({ code, onCode }: { code: string; onCode(code: string): void }) {
  const { t } = useLingui()
  return (
    <Field
      label={t`The code from the mail`}
      hint={t`Six digits, good for ten minutes, in this browser only.`}
      name="code"
      inputMode="numeric"
      autoComplete="one-time-code"
      value={code}
      onChange={onCode}
      isRequired
    />
  )
}

export function CodeStep({ email, onIn, onBack }: Props) {
  const [code, setCode] = useState('')
  const enter = useCall(signInWithCode)
  const again = useCall(askForCode)
  function signIn(event: FormEvent) {
    event.preventDefault()
    enter.mutate({ body: { email, code } }, { onSuccess: (who) => void onIn(who) })
  }
  return (
    <form className="stack" onSubmit={signIn} ref={focusFirst}>
      <output>
        <Trans>
          If <bdi>{email}</bdi> is known here or was invited, a code is on its way there. It can
          take a minute.
        </Trans>
      </output>
      <CodeField code={code} onCode={setCode} />
      <ProblemLine cause={enter.error ?? again.error} />
      <div className="acts">
        <Button look="act" type="submit" isDisabled={enter.isPending}>
          <Trans>Sign in</Trans>
        </Button>
        <Button look="quiet" onPress={() => again.mutate({ body: { email } })}>
          {again.isSuccess ? <Trans>Sent again</Trans> : <Trans>Send it again</Trans>}
        </Button>
        <Button look="quiet" onPress={onBack}>
          <Trans>Another address</Trans>
        </Button>
      </div>
      <p className="hint">
        <Trans>
          Lost that mail address? A steward can make you a one-time link to come back in.
        </Trans>
      </p>
    </form>
  )
}
