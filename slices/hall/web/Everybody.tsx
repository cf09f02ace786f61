/** Everybody who has an account, and the one-time link for who has lost their mail. */
import { Trans, useLingui } from '@lingui/react/macro'
import type { Output } from '#kernel/operation.ts'
import { Link } from '@tanstack/react-router'
import { listPeople, makeWayBack } from '#slices/people/api/others.ts'
import { Button } from '#web/kit/Button.tsx'
import { Face } from '#web/kit/Face.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { useCall, useRead } from '#web/kit/useCall.ts'
import { dayIn } from '#web/kit/When.tsx'
import styles from './hall.module.css'

type Person = Output<typeof listPeople>['people'][number]

export function Everybody() {
  const { data, error } = useRead(listPeople)
  return (
    <section className="place" aria-labelledby="people-h">
      <h2 id="people-h">
        <Trans>People</Trans> {data && <span className="tally num">{data.people.length}</span>}
      </h2>
      <p className="hint">
        <Link to="/records">
          <Trans>Somebody is here twice</Trans>
        </Link>
      </p>
      <ProblemLine cause={error} />
      <ul className="rows">
        {data?.people.map((person) => (
          <One key={person.id} person={person} />
        ))}
      </ul>
    </section>
  )
}

function One({ person }: { person: Person }) {
  const { i18n, t } = useLingui()
  const make = useCall(makeWayBack)
  const { id, name, email, seen } = person
  return (
    <li>
      <div className="acts">
        <Face id={id} name={name} />
        <div>
          <bdi className="what">{name}</bdi>
          <p className="hint">
            <bdi>{email}</bdi> <Trans>last seen on {dayIn(seen, undefined, i18n.locale)}</Trans>
          </p>
        </div>
      </div>
      <Button
        small
        aria-label={t`One-time link for ${name}`}
        onPress={() => make.mutate({ params: { person: id } })}
        isDisabled={make.isPending}
      >
        <Trans>One-time link</Trans>
      </Button>
      <ProblemLine cause={make.error} />
      {make.data && (
        <output className={`well ${styles['entry'] ?? ''}`}>
          <Trans>
            Give this link to <bdi>{name}</bdi> on a way you trust. It works once, for a day; their
            old address is told.
          </Trans>
          <p className={styles['way']}>
            <code>{make.data.link}</code>
          </p>
        </output>
      )}
    </li>
  )
}
