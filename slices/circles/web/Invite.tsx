/** Inviting people by mail, and the invitations that wait for an answer. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { Field } from '#web/kit/Field.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { Select } from '#web/kit/Select.tsx'
import { useCall, useRead } from '#web/kit/useCall.ts'
import { dayIn } from '#web/kit/When.tsx'
import { invite, listInvitations, withdraw } from '../api/invitations.ts'
import { addressesIn } from './addresses.ts'
import type { CircleShown } from './CirclePage.tsx'

export function Invite({ circle }: { circle: Pick<CircleShown, 'id' | 'classes'> }) {
  return (
    <section className="place stack" aria-labelledby="invite-h">
      <h2 id="invite-h">
        <Trans>Invite people</Trans>
      </h2>
      <InviteForm circle={circle.id} classes={circle.classes} />
      <Waiting circle={circle.id} classes={circle.classes} />
    </section>
  )
}

type Props = { circle: CircleShown['id']; classes?: CircleShown['classes'] }

const NO_CLASSES: CircleShown['classes'] = []
const DAYS = [7, 14, 30, 60, 90] as const

export function InviteForm({ circle, classes = NO_CLASSES }: Props) {
  const { t } = useLingui()
  const [text, setText] = useState('')
  const [named, setNamed] = useState('')
  const [days, setDays] = useState(30)
  const send = useCall(invite, { touches: [listInvitations] })
  const people = addressesIn(text)
  function write(event: FormEvent) {
    event.preventDefault()
    const body = { people, days, ...(named ? { class: named } : {}) }
    send.mutate({ params: { circle }, body }, { onSuccess: () => setText('') })
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
      {classes.length > 1 && (
        <Select
          label={t`Class`}
          value={named}
          onChange={setNamed}
          choices={[
            { value: '', label: t`As the rules say` },
            ...classes.map(({ key, name }) => ({ value: key, label: name })),
          ]}
        />
      )}
      <Select
        label={t`It can be taken for`}
        hint={t`Each works once, for whoever reads that mail.`}
        value={String(days)}
        onChange={(to) => setDays(Number(to))}
        choices={DAYS.map((count) => ({ value: String(count), label: t`${count} days` }))}
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

function Waiting({ circle, classes = NO_CLASSES }: Props) {
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
        {data.invitations.map(({ id, email, name, made, ends, class: key }) => (
          <li key={id}>
            <div>
              <bdi>{name ?? email}</bdi>
              <p className="hint">
                {key && <>{classes.find((one) => one.key === key)?.name ?? key} · </>}
                <Trans>
                  invited on {dayIn(made, undefined, i18n.locale)}, until{' '}
                  {dayIn(ends, undefined, i18n.locale)}
                </Trans>
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
