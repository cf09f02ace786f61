/** A talk about some words of a note: the words, what was said, answering, resolving. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Check, CornerUpLeft, RotateCcw } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { answerComment, listComments, resolveComment } from '../../api/comments.ts'
import { COMMENT_LENGTH } from '../../rules/comments.ts'
import type { Talk } from './marks.ts'
import { ProposalActs, ProposalWords } from './ProposalView.tsx'
import { Quote } from './Quote.tsx'
import { SaidActs } from './SaidActs.tsx'
import { SaidView } from './SaidView.tsx'
import type { Talking } from './talking.ts'
import { Writing } from './Writing.tsx'
import styles from './comments.module.css'

const touches = [listComments]
const ICON = { size: 16, 'aria-hidden': true } as const

export type TalkProps = {
  talking: Talking
  talk: Talk
  me: string | null
  /** It is resolved and leaves the list: somewhere else gets the focus. */
  left: () => void
  /** Shows its words in the text. */
  look: (id: string) => void
  /** The comment that shall have the focus once it is here; then `found` is told. */
  wanted: string | null
  found: () => void
}

/** The words it is about, as they were; said where they are not so any more. */
function About({ talk, look }: Pick<TalkProps, 'talk' | 'look'>) {
  const { quote, words, resolved, place, proposal } = talk
  if (proposal) return <ProposalWords proposal={proposal} />
  if (resolved) return <Quote words={quote} />
  return (
    <>
      <Quote words={quote} isGone={words === null} />
      {words === null && (
        <p className="hint">
          <Trans>These words no longer stand in the note.</Trans>
        </p>
      )}
      {words !== null && words !== quote && (
        <p className="hint">
          <Trans>
            Now: <q dir="auto">{words}</q>
          </Trans>
        </p>
      )}
      {place && (
        <Button small look="quiet" className={styles['look'] ?? ''} onPress={() => look(talk.id)}>
          <Trans>Show in the text</Trans>
        </Button>
      )}
    </>
  )
}

function Answering({
  talking: { note },
  talk,
  done,
}: Pick<TalkProps, 'talking' | 'talk'> & { done: () => void }) {
  const { t } = useLingui()
  const [text, setText] = useState('')
  const answer = useCall(answerComment, { touches })
  const params = { note, comment: talk.id }
  return (
    <>
      <Writing
        label={t`Your answer`}
        act={t`Answer`}
        value={text}
        onChange={setText}
        most={COMMENT_LENGTH}
        isBusy={answer.isPending}
        onAct={() => answer.mutate({ params, body: { text } }, { onSuccess: done })}
        onBack={done}
      />
      <ProblemLine cause={answer.error} />
    </>
  )
}

function Acts({ talking, talk, me, left }: Omit<TalkProps, 'look' | 'wanted' | 'found'>) {
  const [answers, setAnswers] = useState(false)
  const resolve = useCall(resolveComment, { touches })
  const { note, may } = talking
  const params = { note, comment: talk.id }
  const isResolved = talk.resolved !== null
  // An open suggestion is accepted, refused or taken back.
  const isOpen = talk.proposal?.outcome === null
  const mayResolve = may.comment && !isOpen && (may.resolve || talk.who.id === me)
  if (answers) return <Answering {...{ talking, talk }} done={() => setAnswers(false)} />
  // It leaves this list when it is done, and this part of the page with it: the focus is given after.
  const turn = () =>
    void resolve.mutateAsync({ params, body: { resolved: !isResolved } }).then(left, () => {})
  return (
    <div className={styles['acts']}>
      {may.comment && !isResolved && (
        <Button small onPress={() => setAnswers(true)}>
          <CornerUpLeft {...ICON} />
          <Trans>Answer</Trans>
        </Button>
      )}
      {mayResolve && (
        <Button small look="quiet" isDisabled={resolve.isPending} onPress={turn}>
          {isResolved ? <RotateCcw {...ICON} /> : <Check {...ICON} />}
          {isResolved ? <Trans>Open again</Trans> : <Trans>Resolve</Trans>}
        </Button>
      )}
      <ProblemLine cause={resolve.error} />
    </div>
  )
}

export function TalkView({ talking, talk, me, left, look, wanted, found }: TalkProps) {
  const { t } = useLingui()
  const name = talk.who.former ? t`a former member` : talk.who.name
  const { active } = talking
  const { proposal } = talk
  const by = talk.resolved?.by
  const place = useRef<HTMLElement>(null)
  const isWanted = wanted === talk.id
  useEffect(() => {
    if (!isWanted) return
    place.current?.focus()
    place.current?.scrollIntoView({ block: 'nearest' })
    found()
  }, [isWanted, found])
  return (
    <article
      ref={place}
      id={`comment-${talk.id}`}
      tabIndex={-1}
      className={styles['talk']}
      data-active={active === talk.id || undefined}
      aria-label={proposal ? t`Suggestion by ${name}` : t`Comment by ${name}`}
    >
      <About {...{ talk, look }} />
      {[talk, ...talk.answers].map((said) => (
        <SaidView key={said.id} said={said} isSilent={said === talk && proposal !== null}>
          <SaidActs {...{ talking, said, me }} isFirst={said === talk} />
        </SaidView>
      ))}
      {by && (
        <p className="hint">
          <Trans>
            Resolved by <bdi>{by}</bdi>
          </Trans>
        </p>
      )}
      {proposal && <ProposalActs {...{ talking, talk, proposal, me, left }} />}
      <Acts {...{ talking, talk, me, left }} />
    </article>
  )
}
