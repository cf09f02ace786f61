/** Another record of mine: shown to be mine by a code to its mail, and made one with this one. */
import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { Field } from '#web/kit/Field.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { useCall, useRead } from '#web/kit/useCall.ts'
import { askForRecord, myMerges, proveRecord } from '../api/records.ts'
import { CodeField } from './CodeStep.tsx'
import { Compare, type Pair } from './Compare.tsx'
import { focusFirst } from './focusFirst.ts'
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
  const [email, setEmail] = useState('')
  const [code, setCode] = useState('')
  const ask = useCall(askForRecord)
  const prove = useCall(proveRecord)
  function go(event: FormEvent) {
    event.preventDefault()
    if (state === 'asking') ask.mutate({ body: { email } }, { onSuccess: () => onState('sent') })
    else prove.mutate({ body: { email, code } }, { onSuccess: ({ other }) => onProven(other) })
  }
  return (
    <form className="stack" onSubmit={go} ref={focusFirst} key={state}>
      {state === 'asking' ? (
        <Field
          label={t`The other mail address`}
          type="email"
          value={email}
          onChange={setEmail}
          isRequired
        />
      ) : (
        <CodeField code={code} onCode={setCode} />
      )}
      <ProblemLine cause={ask.error ?? prove.error} />
      <div className="acts">
        <Button small type="submit">
          {state === 'asking' ? <Trans>Send a code there</Trans> : <Trans>It is mine</Trans>}
        </Button>
        <Button small look="quiet" onPress={() => onState('shown')}>
          <Trans>Leave it</Trans>
        </Button>
      </div>
    </form>
  )
}
