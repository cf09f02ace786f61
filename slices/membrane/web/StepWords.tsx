/** Where an application stands, in one sentence. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import type { Output } from '#kernel/operation.ts'
import { dayIn } from '#web/kit/When.tsx'
import type { readApplication } from '../api/door.ts'

type Shown = Pick<Output<typeof readApplication>, 'state' | 'step'>

export function StepWords({ state, step }: Shown) {
  const { i18n } = useLingui()
  const day = (at: string | null) => (at ? dayIn(at, undefined, i18n.locale) : '')
  if (state === 'accepted') return <Trans>Accepted.</Trans>
  if (state === 'refused') return <Trans>Not accepted.</Trans>
  if (state === 'withdrawn') return <Trans>Withdrawn.</Trans>
  if (step.waits === 'sponsors')
    return (
      <Plural
        value={step.sponsorsMissing}
        one="Waits for # member to vouch."
        other="Waits for # members to vouch."
      />
    )
  if (step.waits === 'time')
    return <Trans>All may ask and object until {day(step.waitUntil)}.</Trans>
  if (step.waits === 'first') return <Trans>Waits for what is given first.</Trans>
  return step.late ? (
    <Trans>To be decided; it was to be done by {day(step.decideBy)}.</Trans>
  ) : (
    <Trans>To be decided by {day(step.decideBy)}.</Trans>
  )
}
