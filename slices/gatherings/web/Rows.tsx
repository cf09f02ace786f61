/** Gatherings in rows: the day as on a calendar leaf, the title, the hours, what I said. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { regionOf, When } from '#web/kit/When.tsx'
import { ANSWER_NAMES, PHASE_NAMES } from './kinds.ts'
import type { ListedShown } from './shapes.ts'

function isThisYear(day: Date): boolean {
  return day.getFullYear() === new Date().getFullYear()
}

export function Leaf({ at }: { at: string }) {
  const { i18n } = useLingui()
  const tag = regionOf(i18n.locale)
  const day = new Date(at)
  const thisYear = isThisYear(day)
  return (
    <span className="leaf" aria-hidden="true">
      <span>{day.toLocaleDateString(tag, { weekday: 'short' })}</span>
      <b className="doc num">{day.getDate()}</b>
      <span>
        {day.toLocaleDateString(tag, { month: 'short', ...(thisYear ? {} : { year: 'numeric' }) })}
      </span>
    </span>
  )
}

function Row({ gathering, past }: { gathering: ListedShown; past: boolean }) {
  const { t, i18n } = useLingui()
  const { id, title, circle, startsAt, zone, phase, answer } = gathering
  const day = new Date(startsAt).toLocaleDateString(regionOf(i18n.locale), { dateStyle: 'full' })
  const said = answer ? t(ANSWER_NAMES[answer]) : null
  return (
    <li>
      <Leaf at={startsAt} />
      <div className="leaf-what">
        <Link to="/gatherings/$gathering" params={{ gathering: id }} className="what">
          <bdi>{title}</bdi>
        </Link>
        <p className="hint">
          <span className="sr">{day}, </span>
          <When at={startsAt} zone={zone} />
          {circle && (
            <>
              {', '}
              <bdi>{circle.name}</bdi>
            </>
          )}
          {!past && said && (
            <>
              {'. '}
              <Trans>You said: {said}</Trans>
            </>
          )}
        </p>
      </div>
      {phase === 'open' && !past && <span className="tag ember">{t(PHASE_NAMES.open)}</span>}
      {phase === 'cancelled' && <span className="tag straw">{t(PHASE_NAMES.cancelled)}</span>}
    </li>
  )
}

export function Rows({
  gatherings,
  past = false,
}: {
  gatherings: readonly ListedShown[]
  past?: boolean
}) {
  if (gatherings.length === 0) return null
  return (
    <ul className="rows leaves">
      {gatherings.map((gathering) => (
        <Row key={gathering.id} gathering={gathering} past={past} />
      ))}
    </ul>
  )
}
