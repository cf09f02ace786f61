/** The outcome: how it ended, who or what was chosen, and what that means, in words. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { Field } from '#web/kit/Field.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { wordOutcome } from '../api/making.ts'
import { useObjections } from './consent/useObjections.ts'
import { type Decision, TOUCHES } from './useDecision.ts'
import { ResultWord } from './words.tsx'
import styles from './decisions.module.css'

export function Outcome({ decision }: { decision: Decision }) {
  const [writing, setWriting] = useState(false)
  const found = useObjections(decision)
  const { outcome, text, turnout, may, circle, kind } = decision
  if (!outcome) return null
  const { voted, eligible } = turnout ?? { voted: 0, eligible: 0 }
  return (
    <section className="lit" aria-labelledby="outcome-h">
      <h2 id="outcome-h" className="label">
        <ResultWord result={outcome.result} />
      </h2>
      <ol>
        {outcome.elected.map((one) => (
          <li key={one} className={styles['elected']}>
            <bdi>{text.options[one - 1]?.name}</bdi>
          </li>
        ))}
      </ol>
      {outcome.words && <p className={styles['doc']}>{outcome.words}</p>}
      <p>
        {turnout === null && (
          <Trans>
            Decided by <bdi>{decision.madeBy.name}</bdi>, by advice.
          </Trans>
        )}
        {turnout && kind?.secrecy === 'secret' && (
          <Trans>
            {voted} of {eligible} took their paper.
          </Trans>
        )}
        {turnout && kind?.secrecy !== 'secret' && (
          <Trans>
            {voted} of {eligible} voted.
          </Trans>
        )}
        {outcome.reviewOn && (
          <>
            {' '}
            <Trans>The hall asks again on {outcome.reviewOn}.</Trans>
          </>
        )}
        {decision.followedBy && (
          <>
            {' '}
            <Link to="/decisions/$decision" params={{ decision: decision.followedBy }}>
              <Trans>It was asked again</Trans>
            </Link>
          </>
        )}
      </p>
      {may.keep && (
        <p className="acts">
          <Button onPress={() => setWriting(true)}>
            {outcome.words ? (
              <Trans>Say it otherwise</Trans>
            ) : (
              <Trans>Put the outcome into words</Trans>
            )}
          </Button>
          <Link
            className="btn"
            to="/circles/$circle/decisions/new"
            params={{ circle: circle.id }}
            search={{ again: decision.decision }}
          >
            <Trans>Ask again</Trans>
          </Link>
          {found?.carry && (
            <Link
              className="btn"
              to="/circles/$circle/decisions/new"
              params={{ circle: circle.id }}
              search={{ again: decision.decision, take: 'objections' }}
            >
              <Trans>Propose again, with the objections taken up</Trans>
            </Link>
          )}
        </p>
      )}
      {writing && <Words decision={decision} onClose={() => setWriting(false)} />}
    </section>
  )
}

function Words({ decision, onClose }: { decision: Decision; onClose: () => void }) {
  const { t } = useLingui()
  const [words, setWords] = useState(decision.outcome?.words ?? '')
  const [on, setOn] = useState(decision.outcome?.reviewOn ?? '')
  const write = useCall(wordOutcome, { touches: TOUCHES })
  const params = { decision: decision.decision }
  return (
    <Sheet
      title={t`The outcome in words`}
      act={t`Let it stand`}
      busy={write.isPending}
      problem={write.error}
      onClose={onClose}
      onAct={() =>
        write.mutate(
          { params, body: { words, reviewOn: on === '' ? null : on } },
          { onSuccess: onClose },
        )
      }
    >
      <Field
        label={t`What was decided, and what happens now`}
        lines={4}
        value={words}
        onChange={setWords}
        isRequired
      />
      <Field
        label={t`Asked again on`}
        hint={t`Empty: never by itself.`}
        type="date"
        value={on}
        onChange={setOn}
      />
    </Sheet>
  )
}
