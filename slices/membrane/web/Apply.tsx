/** The application: the circle's own questions, for oneself or for a co-op. */
import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { Field } from '#web/kit/Field.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { apply, myApplications } from '../api/door.ts'
import type { ClassShown } from './ComeInPage.tsx'

type Props = { circle: `cir_${string}`; one: ClassShown }

export function Apply({ circle, one }: Props) {
  const { t } = useLingui()
  const [answers, setAnswers] = useState<Record<string, string>>({})
  const [forCoop, setForCoop] = useState(one.holds === 'co-ops')
  const [coop, setCoop] = useState({ name: '', country: '', place: '', does: '' })
  const send = useCall(apply, { touches: [myApplications] })
  function give(event: FormEvent) {
    event.preventDefault()
    const country = coop.country.trim().toUpperCase() || null
    const body = { class: one.key, answers, coop: forCoop ? { ...coop, country } : null }
    send.mutate({ params: { circle }, body })
  }
  return (
    <form className="stack" onSubmit={give}>
      {one.holds === 'both' && (
        <label>
          <input
            type="checkbox"
            checked={forCoop}
            onChange={({ target }) => setForCoop(target.checked)}
          />{' '}
          <Trans>I apply for a co-op</Trans>
        </label>
      )}
      {forCoop && (
        <>
          <Field
            label={t`Name of the co-op`}
            value={coop.name}
            onChange={(name) => setCoop({ ...coop, name })}
            isRequired
          />
          <Field
            label={t`Country`}
            hint={t`In two letters, such as NL or AR`}
            value={coop.country}
            maxLength={2}
            onChange={(country) => setCoop({ ...coop, country })}
          />
          <Field
            label={t`Place`}
            value={coop.place}
            onChange={(place) => setCoop({ ...coop, place })}
          />
          <Field
            label={t`What it does`}
            value={coop.does}
            onChange={(does) => setCoop({ ...coop, does })}
          />
        </>
      )}
      {one.questions.map(({ key, text }) => (
        <Field
          key={key}
          label={text}
          lines={4}
          value={answers[key] ?? ''}
          onChange={(said) => setAnswers({ ...answers, [key]: said })}
          isRequired
        />
      ))}
      <ProblemLine cause={send.error} />
      <div className="acts">
        <Button look="act" type="submit" isDisabled={send.isPending}>
          <Trans>Apply</Trans>
        </Button>
      </div>
    </form>
  )
}
