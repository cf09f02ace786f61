/** The now line in words, for each of its forms. */
import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { timeIn } from '#web/kit/When.tsx'
import type { Clocked, ItemNamed, Named, NowLine } from '../rules/now-line.ts'
import { ITEM_KINDS } from './kinds.ts'
import { shortName } from './names.ts'
import { useRoom } from './useRoom.ts'

type Clock = (ms: number) => string
type Of<K extends NowLine['kind']> = Extract<NowLine, { kind: K }>

export function NowWords({ now, clock }: { now: NowLine; clock: Clock }) {
  if (now.kind === 'lost') return <Lost now={now} />
  if (now.kind === 'before') return <Before now={now} clock={clock} />
  if (now.kind === 'break') return <Break now={now} clock={clock} />
  if (now.kind === 'ended') {
    return (
      <p>
        <Trans>
          <span className="now-word">Now:</span> <b>it is over.</b> Thank you all. What was said is
          in the minutes.
        </Trans>
      </p>
    )
  }
  return <Floor now={now} clock={clock} />
}

function Lost({ now }: { now: Of<'lost'> }) {
  const { i18n } = useLingui()
  const at = timeIn(now.since, undefined, i18n.locale)
  return (
    <p role="status">
      <Trans>
        We lost the line at <b className="num">{at}.</b> What you type is kept; we come back by
        ourselves.
      </Trans>
    </p>
  )
}

function Before({ now, clock }: { now: Of<'before'>; clock: Clock }) {
  const { first } = now
  const left = clock(now.startsIn)
  return (
    <p>
      <Trans>
        <span className="now-word">Now:</span> <b>the doors are open.</b>
      </Trans>{' '}
      {now.startsIn > 0 ? (
        <Trans>
          We begin in <span className="left num">{left}.</span>
        </Trans>
      ) : (
        <Trans>We begin in a moment.</Trans>
      )}{' '}
      {first && (
        <span className="now-next">
          <Trans>
            First: <b>{first.title}.</b>
          </Trans>
        </span>
      )}
    </p>
  )
}

function Break({ now, clock }: { now: Of<'break'>; clock: Clock }) {
  const { i18n } = useLingui()
  const back = timeIn(now.backAt, undefined, i18n.locale)
  const { next } = now
  return (
    <p>
      <Trans>
        <span className="now-word">Now:</span> <b>{now.item.title},</b> back at{' '}
        <b className="num">{back},</b>
      </Trans>{' '}
      <Left now={now} clock={clock} />{' '}
      {next && (
        <span className="now-next">
          <Trans>
            Next: <b>{next.title}.</b>
          </Trans>
        </span>
      )}
    </p>
  )
}

function Left({ now, clock }: { now: Clocked; clock: Clock }) {
  if (now.left === null) return null
  const time = clock(now.left)
  return (
    <span className="left num">
      {now.left < 0 ? <Trans>{time} over.</Trans> : <Trans>{time} left.</Trans>}
    </span>
  )
}

function Holders({ holders, yours }: { holders: readonly Named[]; yours: boolean }) {
  const people = useRoom((room) => room.people)
  const { i18n } = useLingui()
  const shown = holders.map(({ name }) => shortName(people, name))
  const list = new Intl.ListFormat(i18n.locale).formatToParts(shown)
  if (yours && holders.length === 1)
    return (
      <Trans>
        <b>You</b> have the floor
      </Trans>
    )
  const names = list.map(({ type, value }, place) =>
    // A name may come twice; its place in the sentence tells them apart.
    // oxlint-disable react/no-array-index-key
    type === 'element' ? (
      <b key={`${place} ${value}`}>
        <bdi>{value}</bdi>
      </b>
    ) : (
      value
    ),
  )
  return holders.length === 1 ? (
    <Trans>{names} has the floor</Trans>
  ) : (
    <Trans>{names} have the floor</Trans>
  )
}

type FloorNow = Of<'turn' | 'several' | 'free'>

function Floor({ now, clock }: { now: FloorNow; clock: Clock }) {
  return (
    <p>
      <span className="now-word">
        <Trans>Now:</Trans>
      </span>{' '}
      <Item item={now.item} />{' '}
      {now.kind === 'free' ? (
        <Trans>The floor is free.</Trans>
      ) : (
        <>
          <Holders holders={now.holders} yours={now.yours} />
          {now.left === null ? '.' : ', '}
          <Left now={now} clock={clock} />
        </>
      )}{' '}
      <span className="now-next">
        <Next now={now} />
      </span>
    </p>
  )
}

function Item({ item }: { item: ItemNamed | null }): ReactNode {
  const { i18n } = useLingui()
  if (!item)
    return (
      <b>
        <Trans>between two items.</Trans>
      </b>
    )
  const kind = i18n._(ITEM_KINDS[item.kind])
  const named = item.title.toLocaleLowerCase().startsWith(kind.toLocaleLowerCase())
  return <b title={item.title}>{named ? kind : item.title}.</b>
}

function Next({ now }: { now: FloorNow }) {
  const people = useRoom((room) => room.people)
  if (now.warned) return <Trans>One minute, thank you.</Trans>
  if (!now.next) return now.kind === 'free' ? <Trans>Ask for it with the hand.</Trans> : null
  const next = shortName(people, now.next.name)
  if (now.pace === 'over')
    return (
      <Trans>
        Next:{' '}
        <b>
          <bdi>{next}</bdi>
        </b>{' '}
        is waiting.
      </Trans>
    )
  return (
    <Trans>
      Next:{' '}
      <b>
        <bdi>{next}</bdi>.
      </b>
    </Trans>
  )
}
