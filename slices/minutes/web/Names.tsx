/** Names of a saved chat, one of which may be the reader. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '#web/kit/Button.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { claimName } from '../api.ts'
import { readMinutes } from '../api.ts'
import type { Given } from './Claims.tsx'

export function Names({ shown }: Given) {
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
              aria-label={t`This was me: ${name}`}
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
