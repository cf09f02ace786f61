/** The text of a proposal: its title, its question, and the options where some are chosen. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '#web/kit/Button.tsx'
import { Field } from '#web/kit/Field.tsx'
import { Select } from '#web/kit/Select.tsx'
import type { Decision } from './useDecision.ts'
import styles from './decisions.module.css'

export type Draft = {
  title: string
  question: string
  options: Decision['text']['options']
  seats: number
}
export const EMPTY: Draft = { title: '', question: '', options: [], seats: 1 }
const FRESH = { name: '', note: '', person: null }

type Person = { name: string; person: NonNullable<Draft['options'][number]['person']> }
type Props = {
  draft: Draft
  chooses: boolean
  /** Who could be chosen, where members are. */
  people: readonly Person[]
  onChange: (draft: Draft) => void
}

export function TextForm({ draft, chooses, people, onChange }: Props) {
  const { t } = useLingui()
  return (
    <>
      <Field
        label={t`In one line`}
        value={draft.title}
        onChange={(title) => onChange({ ...draft, title })}
        isRequired
        maxLength={160}
      />
      <Field
        label={t`The question`}
        hint={t`What is to be done, by whom, until when. It stands as it is once it opens.`}
        lines={5}
        value={draft.question}
        onChange={(question) => onChange({ ...draft, question })}
        isRequired
      />
      {chooses && <Options draft={draft} people={people} onChange={onChange} />}
    </>
  )
}

function Options({ draft, people, onChange }: Omit<Props, 'chooses'>) {
  const { t } = useLingui()
  const { options, seats } = draft
  const put = (at: number, change: Partial<(typeof options)[number]>) =>
    onChange({
      ...draft,
      options: options.map((one, place) => (place === at ? { ...one, ...change } : one)),
    })
  return (
    <fieldset className={styles['options']}>
      <legend className="label">
        <Trans>Options</Trans>
      </legend>
      {options.map((option, at) => {
        const number = at + 1
        return (
          // oxlint-disable-next-line no-array-index-key -- an option is known by its place only
          <div key={at} className={styles['option']}>
            {option.person ? (
              <p className="what">
                <bdi>{option.name}</bdi>
              </p>
            ) : (
              <Field
                label={t`Option ${number}`}
                value={option.name}
                onChange={(name) => put(at, { name })}
                isRequired
              />
            )}
            <Field
              label={t`What speaks for option ${number}`}
              value={option.note}
              onChange={(note) => put(at, { note })}
            />
            <Button
              small
              look="quiet"
              aria-label={t`Take out option ${number}`}
              onPress={() =>
                onChange({ ...draft, options: options.filter((_, place) => place !== at) })
              }
            >
              <Trans>Take out</Trans>
            </Button>
          </div>
        )
      })}
      {people.length > 0 && (
        <Select
          label={t`Add somebody who stands`}
          value=""
          onChange={(id) => {
            const who = people.find(({ person }) => person === id)
            if (who) onChange({ ...draft, options: [...options, { ...who, note: '' }] })
          }}
          choices={[
            { value: '', label: t`Choose…` },
            ...people
              .filter(({ person }) => !options.some((one) => one.person === person))
              .map(({ person, name }) => ({ value: person, label: name })),
          ]}
        />
      )}
      <p className="acts">
        <Button small onPress={() => onChange({ ...draft, options: [...options, FRESH] })}>
          <Trans>Add an option</Trans>
        </Button>
      </p>
      <Field
        label={t`How many are chosen`}
        type="number"
        value={String(seats)}
        onChange={(to) => onChange({ ...draft, seats: Math.max(1, Number(to) || 1) })}
      />
    </fieldset>
  )
}
