/** On the decision of a co-op: for what it mandates its delegate, and what came of it. */
import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Button } from '#web/kit/Button.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { tieMandate, untieMandate } from '../api/mandates.ts'
import { useMandates } from './Mandates.tsx'
import { type Decision, TOUCHES } from './useDecision.ts'
import { useVoteInWords } from './words.tsx'

type For = NonNullable<NonNullable<ReturnType<typeof useMandates>>['mandatesFor']>

/** What came of it in the other decision. */
function Came({ of, say }: { of: For; say: ReturnType<typeof useVoteInWords> }) {
  if (of.secrecy === 'secret')
    return (
      <Trans>
        Ballots there are secret: nobody can see whether the delegate kept to it, you neither.
      </Trans>
    )
  if (!of.cast) return of.state === 'counted' ? <Trans>No vote was cast there.</Trans> : null
  return (
    <>
      <Trans>Cast there: {say(of.cast)}.</Trans> {of.kept === true && <Trans>As mandated.</Trans>}
      {of.kept === false && <Trans>Otherwise than mandated.</Trans>}
    </>
  )
}

/** Tying it anew to a text that changed, or taking it off, before it opens. */
function Retie({ decision, of }: { decision: Decision; of: For }) {
  const tie = useCall(tieMandate, { touches: TOUCHES })
  const untie = useCall(untieMandate, { touches: TOUCHES })
  const params = { decision: decision.decision }
  const { passed, failed } = of
  return (
    <>
      <ProblemLine cause={tie.error ?? untie.error} />
      <p className="acts">
        {of.changed && (
          <Button
            isDisabled={tie.isPending}
            onPress={() => tie.mutate({ params, body: { decision: of.decision, passed, failed } })}
          >
            <Trans>It holds for the new text too</Trans>
          </Button>
        )}
        <Button look="quiet" isDisabled={untie.isPending} onPress={() => untie.mutate({ params })}>
          <Trans>Take the mandate off</Trans>
        </Button>
      </p>
    </>
  )
}

export function MandatesFor({ decision }: { decision: Decision }) {
  const of = useMandates(decision.decision)?.mandatesFor
  const say = useVoteInWords(of?.options ?? [])
  if (!of) return null
  const early = decision.state === 'draft' || decision.state === 'talk'
  return (
    <section className="place" aria-labelledby="mandates-for-h">
      <h2 id="mandates-for-h">
        <Trans>A mandate</Trans>
      </h2>
      <p>
        <Trans>
          It decides how <bdi>{decision.circle.name}</bdi> votes in a decision of{' '}
          <bdi>{of.circle}</bdi>:
        </Trans>{' '}
        {of.sees ? (
          <Link to="/decisions/$decision" params={{ decision: of.decision }}>
            {of.title}
          </Link>
        ) : (
          <b>{of.title}</b>
        )}
      </p>
      <blockquote>{of.question}</blockquote>
      <ul>
        <li>
          <Trans>When it passes: {say(of.passed)}.</Trans>
        </li>
        <li>
          {of.failed ? (
            <Trans>When it does not: {say(of.failed)}.</Trans>
          ) : (
            <Trans>When it does not: the delegate is free.</Trans>
          )}
        </li>
      </ul>
      {of.changed && (
        <p className="well">
          <Trans>The text there changed since, so this says nothing as it stands.</Trans>
        </p>
      )}
      <p className="hint">
        <Came of={of} say={say} />
      </p>
      {early && decision.may.keep && <Retie decision={decision} of={of} />}
    </section>
  )
}
