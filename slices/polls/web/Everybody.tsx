/** Who can when: people × times, with sums; it scrolls sideways in itself. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Pager } from '#slices/standing/web/Pager.tsx'
import { Empty, ProblemLine } from '#web/kit/Said.tsx'
import { useRead } from '#web/kit/useCall.ts'
import { dayIn, regionOf, timeIn } from '#web/kit/When.tsx'
import { listPollAnswers } from '../api/reading.ts'
import { canCome } from '../rules/slots.ts'
import { MarkIcon } from './MyTimes.tsx'
import type { Answers, Poll, Slot } from './usePoll.ts'
import { useCalled, useMarkWords, useSlotWords } from './words.tsx'
import styles from './polls.module.css'

export function Everybody({ poll }: { poll: Poll }) {
  const [pages, setPages] = useState<string[]>([])
  const after = pages.at(-1)
  const input = { params: { poll: poll.poll }, query: after ? { after } : {} }
  const { data, error } = useRead(listPollAnswers, input)
  const answers = data?.answers ?? []
  return (
    <section className="place stack" aria-labelledby="all-h">
      <h2 id="all-h">
        <Trans>Who can when</Trans>
      </h2>
      <ProblemLine cause={error} />
      {poll.answers === 0 && (
        <Empty>
          <Trans>Nobody has answered yet.</Trans>
        </Empty>
      )}
      {poll.answers > 0 && <Table poll={poll} answers={poll.hidden ? [] : answers} />}
      {poll.answers > 0 && <Words answers={answers} />}
      <Pager pages={pages} next={data?.next} onTurn={setPages} />
    </section>
  )
}

function Head({ slot, poll }: { slot: Slot; poll: Poll }) {
  const { i18n } = useLingui()
  const whole = useSlotWords(poll.zone)
  const [day = ''] = dayIn(slot.startsAt, undefined, i18n.locale).split(',')
  const date = new Intl.DateTimeFormat(regionOf(i18n.locale), { day: 'numeric', month: 'short' })
  return (
    <th scope="col" className={poll.best === slot.id ? styles['best'] : ''}>
      <span aria-hidden="true">
        {day.slice(0, 3)} {date.format(new Date(slot.startsAt))}
        <br />
        <span className="num">{timeIn(slot.startsAt, undefined, i18n.locale)}</span>
      </span>
      <span className="sr">{whole(slot)}</span>
    </th>
  )
}

function Table({ poll, answers }: { poll: Poll; answers: Answers }) {
  const { t } = useLingui()
  const called = useCalled()
  const words = useMarkWords()
  return (
    <div
      className={styles['scroll']}
      role="region"
      aria-label={t`Everybody’s answers`}
      // It is scrolled by keyboard, so it takes the focus.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <table className={styles['people']}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Who</Trans>
            </th>
            {poll.slots.map((slot) => (
              <Head key={slot.id} slot={slot} poll={poll} />
            ))}
          </tr>
        </thead>
        <tbody>
          {answers.map(({ who, marks }) => (
            <tr key={who?.id ?? ''}>
              <th scope="row">
                <bdi>{called(who)}</bdi>
              </th>
              {poll.slots.map(({ id }) => {
                const mark = marks.find(({ slot }) => slot === id)?.mark
                return (
                  <td key={id} className={mark ? styles[`told-${mark}`] : ''}>
                    {mark && <MarkIcon mark={mark} />}
                    <span className="sr">{mark ? words[mark] : t`No answer`}</span>
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">
              <Trans>Can come</Trans>
            </th>
            {poll.slots.map(({ id, sums }) => (
              <td key={id} className={poll.best === id ? styles['best'] : ''}>
                <b className="num">{canCome(sums)}</b>
              </td>
            ))}
          </tr>
          <tr>
            <th scope="row">
              <Trans>Plain yes</Trans>
            </th>
            {poll.slots.map(({ id, sums }) => (
              <td key={id} className="num">
                {sums.yes}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

/** What some said beside. */
function Words({ answers }: { answers: Answers }) {
  const called = useCalled()
  const said = answers.filter(({ text }) => text !== '')
  if (said.length === 0) return null
  return (
    <ul className="rows">
      {said.map(({ who, text }) => (
        <li key={`${who?.id ?? ''} ${text}`}>
          <div>
            {who && (
              <span className="label">
                <bdi>{called(who)}</bdi>{' '}
              </span>
            )}
            <bdi>{text}</bdi>
          </div>
        </li>
      ))}
    </ul>
  )
}
