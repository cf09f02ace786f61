/** A gathering that is on: where it stands, and the way in. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { DoorOpen } from 'lucide-react'
import type { CSSProperties } from 'react'
import type { Output } from '#kernel/operation.ts'
import { When } from '#web/kit/When.tsx'
import type { readHome } from '../api/home.ts'
import styles from './hall.module.css'

export type On = Output<typeof readHome>['on'][number]

export function OnNow({ on }: { on: On }) {
  const { gathering, title, began, zone, here } = on
  const room = `/gatherings/${gathering}/room`
  return (
    <section className={`lit ${styles['on']}`} aria-labelledby={`on-${gathering}`}>
      <p className={styles['lamp']}>
        <i aria-hidden="true" />
        <Trans>On now</Trans>
        <span className="hint">
          <Trans>
            since <When at={began} zone={zone} />
          </Trans>
        </span>
      </p>
      <h2 id={`on-${gathering}`}>
        <a href={room}>{title}</a>
      </h2>
      <Says on={on} />
      {on.order.length > 0 && <Strip on={on} />}
      <div className={`acts ${styles['acts'] ?? ''}`}>
        <a className="btn act" href={room}>
          <DoorOpen size={20} aria-hidden="true" />
          <Trans>Go in</Trans>
        </a>
        <p className="hint">
          <Plural
            value={here}
            _0="Nobody is there yet."
            one="# person is there."
            other="# people are there."
          />
        </p>
      </div>
    </section>
  )
}

function Says({ on: { item, holders, next } }: { on: On }) {
  if (!item && holders.length === 0) return null
  return (
    <p className={styles['says']}>
      {item && <b>{/[.?!…]$/.test(item) ? item : `${item}.`} </b>}
      {holders.length > 0 && (
        <>
          <bdi>{holders.join(', ')}</bdi>{' '}
          <Plural value={holders.length} one="has the floor" other="have the floor" />
          {next && (
            <Trans>
              , then <bdi>{next}</bdi>
            </Trans>
          )}
          .
        </>
      )}
    </p>
  )
}

const part = (minutes: number, spent: number): CSSProperties & Record<`--${string}`, string> => ({
  '--m': String(Math.max(1, minutes)),
  '--spent': `${Math.round(spent * 100)}%`,
})

function Strip({ on }: { on: On }) {
  const { t } = useLingui()
  const { order, left, ends, began } = on
  const nr = order.findIndex(({ state }) => state === 'now') + 1
  const all = order.length
  const kinds = { done: 'past', skipped: 'past', now: 'current', ahead: '' } as const
  return (
    <>
      <ol className={styles['strip']} aria-label={t`Running order, in minutes`}>
        {order.map(({ id, title, minutes, state, spent }) => (
          <li key={id} className={styles[kinds[state]] ?? ''} style={part(minutes, spent)}>
            <span className="sr">
              {title}, {minutes}
            </span>
          </li>
        ))}
      </ol>
      <p className={`num ${styles['ends']}`}>
        <When at={began} />
        {nr > 0 && left !== null && (
          <span>
            <Trans>
              item {nr} of {all}
            </Trans>
            {', '}
            {left >= 0 ? (
              <Plural value={left} one="# minute left" other="# minutes left" />
            ) : (
              <Plural value={-left} one="# minute over" other="# minutes over" />
            )}
          </span>
        )}
        <span>{ends && <When at={ends} />}</span>
      </p>
    </>
  )
}
