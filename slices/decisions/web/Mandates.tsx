/** What co-ops mandate their delegates to vote here: on the ballot, and beside what was cast. */
import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Output } from '#kernel/operation.ts'
import { Button } from '#web/kit/Button.tsx'
import { useRead } from '#web/kit/useCall.ts'
import { readMandates } from '../api/mandates.ts'
import { AskCoop } from './AskCoop.tsx'
import type { Decision } from './useDecision.ts'
import { Moment, ResultWord, StateTag, useVoteInWords } from './words.tsx'

type Shown = Output<typeof readMandates>['mandates'][number]

export function useMandates(decision: Decision['decision']) {
  return useRead(readMandates, { params: { decision } }).data
}

/** How its delegates speak, by the rules. */
function Bound({ bound }: Pick<Shown, 'bound'>) {
  if (bound === 'bound')
    return <Trans>Its delegates are bound to it: another ballot is not taken.</Trans>
  if (bound === 'asked')
    return <Trans>By its rules its delegates ask before they vote otherwise.</Trans>
  return <Trans>Its delegates may vote otherwise; the members of the co-op see it.</Trans>
}

/** What stands of a mandate that tells nothing. */
function Untold({ mandate: { changed, state, result, closesAt } }: { mandate: Shown }) {
  if (changed)
    return <Trans>The text here changed since, so its mandate says nothing until tied anew.</Trans>
  if (state === 'draft' || state === 'talk') return <Trans>It is not open yet.</Trans>
  if (state === 'open' && closesAt)
    return (
      <Trans>
        It is decided by <Moment at={closesAt} />. Until then nobody is held.
      </Trans>
    )
  if (result === 'passed') return <Trans>What it tells is shown after the close.</Trans>
  return <Trans>It leaves the delegate free.</Trans>
}

/** On the ballot of a delegate: what their co-op tells them. */
export function Mandated({ decision, member }: { decision: Decision; member: string }) {
  const say = useVoteInWords(decision.text.options.map(({ name }) => name))
  const mandate = useMandates(decision.decision)?.mandates.find(({ body }) => body === member)
  if (!mandate) return null
  return (
    <div className="well">
      <p>
        {mandate.says ? (
          <Trans>
            Your co-op mandates you: <b>{say(mandate.says)}</b>.
          </Trans>
        ) : (
          <>
            <Trans>Your co-op decides on your mandate.</Trans> <Untold mandate={mandate} />
          </>
        )}{' '}
        <Link to="/decisions/$decision" params={{ decision: mandate.decision }}>
          {mandate.title ?? <Trans>Its decision</Trans>}
        </Link>
      </p>
      {mandate.says && (
        <p className="hint">
          <Bound bound={mandate.bound} />
        </p>
      )}
    </div>
  )
}

function Row({ mandate, say }: { mandate: Shown; say: ReturnType<typeof useVoteInWords> }) {
  const { name, title, decision, state, result, says, cast, kept } = mandate
  return (
    <li>
      <div>
        <p>
          <b>
            <bdi>{name}</bdi>
          </b>
          {': '}
          {says ? <Trans>in its mandate {say(says)}.</Trans> : <Untold mandate={mandate} />}{' '}
          {cast && (
            <>
              <Trans>Cast: {say(cast)}.</Trans> {kept === true && <Trans>As mandated.</Trans>}
              {kept === false && <Trans>Otherwise than mandated.</Trans>}
            </>
          )}
        </p>
        <p className="hint">
          {title && (
            <Link to="/decisions/$decision" params={{ decision }}>
              {title}
            </Link>
          )}{' '}
          {state === 'counted' && result ? <ResultWord result={result} /> : null}
        </p>
      </div>
      {state !== 'counted' && <StateTag state={state} />}
    </li>
  )
}

/** All mandates for a decision, side by side with the ballots where those may be read. */
export function Mandates({ decision }: { decision: Decision }) {
  const [asking, setAsking] = useState(false)
  const say = useVoteInWords(decision.text.options.map(({ name }) => name))
  const data = useMandates(decision.decision)
  if (!data || (data.mandates.length === 0 && data.coops.length === 0)) return null
  const secret = decision.kind?.secrecy === 'secret'
  return (
    <section className="place" aria-labelledby="mandates-h">
      <h2 id="mandates-h">
        <Trans>Mandates of co-ops</Trans>
      </h2>
      {data.mandates.length > 0 && (
        <ul className="rows">
          {data.mandates.map((mandate) => (
            <Row key={mandate.body} mandate={mandate} say={say} />
          ))}
        </ul>
      )}
      {data.coops.length > 0 && (
        <p className="acts">
          <Button onPress={() => setAsking(true)}>
            <Trans>Let my co-op decide on its vote…</Trans>
          </Button>
        </p>
      )}
      <p className="hint">
        {secret ? (
          <Trans>
            Ballots here are secret: nobody, its own co-op neither, can see whether a delegate kept
            to a mandate. What it says is between the co-op and its delegate.
          </Trans>
        ) : (
          <Trans>
            A co-op may decide by its own rules how its one vote is cast. Its members read that at
            once, all others after the close, beside what was cast, where they may read the ballots.
          </Trans>
        )}
      </p>
      {asking && (
        <AskCoop decision={decision} coops={data.coops} onClose={() => setAsking(false)} />
      )}
    </section>
  )
}
