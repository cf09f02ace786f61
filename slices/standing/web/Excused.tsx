/** Hardship on the page of a standing: what was asked in confidence, and what was answered. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { answerExcuse, CircleId } from '../api.ts'
import { ExcuseSheet } from './ExcuseSheet.tsx'
import { type Circle, type Hardship, type Member, TOUCHES } from './useStanding.ts'
import { Day } from './words.tsx'

type Request = Hardship['requests'][number]
type Props = { circle: Circle; member: Member; mine: boolean; hardship: Hardship }

export function Excused({ circle, member, mine, hardship }: Props) {
  const [asking, setAsking] = useState(false)
  const withdraw = useCall(answerExcuse, { touches: TOUCHES })
  const { known, requests } = hardship
  const waiting = requests.find(({ answer }) => answer === null)
  if (requests.length === 0 && !(mine && known)) return null
  const body = CircleId.safeParse(member)
  return (
    <section className="place" aria-labelledby="hardship-h">
      <h2 id="hardship-h">
        <Trans>When it is hard</Trans>
      </h2>
      <ProblemLine cause={withdraw.error} />
      <ul className="rows">
        {requests.map((one) => (
          <li key={one.id}>
            <div>
              <p>
                <Answer request={one} />
              </p>
              <p className="hint">{one.why || one.said}</p>
            </div>
            {mine && one.answer === null && (
              <Button
                small
                look="quiet"
                isDisabled={withdraw.isPending}
                onPress={() =>
                  withdraw.mutate({
                    params: { circle, request: one.id },
                    body: { answer: 'withdrawn' },
                  })
                }
              >
                <Trans>Withdraw</Trans>
              </Button>
            )}
          </li>
        ))}
      </ul>
      {mine && known && !waiting && (
        <div className="stack">
          <p>
            <Trans>
              You can ask to be excused for a time. The treasurer and the stewards read it, nobody
              else.
            </Trans>
          </p>
          <div className="acts">
            <Button small onPress={() => setAsking(true)}>
              <Trans>Ask to be excused</Trans>
            </Button>
          </div>
        </div>
      )}
      {asking && (
        <ExcuseSheet
          circle={circle}
          body={body.success ? body.data : null}
          hardship={hardship}
          onClose={() => setAsking(false)}
        />
      )}
    </section>
  )
}

/** What became of it, with what it was for. */
function Answer({ request: { answer, duty, until, by } }: { request: Request }) {
  const { t } = useLingui()
  const from = duty ?? t`all that the rules allow`
  if (answer === 'granted')
    return (
      <Trans>
        Excused from {from}; asked for until <Day day={until} />, granted by <bdi>{by}</bdi>.
      </Trans>
    )
  if (answer === 'declined')
    return (
      <Trans>
        Not granted by <bdi>{by}</bdi>: {from}, until <Day day={until} />.
      </Trans>
    )
  if (answer === 'withdrawn')
    return (
      <Trans>
        Withdrawn: {from}, until <Day day={until} />.
      </Trans>
    )
  return (
    <Trans>
      Asked to be excused from {from} until <Day day={until} />. It waits for an answer.
    </Trans>
  )
}
