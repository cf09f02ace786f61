/** Names of a saved chat: "this was me", and what facilitators answer. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '#web/kit/Button.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { answerClaim, claimName, readMinutes } from '../api.ts'
import type { MinutesShown } from './MinutesPage.tsx'

type Given = { shown: MinutesShown }

function Names({ shown }: Given) {
  const { t } = useLingui()
  const claim = useCall(claimName, { touches: [readMinutes] })
  const guests = shown.people.filter(({ guest }) => guest)
  if (!shown.may.claim || shown.me !== null || guests.length === 0) return null
  if (claim.isSuccess)
    return (
      <output>
        <Trans>Asked. A facilitator confirms it; then these words are yours.</Trans>
      </output>
    )
  return (
    <details className="fold">
      <summary>
        <Trans>Was one of them you?</Trans>
      </summary>
      <ul className="plain">
        {guests.map(({ who, name }) => (
          <li key={who}>
            <bdi>{name}</bdi>
            <Button
              small
              aria-label={t`${name} was me`}
              onPress={() => claim.mutate({ params: { minutes: shown.id }, body: { who } })}
            >
              <Trans>This was me</Trans>
            </Button>
          </li>
        ))}
      </ul>
      <ProblemLine cause={claim.error} />
    </details>
  )
}

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
