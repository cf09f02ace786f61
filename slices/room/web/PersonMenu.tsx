/** What one can do with somebody: write to them, mention them; facilitators: floor, roles, removal. */
import { useLingui } from '@lingui/react/macro'
import { useMemo } from 'react'
import { type Choice, MenuAt } from '#web/kit/Menu.tsx'
import {
  endATurn,
  extendATurn,
  giveARole,
  giveTheFloor,
  handFacilitationOver,
  layARoleDown,
} from '../api.ts'
import type { Who } from '../rules/call.ts'
import { isHere, nameIn, personOf, rolesOf } from '../rules/glance.ts'
import type { Role } from '../rules/state.ts'
import { useTalking } from './conversations.tsx'
import { insertMention } from './drafts.ts'
import { useFloats } from './Floats.tsx'
import { RemoveSheet } from './RemoveSheet.tsx'
import { useActs, useFacilitates, useInRoom, useRoom } from './useRoom.ts'

const GIVEN: readonly Role[] = ['note-taker', 'timekeeper', 'speaker', 'facilitator']

type Props = { who: Who; anchor: Element; onClose: () => void }

export function PersonMenu({ who, anchor, onClose }: Props) {
  const { t } = useLingui()
  const { me, gathering } = useInRoom()
  const { writeTo, show } = useTalking()
  const facilitates = useFacilitates()
  const name = useRoom((room) => nameIn(room, who))
  const here = useRoom((room) => isHere(room, who))
  const mayTalk = useRoom((room) => room.call?.settings.privateChat ?? false)
  const sits = useRoom((room) => Boolean(personOf(room, who)?.seat))
  const mine = who === me.who
  const care = useCareChoices(who, { here, sits })
  const place = useMemo(() => ({ current: anchor }), [anchor])
  const choices: (Choice | false)[] = [
    !mine &&
      mayTalk &&
      !sits &&
      here && { id: 'alone', label: t`Write to ${name} only`, run: () => void writeTo(who) },
    !sits && {
      id: 'mention',
      label: t`Mention in the chat`,
      run: () => {
        show('chat')
        insertMention(gathering, name)
      },
    },
    ...(facilitates ? care : []),
  ]
  return (
    <MenuAt
      label={t`What to do with ${name}`}
      anchor={place}
      onClose={onClose}
      choices={choices.filter((choice) => choice !== false)}
    />
  )
}

/** In the room, and at somebody else's microphone. */
type Standing = { here: boolean; sits: boolean }

/** What a facilitator can do with somebody. */
function useCareChoices(who: Who, { here, sits }: Standing): (Choice | false)[] {
  const { t } = useLingui()
  const { me } = useInRoom()
  const { open } = useFloats()
  const { act } = useActs()
  const roles = useRoom((room) => rolesOf(room, who).join(' '))
  const hasFloor = useRoom((room) => room.floor.holders.length > 0)
  const speaks = useRoom((room) => room.floor.holders.some((holder) => holder.who === who))
  const mine = who === me.who
  const names: Record<Role, [give: string, take: string]> = {
    facilitator: [t`Let them facilitate too`, t`No longer facilitator`],
    'note-taker': [t`Make note taker`, t`No longer note taker`],
    timekeeper: [t`Make timekeeper`, t`No longer timekeeper`],
    speaker: [t`Make speaker`, t`No longer speaker`],
  }
  const held = roles.split(' ')
  const params = { who }
  return [
    speaks && {
      id: 'minute',
      label: t`1 minute more`,
      run: () => void act(extendATurn, { params, body: { seconds: 60 } }),
    },
    speaks && { id: 'end', label: t`End the turn`, run: () => void act(endATurn, { params }) },
    here &&
      !speaks && {
        id: 'floor',
        label: mine ? t`Take the floor` : t`Give the floor`,
        run: () => void act(giveTheFloor, { body: { who: [who], beside: false } }),
      },
    here &&
      !speaks &&
      hasFloor && {
        id: 'beside',
        label: t`Give the floor beside the others`,
        run: () => void act(giveTheFloor, { body: { who: [who], beside: true } }),
      },
    ...(sits ? [] : GIVEN).map((role) => ({
      id: role,
      label: names[role][held.includes(role) ? 1 : 0],
      run: () =>
        void (held.includes(role)
          ? act(layARoleDown, { params: { ...params, role } })
          : act(giveARole, { params, body: { role } })),
    })),
    here &&
      !sits &&
      !mine && {
        id: 'over',
        label: t`Hand facilitation over`,
        run: () => void act(handFacilitationOver, { body: { to: who } }),
      },
    !mine && {
      id: 'remove',
      label: t`Remove from the gathering`,
      end: true,
      run: () => open(<RemoveSheet who={who} />),
    },
  ]
}
