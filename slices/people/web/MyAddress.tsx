/** My mail address, and another one, shown to be mine by its code. */
import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { Field } from '#web/kit/Field.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { askToMove, moveAddress, whoAmI } from '../api/me.ts'
import { CodeField } from './CodeStep.tsx'
import { focusFirst } from './focusFirst.ts'
import type { Me } from './useMe.ts'

type State = 'shown' | 'asking' | 'sent'

export function MyAddress({ me }: { me: Me }) {
  const [state, setState] = useState<State>('shown')
  return (
    <section className="place stack" aria-labelledby="address-h">
      <h2 id="address-h">
        <Trans>Mail address</Trans>
      </h2>
      <p>
        <bdi>{me.email ?? '–'}</bdi>
      </p>
      {state === 'shown' ? (
        <div className="acts">
          <Button small onPress={() => setState('asking')}>
            <Trans>Use another address</Trans>
          </Button>
        </div>
      ) : (
        <Move state={state} onState={setState} />
      )}
    </section>
  )
}

function Move({ state, onState }: { state: State; onState(state: State): void }) {
  const { t } = useLingui()
  const [email, setEmail] = useState('')
  const [code, setCode] = useState('')
  const ask = useCall(askToMove)
  const move = useCall(moveAddress, { touches: [whoAmI] })
  function go(event: FormEvent) {
    event.preventDefault()
    if (state === 'asking') ask.mutate({ body: { email } }, { onSuccess: () => onState('sent') })
    else move.mutate({ body: { email, code } }, { onSuccess: () => onState('shown') })
  }
  return (
    <form className="stack" onSubmit={go} ref={focusFirst} key={state}>
      {state === 'asking' ? (
        <Field
          label={t`The new address`}
          type="email"
          value={email}
          onChange={setEmail}
          isRequired
        />
      ) : (
        <CodeField code={code} onCode={setCode} />
      )}
      <ProblemLine cause={ask.error ?? move.error} />
      <div className="acts">
        <Button small type="submit">
          {state === 'asking' ? <Trans>Send a code there</Trans> : <Trans>Use this address</Trans>}
        </Button>
        <Button small look="quiet" onPress={() => onState('shown')}>
          <Trans>Leave it</Trans>
        </Button>
      </div>
    </form>
  )
}
