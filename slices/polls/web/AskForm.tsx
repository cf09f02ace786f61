/** The form of a poll: what is asked, of what form, the times, until when, who sees what. */
import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { Field } from '#web/kit/Field.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { TITLE_LENGTH, WORDS_LENGTH } from '../rules/poll.ts'
import { type Draft, ownInstant } from './draft.ts'
import { TimesField } from './TimesField.tsx'
import styles from './polls.module.css'

type Props = {
  draft: Draft
  onChange: (draft: Draft) => void
  act: string
  busy: boolean
  problem: unknown
  onSend: () => void
  children?: ReactNode
}

function useAsks(form: Draft['form']) {
  const { t } = useLingui()
  const asks = {
    time: [t`What for, in one line`, t`What one should know before answering`],
    sense: [t`The statement, in one line`, t`Why, and what it means`],
    round: [t`The question, in one line`, t`What one should know before answering`],
  }
  return asks[form]
}

function Until({ draft, onChange }: Pick<Props, 'draft' | 'onChange'>) {
  const { t } = useLingui()
  return (
    <section className="place stack" aria-labelledby="until-h">
      <h2 id="until-h">
        <Trans>Until when</Trans>
      </h2>
      <Field
        label={t`Closes on`}
        type="date"
        value={draft.closeDay}
        onChange={(closeDay) => onChange({ ...draft, closeDay })}
        isRequired
      />
      <Field
        label={t`At`}
        hint={t`By your own clock. The day before, whoever has not answered is reminded.`}
        type="time"
        value={draft.closeTime}
        onChange={(closeTime) => onChange({ ...draft, closeTime })}
        isRequired
      />
    </section>
  )
}

function Seen({ draft, onChange }: Pick<Props, 'draft' | 'onChange'>) {
  const { form, hidden, shown } = draft
  return (
    <section className="place stack" aria-labelledby="seen-h">
      <h2 id="seen-h">
        <Trans>Who sees what</Trans>
      </h2>
      <p className="hint">
        <Trans>Everybody in the circle sees every answer with its name, unless you choose:</Trans>
      </p>
      {form !== 'time' && (
        <label className={styles['check']}>
          <input
            type="checkbox"
            checked={shown === 'after-own'}
            onChange={({ target }) =>
              onChange({ ...draft, shown: target.checked ? 'after-own' : 'at-once' })
            }
          />
          <span>
            <Trans>Others’ answers only after one’s own</Trans>
          </span>
        </label>
      )}
      {form !== 'round' && (
        <label className={styles['check']}>
          <input
            type="checkbox"
            checked={hidden}
            onChange={({ target }) => onChange({ ...draft, hidden: target.checked })}
          />
          <span>
            <Trans>Names hidden: only sums, and words without a name</Trans>
          </span>
        </label>
      )}
      {hidden && form !== 'round' && (
        <p className="hint">
          <Trans>
            The hall keeps who answered, so that each can change it, and shows it to nobody. In a
            small circle one may guess; what must stay secret needs a secret ballot.
          </Trans>
        </p>
      )}
    </section>
  )
}

export function AskForm({ draft, onChange, act, busy, problem, onSend, children }: Props) {
  const [line, more] = useAsks(draft.form)
  const { form, title, closeDay, closeTime } = draft
  const lacks = title.trim() === '' || ownInstant(closeDay, closeTime) === null
  return (
    <form
      className="split"
      onSubmit={(event) => {
        event.preventDefault()
        onSend()
      }}
    >
      <div className="column">
        <div className="stack">
          {children}
          <Field
            label={line ?? ''}
            value={title}
            onChange={(next) => onChange({ ...draft, title: next })}
            maxLength={TITLE_LENGTH}
            isRequired
          />
          <Field
            label={more ?? ''}
            value={draft.words}
            onChange={(words) => onChange({ ...draft, words })}
            maxLength={WORDS_LENGTH}
            lines={4}
          />
        </div>
        {form === 'time' && <TimesField draft={draft} onChange={onChange} />}
      </div>
      <div className="column">
        <Until draft={draft} onChange={onChange} />
        <Seen draft={draft} onChange={onChange} />
        <div className="stack">
          <ProblemLine cause={problem} />
          <Button type="submit" look="act" isDisabled={busy || lacks}>
            {act}
          </Button>
        </div>
      </div>
    </form>
  )
}
