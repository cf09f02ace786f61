/** Beginning a decision on something: what it is, from which day it holds, whom it is about. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { Output } from '#kernel/operation.ts'
import { Field } from '#web/kit/Field.tsx'
import { Select } from '#web/kit/Select.tsx'
import type { readSubject } from '../api/subjects.ts'

export type Subject = Output<typeof readSubject>
export type Asked = { from: string; person: string }

type Props = {
  subject: Subject
  asked: Asked
  /** Whether options are chosen; else a question is about one person. */
  chooses: boolean
  onChange: (asked: Asked) => void
}

export function AboutForm({ subject, asked, chooses, onChange }: Props) {
  const { t } = useLingui()
  const { what, href, passes, why, people, takesDay, asksPerson } = subject
  return (
    <>
      <p className="well">
        <Link to={href} className="what">
          {what}
        </Link>{' '}
        <Trans>If it passes: {passes}</Trans>
      </p>
      {why && <p className="problem">{why}</p>}
      {takesDay && (
        <Field
          label={t`It holds from`}
          hint={t`Empty: from the outcome on. A day before the outcome counts as that.`}
          type="date"
          value={asked.from}
          onChange={(from) => onChange({ ...asked, from })}
        />
      )}
      {asksPerson && !chooses && (
        <Select
          label={t`Whom it is about`}
          value={asked.person}
          onChange={(person) => onChange({ ...asked, person })}
          choices={[
            { value: '', label: t`Choose…` },
            ...people.map(({ person, name }) => ({ value: person, label: name })),
          ]}
        />
      )}
    </>
  )
}
