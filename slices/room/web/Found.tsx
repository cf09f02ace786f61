/** Searching the chat: the lines in which the words stand, the latest first. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useDeferredValue, useState } from 'react'
import { useRead } from '#web/kit/useCall.ts'
import { ProblemLine, Waiting } from '#web/kit/Said.tsx'
import { timeIn } from '#web/kit/When.tsx'
import { readChat } from '../api.ts'
import { useInRoom, useRoom } from './useRoom.ts'
import { WordsOf } from './WordsOf.tsx'

export function Found() {
  const { t, i18n } = useLingui()
  const { gathering } = useInRoom()
  const people = useRoom((room) => room.people)
  const [typed, setTyped] = useState('')
  const words = useDeferredValue(typed.trim())
  const asks = words.length > 1
  const { data, error, isFetching } = useRead(
    readChat,
    { params: { gathering }, query: { words, limit: 100 } },
    asks,
  )
  return (
    <div className="found">
      <input
        className="input"
        type="search"
        aria-label={t`Search the chat`}
        placeholder={t`Search the chat`}
        value={typed}
        autoFocus
        onChange={({ target }) => setTyped(target.value)}
      />
      <ProblemLine cause={error} />
      {isFetching && <Waiting />}
      {asks && data?.lines.length === 0 && (
        <p className="hint" role="status">
          <Trans>No line says that. Fewer words find more.</Trans>
        </p>
      )}
      {asks &&
        data?.lines.map((line) => (
          <article className="line" key={line.seq}>
            <div>
              <p className="by">
                <b>
                  <bdi>{people[line.who]?.name}</bdi>
                </b>{' '}
                <time dateTime={line.at}>{timeIn(line.at, undefined, i18n.locale)}</time>
              </p>
              <p className="words" dir="auto">
                <WordsOf text={line.text} />
              </p>
            </div>
          </article>
        ))}
    </div>
  )
}
