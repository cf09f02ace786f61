/** One item of the running order: its time, what it is, whose, and how far it has come. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Check, Ellipsis } from 'lucide-react'
import { ItemNotes } from '#slices/notes/web/life/ItemNotes.tsx'
import { Button } from '#web/kit/Button.tsx'
import { useNow } from '#web/kit/clock.ts'
import { type Choice, MenuButton } from '#web/kit/Menu.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { timeIn } from '#web/kit/When.tsx'
import { MINUTE, msBetween } from '#kernel/clock.ts'
import { extendAnItem, reorderTheItems, skipAnItem, startAnItem } from '../api.ts'
import { type Row, timeLeft } from '../rules/clock.ts'
import type { Item } from '../rules/state.ts'
import { minutesOf } from './durations.ts'
import { shortName } from './names.ts'
import { useActs, useFacilitates, useInRoom, useRoom } from './useRoom.ts'

function useOwners({ owners }: Item): string {
  const { i18n } = useLingui()
  const people = useRoom((room) => room.people)
  return new Intl.ListFormat(i18n.locale, { type: 'unit' }).format(
    owners.map(({ name }) => shortName(people, name)),
  )
}

export function OrderItem({ row: { item, planned, expected } }: { row: Row }) {
  const { i18n } = useLingui()
  const facilitates = useFacilitates()
  const { gathering } = useInRoom()
  const over = useRoom((room) => room.endedAt !== null)
  const from = expected?.from ?? planned?.from
  const past = item.state === 'done' || item.state === 'skipped'
  return (
    <li
      className={`item ${past ? 'past' : ''} ${item.state === 'now' ? 'current' : ''}`}
      aria-current={item.state === 'now' ? 'step' : undefined}
    >
      {from ? <time dateTime={from}>{timeIn(from, undefined, i18n.locale)}</time> : <span />}
      <div>
        <p className="what">{item.title}</p>
        {item.state === 'now' ? <Running item={item} /> : <About item={item} />}
        <ItemNotes gathering={gathering} item={item} begins={item.state === 'now'} stays />
      </div>
      {facilitates && !past && !over && <ItemMenu item={item} />}
    </li>
  )
}

function About({ item }: { item: Item }) {
  const owners = useOwners(item)
  const spent = item.startedAt && item.endedAt ? msBetween(item.startedAt, item.endedAt) : null
  const minutes = spent === null ? item.minutes + item.extended : minutesOf(spent)
  if (item.state === 'skipped')
    return (
      <p className="more">
        <Trans>skipped</Trans>
      </p>
    )
  return (
    <p className="more">
      {item.state === 'done' && <Check size={16} aria-hidden="true" />}
      <span className="num">
        <Trans>{minutes} min</Trans>
      </span>
      {owners && (
        <>
          , <bdi>{owners}</bdi>
        </>
      )}
      {item.state === 'done' && (
        <span className="sr">
          <Trans>, done</Trans>
        </span>
      )}
    </p>
  )
}

function Running({ item }: { item: Item }) {
  const { t } = useLingui()
  const owners = useOwners(item)
  const now = useNow()
  const length = item.minutes + item.extended
  const left = timeLeft(item, now) ?? 0
  const used = Math.max(0, length * MINUTE - left)
  const usedMinutes = Math.floor(used / MINUTE)
  const part = length === 0 ? 100 : Math.min(100, (used / (length * MINUTE)) * 100)
  const leftMinutes = Math.ceil(left / MINUTE)
  const over = Math.floor(-left / MINUTE)
  return (
    <>
      {owners && (
        <p className="more">
          <bdi>{owners}</bdi>
        </p>
      )}
      <div className="spent" role="img" aria-label={t`${usedMinutes} of ${length} minutes used`}>
        <i style={{ inlineSize: `${part}%` }} />
      </div>
      <p className="more">
        {left >= 0 ? (
          <Trans>
            <b className="num">{leftMinutes} min left</b> of {length}
          </Trans>
        ) : (
          <Plural
            value={over}
            _0="just over its time"
            one="# minute over its time"
            other="# minutes over its time"
          />
        )}
      </p>
    </>
  )
}

/** What a facilitator does with an item that runs or lies ahead. */
function ItemMenu({ item }: { item: Item }) {
  const { t } = useLingui()
  const { act, problem } = useActs()
  const items = useRoom((room) => room.items)
  const begun = useRoom((room) => room.beganAt !== null)
  const params = { item: item.id }
  const ahead = items.filter(({ state }) => state === 'ahead').map(({ id }) => id)
  const place = ahead.indexOf(item.id)
  const moveTo = (to: number) =>
    void act(reorderTheItems, {
      body: { order: ahead.filter((id) => id !== item.id).toSpliced(to, 0, item.id) },
    })
  const choices: (Choice | false)[] = [
    begun &&
      place >= 0 && {
        id: 'start',
        label: t`Start now`,
        run: () => void act(startAnItem, { params }),
      },
    place > 0 && { id: 'earlier', label: t`Move earlier`, run: () => moveTo(place - 1) },
    place >= 0 &&
      place < ahead.length - 1 && {
        id: 'later',
        label: t`Move later`,
        run: () => moveTo(place + 1),
      },
    {
      id: 'more',
      label: t`5 minutes more`,
      run: () => void act(extendAnItem, { params, body: { minutes: 5 } }),
    },
    {
      id: 'fewer',
      label: t`5 minutes fewer`,
      run: () => void act(extendAnItem, { params, body: { minutes: -5 } }),
    },
    { id: 'skip', label: t`Skip it`, end: true, run: () => void act(skipAnItem, { params }) },
  ]
  return (
    <div className="item-menu">
      <MenuButton
        label={t`Change ${item.title}`}
        placement="bottom end"
        choices={choices.filter((choice) => choice !== false)}
      >
        <Button small look="quiet" aria-label={t`Change ${item.title}`}>
          <Ellipsis size={16} aria-hidden="true" />
        </Button>
      </MenuButton>
      <ProblemLine cause={problem} />
    </div>
  )
}
