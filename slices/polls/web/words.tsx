/** The words that several pages of polls share. */
import { Trans, useLingui } from '@lingui/react/macro'
import { cityOf, dayIn, OWN_ZONE, timeIn, When } from '#web/kit/When.tsx'
import type { Form } from '../rules/poll.ts'
import { endOf } from '../rules/slots.ts'
import type { Mark, Poll, Slot, Stance } from './usePoll.ts'

/** A day and its time, with the poll's own time beside it where it differs. */
export function Moment({ at, zone }: { at: string; zone?: string | null }) {
  const { i18n } = useLingui()
  return (
    <>
      {dayIn(at, undefined, i18n.locale)}, <When at={at} {...(zone ? { zone } : {})} />
    </>
  )
}

export function FormWord({ form }: { form: Form }) {
  if (form === 'time') return <Trans>Time poll</Trans>
  return form === 'sense' ? <Trans>Sense check</Trans> : <Trans>Question round</Trans>
}

export function StateTag({ state }: Pick<Poll, 'state'>) {
  if (state === 'open')
    return (
      <span className="tag ember">
        <Trans>Open</Trans>
      </span>
    )
  return (
    <span className="tag">
      {state === 'closed' ? <Trans>Closed</Trans> : <Trans>Withdrawn</Trans>}
    </span>
  )
}

export function useMarkWords(): Record<Mark, string> {
  const { t } = useLingui()
  return { yes: t`Yes`, need: t`If need be`, no: t`No` }
}

export function useStanceWords(): Record<Stance, string> {
  const { t } = useLingui()
  return { good: t`Sounds good`, unsure: t`Not sure`, concern: t`Have concerns` }
}

/** The name that is shown. */
export function useCalled(): (who: Poll['by'] | null) => string {
  const { t } = useLingui()
  return (who) => {
    if (who === null) return ''
    return who.former ? t`a former member` : who.name
  }
}

type Timed = Pick<Slot, 'startsAt' | 'minutes'>

/** A time in one line: its day, from when until when; in the poll's zone too, where that differs. */
export function useSlotWords(zone: string | null): (slot: Timed) => string {
  const { t, i18n } = useLingui()
  const hours = (slot: Timed, where?: string) => {
    const from = timeIn(slot.startsAt, where, i18n.locale)
    return `${from}–${timeIn(endOf(slot), where, i18n.locale)}`
  }
  return (slot) => {
    const day = dayIn(slot.startsAt, undefined, i18n.locale)
    const mine = t`${day}, ${hours(slot)}`
    if (zone === null || hours(slot, zone) === hours(slot)) return mine
    const city = cityOf(zone)
    const there = dayIn(slot.startsAt, zone, i18n.locale)
    const theirs = there === day ? hours(slot, zone) : t`${there}, ${hours(slot, zone)}`
    return t`${mine} (${theirs} in ${city})`
  }
}

/** In whose time the times are shown. */
export function Zones({ zone }: { zone: string }) {
  const mine = cityOf(OWN_ZONE)
  const theirs = cityOf(zone)
  if (zone === OWN_ZONE) return <Trans>All times are those of {theirs}.</Trans>
  return (
    <Trans>
      Times are yours, in {mine}; the poll was asked in the time of {theirs}, which stands beside
      where it differs.
    </Trans>
  )
}
