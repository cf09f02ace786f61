/** A quick poll: open, its question and what one can answer; then how many answered what. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { type ReactNode, useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { timeIn } from '#web/kit/When.tsx'
import { answerAPoll, closeAPoll } from '../api.ts'
import type { Answer, Poll } from '../rules/state.ts'
import { resultsOf } from '../rules/tally.ts'
import { answerFits } from '../rules/answers.ts'
import { PollResults } from './PollResults.tsx'
import { useChoices } from './pollChoices.ts'
import { useActs, useFacilitates, useInRoom } from './useRoom.ts'

export function PollCard({ poll }: { poll: Poll }) {
  const { me } = useInRoom()
  const answered = poll.answered.includes(me.who)
  const [changing, setChanging] = useState(false)
  const results = resultsOf(poll)
  const mayChange = answered && !poll.anonymous && !poll.closedAt
  const asks = !poll.closedAt && (!answered || changing)
  return (
    <article className="poll" aria-label={poll.question}>
      <h4>{poll.question}</h4>
      {asks ? (
        <Answering poll={poll} onDone={() => setChanging(false)} />
      ) : (
        results && <PollResults poll={poll} tally={results} />
      )}
      <PollFoot poll={poll} />
      {mayChange && !changing && (
        <Button small look="quiet" onPress={() => setChanging(true)}>
          <Trans>Change my answer</Trans>
        </Button>
      )}
      <Closing poll={poll} />
    </article>
  )
}

function PollFoot({ poll }: { poll: Poll }) {
  const { i18n } = useLingui()
  const { me } = useInRoom()
  const time = poll.closedAt ? timeIn(poll.closedAt, undefined, i18n.locale) : ''
  const count = poll.answered.length
  return (
    <p className="hint">
      {poll.closedAt ? (
        poll.anonymous ? (
          <Trans>Anonymous, closed at {time}</Trans>
        ) : (
          <Trans>Named, closed at {time}</Trans>
        )
      ) : (
        <>
          <Plural
            value={count}
            _0="Nobody has answered yet."
            one="# person has answered."
            other="# people have answered."
          />{' '}
          {poll.anonymous ? (
            <Trans>Anonymous: nothing ties your answer to you. Results come at the close.</Trans>
          ) : poll.results === 'close' ? (
            <Trans>Named: at the close all see who answered what.</Trans>
          ) : (
            <Trans>Named: all see who answered what.</Trans>
          )}{' '}
          {poll.answered.includes(me.who) && <Trans>You have answered.</Trans>}
        </>
      )}
    </p>
  )
}

function Closing({ poll }: { poll: Poll }) {
  const { me } = useInRoom()
  const facilitates = useFacilitates()
  const { act, problem, busy } = useActs()
  if (poll.closedAt || (!facilitates && poll.by !== me.who)) return null
  return (
    <div>
      <Button
        small
        isDisabled={busy}
        onPress={() => void act(closeAPoll, { params: { poll: pollId(poll) } })}
      >
        <Trans>Close the poll</Trans>
      </Button>
      <ProblemLine cause={problem} />
    </div>
  )
}

/** The id of a poll as operations take it. */
function pollId({ id }: Poll): `pol_${string}` {
  return `pol_${id.replace(/^pol_/, '')}`
}

function Answering({ poll, onDone }: { poll: Poll; onDone: () => void }) {
  const { t } = useLingui()
  const { act, problem, busy } = useActs()
  const [answer, setAnswer] = useState<Answer | null>(poll.kind === 'several' ? [] : null)
  const fits = answer !== null && answerFits(poll, answer)
  async function send() {
    if (answer === null) return
    const body = { answer: typeof answer === 'object' ? [...answer] : answer }
    if (await act(answerAPoll, { params: { poll: pollId(poll) }, body })) onDone()
  }
  return (
    <form
      className="ask"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      {poll.kind === 'words' ? (
        <textarea
          className="input"
          aria-label={t`Your answer`}
          rows={2}
          maxLength={1000}
          value={typeof answer === 'string' ? answer : ''}
          onChange={({ target }) => setAnswer(target.value)}
        />
      ) : (
        <Picking poll={poll} answer={answer} onPick={setAnswer} />
      )}
      <Button small type="submit" isDisabled={!fits || busy}>
        <Trans>Answer</Trans>
      </Button>
      <ProblemLine cause={problem} />
    </form>
  )
}

type PickingProps = { poll: Poll; answer: Answer | null; onPick: (answer: Answer) => void }

function Picking({ poll, answer, onPick }: PickingProps): ReactNode {
  const choices = useChoices(poll)
  const several = poll.kind === 'several'
  const picked = (value: string | number) =>
    typeof answer === 'object' && answer !== null
      ? answer.some((one) => one === value)
      : answer === value
  function pick(value: string | number) {
    if (!several) return onPick(value)
    const before = typeof answer === 'object' && answer !== null ? answer : []
    const number = Number(value)
    onPick(before.includes(number) ? before.filter((one) => one !== number) : [...before, number])
  }
  return (
    <fieldset className={poll.kind === 'scale' ? 'scale' : ''}>
      <legend className="sr">{poll.question}</legend>
      {choices.map(({ value, label }) => (
        <label key={value}>
          <input
            type={several ? 'checkbox' : 'radio'}
            name={poll.id}
            checked={picked(value)}
            onChange={() => pick(value)}
          />
          {label}
        </label>
      ))}
    </fieldset>
  )
}
