/** Ruling the stack: its order, by hand too; open or closed; how long turns are; a round. */
import { Trans, useLingui } from '@lingui/react/macro'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { Button } from '#web/kit/Button.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { closeTheRound, giveTheFloor, openARound, ruleTheStack, setTheTurns } from '../api.ts'
import { isFacilitator, peopleHere } from '../rules/glance.ts'
import { waiting } from '../rules/stack.ts'
import { type StackOrder, STACK_ORDERS } from '../rules/state.ts'
import { useFloats } from './Floats.tsx'
import { REQUESTS } from './kinds.ts'
import { InPlace } from './together/InPlace.tsx'
import { type Acts, nowAtHall, useActs, useInRoom, useRoom, useRoomWith } from './useRoom.ts'

const TURNS = [60, 120, 180, 300, 600]

function isOrder(text: string): text is StackOrder {
  return STACK_ORDERS.some((order) => order === text)
}

export function StackSheet() {
  const { t } = useLingui()
  const { close } = useFloats()
  const acts = useActs()
  const { act, problem } = acts
  const stack = useRoom((room) => room.stack)
  const turn = useRoom((room) => room.floor.turnSeconds)
  const names: Record<StackOrder, string> = {
    'first-come': t`First come, first served`,
    progressive: t`Who has spoken least goes first`,
    'by-hand': t`By hand`,
  }
  return (
    <Sheet title={t`The stack`} onClose={close} problem={problem}>
      <Waiters acts={acts} />
      <label className="field">
        <span className="label">
          <Trans>Order</Trans>
        </span>
        <select
          className="input"
          value={stack.order}
          onChange={({ target }) =>
            isOrder(target.value) && void act(ruleTheStack, { body: { order: target.value } })
          }
        >
          {STACK_ORDERS.map((order) => (
            <option key={order} value={order}>
              {names[order]}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span className="label">
          <Trans>Length of a turn from now on</Trans>
        </span>
        <select
          className="input"
          value={turn ?? ''}
          onChange={({ target }) =>
            void act(setTheTurns, { body: { seconds: Number(target.value) || null } })
          }
        >
          <option value="">{t`as long as the item`}</option>
          {[...new Set([...TURNS, ...(turn ? [turn] : [])])].map((seconds) => (
            <option key={seconds} value={seconds}>
              {t`${seconds / 60} min`}
            </option>
          ))}
        </select>
      </label>
      <label className="check">
        <input
          type="checkbox"
          checked={stack.closed}
          onChange={({ target }) => void act(ruleTheStack, { body: { closed: target.checked } })}
        />
        <span>
          <Trans>Closed: no new hands for now</Trans>
        </span>
      </label>
      <RoundAct acts={acts} />
    </Sheet>
  )
}

function Waiters({ acts: { act } }: { acts: Acts }) {
  const { t, i18n } = useLingui()
  const room = useRoomWith('stack', 'floor', 'people')
  const list = waiting(room, nowAtHall())
  const order = list.map(({ who }) => who)
  if (list.length === 0)
    return (
      <p className="hint">
        <Trans>Nobody has asked for the floor.</Trans>
      </p>
    )
  function move(from: number, to: number) {
    const who = order[from]
    if (!who) return
    const arranged = order.filter((one) => one !== who).toSpliced(to, 0, who)
    void act(ruleTheStack, { body: { arranged } })
  }
  return (
    <ol className="waiters">
      {list.map(({ who, kind }, place) => {
        const name = room.people[who]?.name ?? ''
        return (
          <li key={who}>
            <span className="num">{place + 1}</span>
            <bdi>{name}</bdi>
            <span className="hint">{i18n._(REQUESTS[kind].name).toLocaleLowerCase()}</span>
            <InPlace who={who} />
            <span className="acts">
              <Button
                small
                look="quiet"
                isDisabled={place === 0}
                aria-label={t`Move ${name} up`}
                onPress={() => move(place, place - 1)}
              >
                <ArrowUp size={16} aria-hidden="true" />
              </Button>
              <Button
                small
                look="quiet"
                isDisabled={place === list.length - 1}
                aria-label={t`Move ${name} down`}
                onPress={() => move(place, place + 1)}
              >
                <ArrowDown size={16} aria-hidden="true" />
              </Button>
              <Button
                small
                aria-label={t`Give the floor to ${name}`}
                onPress={() => void act(giveTheFloor, { body: { who: [who], beside: false } })}
              >
                <Trans>Give the floor</Trans>
              </Button>
            </span>
          </li>
        )
      })}
    </ol>
  )
}

/** A round: everybody here once, who facilitates last. */
function RoundAct({ acts: { act } }: { acts: Acts }) {
  const { store } = useInRoom()
  const round = useRoom((room) => room.floor.round)
  const left = round?.left.length ?? 0
  function open() {
    const room = store.room()
    const order = peopleHere(room)
      .map(({ who }) => who)
      .toSorted((a, b) => Number(isFacilitator(room, a)) - Number(isFacilitator(room, b)))
    void act(openARound, { body: { order, seconds: room.floor.turnSeconds } })
  }
  return (
    <div className="acts">
      {round ? (
        <>
          <p>
            <Trans>A round is on, {left} still to come.</Trans>
          </p>
          <Button small onPress={() => void act(closeTheRound)}>
            <Trans>Close the round</Trans>
          </Button>
        </>
      ) : (
        <Button small onPress={open}>
          <Trans>Open a round: everybody once</Trans>
        </Button>
      )}
    </div>
  )
}
