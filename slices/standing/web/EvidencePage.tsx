/** What the treasurer does: answer claims, place payments, bring statements and tables. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link, Navigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { Field } from '#web/kit/Field.tsx'
import { refusalName } from '#web/kit/problem.ts'
import { ProblemLine } from '#web/kit/Said.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { useCall, useRead } from '#web/kit/useCall.ts'
import type { Output } from '#kernel/operation.ts'
import { answerClaim, CircleId, listClaims } from '../api.ts'
import { Hardships } from './Hardships.tsx'
import { Imports } from './Imports.tsx'
import { Ledger } from './Ledger.tsx'
import { Undecided } from './Undecided.tsx'
import { type Circle, TOUCHES } from './useStanding.ts'
import { Day } from './words.tsx'

export function Page() {
  const circle = CircleId.safeParse(useParams({ strict: false }).circle)
  return circle.success ? <Evidence circle={circle.data} /> : <Navigate to="/circles" />
}

function Evidence({ circle }: { circle: Circle }) {
  const { t } = useLingui()
  const { data, error } = useRead(listClaims, { params: { circle } })
  if (refusalName(error) === 'sign-in-first')
    return <Navigate to="/sign-in" search={{ to: `/circles/${circle}/evidence` }} />
  return (
    <main id="main" className="page">
      <header className="page-head">
        <title>{t`Claims, payments, imports`}</title>
        <h1>
          <Trans>Claims, payments, imports</Trans>
        </h1>
        <p>
          <Link to="/circles/$circle/standings" params={{ circle }}>
            <Trans>Everybody’s standing</Trans>
          </Link>
        </p>
      </header>
      <ProblemLine cause={error} />
      {data && (
        <div className="split">
          <div className="column">
            <Claims circle={circle} claims={data.claims} />
            <Hardships circle={circle} />
            <Undecided circle={circle} />
            <Ledger circle={circle} />
          </div>
          <Imports circle={circle} />
        </div>
      )}
    </main>
  )
}

type Claim = Output<typeof listClaims>['claims'][number]

function Claims({ circle, claims }: { circle: Circle; claims: readonly Claim[] }) {
  const { t } = useLingui()
  const [declining, setDeclining] = useState<Claim | null>(null)
  const answer = useCall(answerClaim, { touches: TOUCHES })
  return (
    <section className="place" aria-labelledby="claims-h">
      <h2 id="claims-h">
        <Trans>Claims that wait</Trans> <span className="tally num">{claims.length}</span>
      </h2>
      <ProblemLine cause={answer.error} />
      {claims.length === 0 && (
        <p className="empty">
          <Trans>
            None. What members say they gave stands here until somebody acknowledges it.
          </Trans>
        </p>
      )}
      <ul className="rows">
        {claims.map((claim) => (
          <li key={claim.id}>
            <div>
              <p>
                <bdi className="what">{claim.name}</bdi>: {claim.text}, <Day day={claim.happened} />
              </p>
              <p className="hint">{claim.said}</p>
            </div>
            <span className="acts">
              <Button
                small
                aria-label={t`Acknowledge: ${claim.name}, ${claim.text}`}
                isDisabled={answer.isPending}
                onPress={() =>
                  answer.mutate({
                    params: { circle, claim: claim.id },
                    body: { answer: 'acknowledged' },
                  })
                }
              >
                <Trans>Acknowledge</Trans>
              </Button>
              <Button
                small
                look="quiet"
                aria-label={t`Decline: ${claim.name}, ${claim.text}`}
                onPress={() => setDeclining(claim)}
              >
                <Trans>Decline</Trans>
              </Button>
            </span>
          </li>
        ))}
      </ul>
      {declining && (
        <DeclineSheet circle={circle} claim={declining} onClose={() => setDeclining(null)} />
      )}
    </section>
  )
}

type Declining = { circle: Circle; claim: Claim; onClose: () => void }

function DeclineSheet({ circle, claim, onClose }: Declining) {
  const { t } = useLingui()
  const [why, setWhy] = useState('')
  const answer = useCall(answerClaim, { touches: TOUCHES })
  return (
    <Sheet
      title={t`Why is it not acknowledged?`}
      act={t`Decline it`}
      busy={answer.isPending}
      problem={answer.error}
      onClose={onClose}
      onAct={() =>
        answer.mutate(
          { params: { circle, claim: claim.id }, body: { answer: 'declined', why } },
          { onSuccess: onClose },
        )
      }
    >
      <Field label={t`The reason, for the member`} value={why} onChange={setWhy} isRequired />
    </Sheet>
  )
}
