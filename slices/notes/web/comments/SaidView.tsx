/** One thing that was said: who, when, the words; changed, taken back or hidden where it is stood. */
import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { dayIn, timeIn } from '#web/kit/When.tsx'
import type { Talk } from './marks.ts'
import styles from './comments.module.css'

export type Said = Talk['answers'][number]

const isToday = (at: string): boolean => new Date(at).toDateString() === new Date().toDateString()

/** When something was said: the time today, else the day. */
export function useMoment(): (at: string) => string {
  const { i18n } = useLingui()
  return (at) =>
    isToday(at) ? timeIn(at, undefined, i18n.locale) : dayIn(at, undefined, i18n.locale)
}

function Gone({ said: { takenAt, hidden } }: { said: Said }) {
  if (takenAt || !hidden) return <Trans>Taken back.</Trans>
  const { by, why } = hidden
  return by ? (
    <Trans>
      Hidden by <bdi>{by}</bdi>: {why}
    </Trans>
  ) : (
    <Trans>Hidden: {why}</Trans>
  )
}

type Props = {
  said: Said
  /** Nothing had to be said beside the words that are suggested. */
  isSilent?: boolean
  children?: ReactNode
}

export function SaidView({ said, isSilent = false, children }: Props) {
  const moment = useMoment()
  const { who, text, madeAt, changedAt } = said
  return (
    <div className={styles['said']}>
      <p className={styles['who']}>
        <strong>{who.former ? <Trans>a former member</Trans> : <bdi>{who.name}</bdi>}</strong>{' '}
        <time dateTime={madeAt}>{moment(madeAt)}</time>
        {changedAt && text !== null && (
          <span title={moment(changedAt)}>
            {' '}
            · <Trans>changed</Trans>
          </span>
        )}
      </p>
      {text === null ? (
        <p className="hint">
          <Gone said={said} />
        </p>
      ) : isSilent && text === '' ? null : (
        <p className={styles['words']} dir="auto">
          {text}
        </p>
      )}
      {children}
    </div>
  )
}
