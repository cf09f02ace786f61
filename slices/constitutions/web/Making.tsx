/** What is in the making: a draft to go on with, or a version that waits for another steward. */
import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Button } from '#web/kit/Button.tsx'
import { Parts } from '#web/kit/Parts.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { confirmProposal, readConstitution, readDraft, takeBackProposal } from '../api.ts'
import { useDay } from './useDay.ts'
import type { Rules } from './ReadPage.tsx'

type Props = { rules: Rules; open: NonNullable<Rules['open']> }

export function Making({ rules, open }: Props) {
  const { circle, may, versions } = rules
  const touches = [readConstitution, readDraft]
  const confirm = useCall(confirmProposal, { touches })
  const back = useCall(takeBackProposal, { touches })
  const params = { circle: circle.id }
  const [last] = versions
  const who = open.proposedBy?.name ?? ''
  const day = useDay()(open.day)
  return (
    <section className="place" aria-labelledby="making-h">
      <h2 id="making-h">
        {open.state === 'draft' ? <Trans>In the making</Trans> : <Trans>Put forward</Trans>}
      </h2>
      <div className="stack">
        {open.state === 'draft' ? (
          <p>
            <Trans>A version is in the making. It holds nowhere yet.</Trans>
          </p>
        ) : (
          <p>
            {may.change && !may.takeBack ? (
              <Trans>
                {who} put it to the vote, to hold from {day}. Until the outcome it stands still.
              </Trans>
            ) : (
              <Trans>
                {who} put it forward, to hold from {day}. Another steward has to confirm it.
              </Trans>
            )}
          </p>
        )}
        {open.why && <p>{open.why}</p>}
        {last && rules.of?.id === circle.id && (
          <p>
            <Link
              to="/circles/$circle/rules/compare"
              params={params}
              search={{ before: rules.inForce ?? last.id, after: open.id }}
            >
              <Trans>What it would change</Trans>
            </Link>
          </p>
        )}
        <div className="acts">
          {open.state === 'draft' && may.change && (
            <Link to="/circles/$circle/rules/edit" params={params} className="btn act">
              <Trans>Go on with it</Trans>
            </Link>
          )}
          {may.confirm && (
            <Button
              look="act"
              isDisabled={confirm.isPending}
              onPress={() => confirm.mutate({ params, body: { version: open.id } })}
            >
              <Trans>Adopt it</Trans>
            </Button>
          )}
          {may.takeBack && (
            <Button isDisabled={back.isPending} onPress={() => back.mutate({ params })}>
              <Trans>Take it back</Trans>
            </Button>
          )}
        </div>
        <ProblemLine cause={confirm.error ?? back.error} />
        <Parts of="vote" id={`${circle.id}/rules/${open.id}`} />
      </div>
    </section>
  )
}
