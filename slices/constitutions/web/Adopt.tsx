/** The way from a draft to rules that hold: the day, what it is for, and one or two stewards. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { Field } from '#web/kit/Field.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { adopt, dropDraft, readConstitution, readDraft } from '../api.ts'

type Props = {
  circle: `cir_${string}`
  ready: boolean
  stewards: number
  /** Stewards adopt here; else members do, by a vote. */
  byHand: boolean
  today: string
}

export function Adopt({ circle, ready, stewards, byHand, today }: Props) {
  const { t } = useLingui()
  const go = useNavigate()
  const [asks, setAsks] = useState<'adopt' | 'drop' | null>(null)
  const [day, setDay] = useState(today)
  const [why, setWhy] = useState('')
  const touches = [readConstitution, readDraft]
  const put = useCall(adopt, { touches })
  const drop = useCall(dropDraft, { touches })
  const together = stewards > 1
  const params = { circle }
  const back = { onSuccess: () => go({ to: '/circles/$circle/rules', params }) }
  return (
    <section className="place" aria-labelledby="adopt-h">
      <h2 id="adopt-h">
        <Trans>When it is right</Trans>
      </h2>
      {!byHand && (
        <p>
          <Trans>In this circle members decide on changes of the rules, by a vote.</Trans>
        </p>
      )}
      <div className="acts">
        {byHand && (
          <Button
            look="act"
            isDisabled={!ready}
            onPress={() => {
              setDay(day || today)
              setAsks('adopt')
            }}
          >
            {together ? <Trans>Put it forward</Trans> : <Trans>Adopt it</Trans>}
          </Button>
        )}
        <Button look="leave" onPress={() => setAsks('drop')}>
          <Trans>Throw the draft away</Trans>
        </Button>
      </div>
      {asks === 'adopt' && (
        <Sheet
          title={together ? t`Put these rules forward` : t`Adopt these rules`}
          act={together ? t`Put it forward` : t`Adopt it`}
          busy={put.isPending}
          problem={put.error}
          onAct={() => put.mutate({ params, body: { day: day || today, why } }, back)}
          onClose={() => setAsks(null)}
        >
          <div className="stack">
            <p>
              {together ? (
                <Trans>
                  You are {stewards} stewards: another one of you confirms it, then it holds from
                  this day on.
                </Trans>
              ) : (
                <Trans>You are the only steward, so it is adopted at once.</Trans>
              )}
            </p>
            <Field
              label={t`It holds from`}
              hint={t`Today or later. What was before that day is judged by the rules before.`}
              type="date"
              value={day || today}
              onChange={setDay}
            />
            <Field label={t`What this change is for`} lines={3} value={why} onChange={setWhy} />
          </div>
        </Sheet>
      )}
      {asks === 'drop' && (
        <Sheet
          title={t`Throw the draft away?`}
          act={t`Throw it away`}
          busy={drop.isPending}
          onAct={() => drop.mutate({ params }, back)}
          onClose={() => setAsks(null)}
        >
          <p>
            <Trans>What holds now goes on to hold. The draft cannot be brought back.</Trans>
          </p>
          <ProblemLine cause={drop.error} />
        </Sheet>
      )}
    </section>
  )
}
