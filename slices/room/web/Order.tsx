/** The running order with its clock: what was, what is, what comes, and whether the end holds. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Plus, TriangleAlert } from 'lucide-react'
import { useMemo } from 'react'
import { Files } from '#slices/files/web/Files.tsx'
import { Button } from '#web/kit/Button.tsx'
import { useNow } from '#web/kit/clock.ts'
import { MenuButton } from '#web/kit/Menu.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { cityOf, OWN_ZONE, timeIn } from '#web/kit/When.tsx'
import { agreeOnTheEnd, extendAnItem } from '../api.ts'
import { timetable } from '../rules/clock.ts'
import { expectedEnd, minutesLate } from '../rules/ends.ts'
import { AddItemSheet } from './AddItemSheet.tsx'
import { useFloats } from './Floats.tsx'
import { OrderItem } from './OrderItem.tsx'
import { useActs, useFacilitates, useInRoom, useRoom, useRoomWith } from './useRoom.ts'

const minuteOf = (now: string) => `${now.slice(0, 16)}:00.000Z`

function Clock() {
  const { i18n } = useLingui()
  const now = useNow()
  const zone = useRoom((room) => room.call?.zone)
  const mine = timeIn(now, undefined, i18n.locale)
  const theirs = timeIn(now, zone, i18n.locale)
  const city = cityOf(zone ?? OWN_ZONE)
  return (
    <p className="clock">
      <time dateTime={now}>{mine}</time>
      {mine === theirs ? (
        <span className="hint">{city}</span>
      ) : (
        <span className="hint">
          <Trans>
            {theirs} in {city}
          </Trans>
        </span>
      )}
    </p>
  )
}

export function Order() {
  const { t } = useLingui()
  const { open } = useFloats()
  const facilitates = useFacilitates()
  const title = useRoom((room) => room.call?.title ?? '')
  const circle = useRoom((room) => room.call?.circle)
  const room = useRoomWith('items', 'call', 'beganAt', 'endedAt', 'agreedEnd')
  const now = useNow()
  const minute = minuteOf(now)
  const rows = useMemo(() => timetable(room, minute), [room, minute])
  return (
    <>
      <header className="order-head">
        {circle && <p className="label">{circle}</p>}
        <h1>{title}</h1>
        <Clock />
      </header>
      {/* A list that scrolls can be reached by keyboard, so it takes the focus. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <ol className="items" tabIndex={0} aria-label={t`Items`}>
        {rows.map((row) => (
          <OrderItem key={row.item.id} row={row} />
        ))}
      </ol>
      {facilitates && room.endedAt === null && (
        <p className="order-add">
          <Button small look="quiet" onPress={() => open(<AddItemSheet />)}>
            <Plus size={16} aria-hidden="true" />
            <Trans>Add an item</Trans>
          </Button>
        </p>
      )}
      <Handouts title={title} />
      <Forecast minute={minute} />
    </>
  )
}

/** Handouts and slides, of the gathering and of its items. */
function Handouts({ title }: { title: string }) {
  const { gathering } = useInRoom()
  return (
    <div className="order-files">
      <Files holder={{ kind: 'gathering', id: gathering }} compact={title} whole />
    </div>
  )
}

/** Said as soon as it is known: the planned end can't hold. */
function Forecast({ minute }: { minute: string }) {
  const { t, i18n } = useLingui()
  const { act, problem } = useActs()
  const facilitates = useFacilitates()
  const room = useRoomWith('items', 'call', 'beganAt', 'endedAt', 'agreedEnd')
  const late = minutesLate(room, minute)
  const end = expectedEnd(room, minute)
  if (late === 0 || !end || room.beganAt === null) return null
  const time = timeIn(end, undefined, i18n.locale)
  const ahead = room.items.filter(({ state, minutes }) => state === 'ahead' && minutes > 5)
  return (
    <div className="order-end">
      <p>
        <TriangleAlert size={16} aria-hidden="true" />
        <span>
          <Plural
            value={late}
            one={`We end at ${time}, # minute late.`}
            other={`We end at ${time}, # minutes late.`}
          />
        </span>
      </p>
      {facilitates && (
        <p className="order-acts">
          {ahead.length > 0 && (
            <MenuButton
              label={t`Shorten`}
              choices={ahead.map(({ id, title }) => ({
                id,
                label: title,
                aside: t`5 minutes fewer`,
                run: () => void act(extendAnItem, { params: { item: id }, body: { minutes: -5 } }),
              }))}
            >
              <Button small>
                <Trans>Shorten</Trans>
              </Button>
            </MenuButton>
          )}
          <Button small onPress={() => void act(agreeOnTheEnd, { body: { till: end } })}>
            <Trans>Agree to go on</Trans>
          </Button>
        </p>
      )}
      <ProblemLine cause={problem} />
    </div>
  )
}
