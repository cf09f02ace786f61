/** My mail address, and another one, shown to be mine by its code. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { askToMove, moveAddress, whoAmI } from '../api/me.ts'
import { ByCode } from './ByCode.tsx'
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
  const ask = useCall(askToMove)
  const move = useCall(moveAddress, { touches: [whoAmI] })
  return (
    <ByCode
      sent={state === 'sent'}
      label={t`The new address`}
      act={<Trans>Use this address</Trans>}
      problem={ask.error ?? move.error}
      onAsk={(email) => ask.mutate({ body: { email } }, { onSuccess: () => onState('sent') })}
      onCode={(body) => move.mutate({ body }, { onSuccess: () => onState('shown') })}
      onLeave={() => onState('shown')}
    />
  )
}
