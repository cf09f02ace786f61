/** Inviting people by mail, and the invitations that wait for an answer. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { Field } from '#web/kit/Field.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { useCall, useRead } from '#web/kit/useCall.ts'
import { dayIn } from '#web/kit/When.tsx'
import { invite, listInvitations, withdraw } from '../api/invitations.ts'
import { addressesIn } from './addresses.ts'
import type { CircleShown } from './CirclePage.tsx'

export function Invite({ circle }: { circle: Pick<CircleShown, 'id'> }) {
  return (
    <section className="place stack" aria-labelledby="invite-h">
      <h2 id="invite-h">
        <Trans>Invite people</Trans>
      </h2>
      <InviteForm circle={circle.id} />
      <Waiting circle={circle.id} />
    </section>
  )
}

export function InviteForm({ circle }: { circle: CircleShown['id'] }) {
  const { t } = useLingui()
  const [text, setText] = useState('')
  const send = useCall(invite, { touches: [listInvitations] })
  const people = addressesIn(text)
  function write(event: FormEvent) {
    event.preventDefault()
    send.mutate({ params: { circle }, body: { people } }, { onSuccess: () => setText('') })
  }
  const { data } = send
  return (
    <form className="stack" onSubmit={write}>
      <Field
        label={t`Their mail addresses`}
        hint={t`One a line, with a name or without: Oisín <oisin@example.org>`}
        lines={4}
        value={text}
        onChange={setText}
      />
      <ProblemLine cause={send.error} />
      <div className="acts">
        <Button type="submit" isDisabled={people.length === 0 || send.isPending}>
          <Plural
            value={people.length}
            _0="Send invitations"
            one="Send # invitation"
            other="Send # invitations"
          />
        </Button>
        <output className="hint">
          {data && (
            <>
              <Plural
                value={data.invited}
                one="# invitation is out."
                other="# invitations are out."
              />{' '}
              {data.already.length > 0 && <Trans>Members already: {data.already.join(', ')}</Trans>}
            </>
          )}
        </output>
      </div>
    </form>
  )
}

function Waiting({ circle }: { circle: CircleShown['id'] }) {
  const { i18n, t } = useLingui()
  const { data } = useRead(listInvitations, { params: { circle } })
  const back = useCall(withdraw, { touches: [listInvitations] })
  if (!data || data.invitations.length === 0) return null
  return (
    <>
      <h3 className="label">
        <Trans>Waiting for an answer</Trans>
      </h3>
      <ul className="rows">
        {data.invitations.map(({ id, email, name, made }) => (
          <li key={id}>
            <div>
              <bdi>{name ?? email}</bdi>
              <p className="hint">
                <Trans>invited on {dayIn(made, undefined, i18n.locale)}</Trans>
              </p>
            </div>
            <Button
              small
              aria-label={t`Take back the invitation to ${name ?? email ?? ''}`}
              onPress={() => back.mutate({ params: { circle, invitation: id } })}
            >
              <Trans>Take back</Trans>
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}
