/** My answer to a time poll: yes, if need be or no to each of its times, by hand or by arrow keys. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Check, Minus, EqualApproximately } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { Field } from '#web/kit/Field.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { answerPoll, takeAnswerBack } from '../api/answering.ts'
import { REASON_LENGTH } from '../rules/poll.ts'
import { canCome, MARKS } from '../rules/slots.ts'
import { useGrid } from './useGrid.ts'
import { type Mark, type Poll, type Slot, TOUCHES } from './usePoll.ts'
import { Moment, useMarkWords, useSlotWords, Zones } from './words.tsx'
import styles from './polls.module.css'

type Marks = ReadonlyMap<Slot['id'], Mark>

export function MarkIcon({ mark }: { mark: Mark }) {
  const look = { size: 18, 'aria-hidden': true } as const
  if (mark === 'yes') return <Check {...look} />
  return mark === 'need' ? <EqualApproximately {...look} /> : <Minus {...look} />
}

function Sums({ slot }: { slot: Slot }) {
  const can = canCome(slot.sums)
  const plain = slot.sums.yes
  return (
    <span className="hint">
      <Plural value={can} _0="nobody can come yet" one="one can come" other="# can come" />
      {can === 1 && plain === 0 && (
        <>
          {', '}
          <Trans>if need be</Trans>
        </>
      )}
      {can > 1 && can > plain && (
        <>
          {', '}
          <Plural value={can - plain} one="one of them if need be" other="# of them if need be" />
        </>
      )}
    </span>
  )
}

function Clashes({ slot }: { slot: Slot }) {
  return slot.clashes.map(({ gathering, title, answer }) => (
    <span key={gathering} className={styles['clash']}>
      {answer === null ? (
        <Trans>You are asked to</Trans>
      ) : answer === 'yes' ? (
        <Trans>You said yes to</Trans>
      ) : (
        <Trans>You said maybe to</Trans>
      )}{' '}
      <Link to="/gatherings/$gathering" params={{ gathering }}>
        <bdi>{title}</bdi>
      </Link>
    </span>
  ))
}

function When({ slot, poll }: { slot: Slot; poll: Poll }) {
  const slotWords = useSlotWords(poll.zone)
  return (
    <>
      <span className={styles['slot']}>{slotWords(slot)}</span>
      {poll.best === slot.id && (
        <span className="tag green">
          {poll.level.length > 0 ? (
            <Trans>Suits best, with others</Trans>
          ) : (
            <Trans>Suits best</Trans>
          )}
        </span>
      )}
      {poll.level.includes(slot.id) && (
        <span className="tag">
          <Trans>Suits as many, later</Trans>
        </span>
      )}
      <Sums slot={slot} />
      <Clashes slot={slot} />
    </>
  )
}

function Grid({
  poll,
  marks,
  onMark,
}: {
  poll: Poll
  marks: Marks
  onMark: (slot: Slot['id'], mark: Mark | null) => void
}) {
  const { t } = useLingui()
  const words = useMarkWords()
  const slotWords = useSlotWords(poll.zone)
  const { grid, walk, cell } = useGrid(poll.slots.length, MARKS.length)
  return (
    <table
      ref={grid}
      // Its cells are walked by arrow keys.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
      role="grid"
      className={styles['grid']}
      aria-label={t`My answer to each time`}
      onKeyDown={walk}
    >
      <thead>
        <tr>
          <th scope="col">
            <Trans>Time</Trans>
          </th>
          {MARKS.map((mark) => (
            <th key={mark} scope="col" className={styles['mark']}>
              {words[mark]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {poll.slots.map((slot, row) => (
          <tr key={slot.id}>
            <th scope="row">
              <When slot={slot} poll={poll} />
            </th>
            {MARKS.map((mark, column) => {
              const isOn = marks.get(slot.id) === mark
              return (
                <td key={mark} className={styles['mark']}>
                  <button
                    type="button"
                    className={styles[mark]}
                    aria-pressed={isOn}
                    aria-label={`${words[mark]}: ${slotWords(slot)}`}
                    onClick={() => onMark(slot.id, isOn ? null : mark)}
                    {...cell(row, column)}
                  >
                    <MarkIcon mark={mark} />
                  </button>
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The times as they stand, for whoever does not answer. */
function Plain({ poll }: { poll: Poll }) {
  return (
    <ul className="rows">
      {poll.slots.map((slot) => (
        <li key={slot.id}>
          <div className={styles['when']}>
            <When slot={slot} poll={poll} />
          </div>
        </li>
      ))}
    </ul>
  )
}

export function MyTimes({ poll }: { poll: Poll }) {
  return (
    <section className="place stack" aria-labelledby="mine-h">
      <h2 id="mine-h">
        {poll.may.answer ? <Trans>When can you?</Trans> : <Trans>Its times</Trans>}
      </h2>
      {poll.zone && (
        <p className="hint">
          <Zones zone={poll.zone} />
        </p>
      )}
      {poll.may.answer ? <Answering poll={poll} /> : <Plain poll={poll} />}
    </section>
  )
}

function Answering({ poll }: { poll: Poll }) {
  const { t } = useLingui()
  const [marks, setMarks] = useState<Marks>(
    () => new Map(poll.slots.flatMap(({ id, mine }) => (mine ? [[id, mine] as const] : []))),
  )
  const [text, setText] = useState(poll.mine?.text ?? '')
  const answer = useCall(answerPoll, { touches: TOUCHES })
  const back = useCall(takeAnswerBack, { touches: TOUCHES })
  const params = { poll: poll.poll }
  const isAsKept = poll.slots.every(({ id, mine }) => (marks.get(id) ?? null) === mine)
  const same = isAsKept && text.trim() === poll.mine?.text
  const given = [...marks].map(([slot, mark]) => ({ slot, mark }))
  const mark = (slot: Slot['id'], to: Mark | null) => {
    const next = new Map(marks)
    if (to === null) next.delete(slot)
    else next.set(slot, to)
    setMarks(next)
  }
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        answer.mutate({ params, body: { marks: given, text } })
      }}
    >
      <Grid poll={poll} marks={marks} onMark={mark} />
      <p className="hint">
        <Trans>
          Arrow keys go from one to the next, the space bar marks. What you leave open counts
          neither way.
        </Trans>
      </p>
      <div className={styles['words']}>
        <Field
          label={t`A word, if you like`}
          value={text}
          onChange={setText}
          maxLength={REASON_LENGTH}
        />
      </div>
      <ProblemLine cause={answer.error ?? back.error} />
      <p className="acts">
        <Button
          type="submit"
          look="act"
          isDisabled={answer.isPending || (given.length === 0 && text.trim() === '')}
        >
          {poll.mine ? <Trans>Change my answer</Trans> : <Trans>Give my answer</Trans>}
        </Button>
        {poll.mine && (
          <Button
            look="quiet"
            isDisabled={back.isPending}
            onPress={() =>
              back.mutate(
                { params },
                {
                  onSuccess: () => {
                    setMarks(new Map())
                    setText('')
                  },
                },
              )
            }
          >
            <Trans>Take it back</Trans>
          </Button>
        )}
        <Kept poll={poll} same={same} />
      </p>
    </form>
  )
}

/** That it is kept, said once it is; or that something in it was changed since. */
export function Kept({ poll: { mine }, same }: { poll: Poll; same: boolean }) {
  return (
    <output className="hint">
      {mine && same && (
        <Trans>
          Kept, <Moment at={mine.at} />
        </Trans>
      )}
      {mine && !same && <Trans>Changed, and not kept yet</Trans>}
    </output>
  )
}
