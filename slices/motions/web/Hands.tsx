/** My hand, or that of a co-op I speak for: one press, or one key; changed until the close. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useState } from 'react'
import { isField, singleKeysCount } from '#slices/room/web/keys.ts'
import { useActs } from '#slices/room/web/useRoom.ts'
import { type Answer, answersOf } from '#slices/decisions/rules/count/votes.ts'
import { useAnswers } from '#slices/decisions/web/words.tsx'
import { Button } from '#web/kit/Button.tsx'
import { Field } from '#web/kit/Field.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { voteOnMotion } from '../api.ts'
import type { Mine } from './useMotions.ts'
import type { VoteProps } from './VoteCard.tsx'

/** Answers that need a reason. */
export const needsReason = (answer: Answer) => answer === 'block' || answer === 'object'

/** The digits 1, 2, 3 vote, outside of fields. */
function useDigits(answers: readonly Answer[], on: boolean, give: (answer: Answer) => void): void {
  useEffect(() => {
    if (!on) return undefined
    function hear(event: KeyboardEvent) {
      const busy = isField(event.target) || document.querySelector('[role=dialog], [role=menu]')
      if (busy || event.ctrlKey || event.metaKey || event.altKey || !singleKeysCount()) return
      const answer = answers[Number(event.key) - 1]
      if (!answer) return
      event.preventDefault()
      give(answer)
    }
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [answers, on, give])
}

export function Hands({ vote, motion, mine }: VoteProps & { mine: Mine }) {
  const { t } = useLingui()
  const words = useAnswers()
  const { act, problem, busy } = useActs()
  const [asking, setAsking] = useState<Answer | null>(null)
  const [said, setSaid] = useState('')
  const answers = answersOf(vote.method)
  const called =
    vote.way === 'hands' || vote.voters.some((one) => one.called && one.member === mine.member)
  const given = mine.vote?.kind === 'answer' ? mine.vote.answer : null
  const alone = vote.mine.length === 1
  async function give(answer: Answer) {
    if (needsReason(answer) && asking !== answer) return setAsking(answer)
    const body = {
      as: mine.member,
      vote: { kind: 'answer' as const, answer },
      said: needsReason(answer) ? said : '',
    }
    if (await act(voteOnMotion, { params: { motion: motion.motion }, body })) setAsking(null)
  }
  useDigits(answers, alone && called && asking === null, (answer) => void give(answer))
  if (!called)
    return (
      <p className="hint">
        <Trans>You answer when your name is called.</Trans>
      </p>
    )
  const name = mine.name
  return (
    <div
      className="motion-hands"
      role="group"
      aria-label={alone ? t`Your vote` : t`The vote of ${name}`}
    >
      {!alone && (
        <p className="label">
          <bdi>{mine.name}</bdi>
        </p>
      )}
      <div className="acts">
        {answers.map((answer, at) => (
          <Button
            key={answer}
            className={`hand ${answer}`}
            aria-pressed={given === answer}
            isDisabled={busy}
            onPress={() => void give(answer)}
          >
            {words[answer]} {alone && singleKeysCount() && <kbd aria-hidden="true">{at + 1}</kbd>}
          </Button>
        ))}
      </div>
      {asking && (
        <form
          className="motion-reason"
          onSubmit={(event) => {
            event.preventDefault()
            void give(asking)
          }}
        >
          <Field
            label={t`Your reason`}
            value={said}
            onChange={setSaid}
            lines={2}
            autoFocus
            isRequired
          />
          <p className="acts">
            <Button type="submit" look="act" isDisabled={busy}>
              {words[asking]}
            </Button>
            <Button onPress={() => setAsking(null)}>
              <Trans>Go back</Trans>
            </Button>
          </p>
        </form>
      )}
      <ProblemLine cause={problem} />
      <Cast mine={mine} />
    </div>
  )
}

/** What was cast for me by somebody else. */
function Cast({ mine: { by, vote, kind } }: { mine: Mine }) {
  if (!vote) return null
  if (!by)
    return (
      <p className="hint">
        <Trans>It counts. You may change it until the close.</Trans>
      </p>
    )
  return (
    <p className="motion-told" role="status">
      {kind === 'co-op' ? (
        <Trans>
          Cast by <bdi>{by.name}</bdi>. You may change it until the close; the last one counts.
        </Trans>
      ) : (
        <Trans>
          Recorded for you by <bdi>{by.name}</bdi>, as it was said aloud. If that is wrong, change
          it until the close.
        </Trans>
      )}
    </p>
  )
}
