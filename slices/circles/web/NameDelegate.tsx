/** Naming a delegate: a member of the co-op; for one that lives elsewhere somebody by their mail address. */
import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import { PersonId } from '#slices/people/api/shapes.ts'
import { Button } from '#web/kit/Button.tsx'
import { Field } from '#web/kit/Field.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { inviteDelegate, listDelegates, nameDelegate } from '../api/members.ts'
import type { CircleShown } from './CirclePage.tsx'
import { type Member, MemberChoice } from './MemberChoice.tsx'

type Props = { circle: CircleShown; parent: `cir_${string}`; onDone: () => void }
const touches = [listDelegates]

export function NameDelegate({ circle, parent, onDone }: Props) {
  const { t } = useLingui()
  const [member, setMember] = useState<Member | null>(null)
  const [who, setWho] = useState({ name: '', email: '' })
  const [until, setUntil] = useState('')
  const [mandate, setMandate] = useState('')
  const [alternate, setAlternate] = useState(false)
  const name = useCall(nameDelegate, { touches })
  const invite = useCall(inviteDelegate, { touches })
  function send(event: FormEvent) {
    event.preventDefault()
    const params = { circle: parent, body: circle.id }
    const term = { alternate, mandate, until: until || null }
    const person = PersonId.safeParse(member?.member)
    const onSuccess = onDone
    if (circle.elsewhere) invite.mutate({ params, body: { ...who, ...term } })
    else if (person.success)
      name.mutate({ params: { ...params, person: person.data }, body: term }, { onSuccess })
  }
  if (invite.data) return <Sent {...who} known={invite.data.known} onDone={onDone} />
  return (
    <form className="stack" onSubmit={send}>
      {circle.elsewhere ? (
        <>
          <Field
            label={t`Their name`}
            value={who.name}
            onChange={(to) => setWho({ ...who, name: to })}
            isRequired
          />
          <Field
            label={t`Their mail address`}
            type="email"
            value={who.email}
            onChange={(to) => setWho({ ...who, email: to })}
            isRequired
          />
        </>
      ) : (
        <MemberChoice
          circle={circle.id}
          label={t`One of its members`}
          value={member}
          onChange={setMember}
          fits={({ kind }) => kind === 'person'}
        />
      )}
      <Field
        label={t`Last day of the term`}
        hint={t`Left empty: until they are recalled`}
        type="date"
        value={until}
        onChange={setUntil}
      />
      <Field
        label={t`Mandate`}
        hint={t`What they may say and decide; all who are inside read it.`}
        lines={3}
        value={mandate}
        onChange={setMandate}
      />
      <label>
        <input
          type="checkbox"
          checked={alternate}
          onChange={({ target }) => setAlternate(target.checked)}
        />{' '}
        <Trans>An alternate: speaks when no other delegate does</Trans>
      </label>
      <ProblemLine cause={name.error ?? invite.error} />
      <div className="acts">
        <Button look="act" type="submit" isDisabled={name.isPending || invite.isPending}>
          <Trans>Name them</Trans>
        </Button>
        <Button look="quiet" onPress={onDone}>
          <Trans>Go back</Trans>
        </Button>
      </div>
    </form>
  )
}

type SentProps = { name: string; email: string; known: boolean; onDone: () => void }

function Sent({ name, email, known, onDone }: SentProps) {
  return (
    <div className="well stack" role="status">
      <p>
        {known ? (
          <Trans>{name} is known here and speaks from now on.</Trans>
        ) : (
          <Trans>A letter goes to {email}. They speak once they have come in.</Trans>
        )}
      </p>
      <div className="acts">
        <Button onPress={onDone}>
          <Trans>Good</Trans>
        </Button>
      </div>
    </div>
  )
}
