/** My passkeys: a way in with the lock of a device instead of a mail. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { Field } from '#web/kit/Field.tsx'
import { Empty, ProblemLine } from '#web/kit/Said.tsx'
import { keyOf, useCall, useRead } from '#web/kit/useCall.ts'
import { dayIn } from '#web/kit/When.tsx'
import { listPasskeys, removePasskey } from '../api/passkeys.ts'
import { knowsPasskeys, makePasskey, wasCalledOff } from './passkey.ts'
import styles from './people.module.css'

export function MyPasskeys() {
  const { i18n, t } = useLingui()
  const { data, error } = useRead(listPasskeys)
  const remove = useCall(removePasskey, { touches: [listPasskeys] })
  return (
    <section className="place" aria-labelledby="passkeys-h">
      <h2 id="passkeys-h">
        <Trans>Passkeys</Trans>
      </h2>
      <ProblemLine cause={error ?? remove.error} />
      {data?.passkeys.length === 0 && (
        <Empty>
          <Trans>None yet. With one you come in by the lock of your device, without a mail.</Trans>
        </Empty>
      )}
      <ul className="rows">
        {data?.passkeys.map(({ id, name, made, used }) => (
          <li key={id}>
            <div>
              <bdi className="what">{name}</bdi>
              <p className="hint">
                {used ? (
                  <Trans>Last used on {dayIn(used, undefined, i18n.locale)}</Trans>
                ) : (
                  <Trans>Added on {dayIn(made, undefined, i18n.locale)}</Trans>
                )}
              </p>
            </div>
            <Button
              small
              aria-label={t`Remove ${name}`}
              onPress={() => remove.mutate({ params: { passkey: id } })}
            >
              <Trans>Remove</Trans>
            </Button>
          </li>
        ))}
      </ul>
      {knowsPasskeys && <AddPasskey />}
    </section>
  )
}

function AddPasskey() {
  const { t } = useLingui()
  const client = useQueryClient()
  const [name, setName] = useState('')
  const [problem, setProblem] = useState<unknown>(null)
  async function add(event: FormEvent) {
    event.preventDefault()
    setProblem(null)
    try {
      await makePasskey(name)
      setName('')
      await client.invalidateQueries({ queryKey: keyOf(listPasskeys) })
    } catch (cause) {
      if (!wasCalledOff(cause)) setProblem(cause)
    }
  }
  return (
    <form className={`stack ${styles['say']}`} onSubmit={(event) => void add(event)}>
      <Field
        label={t`A name for this device`}
        placeholder={t`for example: my phone`}
        value={name}
        onChange={setName}
        isRequired
      />
      <ProblemLine cause={problem} />
      <div className="acts">
        <Button type="submit">
          <Trans>Add a passkey</Trans>
        </Button>
      </div>
    </form>
  )
}
