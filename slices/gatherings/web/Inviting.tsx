/** Inviting the circle, or people by their address. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { Field } from '#web/kit/Field.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { inviteToGathering, listInvited } from '../api.ts'
import { addressesIn } from './addresses.ts'
import type { GatheringShown } from './shapes.ts'

export function Inviting({ gathering }: { gathering: GatheringShown }) {
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
