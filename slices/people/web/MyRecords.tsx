/** Another record of mine: shown to be mine by a code to its mail, and made one with this one. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { useCall, useRead } from '#web/kit/useCall.ts'
import { askForRecord, myMerges, proveRecord } from '../api/records.ts'
import { ByCode } from './ByCode.tsx'
import { Compare, type Pair } from './Compare.tsx'
import { Merges } from './Merges.tsx'
import type { Me } from './useMe.ts'

type State = 'shown' | 'asking' | 'sent'

export function MyRecords({ me }: { me: Me }) {
  const { data } = useRead(myMerges)
  const [state, setState] = useState<State>('shown')
  const [other, setOther] = useState<Pair['other'] | null>(null)
  if (other) return <Compare pair={{ person: me.id, other }} onClose={() => setOther(null)} />
  return (
    <>
      <section className="place stack" aria-labelledby="records-h">
        <h2 id="records-h">
          <Trans>Here twice?</Trans>
        </h2>
        <p className="hint">
          <Trans>
            If another mail address of yours is known here, too, show that it is yours, and make
            both records one.
          </Trans>
        </p>
        {state === 'shown' ? (
          <div className="acts">
            <Button small onPress={() => setState('asking')}>
              <Trans>I am here twice</Trans>
            </Button>
          </div>
        ) : (
          <Prove
            state={state}
            onState={setState}
            onProven={(id) => {
              setState('shown')
              setOther(id)
            }}
          />
        )}
      </section>
      <Merges merges={data?.merges ?? []} />
    </>
  )
}

type ProveProps = {
  state: State
  onState(state: State): void
  onProven(other: Pair['other']): void
}

function Prove({ state, onState, onProven }: ProveProps) {
  const { t } = useLingui()
  const ask = useCall(askForRecord)
  const prove = useCall(proveRecord)
  return (
    <ByCode
      sent={state === 'sent'}
      label={t`The other mail address`}
      act={<Trans>It is mine</Trans>}
      problem={ask.error ?? prove.error}
      onAsk={(email) => ask.mutate({ body: { email } }, { onSuccess: () => onState('sent') })}
      onCode={(body) => prove.mutate({ body }, { onSuccess: ({ other }) => onProven(other) })}
      onLeave={() => onState('shown')}
    />
  )
}
