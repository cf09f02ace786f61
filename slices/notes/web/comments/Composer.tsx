/** Saying something about words that were chosen. What was written stays until it is said. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useRef } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { refusalName } from '#web/kit/problem.ts'
import { ProblemLine } from '#web/kit/Said.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { listComments, makeComment } from '../../api/comments.ts'
import { COMMENT_LENGTH } from '../../rules/comments.ts'
import { Quote } from './Quote.tsx'
import type { Draft, Talking } from './talking.ts'
import { Writing } from './Writing.tsx'
import styles from './comments.module.css'

type Props = { talking: Talking; draft: Draft; said: (id: string) => void }

export function Composer({ talking, draft, said }: Props) {
  const { t } = useLingui()
  const { note, setDraft, begin, chosen } = talking
  const make = useCall(makeComment, { touches: [listComments] })
  const place = useRef<HTMLElement>(null)
  const { passage, text } = draft
  useEffect(() => {
    if (passage) place.current?.querySelector('textarea')?.focus()
  }, [passage])
  const say = () => {
    if (!passage) return
    make.mutate(
      { params: { note }, body: { passage, text } },
      {
        onSuccess({ comment }) {
          setDraft(null)
          said(comment)
        },
        onError(cause) {
          if (refusalName(cause) === 'words-changed') setDraft({ ...draft, passage: null })
        },
      },
    )
  }
  return (
    <section ref={place} className={styles['composer']} aria-label={t`A new comment`}>
      {passage ? (
        <Quote words={passage.quote} />
      ) : (
        <Button small onPress={() => begin(chosen())}>
          <Trans>Choose the words again</Trans>
        </Button>
      )}
      <Writing
        label={t`What you say about it`}
        act={t`Comment`}
        value={text}
        onChange={(now) => setDraft({ ...draft, text: now })}
        most={COMMENT_LENGTH}
        isBusy={make.isPending || !passage}
        onAct={say}
        onBack={() => setDraft(null)}
      />
      <ProblemLine cause={make.error} />
    </section>
  )
}
