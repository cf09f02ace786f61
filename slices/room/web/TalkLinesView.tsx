/** The lines of a private talk. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { Face } from '#web/kit/Face.tsx'
import { timeIn } from '#web/kit/When.tsx'
import { type Talk, withdrawInTalk } from '../api.ts'
import { useTalking } from './conversations.tsx'
import { useActs, useInRoom, useRoom } from './useRoom.ts'
import type { TalkLine } from './talkStore.ts'
import { WordsOf } from './WordsOf.tsx'

const NONE: readonly TalkLine[] = []

export function TalkLinesView({ talk }: { talk: Talk }) {
  const { t } = useLingui()
  const { lines, markSeen } = useTalking()
  const people = useRoom((room) => room.people)
  const said = lines[talk.id] ?? NONE
  const last = said.at(-1)?.seq ?? 0
  useEffect(() => markSeen(talk.id, last), [talk.id, last, markSeen])
  return (
    <div
      className="chat"
      role="log"
      aria-live="off"
      aria-label={t`Private lines`}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <div className="lines">
        {said.length === 0 && (
          <p className="hint">
            <Trans>Nothing said yet.</Trans>
          </p>
        )}
        {said.map((line) => (
          <PrivateLine key={line.seq} talk={talk} line={line} name={people[line.who]?.name ?? ''} />
        ))}
      </div>
    </div>
  )
}

function PrivateLine({ talk, line, name }: { talk: Talk; line: TalkLine; name: string }) {
  const { t, i18n } = useLingui()
  const { me } = useInRoom()
  const { act } = useActs()
  const mine = line.who === me.who
  return (
    <article className="line">
      <Face id={line.who} name={name} />
      <div>
        <p className="by">
          <b>{mine ? t`You` : <bdi>{name}</bdi>}</b>{' '}
          <time dateTime={line.at}>{timeIn(line.at, undefined, i18n.locale)}</time>
        </p>
        {line.withdrawn ? (
          <p className="hint">
            <Trans>withdrawn</Trans>
          </p>
        ) : (
          <p className="words" dir="auto">
            <WordsOf text={line.text} />
          </p>
        )}
      </div>
      {mine && !line.withdrawn && (
        <Button
          small
          look="quiet"
          className="line-more"
          onPress={() => void act(withdrawInTalk, { params: { talk: talk.id, line: line.seq } })}
        >
          <Trans>Withdraw</Trans>
        </Button>
      )}
    </article>
  )
}
