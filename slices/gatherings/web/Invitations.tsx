/** Who is invited and what they said; inviting the circle, or people by their address. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { Field } from '#web/kit/Field.tsx'
import { Empty, ProblemLine } from '#web/kit/Said.tsx'
import { useCall, useRead } from '#web/kit/useCall.ts'
import { inviteToGathering, listInvited, uninvite } from '../api.ts'
import { addressesIn } from './addresses.ts'
import { ANSWER_NAMES } from './kinds.ts'
import type { GatheringShown, InvitedShown } from './shapes.ts'

export function Invitations({ gathering }: { gathering: GatheringShown }) {
  const params = { gathering: gathering.id }
  const { data, error } = useRead(listInvited, { params })
  const ahead = gathering.phase === 'coming' || gathering.phase === 'open'
  return (
    <section className="place" aria-labelledby="invited-h">
      <h2 id="invited-h">
        <Trans>Invited</Trans> <span className="tally num">{data?.invited.length}</span>
      </h2>
      <ProblemLine cause={error} />
      {ahead && <Inviting gathering={gathering} />}
      {data?.invited.length === 0 && (
        <Empty>
          <Trans>Nobody is invited yet.</Trans>
        </Empty>
      )}
      <ul className="rows">
        {data?.invited.map((one) => (
          <Row key={one.id} one={one} gathering={gathering} />
        ))}
        {data?.others.map(({ name, answer }) => (
          <Other key={name} name={name} answer={answer} />
        ))}
      </ul>
    </section>
  )
}

function Inviting({ gathering }: { gathering: GatheringShown }) {
  const { t } = useLingui()
  const [text, setText] = useState('')
  const invite = useCall(inviteToGathering, { touches: [listInvited] })
  const params = { gathering: gathering.id }
  const people = addressesIn(text)
  const invited = invite.data?.invited
  return (
    <div className="stack inviting">
      <div className="acts">
        <Button
          onPress={() => invite.mutate({ params, body: { circle: true } })}
          isDisabled={invite.isPending}
        >
          <Trans>Invite all members of the circle</Trans>
        </Button>
      </div>
      <Field
        label={t`Or people by their mail address`}
        hint={t`One a line; a name may stand before: Devika Rao <devika@example.org>`}
        lines={3}
        value={text}
        onChange={setText}
      />
      <div className="acts">
        <Button
          isDisabled={people.length === 0 || invite.isPending}
          onPress={() =>
            invite.mutate({ params, body: { people } }, { onSuccess: () => setText('') })
          }
        >
          <Plural
            value={people.length}
            _0="Invite them"
            one="Invite # person"
            other="Invite # people"
          />
        </Button>
        {invited !== undefined && (
          <output className="hint">
            <Plural
              value={invited}
              _0="Everybody was invited before."
              one="# new invitation is on its way."
              other="# new invitations are on their way."
            />
          </output>
        )}
      </div>
      <ProblemLine cause={invite.error} />
    </div>
  )
}

function Row({ one, gathering }: { one: InvitedShown; gathering: GatheringShown }) {
  const { t } = useLingui()
  const takeBack = useCall(uninvite, { touches: [listInvited] })
  const params = { gathering: gathering.id, invitation: one.id }
  const { name } = one
  return (
    <li>
      <div>
        <p className="what">
          <bdi>{name}</bdi>
        </p>
        <p className="hint">
          {name !== one.email && one.email}
          {!one.told && t` (the letter is on its way)`}
        </p>
      </div>
      <div className="acts">
        <span>{one.answer ? t(ANSWER_NAMES[one.answer]) : t`no answer yet`}</span>
        <Button small look="quiet" onPress={() => takeBack.mutate({ params })}>
          <Trans>Take back</Trans>
          <span className="sr">{name}</span>
        </Button>
      </div>
    </li>
  )
}

function Other({ name, answer }: { name: string; answer: 'yes' | 'maybe' | 'no' }) {
  const { t } = useLingui()
  return (
    <li>
      <p className="what">
        <bdi>{name}</bdi>
      </p>
      <span>{t(ANSWER_NAMES[answer])}</span>
    </li>
  )
}
