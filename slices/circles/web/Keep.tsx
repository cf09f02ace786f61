/** What a steward changes of a circle: its name, its purpose, who calls its gatherings. */
import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { Field } from '#web/kit/Field.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { changeCircle, listCircles, myCircles, readCircle } from '../api.ts'
import type { CircleShown } from './CirclePage.tsx'

export function Keep({ circle }: { circle: CircleShown }) {
  const { t } = useLingui()
  const [name, setName] = useState(circle.name)
  const [purpose, setPurpose] = useState(circle.purpose)
  const [named, setNamed] = useState(circle.calls === 'named')
  const change = useCall(changeCircle, { touches: [readCircle, listCircles, myCircles] })
  function save(event: FormEvent) {
    event.preventDefault()
    const calls = named ? ('named' as const) : ('members' as const)
    change.mutate({ params: { circle: circle.id }, body: { name, purpose, calls } })
  }
  return (
    <section className="place" aria-labelledby="keep-h">
      <h2 id="keep-h">
        <Trans>Keep this circle</Trans>
      </h2>
      <form className="stack" onSubmit={save}>
        <Field label={t`Name`} value={name} onChange={setName} isRequired />
        <Field label={t`Purpose`} lines={4} value={purpose} onChange={setPurpose} />
        <label>
          <input
            type="checkbox"
            checked={named}
            onChange={({ target }) => setNamed(target.checked)}
          />{' '}
          <Trans>Only named people call its gatherings</Trans>
        </label>
        <ProblemLine cause={change.error} />
        <div className="acts">
          <Button small type="submit" isDisabled={change.isPending}>
            <Trans>Save</Trans>
          </Button>
          <output className="hint">{change.isSuccess && <Trans>Saved.</Trans>}</output>
        </div>
      </form>
    </section>
  )
}
