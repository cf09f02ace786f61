/** The seats on the stage: who has the floor, who is next, whose item it is. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useMemo } from 'react'
import { useNow } from '#web/kit/clock.ts'
import { Face } from '#web/kit/Face.tsx'
import { msBetween, plus, SECOND } from '#kernel/clock.ts'
import type { Who } from '../rules/call.ts'
import { timeSpoken } from '../rules/speaking-time.ts'
import { isHere, itemNow, nameIn } from '../rules/glance.ts'
import { nextToSpeak } from '../rules/stack.ts'
import type { Room } from '../rules/state.ts'
import { clockOf } from './durations.ts'
import { shortName } from './names.ts'
import { InPlace } from './together/InPlace.tsx'
import { useInRoom, useRoom, useRoomWith } from './useRoom.ts'

/** Who sits on the stage: those with the floor, the owners of the item, and who is next if a seat is left. */
function seated(room: Room, now: string, most: number): Who[] {
  const owners = (itemNow(room)?.owners ?? []).flatMap(({ id }) =>
    id && isHere(room, id) ? [id] : [],
  )
  const sitting = [...new Set([...room.floor.holders.map(({ who }) => who), ...owners])]
  const [next] = nextToSpeak(room, now)
  const isLeft = next && sitting.length < most && !sitting.includes(next)
  return isLeft ? [...sitting, next] : sitting
}

export function Seats({ most }: { most: number }) {
  const { t } = useLingui()
  const room = useRoomWith('items', 'floor', 'stack', 'people')
  const now = useNow()
  const sitting = useMemo(() => seated(room, now, most), [room, now, most])
  if (sitting.length === 0) return null
  const shown = sitting.length > most ? sitting.slice(0, most - 1) : sitting
  const rest = sitting.length - shown.length
  return (
    <ul className="seats" aria-label={t`On the stage`}>
      {shown.map((who) => (
        <Seat key={who} who={who} now={now} />
      ))}
      {rest > 0 && (
        <li className="seat rest">
          <p className="more num">
            <Trans>+{rest} more</Trans>
          </p>
        </li>
      )}
    </ul>
  )
}

function Seat({ who, now }: { who: Who; now: string }) {
  const { me } = useInRoom()
  const name = useRoom((room) => nameIn(room, who))
  const people = useRoom((room) => room.people)
  const hasFloor = useRoom((room) => room.floor.holders.some((holder) => holder.who === who))
  return (
    <li className={`seat${hasFloor ? ' floor' : ''}`}>
      <Face id={who} name={name} />
      <div>
        <p className="name" title={name}>
          {who === me.who ? <Trans>You</Trans> : <bdi>{shortName(people, name)}</bdi>}
        </p>
        <p className="more num">
          <SeatState who={who} now={now} /> <InPlace who={who} />
        </p>
      </div>
    </li>
  )
}

function SeatState({ who, now }: { who: Who; now: string }) {
  const room = useRoomWith('floor', 'stack', 'people')
  const holder = room.floor.holders.find((one) => one.who === who)
  if (holder?.seconds) {
    const left = msBetween(now, plus(holder.since, holder.seconds * SECOND))
    const time = clockOf(left)
    return left < 0 ? <Trans>floor, {time} over</Trans> : <Trans>floor, {time} left</Trans>
  }
  if (holder) return <Trans>has the floor</Trans>
  if (nextToSpeak(room, now)[0] === who) return <Trans>next</Trans>
  const spoken = timeSpoken(room, who, now)
  const time = clockOf(spoken)
  return spoken >= SECOND ? <Trans>spoke {time}</Trans> : <Trans>on the stage</Trans>
}
