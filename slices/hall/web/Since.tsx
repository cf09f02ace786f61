/** What happened since the last visit, by day, the latest first. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import type { Output } from '#kernel/operation.ts'
import { Empty } from '#web/kit/Said.tsx'
import { dayIn, timeIn } from '#web/kit/When.tsx'
import type { readHome } from '../api/home.ts'
import styles from './hall.module.css'

type Home = Output<typeof readHome>
type Happened = Home['diary'][number]

function byDay(diary: readonly Happened[], locale: string): [string, Happened[]][] {
  return [...Map.groupBy(diary, ({ at }) => dayIn(at, undefined, locale))]
}

export function Since({ since, diary }: Pick<Home, 'since' | 'diary'>) {
  const { i18n } = useLingui()
  const { locale } = i18n
  return (
    <section className={`place ${styles['since'] ?? ''}`} aria-labelledby="since-h">
      <h2 id="since-h">{since ? <Trans>Since you were here</Trans> : <Trans>Of late</Trans>}</h2>
      {since && (
        <p className="hint">
          {dayIn(since, undefined, locale)}, <time>{timeIn(since, undefined, locale)}</time>
        </p>
      )}
      {diary.length === 0 && (
        <Empty>
          <Trans>Nothing new.</Trans>
        </Empty>
      )}
      {byDay(diary, locale).map(([day, happened]) => (
        <div key={day}>
          <h3>{day}</h3>
          <ol className={styles['diary']}>
            {happened.map((one) => (
              <li key={`${one.at} ${one.href} ${one.who}`}>
                <time dateTime={one.at}>{timeIn(one.at, undefined, locale)}</time>
                <p>
                  <Told {...one} />
                </p>
              </li>
            ))}
          </ol>
        </div>
      ))}
    </section>
  )
}

function Told({ kind, who, what, href, others }: Happened) {
  const name = <bdi>{who ?? ''}</bdi>
  const there = (
    <a href={href}>
      <bdi>{what}</bdi>
    </a>
  )
  if (kind === 'joined' && others > 0)
    return (
      <Trans>
        {name} and <Plural value={others} one="# other" other="# others" /> joined {there}.
      </Trans>
    )
  if (kind === 'joined')
    return (
      <Trans>
        {name} joined {there}.
      </Trans>
    )
  if (kind === 'circle-made') return <Trans>A new circle: {there}.</Trans>
  if (kind === 'called-off') return <Trans>Called off: {there}.</Trans>
  return who ? (
    <Trans>
      {name} called {there}.
    </Trans>
  ) : (
    <Trans>Called: {there}.</Trans>
  )
}
