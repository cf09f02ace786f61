/** A suggestion of other words: before and after, and what becomes of it. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Check, PenLine, X } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { useCall } from '#web/kit/useCall.ts'
import {
  acceptSuggestion,
  listComments,
  refuseSuggestion,
  suggestAnew,
} from '../../api/comments.ts'
import { COMMENT_LENGTH } from '../../rules/comments.ts'
import type { Talk } from './marks.ts'
import { Quote } from './Quote.tsx'
import type { Talking } from './talking.ts'
import { Writing } from './Writing.tsx'
import styles from './comments.module.css'

type Proposal = NonNullable<Talk['proposal']>
const TAGS = { same: 'span', added: 'ins', removed: 'del' } as const
const ICON = { size: 16, 'aria-hidden': true } as const
const touches = [listComments]

/** Each step with how far it reaches, which names it. */
function placed(steps: Proposal['steps']) {
  let place = 0
  return steps.map((step) => {
    place += step.text.length
    return { ...step, place }
  })
}

/** Before and after in one: what goes is struck, what comes is underlined. */
function Steps({ proposal: { steps } }: { proposal: Proposal }) {
  return (
    <Quote
      words={placed(steps).map(({ text, change, place }) => {
        const Tag = TAGS[change]
        return <Tag key={`${place} ${change}`}>{text}</Tag>
      })}
    />
  )
}

function Outcome({ proposal: { outcome, why, stale } }: { proposal: Proposal }) {
  if (outcome === 'accepted')
    return (
      <p className="hint">
        <Trans>Accepted: the new words stand in the note.</Trans>
      </p>
    )
  if (outcome === 'refused')
    return <p className="hint">{why ? <Trans>Refused: {why}</Trans> : <Trans>Refused.</Trans>}</p>
  if (!stale) return null
  return (
    <p className="hint">
      <Trans>The words that this was for have changed since.</Trans>
    </p>
  )
}

type Props = {
  talking: Pick<Talking, 'note' | 'may'>
  talk: Talk
  proposal: Proposal
  me: string | null
  left: () => void
}
type Doing = 'refuse' | 'anew' | null

/** The words before and after, and what became of them. */
export function ProposalWords({ proposal }: Pick<Props, 'proposal'>) {
  return (
    <>
      <Steps proposal={proposal} />
      <Outcome proposal={proposal} />
    </>
  )
}

/** Accepting, refusing, suggesting anew. */
export function ProposalActs({ talking, talk, proposal, me, left }: Props) {
  const [doing, setDoing] = useState<Doing>(null)
  const accept = useCall(acceptSuggestion, { touches })
  const { note, may } = talking
  const params = { note, comment: talk.id }
  const done = () => setDoing(null)
  const isOpen = proposal.outcome === null
  // It leaves this list when it is done, and this part of the page with it: the focus is given after.
  const take = () => void accept.mutateAsync({ params }).then(left, () => {})
  return (
    <>
      {doing === 'refuse' && <Refusing {...{ params, done, left }} />}
      {doing === 'anew' && (
        <Anew {...{ params, done }} words={proposal.stale ? (talk.words ?? '') : proposal.text} />
      )}
      {isOpen && doing === null && (
        <div className={styles['acts']}>
          {may.take && !proposal.stale && (
            <Button small look="act" isDisabled={accept.isPending} onPress={take}>
              <Check {...ICON} />
              <Trans>Accept</Trans>
            </Button>
          )}
          {may.take && (
            <Button small onPress={() => setDoing('refuse')}>
              <X {...ICON} />
              <Trans>Refuse…</Trans>
            </Button>
          )}
          {may.comment && talk.who.id === me && talk.words !== null && (
            <Button small look="quiet" onPress={() => setDoing('anew')}>
              <PenLine {...ICON} />
              <Trans>Suggest anew…</Trans>
            </Button>
          )}
        </div>
      )}
      <ProblemLine cause={accept.error} />
    </>
  )
}

type DoingProps = { params: { note: Talking['note']; comment: Talk['id'] }; done: () => void }

function Refusing({ params, done, left }: DoingProps & { left: () => void }) {
  const { t } = useLingui()
  const [why, setWhy] = useState('')
  const refuse = useCall(refuseSuggestion, { touches })
  const say = () =>
    void refuse
      .mutateAsync({ params, body: { why: why.trim() === '' ? null : why } })
      .then(left, () => {})
  return (
    <>
      <Writing
        label={t`Why, if you like`}
        act={t`Refuse`}
        value={why}
        onChange={setWhy}
        most={300}
        isBusy={refuse.isPending}
        isFree
        onAct={say}
        onBack={done}
      />
      <ProblemLine cause={refuse.error} />
    </>
  )
}

function Anew({ params, done, words: before }: DoingProps & { words: string }) {
  const { t } = useLingui()
  const [words, setWords] = useState(before)
  const anew = useCall(suggestAnew, { touches })
  return (
    <>
      <Writing
        label={t`Words to stand instead`}
        act={t`Suggest`}
        value={words}
        onChange={setWords}
        most={COMMENT_LENGTH}
        isBusy={anew.isPending}
        isFree
        onAct={() => anew.mutate({ params, body: { words } }, { onSuccess: done })}
        onBack={done}
      />
      <ProblemLine cause={anew.error} />
    </>
  )
}
