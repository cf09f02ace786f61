/** The words that several pages of decisions share. */
import { Trans, useLingui } from '@lingui/react/macro'
import { dayIn, When } from '#web/kit/When.tsx'
import type { Answer, Vote } from '../rules/count/votes.ts'
import type { Decision } from './useDecision.ts'

/** A day and its time, with the hall's own time beside it where it differs. */
export function Moment({ at, zone }: { at: string; zone?: string }) {
  const { i18n } = useLingui()
  return (
    <>
      {dayIn(at, undefined, i18n.locale)}, <When at={at} {...(zone ? { zone } : {})} />
    </>
  )
}

/** Where it stands; by advice it is decided, not counted. */
export function StateTag({
  state,
  advised = false,
}: {
  state: Decision['state']
  advised?: boolean
}) {
  if (state === 'open')
    return (
      <span className="tag ember">
        <Trans>Open</Trans>
      </span>
    )
  if (state === 'counted')
    return (
      <span className="tag green">{advised ? <Trans>Decided</Trans> : <Trans>Counted</Trans>}</span>
    )
  return (
    <span className="tag">
      {state === 'draft' && <Trans>Draft</Trans>}
      {state === 'talk' && <Trans>Talked about</Trans>}
      {state === 'withdrawn' && <Trans>Withdrawn</Trans>}
      {state === 'void' && <Trans>Void</Trans>}
    </span>
  )
}

/** How a decision ended, in a word or two. */
export function ResultWord({ result }: { result: NonNullable<Decision['outcome']>['result'] }) {
  switch (result) {
    case 'passed':
      return <Trans>It passed</Trans>
    case 'failed':
      return <Trans>It did not pass</Trans>
    case 'elected':
      return <Trans>Chosen</Trans>
    case 'level':
      return <Trans>A tie, to be asked again</Trans>
    default:
      return <Trans>Too few took part</Trans>
  }
}

/** A vote in words: an answer, an order, or marks. */
export function useVoteInWords(options: readonly string[]): (vote: Vote) => string {
  const words = useAnswers()
  return (vote) => {
    if (vote.kind === 'answer') return words[vote.answer]
    if (vote.kind === 'order') return vote.order.map((one) => options[one - 1]).join(' > ') || '–'
    return (
      vote.marks.map(({ option, mark }) => `${options[option - 1] ?? ''} ${mark}`).join(', ') || '–'
    )
  }
}

/** An answer as it stands on the ballot. */
export function useAnswers(): Record<Answer, string> {
  const { t } = useLingui()
  return {
    favour: t`In favour`,
    against: t`Against`,
    abstain: t`I abstain`,
    block: t`I block it`,
    agree: t`I agree`,
    reservations: t`I agree with reservations`,
    aside: t`I stand aside`,
    disagree: t`I disagree`,
    consent: t`I consent`,
    object: t`I object`,
  }
}
