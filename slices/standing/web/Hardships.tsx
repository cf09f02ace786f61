/** Who asks to be excused, for the treasurer and the stewards to answer. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { Field } from '#web/kit/Field.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { useCall, useRead } from '#web/kit/useCall.ts'
import type { Output } from '#kernel/operation.ts'
import { answerExcuse, listExcuses } from '../api.ts'
import { type Circle, TOUCHES } from './useStanding.ts'
import { Day } from './words.tsx'

type Request = Output<typeof listExcuses>['requests'][number]
type Answering = { request: Request; answer: 'granted' | 'declined' }

/** Nothing to see while nobody asks. */
export function Hardships({ circle }: { circle: Circle }) {
  const { t } = useLingui()
  const [open, setOpen] = useState<Answering | null>(null)
  const { data, error } = useRead(listExcuses, { params: { circle } })
  if (!data || data.requests.length === 0) return <ProblemLine cause={error} />
  return (
    <section className="place" aria-labelledby="hardships-h">
      <h2 id="hardships-h">
        <Trans>In confidence: who asks to be excused</Trans>{' '}
        <span className="tally num">{data.requests.length}</span>
      </h2>
      <ul className="rows">
        {data.requests.map((request) => (
          <li key={request.id}>
            <div>
              <p>
                <bdi className="what">{request.name}</bdi>, {request.duty ?? t`all duties`},{' '}
                <Trans>
                  until <Day day={request.until} />
                </Trans>
              </p>
              <p className="hint">{request.said}</p>
            </div>
            {request.mine ? (
              <p className="hint">
                <Trans>Another than you answers.</Trans>
              </p>
            ) : (
              <span className="acts">
                <Button
                  small
                  aria-label={t`Excuse: ${request.name}`}
                  onPress={() => setOpen({ request, answer: 'granted' })}
                >
                  <Trans>Excuse…</Trans>
                </Button>
                <Button
                  small
                  look="quiet"
                  aria-label={t`Decline: ${request.name}`}
                  onPress={() => setOpen({ request, answer: 'declined' })}
                >
                  <Trans>Decline</Trans>
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
      {open && <AnswerSheet circle={circle} {...open} onClose={() => setOpen(null)} />}
    </section>
  )
}

function AnswerSheet(given: Answering & { circle: Circle; onClose: () => void }) {
  const { circle, request, answer, onClose } = given
  const { t } = useLingui()
  const [until, setUntil] = useState(request.until)
  const [why, setWhy] = useState('')
  const call = useCall(answerExcuse, { touches: TOUCHES })
  const granting = answer === 'granted'
  const act = () =>
    call.mutate(
      {
        params: { circle, request: request.id },
        body: { answer, why, until: granting ? until : null },
      },
      { onSuccess: onClose },
    )
  return (
    <Sheet
      title={granting ? t`Excuse ${request.name}` : t`Why is it not granted?`}
      act={granting ? t`Excuse` : t`Decline it`}
      busy={call.isPending}
      problem={call.error}
      onClose={onClose}
      onAct={act}
    >
      {granting ? (
        <Field label={t`Until`} type="date" value={until} onChange={setUntil} isRequired />
      ) : (
        <Field label={t`The reason, for the member`} value={why} onChange={setWhy} isRequired />
      )}
    </Sheet>
  )
}
