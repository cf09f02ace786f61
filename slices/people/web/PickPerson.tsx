/** Choosing one person of many by a part of their name or mail address. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Output } from '#kernel/operation.ts'
import { plain } from '#kernel/text.ts'
import { Button } from '#web/kit/Button.tsx'
import { Field } from '#web/kit/Field.tsx'
import type { listPeople } from '../api/others.ts'

type Person = Output<typeof listPeople>['people'][number]
const MOST_SHOWN = 6

type Props = {
  label: string
  people: readonly Person[]
  chosen: Person['id'] | undefined
  onChoose(person: Person['id'] | undefined): void
}

export function PickPerson({ label, people, chosen, onChoose }: Props) {
  const { t } = useLingui()
  const [words, setWords] = useState('')
  const person = people.find(({ id }) => id === chosen)
  if (person)
    return (
      <div className="field">
        <span className="label">{label}</span>
        <p>
          <bdi className="what">{person.name}</bdi>
          <br />
          <bdi className="hint">{person.email}</bdi>
        </p>
        <div className="acts">
          <Button small onPress={() => onChoose(undefined)}>
            <Trans>Choose another</Trans>
          </Button>
        </div>
      </div>
    )
  const sought = plain(words)
  const found = sought
    ? people.filter(({ name, email }) => plain(`${name} ${email ?? ''}`).includes(sought))
    : []
  return (
    <div>
      <Field
        label={label}
        hint={t`A part of the name or of the mail address`}
        value={words}
        onChange={setWords}
      />
      <ul className="rows">
        {found.slice(0, MOST_SHOWN).map(({ id, name, email }) => (
          <li key={id}>
            <div>
              <bdi className="what">{name}</bdi>
              <p className="hint">
                <bdi>{email}</bdi>
              </p>
            </div>
            <Button
              small
              aria-label={t`Choose ${name}, ${email ?? ''}`}
              onPress={() => onChoose(id)}
            >
              <Trans>Choose</Trans>
            </Button>
          </li>
        ))}
      </ul>
      {sought && found.length === 0 && (
        <p className="hint">
          <Trans>Nobody is found by this.</Trans>
        </p>
      )}
    </div>
  )
}
