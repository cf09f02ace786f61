/** The facilitators' row: on to the next, more time, the stack, a poll, a word to all, the door. */
import { Trans, useLingui } from '@lingui/react/macro'
import {
  ChartBar,
  DoorClosed,
  ListOrdered,
  Lock,
  Megaphone,
  Projector,
  StepForward,
  Timer,
} from 'lucide-react'
import { Toolbar } from 'react-aria-components'
import { Button } from '#web/kit/Button.tsx'
import { MenuButton } from '#web/kit/Menu.tsx'
import { Parts } from '#web/kit/Parts.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { timeIn } from '#web/kit/When.tsx'
import { beginTheGathering, extendAnItem, goToNextItem } from '../api.ts'
import { endIfExtended } from '../rules/clock.ts'
import { itemNext, itemNow } from '../rules/glance.ts'
import { AnnounceSheet } from './AnnounceSheet.tsx'
import { useCare } from './care.ts'
import { DoorSheet } from './DoorSheet.tsx'
import { EndSheet } from './EndSheet.tsx'
import { useFloats } from './Floats.tsx'
import { PollSheet } from './PollSheet.tsx'
import { WallSheet } from './projector/WallSheet.tsx'
import { StackSheet } from './StackSheet.tsx'
import { type Acts, nowAtHall, useActs, useInRoom, useRoom } from './useRoom.ts'

export function Steer() {
  const { t } = useLingui()
  const { open } = useFloats()
  const acts = useActs()
  const { gathering } = useInRoom()
  const over = useRoom((room) => room.endedAt !== null)
  const asked = useRoom((room) => room.stack.requests.length)
  const waiting = useCare()?.waiting.length ?? 0
  if (over) return null
  return (
    <>
      <ProblemLine cause={acts.problem} />
      <div data-place tabIndex={-1}>
        <Toolbar className="bar steer" aria-label={t`For facilitators`}>
          <NextButton acts={acts} />
          <ExtendButton acts={acts} />
          <Button onPress={() => open(<StackSheet />)} aria-label={t`Stack, ${asked} waiting`}>
            <ListOrdered size={20} aria-hidden="true" />
            <span>
              <Trans>Stack</Trans>
            </span>{' '}
            <b className="count plain">{asked}</b>
          </Button>
          <Button onPress={() => open(<PollSheet />)} aria-label={t`Poll`}>
            <ChartBar size={20} aria-hidden="true" />
            <span>
              <Trans>Poll</Trans>
            </span>
          </Button>
          <Button onPress={() => open(<AnnounceSheet />)} aria-label={t`Announce`}>
            <Megaphone size={20} aria-hidden="true" />
            <span>
              <Trans>Announce</Trans>
            </span>
          </Button>
          <Button
            onPress={() => open(<DoorSheet />)}
            aria-label={t`Door and chat, ${waiting} waiting`}
          >
            <DoorClosed size={20} aria-hidden="true" />
            <span>
              <Trans>Door and chat</Trans>
            </span>{' '}
            {waiting > 0 && <b className="count">{waiting}</b>}
          </Button>
          <Parts of="room-steer" id={gathering} />
          <Button onPress={() => open(<WallSheet />)} aria-label={t`Projector`}>
            <Projector size={20} aria-hidden="true" />
            <span>
              <Trans>Projector</Trans>
            </span>
          </Button>
          <PrivateLine />
        </Toolbar>
      </div>
    </>
  )
}

function NextButton({ acts: { act, busy } }: { acts: Acts }) {
  const { t } = useLingui()
  const { open } = useFloats()
  const begun = useRoom((room) => room.beganAt !== null)
  const now = useRoom(itemNow)
  const next = useRoom(itemNext)
  const title = next?.title ?? ''
  const words = !begun
    ? t`Begin`
    : next
      ? t`Next: ${title}`
      : now
        ? t`End this item`
        : t`End for everyone`
  function goOn() {
    if (!begun) void act(beginTheGathering)
    else if (next || now) void act(goToNextItem, { body: { believed: now?.id ?? null } })
    else open(<EndSheet />)
  }
  return (
    <Button look="act" className="next" isDisabled={busy} onPress={goOn} aria-label={words}>
      <StepForward size={20} aria-hidden="true" />
      <span>{words}</span>
    </Button>
  )
}

function ExtendButton({ acts: { act } }: { acts: Acts }) {
  const { t, i18n } = useLingui()
  const item = useRoom(itemNow)
  if (!item) return null
  const choices = [2, 5, 10].map((minutes) => {
    const time = timeIn(endIfExtended(item, minutes, nowAtHall()), undefined, i18n.locale)
    return {
      id: String(minutes),
      label: t`${minutes} minutes`,
      aside: t`end ${time}`,
      run: () => void act(extendAnItem, { params: { item: item.id }, body: { minutes } }),
    }
  })
  return (
    <MenuButton label={t`Extend`} choices={choices}>
      <Button aria-label={t`Extend`}>
        <Timer size={20} aria-hidden="true" />
        <span>
          <Trans>Extend</Trans>
        </span>
      </Button>
    </MenuButton>
  )
}

/** The facilitators' private line for the item that runs. */
function PrivateLine() {
  const item = useRoom(itemNow)
  const words = useCare()?.careLines[item?.id ?? '']
  if (!words) return null
  return (
    <p className="private hint">
      <Lock size={16} aria-hidden="true" />
      <span>
        <Trans>Facilitators only: {words}</Trans>
      </span>
    </p>
  )
}
