/** A mail address shown to be mine: first the address, then the code that was sent there. */
import { Trans } from '@lingui/react/macro'
import { type FormEvent, type ReactNode, useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { Field } from '#web/kit/Field.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { CodeField } from './CodeStep.tsx'
import { focusFirst } from './focusFirst.ts'

type Props = {
  sent: boolean
  label: string
  /** What the last button says. */
  act: ReactNode
  problem: unknown
  onAsk(email: string): void
  onCode(given: { email: string; code: string }): void
  onLeave(): void
}

export function ByCode({ sent, label, act, problem, onAsk, onCode, onLeave }: Props) {
  const [email, setEmail] = useState('')
  const [code, setCode] = useState('')
  function go(event: FormEvent) {
    event.preventDefault()
    if (sent) onCode({ email, code })
    else onAsk(email)
  }
  return (
    <form className="stack" onSubmit={go} ref={focusFirst} key={String(sent)}>
      {sent ? (
        <CodeField code={code} onCode={setCode} />
      ) : (
        <Field label={label} type="email" value={email} onChange={setEmail} isRequired />
      )}
      <ProblemLine cause={problem} />
      <div className="acts">
        <Button small type="submit">
          {sent ? act : <Trans>Send a code there</Trans>}
        </Button>
        <Button small look="quiet" onPress={onLeave}>
          <Trans>Leave it</Trans>
        </Button>
      </div>
    </form>
  )
}
