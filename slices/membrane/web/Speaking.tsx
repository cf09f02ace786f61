/** What members do at the door: vouch, ask, object; what the applicant does: answer. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Body } from '#kernel/operation.ts'
import { Button } from '#web/kit/Button.tsx'
import { Field } from '#web/kit/Field.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { listApplications, readApplication, sayToApplication } from '../api/door.ts'
import type { Application } from './ApplicationPage.tsx'

type Kind = Body<typeof sayToApplication>['kind']

export function Speaking({ one }: { one: Application }) {
  const { t } = useLingui()
  const [text, setText] = useState('')
  const say = useCall(sayToApplication, { touches: [readApplication, listApplications] })
  const open = one.state === 'vouching' || one.state === 'waiting'
  if (!open || (!one.may.speak && !one.may.own)) return null
  const send = (kind: Kind) => say.mutate({ params: { application: one.id }, body: { kind, text } })
  return (
    <section className="place stack" aria-labelledby="speak-h">
      <h2 id="speak-h">
        <Trans>Say something to it</Trans>
      </h2>
      <Field label={t`Your words`} lines={3} value={text} onChange={setText} />
      <ProblemLine cause={say.error} />
      <div className="acts">
        {one.may.own ? (
          <Button onPress={() => send('answer')} isDisabled={say.isPending}>
            <Trans>Answer</Trans>
          </Button>
        ) : (
          <>
            <Button look="act" onPress={() => send('vouch')} isDisabled={say.isPending}>
              <Trans>Vouch</Trans>
            </Button>
            <Button onPress={() => send('question')} isDisabled={say.isPending}>
              <Trans>Ask</Trans>
            </Button>
            <Button onPress={() => send('objection')} isDisabled={say.isPending}>
              <Trans>Object</Trans>
            </Button>
            {one.may.decide && (
              <Button onPress={() => send('consent')} isDisabled={say.isPending}>
                <Trans>Consent</Trans>
              </Button>
            )}
          </>
        )}
      </div>
    </section>
  )
}
