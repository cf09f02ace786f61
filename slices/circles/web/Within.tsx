/** The circles within this one, and how a steward makes another. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { Field } from '#web/kit/Field.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { listCircles, makeCircle, readCircle } from '../api.ts'
import type { CircleShown } from './CirclePage.tsx'

export function Within({ circle }: { circle: CircleShown }) {
  const { within, may } = circle
  if (within.length === 0 && !may.steward) return null
  return (
    <section className="place" aria-labelledby="within-h">
      <h2 id="within-h">
        <Trans>Circles within</Trans>
      </h2>
      <ul className="rows">
        {within.map(({ id, name }) => (
          <li key={id}>
            <Link to="/circles/$circle" params={{ circle: id }} className="what">
              <bdi>{name}</bdi>
            </Link>
          </li>
        ))}
      </ul>
      {may.steward && <Make circle={circle} />}
    </section>
  )
}

function Make({ circle }: { circle: CircleShown }) {
  const { t } = useLingui()
  const [open, setOpen] = useState(false)
  const [name, setName] = useState('')
  const [purpose, setPurpose] = useState('')
  const make = useCall(makeCircle, { touches: [readCircle, listCircles] })
  function found(event: FormEvent) {
    event.preventDefault()
    const onSuccess = () => {
      setOpen(false)
      setName('')
      setPurpose('')
    }
    make.mutate({ params: { circle: circle.id }, body: { name, purpose } }, { onSuccess })
  }
  if (!open)
    return (
      <Button small onPress={() => setOpen(true)}>
        <Trans>Make a circle…</Trans>
      </Button>
    )
  return (
    <form className="stack" onSubmit={found}>
      <Field label={t`Its name`} value={name} onChange={setName} isRequired />
      <Field label={t`What it is for`} lines={3} value={purpose} onChange={setPurpose} />
      <ProblemLine cause={make.error} />
      <div className="acts">
        <Button small type="submit" isDisabled={make.isPending}>
          <Trans>Make it</Trans>
        </Button>
        <Button small look="quiet" onPress={() => setOpen(false)}>
          <Trans>Leave it</Trans>
        </Button>
      </div>
    </form>
  )
}
