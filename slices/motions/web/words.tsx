/** What is said of motions, votes and results. */
import { msg } from '@lingui/core/macro'
import type { MessageDescriptor } from '@lingui/core'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import type { Answer } from '#slices/decisions/rules/count/votes.ts'
import type { Way } from '#slices/decisions/rules/life/at-gathering.ts'
import type { Counted } from '../rules/counted.ts'
import type { Motion } from './useMotions.ts'

export const WAY: Record<Way, MessageDescriptor> = {
  hands: msg`By show of hands`,
  calls: msg`By roll call`,
  ballot: msg`By ballot`,
}

export const PUT: Record<Way, MessageDescriptor> = {
  hands: msg`Vote by show of hands`,
  calls: msg`Vote by roll call`,
  ballot: msg`Vote by ballot`,
}

/** Answers as they are counted: "in favour 12". */
export const ANSWERED: Record<Answer, MessageDescriptor> = {
  favour: msg`In favour`,
  against: msg`Against`,
  abstain: msg`Abstaining`,
  block: msg`Blocking`,
  agree: msg`Agreeing`,
  reservations: msg`With reservations`,
  aside: msg`Standing aside`,
  disagree: msg`Disagreeing`,
  consent: msg`Consenting`,
  object: msg`Objecting`,
}

const ORDER: readonly Answer[] = [
  'favour',
  'agree',
  'consent',
  'reservations',
  'against',
  'disagree',
  'object',
  'abstain',
  'aside',
  'block',
]

/** How it ended, in a word. */
export function ResultWord({ counted, amends }: { counted: Counted; amends: boolean }) {
  const { result } = counted
  if (result === 'passed') return amends ? <Trans>Adopted</Trans> : <Trans>It passed</Trans>
  if (result === 'failed')
    return amends ? <Trans>Not adopted</Trans> : <Trans>It did not pass</Trans>
  if (result === 'elected') return <Trans>Chosen</Trans>
  if (result === 'level') return <Trans>A tie, to be asked again</Trans>
  return <Trans>Too few were there: nothing is decided</Trans>
}

/** "In favour 12, against 3. 17 of 24 on the roll were there." */
export function ResultNumbers({ counted }: { counted: Counted }) {
  const { i18n } = useLingui()
  const { answers, elected, present, eligible, voted } = counted
  const parts = ORDER.flatMap((answer) =>
    answers[answer] ? [`${i18n._(ANSWERED[answer])} ${answers[answer]}`] : [],
  )
  return (
    <>
      {elected.length > 0 && (
        <b>
          <bdi>{new Intl.ListFormat(i18n.locale).format(elected)}</bdi>.{' '}
        </b>
      )}
      {parts.length > 0 && <span className="num">{parts.join(', ')}. </span>}
      <Trans>
        {present} of {eligible} on the roll were there, {voted} voted.
      </Trans>
    </>
  )
}

/** What ended without a vote. */
export function EndWord({ state }: Pick<Motion, 'state'>) {
  if (state === 'withdrawn') return <Trans>Withdrawn</Trans>
  if (state === 'postponed') return <Trans>Postponed</Trans>
  return <Trans>Not taken up</Trans>
}

/** Who moved and who seconded. */
export function MovedBy({ motion: { movedBy, seconders, needed } }: { motion: Motion }) {
  const { i18n } = useLingui()
  const names = new Intl.ListFormat(i18n.locale).format(seconders.map(({ name }) => name))
  const missing = needed - seconders.length
  return (
    <>
      <Trans>
        Moved by <bdi>{movedBy.name}</bdi>
      </Trans>
      {seconders.length > 0 && (
        <>
          , <Trans>seconded by {names}</Trans>
        </>
      )}
      {missing > 0 && (
        <>
          .{' '}
          <Plural
            value={missing}
            one="It waits for one to second it"
            other="It waits for # to second it"
          />
        </>
      )}
    </>
  )
}
