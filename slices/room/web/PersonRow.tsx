/** One person: name whole, role, and what they are doing: the floor, a raised hand, time spoken. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Ellipsis, Hand, Mic } from 'lucide-react'
import { memo } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { Face } from '#web/kit/Face.tsx'
import type { Who } from '../rules/call.ts'
import { microphoneOf, rolesOf } from '../rules/glance.ts'
import { placeOf } from '../rules/stack.ts'
import type { Person } from '../rules/state.ts'
import { clockOf } from './durations.ts'
import { REQUESTS, ROLE_NAMES } from './kinds.ts'
import { useInRoom, useRoom } from './useRoom.ts'

const NO_ROLES: readonly [] = []

type Props = { person: Person; onMenu: (who: Who, anchor: Element) => void }

export const PersonRow = memo(function PersonRow({ person, onMenu }: Props) {
  const { t, i18n } = useLingui()
  const { me } = useInRoom()
  const { who, name, kind } = person
  const roles = useRoom((room) => (who in room.roles ? rolesOf(room, who) : NO_ROLES))
  const isMicrophone = useRoom((room) => microphoneOf(room, who) !== undefined)
  const mine = who === me.who
  const words = [
    ...roles.map((role) => i18n._(ROLE_NAMES[role])),
    kind === 'guest' ? t`guest` : '',
    mine ? t`you` : '',
    isMicrophone ? t`their device is the microphone` : '',
  ].filter(Boolean)
  return (
    <li>
      <Face id={who} name={name} />
      <p>
        <bdi className="name">{name}</bdi> <span className="from">{words.join(', ')}</span>
      </p>
      <Doing who={who} mine={mine} />
      <Button
        small
        look="quiet"
        className="person-more"
        aria-label={t`What to do with ${name}`}
        onPress={({ target }) => onMenu(who, target)}
      >
        <Ellipsis size={16} aria-hidden="true" />
      </Button>
    </li>
  )
})

function Doing({ who, mine }: { who: Who; mine: boolean }) {
  const { i18n } = useLingui()
  const hasFloor = useRoom((room) => room.floor.holders.some((holder) => holder.who === who))
  const kind = useRoom((room) => room.stack.requests.find((one) => one.who === who)?.kind)
  const place = useRoom((room) => (kind ? placeOf(room, who) : 0))
  const spoken = useRoom((room) => room.floor.spoken[who] ?? 0)
  if (hasFloor)
    return (
      <span className="tag ember">
        <Mic size={16} aria-hidden="true" />
        <Trans>has the floor</Trans>
      </span>
    )
  if (kind)
    return (
      <span className={mine ? 'tag green' : 'tag'}>
        <Hand size={16} aria-hidden="true" />
        {place > 0 && <span className="num">{place}</span>}{' '}
        {i18n._(REQUESTS[kind].name).toLocaleLowerCase()}
      </span>
    )
  return <span className="num">{clockOf(spoken)}</span>
}
