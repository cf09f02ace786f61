/** The words for where an objection stands, and for the steps with it. */
import { Trans, useLingui } from '@lingui/react/macro'
import type { Step } from '../../rules/consent/objections.ts'
import type { Objection } from './useObjections.ts'

const LOOKS: Record<Objection['state'], string> = {
  open: 'tag ember',
  answered: 'tag straw',
  integrated: 'tag green',
  kept: 'tag',
  withdrawn: 'tag',
  'not-valid': 'tag',
}

export function ObjectionTag({ state }: Pick<Objection, 'state'>) {
  return (
    <span className={LOOKS[state]}>
      <StateWord state={state} />
    </span>
  )
}

/** Where it stands, in a word or two. */
export function StateWord({ state }: Pick<Objection, 'state'>) {
  switch (state) {
    case 'open':
      return <Trans>Open</Trans>
    case 'answered':
      return <Trans>Answered?</Trans>
    case 'integrated':
      return <Trans>Taken up</Trans>
    case 'kept':
      return <Trans>Kept</Trans>
    case 'withdrawn':
      return <Trans>Withdrawn</Trans>
    default:
      return <Trans>Judged not valid</Trans>
  }
}

export type StepWords = { act: string; says: string; words: string; look: 'act' | 'quiet' }

/** What a step is called, what it does, and what its words are. */
export function useStepWords(): Record<Step, StepWords> {
  const { t } = useLingui()
  return {
    answer: {
      act: t`The text answers it`,
      says: t`Whoever objected is asked by letter whether it does, and has seven days to say so. Silence keeps the objection.`,
      words: t`How the text that stands answers it`,
      look: 'act',
    },
    accept: {
      act: t`This answers it`,
      says: t`Your objection is taken up. It no longer holds up the opening.`,
      words: t`What you say to it, if you like`,
      look: 'act',
    },
    reject: {
      act: t`Not answered`,
      says: t`Your objection is open again, and the proposal does not open before it is dealt with.`,
      words: t`What is still missing`,
      look: 'quiet',
    },
    keep: {
      act: t`Talk is at its end`,
      says: t`The objection is kept: it holds up the opening no more, and stands beside the ballot and the outcome for all to read. It counts when whoever made it votes so.`,
      words: t`Why talk about it is at its end`,
      look: 'quiet',
    },
    withdraw: {
      act: t`Withdraw the objection`,
      says: t`It stays to be read, as withdrawn.`,
      words: t`Why, if you like`,
      look: 'quiet',
    },
    judge: {
      act: t`Judge it not valid`,
      says: t`The test: an objection gives a reason why the proposal would harm what the circle is there for. What somebody would merely like better is none. Your reason is read by all.`,
      words: t`Why it is no valid objection`,
      look: 'quiet',
    },
  }
}
