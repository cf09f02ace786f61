/** One comment in the line of time: who, when, what it answers, its words, files and reactions. */
import { Trans, useLingui } from '@lingui/react/macro'
import { CornerUpLeft } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Files } from '#slices/files/web/Files.tsx'
import { Button } from '#web/kit/Button.tsx'
import { Face } from '#web/kit/Face.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { reactToSaid } from '../api/saying.ts'
import { CommentActs } from './CommentActs.tsx'
import { type Comment, type Thread, TOUCHES } from './useThread.ts'
import { Moment, useCalled, WordsOf } from './words.tsx'
import styles from './threads.module.css'

function Gone({ comment: { hidden } }: { comment: Comment }) {
  if (!hidden) return <Trans>Taken back.</Trans>
  const { by, why } = hidden
  return by ? (
    <Trans>
      Hidden by <bdi>{by}</bdi>: {why}
    </Trans>
  ) : (
    <Trans>Hidden: {why}</Trans>
  )
}

/** What it answers, as much as tells which it is; it leads there, wherever it stands by now. */
function Answered({ answers, here }: { answers: NonNullable<Comment['answers']>; here: string }) {
  const called = useCalled()
  const { id, thread, who, words } = answers
  return (
    <a className={styles['answered']} href={`${thread === here ? '' : `/threads/${thread}`}#${id}`}>
      <CornerUpLeft size={16} aria-hidden="true" />
      <span>
        <bdi>{called(who)}</bdi>: {words ?? <Trans>taken back or hidden</Trans>}
      </span>
    </a>
  )
}

function Reactions({ comment, thread }: { comment: Comment; thread: Thread }) {
  const react = useCall(reactToSaid, { touches: TOUCHES })
  const params = { thread: thread.id, comment: comment.id }
  return comment.reactions.map(({ emoji, names, mine }) => {
    const who = names.join(', ')
    return (
      <Button
        key={emoji}
        small
        aria-pressed={mine}
        onPress={() => react.mutate({ params, body: { emoji, on: !mine } })}
      >
        {emoji} <span className="num">{names.length}</span>
        <span className="sr">{who}</span>
      </Button>
    )
  })
}

function MarkTag({ mark }: { mark: NonNullable<Comment['mark']> }) {
  return mark.as === 'decision' ? (
    <span className="tag green">
      <Trans>Decision</Trans>
    </span>
  ) : (
    <span className="tag sky">
      <Trans>Summary</Trans>
    </span>
  )
}

type Props = {
  comment: Comment
  thread: Thread
  me: string | null
  seen: (place: HTMLElement | null) => void
  onAnswer: (comment: Comment) => void
  /** While comments are chosen for a new thread: the box that chooses this one. */
  choosing: ReactNode
}

export function CommentView({ comment, thread, me, seen, onAnswer, choosing }: Props) {
  const { t } = useLingui()
  const called = useCalled()
  const { id, number, who, text, answers, mentions, madeAt, changedAt, mark, files } = comment
  const name = called(who)
  const [isFiling, setFiling] = useState(false)
  return (
    <article
      id={id}
      ref={seen}
      tabIndex={-1}
      data-number={number}
      aria-label={t`Comment by ${name}`}
      className={`${styles['comment']} ${answers ? styles['answer'] : ''}`}
    >
      <p className={styles['who']}>
        {choosing}
        <Face id={who.id} name={name} small />
        <strong>
          <bdi>{name}</bdi>
        </strong>
        <span className="hint">
          <Moment at={madeAt} />
          {changedAt && text !== null && (
            <>
              {' · '}
              <Trans>changed</Trans>
            </>
          )}
        </span>
        {mark && <MarkTag mark={mark} />}
      </p>
      {answers && <Answered answers={answers} here={thread.id} />}
      {text === null ? (
        <p className="hint">
          <Gone comment={comment} />
        </p>
      ) : (
        <WordsOf text={text} people={mentions} me={me} />
      )}
      {text !== null && (files.length > 0 || isFiling) && (
        <Files holder={{ kind: 'comment', id }} compact={t`what ${name} said`} />
      )}
      <div className={styles['acts']}>
        <Reactions comment={comment} thread={thread} />
        <CommentActs
          {...{ comment, thread, me, name }}
          onAnswer={() => onAnswer(comment)}
          onFiles={() => setFiling(true)}
        />
      </div>
    </article>
  )
}
