/** What was given, piece by piece, and what waits to be acknowledged. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '#web/kit/Button.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { answerClaim } from '../api.ts'
import { type Circle, type Standing, TOUCHES } from './useStanding.ts'
import { Day } from './words.tsx'

export function Given({ circle, standing }: { circle: Circle; standing: Standing }) {
  const { t } = useLingui()
  const withdraw = useCall(answerClaim, { touches: TOUCHES })
  const { claims, evidence, uncounted, mine } = standing
  const waiting = claims.filter(({ answer }) => answer === null)
  const declined = claims.filter(({ answer }) => answer === 'declined')
  return (
    <section className="place" aria-labelledby="given-h">
      <h2 id="given-h">
        <Trans>What was given</Trans>
      </h2>
      <ProblemLine cause={withdraw.error} />
      <ul className="rows">
        {waiting.map(({ id, text, happened, said }) => (
          <li key={id}>
            <div>
              <p>
                <b>{text}</b>, <Day day={happened} />: {said}
              </p>
              <p className="hint">
                <Trans>Waits to be acknowledged.</Trans>
              </p>
            </div>
            {mine && (
              <Button
                small
                look="quiet"
                aria-label={t`Withdraw: ${text}, ${said}`}
                onPress={() =>
                  withdraw.mutate({ params: { circle, claim: id }, body: { answer: 'withdrawn' } })
                }
              >
                <Trans>Withdraw</Trans>
              </Button>
            )}
          </li>
        ))}
        {declined.map(({ id, text, happened, said, why }) => (
          <li key={id}>
            <div>
              <p>
                {text}, <Day day={happened} />: {said}
              </p>
              <p className="hint">
                <Trans>Not acknowledged: {why}</Trans>
              </p>
            </div>
          </li>
        ))}
        {evidence.map(({ id, text, happened, known, by, note, corrects }) => (
          <li key={id}>
            <div>
              <p>
                <b>{text}</b>, <Day day={happened} />
              </p>
              <p className="hint">
                {corrects && <Trans>Takes back what was recorded. </Trans>}
                {by ? (
                  <Trans>
                    Acknowledged by <bdi>{by}</bdi>, known since <Day day={known} />.
                  </Trans>
                ) : (
                  <Trans>
                    Known since <Day day={known} />.
                  </Trans>
                )}{' '}
                {note}
              </p>
            </div>
          </li>
        ))}
      </ul>
      {waiting.length + evidence.length + declined.length === 0 && (
        <p className="empty">
          <Trans>Nothing was recorded yet.</Trans>
        </p>
      )}
      {uncounted.length > 0 && (
        <p className="hint">
          <Trans>Given, but no rule asks for it: {uncounted.join(', ')}.</Trans>
        </p>
      )}
    </section>
  )
}
