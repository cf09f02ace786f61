/** One who was invited, or who answered without; and taking an invitation back. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '#web/kit/Button.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { listInvited, uninvite } from '../api.ts'
import { ANSWER_NAMES } from './kinds.ts'
import type { GatheringShown, InvitedShown } from './shapes.ts'

export function InvitedRow({ one, gathering }: { one: InvitedShown; gathering: GatheringShown }) {
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

export function OtherRow({ name, answer }: { name: string; answer: 'yes' | 'maybe' | 'no' }) {
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
