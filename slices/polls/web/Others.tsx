/** What everybody said to a sense check or a question round, as far as one sees it. */
import { Plural, Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { Pager } from '#slices/standing/web/Pager.tsx'
import { WordsOf } from '#slices/threads/web/words.tsx'
import { Empty, ProblemLine } from '#web/kit/Said.tsx'
import { useRead } from '#web/kit/useCall.ts'
import { listPollAnswers } from '../api/reading.ts'
import { STANCES } from '../rules/poll.ts'
import type { Answers, Poll } from './usePoll.ts'
import { Moment, useCalled, useStanceWords } from './words.tsx'
import styles from './polls.module.css'

export function Others({ poll }: { poll: Poll }) {
  return (
    <section className="place stack" aria-labelledby="all-h">
      <h2 id="all-h">
        <Trans>What everybody says</Trans>
      </h2>
      {poll.answers === 0 && (
        <Empty>
          <Trans>Nobody has answered yet.</Trans>
        </Empty>
      )}
      {poll.answers > 0 && !poll.sees && (
        <Empty>
          <Plural
            value={poll.answers}
            one="There is one answer. You see it once you have given yours, or when it is closed."
            other="There are # answers. You see them once you have given yours, or when it is closed."
          />
        </Empty>
      )}
      {poll.answers > 0 && poll.sees && (
        <>
          <Tally poll={poll} />
          <All poll={poll} />
        </>
      )}
    </section>
  )
}

/** How many say what, as bars with their numbers. */
function Tally({ poll: { stances } }: { poll: Poll }) {
  const words = useStanceWords()
  if (!stances) return null
  const most = Math.max(1, ...STANCES.map((one) => stances[one]))
  return (
    <dl className={styles['tally']}>
      {STANCES.map((one) => (
        <div key={one}>
          <dt>{words[one]}</dt>
          <dd>
            <span
              className={`${styles['bar']} ${styles[one]}`}
              style={{ inlineSize: `${(stances[one] / most) * 100}%` }}
            />
            <b className="num">{stances[one]}</b>
          </dd>
        </div>
      ))}
    </dl>
  )
}

function All({ poll }: { poll: Poll }) {
  const [pages, setPages] = useState<string[]>([])
  const after = pages.at(-1)
  const input = { params: { poll: poll.poll }, query: after ? { after } : {} }
  const { data, error } = useRead(listPollAnswers, input)
  return (
    <>
      <ProblemLine cause={error} />
      <ul className="rows">
        {data?.answers.map((one) => (
          <li key={`${one.who?.id ?? ''} ${one.stance ?? ''} ${one.text}`}>
            <Answer one={one} />
          </li>
        ))}
      </ul>
      <Pager pages={pages} next={data?.next} onTurn={setPages} />
    </>
  )
}

function Answer({ one: { who, stance, text, at } }: { one: Answers[number] }) {
  const called = useCalled()
  const words = useStanceWords()
  return (
    <div className={styles['answer']}>
      <p className="acts">
        {who && <b>{<bdi>{called(who)}</bdi>}</b>}
        {stance && <span className={`tag ${styles[stance]}`}>{words[stance]}</span>}
        {at && (
          <span className="hint">
            <Moment at={at} />
          </span>
        )}
      </p>
      {text && <WordsOf text={text} />}
      {!text && who?.former && (
        <p className="hint">
          <Trans>(erased with its author)</Trans>
        </p>
      )}
    </div>
  )
}
