/** Advice: who is asked, what was advised, and what is next, for whoever proposed it and whoever knows. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { Field } from '#web/kit/Field.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { giveAdvice } from '../../api/advice.ts'
import { type Decision, TOUCHES } from '../useDecision.ts'
import { Moment } from '../words.tsx'
import { AskSheet } from './AskSheet.tsx'
import { DecideSheet } from './DecideSheet.tsx'
import { type AdviceFound, useAdvice } from './useAdvice.ts'
import styles from '../consent/consent.module.css'

type Props = { decision: Decision; found: AdviceFound }

function Asked({ asked }: Pick<AdviceFound, 'asked'>) {
  if (asked.length === 0) return null
  return (
    <ul className="rows">
      {asked.map(({ person, name, why, gone, answered }) => (
        <li key={person}>
          <div>
            <bdi className="what">{name}</bdi>
            {why && <p className="hint">{why}</p>}
          </div>
          <span className={answered ? 'tag green' : 'tag'}>
            {answered && <Trans>answered</Trans>}
            {!answered && (gone ? <Trans>outside by now</Trans> : <Trans>asked</Trans>)}
          </span>
        </li>
      ))}
    </ul>
  )
}

function TakenTag({ taken }: Pick<AdviceFound['given'][number], 'taken'>) {
  if (taken === null) return null
  return (
    <span className={taken === 'not' ? 'tag' : 'tag green'}>
      {taken === 'taken' && <Trans>Taken</Trans>}
      {taken === 'partly' && <Trans>Taken in part</Trans>}
      {taken === 'not' && <Trans>Not taken</Trans>}
    </span>
  )
}

function Given({ given }: Pick<AdviceFound, 'given'>) {
  return (
    <ul className={styles['objections']}>
      {given.map(({ person, name, words, at, changed, unasked, taken, why }) => (
        <li key={person} className={styles['objection']}>
          <p className="acts">
            <TakenTag taken={taken} />
            <bdi className="what">{name}</bdi>
            <span className="hint">
              <Moment at={at} />
              {changed && (
                <>
                  , <Trans>changed since</Trans>
                </>
              )}
              {unasked && (
                <>
                  , <Trans>unasked</Trans>
                </>
              )}
            </span>
          </p>
          {words && <p className={styles['harm']}>{words}</p>}
          {why && (
            <p>
              <span className="hint">
                <Trans>How it was taken:</Trans>
              </span>{' '}
              {why}
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}

/** What is next for whoever proposed it. */
function Mine({ decision, found }: Props) {
  const [open, setOpen] = useState<'ask' | 'decide' | null>(null)
  const close = () => setOpen(null)
  return (
    <>
      <p className={styles['next']}>
        {found.missing ?? <Trans>You heard enough to decide.</Trans>}{' '}
        {found.until && (
          <Trans>
            They have until <Moment at={found.until} />.
          </Trans>
        )}
      </p>
      <p className="acts">
        {found.mayAsk && (
          <Button look={found.ready ? 'quiet' : 'act'} onPress={() => setOpen('ask')}>
            <Trans>Ask for advice…</Trans>
          </Button>
        )}
        <Button
          look={found.ready ? 'act' : 'quiet'}
          isDisabled={!found.ready}
          onPress={() => setOpen('decide')}
        >
          <Trans>Decide…</Trans>
        </Button>
      </p>
      {open === 'ask' && <AskSheet decision={decision} found={found} onClose={close} />}
      {open === 'decide' && <DecideSheet id={decision.decision} found={found} onClose={close} />}
    </>
  )
}

function Advise({ decision, found }: Props) {
  const { t } = useLingui()
  const [words, setWords] = useState(found.mine ?? '')
  const give = useCall(giveAdvice, { touches: TOUCHES })
  const params = { decision: decision.decision }
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        give.mutate({ params, body: { words } })
      }}
    >
      <Field
        label={t`Your advice`}
        hint={
          found.iAmAsked
            ? t`You were asked. You may change it until it is decided.`
            : t`You may give it unasked, and change it until it is decided.`
        }
        lines={4}
        value={words}
        onChange={setWords}
        isRequired
      />
      <ProblemLine cause={give.error} />
      <p className="acts">
        <Button type="submit" look="act" isDisabled={give.isPending || words === found.mine}>
          {found.mine === null ? <Trans>Give it</Trans> : <Trans>Say it so</Trans>}
        </Button>
      </p>
    </form>
  )
}

export function Advice({ decision }: { decision: Decision }) {
  const found = useAdvice(decision)
  if (!found || decision.state === 'draft') return null
  const { asked, given, least, mayDecide, mayAdvise } = found
  return (
    <section className="place" aria-labelledby="advice-h">
      <h2 id="advice-h">
        <Trans>Advice</Trans>
      </h2>
      <div className="stack">
        <p>
          <Trans>
            <bdi>{decision.madeBy.name}</bdi> decides it, having asked.
          </Trans>{' '}
          <Plural
            value={least}
            one="By the rules one person at least is asked."
            other="By the rules # at least are asked."
          />
        </p>
        <Asked asked={asked} />
        {given.length > 0 && <Given given={given} />}
        {mayDecide && <Mine decision={decision} found={found} />}
        {mayAdvise && <Advise decision={decision} found={found} />}
      </div>
    </section>
  )
}
