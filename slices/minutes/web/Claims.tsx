/** Names of a saved chat: "this was me", and what facilitators answer. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '#web/kit/Button.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { answerClaim } from '../api.ts'
import { readMinutes } from '../api.ts'
import type { MinutesShown } from './MinutesPage.tsx'
import { Names } from './Names.tsx'

export type Given = { shown: MinutesShown }

function Waiting({ shown }: Given) {
  const { t } = useLingui()
  const answer = useCall(answerClaim, { touches: [readMinutes] })
  const say = (claim: string, given: 'yes' | 'no') =>
    answer.mutate({ params: { minutes: shown.id, claim }, body: { answer: given } })
  return (
    <ul className="claims">
      {shown.claims.map(({ id, name, by }) => (
        <li key={id}>
          <p>
            <Trans>
              <bdi>{by}</bdi> says: “<bdi>{name}</bdi> was me.”
            </Trans>
          </p>
          <p className="acts">
            <Button small onPress={() => say(id, 'yes')} aria-label={t`Yes, ${name} was ${by}`}>
              <Trans>Yes</Trans>
            </Button>
            <Button small onPress={() => say(id, 'no')} aria-label={t`No, ${name} was not ${by}`}>
              <Trans>No</Trans>
            </Button>
          </p>
        </li>
      ))}
      <ProblemLine cause={answer.error} />
    </ul>
  )
}

export function Claims({ shown }: Given) {
  if (!shown.imported || !shown.whole) return null
  return (
    <section>
      <h2 className="doc">
        <Trans>Who wrote</Trans>
      </h2>
      <p className="hint">
        <Trans>Names as they stand in the saved chat, without accounts.</Trans>
      </p>
      <Names shown={shown} />
      {shown.claims.length > 0 && <Waiting shown={shown} />}
    </section>
  )
}
