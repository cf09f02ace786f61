/** Choosing comments that go to a thread of their own. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { Field } from '#web/kit/Field.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { splitThread } from '../api/keeping.ts'
import { TITLE_LENGTH } from '../rules/thread.ts'
import { type Comment, type Said, type Thread, TOUCHES } from './useThread.ts'
import { useCalled } from './words.tsx'
import styles from './threads.module.css'

export function useChoosing() {
  const [chosen, setChosen] = useState<readonly Said[] | null>(null)
  return {
    is: chosen !== null,
    chosen: chosen ?? [],
    begin: () => setChosen([]),
    end: () => setChosen(null),
    turn: (id: Said) =>
      setChosen((all) =>
        all?.includes(id) ? all.filter((one) => one !== id) : [...(all ?? []), id],
      ),
  }
}
export type Choosing = ReturnType<typeof useChoosing>

export function ChooseBox({ comment, choosing }: { comment: Comment; choosing: Choosing }) {
  const { t } = useLingui()
  const called = useCalled()
  const { id, who } = comment
  const name = called(who)
  return (
    <input
      type="checkbox"
      aria-label={t`Take what ${name} said along`}
      checked={choosing.chosen.includes(id)}
      onChange={() => choosing.turn(id)}
    />
  )
}

export function SplitBar({ thread, choosing }: { thread: Thread; choosing: Choosing }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const [title, setTitle] = useState('')
  const split = useCall(splitThread, { touches: TOUCHES })
  const count = choosing.chosen.length
  const act = () => {
    const body = { title, comments: [...choosing.chosen], answers: true }
    split.mutate(
      { params: { thread: thread.id }, body },
      { onSuccess: (made) => void navigate({ to: '/threads/$thread', params: made }) },
    )
  }
  return (
    <form
      className={styles['compose']}
      onSubmit={(event) => {
        event.preventDefault()
        act()
      }}
    >
      <p>
        <Trans>Choose above what goes to a thread of its own; answers to it go along.</Trans>{' '}
        <b>
          <Plural value={count} _0="None chosen" one="One chosen" other="# chosen" />
        </b>
      </p>
      <Field
        label={t`Title of the new thread`}
        value={title}
        onChange={setTitle}
        maxLength={TITLE_LENGTH}
        isRequired
        autoFocus
      />
      <ProblemLine cause={split.error} />
      <div className="acts">
        <Button
          type="submit"
          look="act"
          isDisabled={split.isPending || count === 0 || title.trim() === ''}
        >
          <Trans>Split it off</Trans>
        </Button>
        <Button onPress={choosing.end}>
          <Trans>Go back</Trans>
        </Button>
      </div>
    </form>
  )
}
