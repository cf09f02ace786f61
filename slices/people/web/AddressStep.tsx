/** The first step: the address that a code goes to, or a passkey instead. */
import { Trans, useLingui } from '@lingui/react/macro'
import { KeyRound } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import type { Output } from '#kernel/operation.ts'
import { Button } from '#web/kit/Button.tsx'
import { Field } from '#web/kit/Field.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { askForCode, type signInWithCode } from '../api/sign-in.ts'
import { focusFirst } from './focusFirst.ts'
import { knowsPasskeys, signInByPasskey, wasCalledOff } from './passkey.ts'

export type SignedIn = Output<typeof signInWithCode>
type Props = { onSent(email: string): void; onIn(who: SignedIn): Promise<void> }

export function AddressStep({ onSent, onIn }: Props) {
  const { t } = useLingui()
  const [email, setEmail] = useState('')
  const ask = useCall(askForCode)
  function send(event: FormEvent) {
    event.preventDefault()
    ask.mutate({ body: { email } }, { onSuccess: () => onSent(email) })
  }
  return (
    <form className="stack" onSubmit={send} ref={focusFirst}>
      <Field
        label={t`Your mail address`}
        hint={t`A code of six digits goes there. There are no passwords here.`}
        type="email"
        name="email"
        autoComplete="username webauthn"
        value={email}
        onChange={setEmail}
        isRequired
      />
      <ProblemLine cause={ask.error} />
      <div className="acts">
        <Button look="act" type="submit" isDisabled={ask.isPending}>
          <Trans>Send me a code</Trans>
        </Button>
        <ByPasskey onIn={onIn} />
      </div>
      <p className="hint">
        <Trans>
          Not a member yet? Ask somebody in the co-op to invite you. To come to a single gathering
          you need no account, only its link.
        </Trans>
      </p>
    </form>
  )
}

function ByPasskey({ onIn }: Pick<Props, 'onIn'>) {
  const [problem, setProblem] = useState<unknown>(null)
  async function use() {
    setProblem(null)
    try {
      await onIn(await signInByPasskey())
    } catch (cause) {
      if (!wasCalledOff(cause)) setProblem(cause)
    }
  }
  if (!knowsPasskeys) return null
  return (
    <>
      <Button onPress={() => void use()}>
        <KeyRound size={18} aria-hidden="true" />
        <Trans>Use a passkey</Trans>
      </Button>
      <ProblemLine cause={problem} />
    </>
  )
}
