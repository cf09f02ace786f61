/** What comes next. */
import { Trans, useLingui } from '@lingui/react/macro'
import type { Output } from '#kernel/operation.ts'
import { Empty } from '#web/kit/Said.tsx'
import { When } from '#web/kit/When.tsx'
import type { readHome } from '../api/home.ts'
import styles from './hall.module.css'

type Next = Output<typeof readHome>['next'][number]

export function Coming({ next }: { next: readonly Next[] }) {
  return (
    <section className="place" aria-labelledby="next-h">
      <h2 id="next-h">
        <Trans>Next</Trans>
      </h2>
      {next.length === 0 && (
        <Empty>
          <Trans>
            No gathering is called. <a href="/gatherings">Call one, or look back</a>.
          </Trans>
        </Empty>
      )}
      <ol className={styles['days']}>
        {next.map((gathering) => (
          <One key={gathering.id} gathering={gathering} />
        ))}
      </ol>
      {next.length > 0 && (
        <p className={styles['more']}>
          <a href="/gatherings">
            <Trans>All gatherings</Trans>
          </a>
        </p>
      )}
    </section>
  )
}

function One({ gathering }: { gathering: Next }) {
  const { i18n } = useLingui()
  const { id, title, startsAt, zone, answer, circle } = gathering
  const start = new Date(startsAt)
  return (
    <li>
      <p className={styles['day']}>
        <span>{start.toLocaleDateString(i18n.locale, { weekday: 'short' })}</span>
        <b className="num">{start.getDate()}</b>
        <span>{start.toLocaleDateString(i18n.locale, { month: 'short' })}</span>
      </p>
      <div>
        <a className="what" href={`/gatherings/${id}`}>
          {title}
        </a>
        <p className="hint">
          <When at={startsAt} zone={zone} />
          {circle && (
            <>
              {', '}
              <bdi>{circle.name}</bdi>
            </>
          )}
          {'. '}
          <Answered answer={answer} href={`/gatherings/${id}`} />
        </p>
      </div>
    </li>
  )
}

function Answered({ answer, href }: { answer: Next['answer']; href: string }) {
  if (answer === 'yes') return <Trans>You said yes.</Trans>
  if (answer === 'no') return <Trans>You said no.</Trans>
  if (answer === 'maybe') return <Trans>You said maybe.</Trans>
  return (
    <a href={href}>
      <Trans>Coming?</Trans>
    </a>
  )
}
