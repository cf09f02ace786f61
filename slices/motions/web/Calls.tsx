/** A roll call: whose name is called; for facilitators the next name, and what was said aloud. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useActs, useFacilitates } from '#slices/room/web/useRoom.ts'
import { type Answer, answersOf } from '#slices/decisions/rules/count/votes.ts'
import { useAnswers } from '#slices/decisions/web/words.tsx'
import { Button } from '#web/kit/Button.tsx'
import { Field } from '#web/kit/Field.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { callName, recordVote } from '../api.ts'
import { needsReason } from './Hands.tsx'
import type { VoteProps } from './VoteCard.tsx'

export function Calls({ vote, motion }: VoteProps) {
  const facilitates = useFacilitates()
  const { act, problem, busy } = useActs()
  const nameOf = (member: string | null) =>
    vote.voters.find((one) => one.member === member)?.name ?? ''
  const { calling, next, mine } = vote
  const mineIsCalled = mine.some(({ member }) => member === calling)
  const [now, after] = [nameOf(calling), nameOf(next)]
  const params = { motion: motion.motion }
  return (
    <div className="motion-calls">
      {calling && (
        <p className="motion-calling" role="status">
          {mineIsCalled ? (
            <Trans>
              Your name is called: <bdi>{now}</bdi>
            </Trans>
          ) : (
            <Trans>
              Called: <bdi>{now}</bdi>
            </Trans>
          )}
        </p>
      )}
      {facilitates && calling && <Recording key={calling} vote={vote} motion={motion} />}
      {facilitates && next && (
        <p className="acts">
          <Button
            look="act"
            isDisabled={busy}
            onPress={() => void act(callName, { params, body: { member: next } })}
          >
            <Trans>
              Call <bdi>{after}</bdi>
            </Trans>
          </Button>
        </p>
      )}
      {facilitates && !next && calling && (
        <p className="hint">
          <Trans>Everybody who is there was called.</Trans>
        </p>
      )}
      <ProblemLine cause={problem} />
    </div>
  )
}

/** What whoever was called said aloud, where they do not press it themselves. */
function Recording({ vote, motion }: VoteProps) {
  const { t } = useLingui()
  const words = useAnswers()
  const { act, problem, busy } = useActs()
  const [asking, setAsking] = useState<Answer | null>(null)
  const [said, setSaid] = useState('')
  const { calling, voters, mine } = vote
  const called = voters.find((one) => one.member === calling)
  if (!calling || !called || mine.some(({ member }) => member === calling)) return null
  async function record(answer: Answer) {
    if (needsReason(answer) && said === '') return setAsking(answer)
    const body = { member: calling ?? '', vote: { kind: 'answer' as const, answer }, said }
    if (await act(recordVote, { params: { motion: motion.motion }, body })) setAsking(null)
  }
  const { name } = called
  return (
    <div role="group" aria-label={t`What ${name} said aloud`} className="motion-hands">
      <p className="hint">
        <Trans>
          If <bdi>{name}</bdi> says it aloud, record it; they are told and may change it.
        </Trans>
      </p>
      <div className="acts">
        {answersOf(vote.method).map((answer) => (
          <Button
            key={answer}
            small
            aria-pressed={called.answer === answer}
            isDisabled={busy}
            onPress={() => void record(answer)}
          >
            {words[answer]}
          </Button>
        ))}
      </div>
      {asking && (
        <form
          className="motion-reason"
          onSubmit={(event) => {
            event.preventDefault()
            void record(asking)
          }}
        >
          <Field label={t`The reason that was given`} value={said} onChange={setSaid} isRequired />
          <Button type="submit" small isDisabled={busy}>
            <Trans>Record it</Trans>
          </Button>
        </form>
      )}
      <ProblemLine cause={problem} />
    </div>
  )
}
