/** The stack: who has asked for the floor, in which order and why. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { X } from 'lucide-react'
import { useMemo } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { useNow } from '#web/kit/clock.ts'
import { ProblemLine } from '#web/kit/Said.tsx'
import { giveTheFloor, passInTheRound, withdrawFromTheStack } from '../api.ts'
import { nextToSpeak } from '../rules/stack.ts'
import type { StackOrder } from '../rules/state.ts'
import { REQUESTS } from './kinds.ts'
import { shortNameOf } from './names.ts'
import { InPlace } from './together/InPlace.tsx'
import { useActs, useFacilitates, useInRoom, useRoom, useRoomWith } from './useRoom.ts'

export function OrderWords({ order }: { order: StackOrder }) {
  if (order === 'progressive') return <Trans>who has spoken least goes first</Trans>
  return order === 'by-hand' ? (
    <Trans>arranged by the facilitators</Trans>
  ) : (
    <Trans>first come, first served</Trans>
  )
}

export function Asked() {
  const { t } = useLingui()
  const { me } = useInRoom()
  const room = useRoomWith('stack', 'floor', 'people', 'endedAt')
  const now = useNow()
  const next = useMemo(() => nextToSpeak(room, now), [room, now])
  const { act, problem, busy } = useActs()
  const facilitates = useFacilitates()
  const [first] = next
  const name = first ? shortNameOf(room.people, first) : ''
  const mine = first === me.who
  if (room.endedAt !== null) return null
  return (
    <section className="asked" aria-labelledby="asked-title">
      <header>
        <h2 id="asked-title">
          {room.floor.round ? (
            <Trans>A round, everybody once</Trans>
          ) : (
            <Trans>Asked for the floor</Trans>
          )}
          <span>
            {room.stack.closed ? (
              <Trans>closed for now</Trans>
            ) : (
              <OrderWords order={room.stack.order} />
            )}
          </span>
        </h2>
        {facilitates && first && (
          <Button
            small
            isDisabled={busy}
            onPress={() => void act(giveTheFloor, { body: { next: true, believed: first } })}
          >
            {mine ? <Trans>Take the floor</Trans> : <Trans>Give {name} the floor</Trans>}
          </Button>
        )}
      </header>
      <ProblemLine cause={problem} />
      {next.length === 0 ? (
        <p className="hint">
          <Trans>Nobody yet. The hand is below.</Trans>
        </p>
      ) : (
        <ol aria-label={t`Asked for the floor`}>
          {next.slice(0, 12).map((who, place) => (
            <Request key={who} who={who} place={place + 1} />
          ))}
          {next.length > 12 && (
            <li className="hint">
              <Plural value={next.length - 12} one="and # more" other="and # more" />
            </li>
          )}
        </ol>
      )}
    </section>
  )
}

function Request({ who, place }: { who: string; place: number }) {
  const { t, i18n } = useLingui()
  const { me } = useInRoom()
  const { act } = useActs()
  const facilitates = useFacilitates()
  const people = useRoom((room) => room.people)
  const request = useRoom((room) => room.stack.requests.find((one) => one.who === who))
  const inRound = useRoom((room) => room.floor.round?.left.includes(who) ?? false)
  const mine = who === me.who
  const name = mine ? t`You` : shortNameOf(people, who)
  const op = inRound ? passInTheRound : withdrawFromTheStack
  return (
    <li className={mine ? 'me' : ''}>
      <span className="num">{place}</span>
      <bdi title={people[who]?.name}>{name}</bdi>
      {request && (
        <span className="kind">{i18n._(REQUESTS[request.kind].name).toLocaleLowerCase()}</span>
      )}
      <InPlace who={who} />
      {(mine || facilitates) && (
        <Button
          small
          look="quiet"
          aria-label={
            mine ? t`Take your request back` : inRound ? t`Pass over ${name}` : t`Take ${name} off`
          }
          onPress={() => void act(op, { params: { who } })}
        >
          <X size={16} aria-hidden="true" />
        </Button>
      )}
    </li>
  )
}
