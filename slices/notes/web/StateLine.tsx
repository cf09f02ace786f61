/** What who reads sees of a note's state: who writes in it now, when it changed, whether it rests. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { dayIn, timeIn } from '#web/kit/When.tsx'
import type { Read } from './reading/useReading.ts'

const NAMED = 3

const isToday = (at: string): boolean => new Date(at).toDateString() === new Date().toDateString()

type Props = {
  read: Read
  /** The head above says already whether it is locked or approved. */
  headed: boolean
}

export function StateLine({ read: { state, writers, updatedAt }, headed }: Props) {
  const { i18n } = useLingui()
  if (state === 'approved' && !headed)
    return (
      <p>
        <span className="tag green">
          <Trans>approved</Trans>
        </span>{' '}
        <Trans>It stays as it is.</Trans>
      </p>
    )
  if (state === 'locked' && !headed)
    return (
      <p>
        <span className="tag straw">
          <Trans>locked</Trans>
        </span>{' '}
        <Trans>Nobody writes here for now.</Trans>
      </p>
    )
  if (writers.length > 0) return <Writers writers={writers} />
  if (!updatedAt) return null
  const when = isToday(updatedAt)
    ? timeIn(updatedAt, undefined, i18n.locale)
    : dayIn(updatedAt, undefined, i18n.locale)
  return (
    <p>
      <Trans>Last changed {when}</Trans>
    </p>
  )
}

function Writers({ writers }: Pick<Read, 'writers'>) {
  const named = writers.slice(0, NAMED)
  const others = writers.length - named.length
  return (
    <p>
      <Trans>Writing now:</Trans>{' '}
      {named.map(({ who, name }, at) => (
        <span key={who}>
          {at > 0 && ', '}
          <bdi>{name}</bdi>
        </span>
      ))}
      {others > 0 && (
        <>
          {' '}
          <Plural value={others} one="and one more" other="and # more" />
        </>
      )}
    </p>
  )
}
