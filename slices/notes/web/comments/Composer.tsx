/** Saying something about words that were chosen. What was written stays until it is said. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useRef } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { Field } from '#web/kit/Field.tsx'
import { refusalName } from '#web/kit/problem.ts'
import { ProblemLine } from '#web/kit/Said.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { listComments, makeComment, suggestWords } from '../../api/comments.ts'
import { COMMENT_LENGTH } from '../../rules/comments.ts'
import { Quote } from './Quote.tsx'
import type { Draft, Talking } from './talking.ts'
import { Writing } from './Writing.tsx'
import styles from './comments.module.css'

type Props = { talking: Talking; draft: Draft; said: (id: string) => void }

/** Says it, as a comment or as a suggestion; where the words changed they are to be chosen again. */
function useSaying({ talking, draft, said }: Props) {
  const comment = useCall(makeComment, { touches: [listComments] })
  const suggest = useCall(suggestWords, { touches: [listComments] })
  const { note, setDraft } = talking
  const { passage, text, instead } = draft
  const heard = {
    onSuccess({ comment: id }: { comment: string }) {
      setDraft(null)
      said(id)
    },
    onError(cause: Error) {
      if (refusalName(cause) === 'words-changed') setDraft({ ...draft, passage: null })
    },
  }
  const params = { note }
  const error = instead === null ? comment.error : suggest.error
  return {
    isBusy: comment.isPending || suggest.isPending || !passage,
    // Once other words were chosen it is said no more.
    error: passage && refusalName(error) === 'words-changed' ? null : error,
    say() {
      if (!passage) return
      if (instead === null) comment.mutate({ params, body: { passage, text } }, heard)
      else suggest.mutate({ params, body: { passage, words: instead, text } }, heard)
    },
  }
}

export function Composer(props: Props) {
  const { t } = useLingui()
  const { talking, draft } = props
  const { setDraft, begin, giveUp, chosen, show } = talking
  const { isBusy, error, say } = useSaying(props)
  const place = useRef<HTMLElement>(null)
  const { passage, text, instead } = draft
  const isSuggestion = instead !== null
  useEffect(() => {
    if (passage) place.current?.querySelector('textarea')?.focus()
  }, [passage])
  const chooseAgain = () => {
    // Where this lies over the text it has to go first; what was written waits.
    show(false)
    begin(chosen())
  }
  const be = (words: string | null) => setDraft({ ...draft, instead: words })
  return (
    <section ref={place} className={styles['composer']} aria-label={t`A new comment`}>
      {passage ? (
        <Quote words={passage.quote} />
      ) : (
        <Button small className={styles['look'] ?? ''} onPress={chooseAgain}>
          <Trans>Choose the words again</Trans>
        </Button>
      )}
      <div className={styles['kinds']}>
        <Button small look="quiet" aria-pressed={!isSuggestion} onPress={() => be(null)}>
          <Trans>Say something</Trans>
        </Button>
        <Button
          small
          look="quiet"
          aria-pressed={isSuggestion}
          onPress={() => be(instead ?? passage?.quote ?? '')}
        >
          <Trans>Suggest other words</Trans>
        </Button>
      </div>
      {isSuggestion && (
        <Field
          label={t`Words to stand instead`}
          hint={t`Empty: to take them out.`}
          value={instead}
          onChange={be}
          lines={3}
          maxLength={COMMENT_LENGTH}
          autoFocus
        />
      )}
      <Writing
        label={isSuggestion ? t`Why, if you like` : t`What you say about it`}
        act={isSuggestion ? t`Suggest` : t`Comment`}
        value={text}
        onChange={(now) => setDraft({ ...draft, text: now })}
        most={COMMENT_LENGTH}
        isBusy={isBusy}
        isFree={isSuggestion}
        onAct={say}
        onBack={giveUp}
      />
      <ProblemLine cause={error} />
    </section>
  )
}
