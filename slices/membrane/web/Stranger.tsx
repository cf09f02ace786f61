/** A stranger at the door: a name, an address, the code that comes there; then they are known. */
import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import { CodeStep } from '#slices/people/web/CodeStep.tsx'
import { useArrival } from '#slices/people/web/useMe.ts'
import { askForCode } from '#slices/people/api/sign-in.ts'
import { Button } from '#web/kit/Button.tsx'
import { Field } from '#web/kit/Field.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { knock } from '../api.ts'
import styles from './membrane.module.css'

type Props = { circle: `cir_${string}`; of: string; token?: string | undefined; back: string }

export function Stranger({ circle, of, token, back }: Props) {
  const { t } = useLingui()
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [website, setWebsite] = useState('')
  const [sent, setSent] = useState(false)
  const arrive = useArrival()
  const stand = useCall(knock)
  const ask = useCall(askForCode)
  function send(event: FormEvent) {
    event.preventDefault()
    const body = { name, email, website, class: of, ...(token ? { token } : {}) }
    stand.mutate(
      { params: { circle }, body },
      { onSuccess: () => ask.mutate({ body: { email } }, { onSuccess: () => setSent(true) }) },
    )
  }
  if (sent)
    return (
      <CodeStep
        email={email}
        onIn={(who) => arrive({ ...who, fresh: false }, back)}
        onBack={() => setSent(false)}
      />
    )
  return (
    <form className="stack" onSubmit={send}>
      <Field label={t`Your name`} value={name} onChange={setName} autoComplete="name" isRequired />
      <Field
        label={t`Your mail address`}
        hint={t`A code of six digits goes there. Nothing is made before you type it here.`}
        type="email"
        autoComplete="email"
        value={email}
        onChange={setEmail}
        isRequired
      />
      <div className={styles['trap']} aria-hidden="true">
        <label>
          Website{' '}
          <input
            tabIndex={-1}
            autoComplete="off"
            value={website}
            onChange={({ target }) => setWebsite(target.value)}
          />
        </label>
      </div>
      <ProblemLine cause={stand.error ?? ask.error} />
      <div className="acts">
        <Button look="act" type="submit" isDisabled={stand.isPending || ask.isPending}>
          <Trans>Send me a code</Trans>
        </Button>
        <a href={`/sign-in?to=${encodeURIComponent(back)}`}>
          <Trans>I am known here: sign in</Trans>
        </a>
      </div>
    </form>
  )
}
