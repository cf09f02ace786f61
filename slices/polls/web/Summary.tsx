/** What came of a sense check or a round, in words; and the proposal that is made of it. */
import { Trans, useLingui } from '@lingui/react/macro'
import { FileText } from 'lucide-react'
import { useState } from 'react'
import { WordsOf } from '#slices/threads/web/words.tsx'
import { Button } from '#web/kit/Button.tsx'
import { Field } from '#web/kit/Field.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { sumPoll } from '../api/asking.ts'
import { SUMMARY_LENGTH } from '../rules/poll.ts'
import { type Poll, TOUCHES } from './usePoll.ts'
import { Moment, useCalled } from './words.tsx'
import styles from './polls.module.css'

function Writing({ poll, done }: { poll: Poll; done: () => void }) {
  const { t } = useLingui()
  const [summary, setSummary] = useState(poll.summary?.text ?? '')
  const sum = useCall(sumPoll, { touches: TOUCHES })
  const params = { poll: poll.poll }
  return (
    <Sheet
      title={t`What came of it`}
      act={t`Keep it`}
      busy={sum.isPending || summary.trim() === ''}
      problem={sum.error}
      onClose={done}
      onAct={() => sum.mutate({ params, body: { summary } }, { onSuccess: done })}
    >
      <Field
        label={t`In a few lines`}
        hint={t`What most say, what worries some, what happens next. Who answered hears of it.`}
        lines={6}
        value={summary}
        onChange={setSummary}
        maxLength={SUMMARY_LENGTH}
        autoFocus
      />
    </Sheet>
  )
}

/** The way on: a draft of a proposal, with its text filled in. */
function Onward({ poll }: { poll: Poll }) {
  const href = `/circles/${poll.circle.id}/decisions/new?of=poll&ref=${poll.poll}`
  return (
    <a className="btn small" href={href}>
      <FileText size={16} aria-hidden="true" />
      <Trans>Make a proposal of it</Trans>
    </a>
  )
}

export function Summary({ poll }: { poll: Poll }) {
  const called = useCalled()
  const [writing, setWriting] = useState(false)
  const { summary, may, state } = poll
  if (state !== 'closed' || (!summary && !may.keep)) return null
  return (
    <section className={styles['summary']} aria-labelledby="sum-h">
      <h2 id="sum-h">
        <Trans>What came of it</Trans>
      </h2>
      {summary ? (
        <>
          <WordsOf text={summary.text} />
          <p className="hint">
            <bdi>{called(summary.by)}</bdi>, <Moment at={summary.at} />
          </p>
        </>
      ) : (
        <p className="empty">
          <Trans>It is closed. Say in a few lines what came of it.</Trans>
        </p>
      )}
      <p className="acts">
        {may.keep && (
          <Button
            {...(summary ? { small: true } : { look: 'act' as const })}
            onPress={() => setWriting(true)}
          >
            {summary ? <Trans>Say it anew</Trans> : <Trans>Sum it up</Trans>}
          </Button>
        )}
        {summary && poll.form === 'sense' && <Onward poll={poll} />}
      </p>
      {writing && <Writing poll={poll} done={() => setWriting(false)} />}
    </section>
  )
}
