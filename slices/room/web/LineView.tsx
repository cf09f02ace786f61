/** One line of the chat: whose, when, what; what it answers and how others felt about it. */
import { Trans, useLingui } from '@lingui/react/macro'
import { CornerDownRight, Ellipsis } from 'lucide-react'
import { memo, type ReactNode } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { Face } from '#web/kit/Face.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { timeIn } from '#web/kit/When.tsx'
import { reactToALine, showALine } from '../api.ts'
import { lineAt } from '../rules/lines.ts'
import type { Line } from '../rules/state.ts'
import { useCare } from './care.ts'
import { EditLine } from './EditLine.tsx'
import { shortNameOf } from './names.ts'
import { useEditing } from './editing.ts'
import { useActs, useInRoom, useRoom } from './useRoom.ts'
import { WordsOf } from './WordsOf.tsx'

type Props = {
  line: Line
  name: string
  guest: boolean
  follows: boolean
  onMenu: (line: number, anchor: Element) => void
}

export const LineView = memo(function LineView({ line, name, guest, follows, onMenu }: Props) {
  const { t, i18n } = useLingui()
  const { me } = useInRoom()
  const [editing, setEditing] = useEditing(line.seq)
  const mine = line.who === me.who
  const mentioned = line.mentions.includes(me.who)
  const gone = line.withdrawn || line.hidden !== null
  const time = timeIn(line.at, undefined, i18n.locale)
  return (
    <article
      className={`line${follows ? ' follows' : ''}${mentioned ? ' to-me' : ''}`}
      data-line={line.seq}
    >
      {follows ? <span className="face-gap" /> : <Face id={line.who} name={name} />}
      <div>
        <p className={follows ? 'sr' : 'by'}>
          <b>{mine ? t`You` : <bdi>{name}</bdi>}</b>{' '}
          {guest && !mine && (
            <span className="hint">
              <Trans>guest</Trans>
            </span>
          )}{' '}
          <time dateTime={line.at}>{time}</time>
        </p>
        {line.reply !== null && <Reply line={line.reply} />}
        {editing ? (
          <EditLine line={line} onDone={() => setEditing(false)} />
        ) : (
          <LineWords line={line} />
        )}
        {!gone && line.reactions.length > 0 && <Felt line={line} />}
      </div>
      {!gone && (
        <Button
          small
          look="quiet"
          className="line-more"
          aria-label={t`What to do with this line`}
          onPress={({ target }) => onMenu(line.seq, target)}
        >
          <Ellipsis size={16} aria-hidden="true" />
        </Button>
      )}
    </article>
  )
})

function LineWords({ line }: { line: Line }): ReactNode {
  const people = useRoom((room) => room.people)
  if (line.withdrawn)
    return (
      <p className="hint">
        <Trans>withdrawn</Trans>
      </p>
    )
  if (line.hidden) {
    const name = shortNameOf(people, line.hidden.by)
    const { reason } = line.hidden
    return (
      <p className="hint">
        <Trans>
          hidden by {name}: {reason}
        </Trans>{' '}
        <ShowAgain line={line.seq} />
      </p>
    )
  }
  const mentioned = line.mentions.map((who) => ({ who, name: people[who]?.name ?? '' }))
  return (
    <p className="words" dir="auto">
      <WordsOf text={line.text} mentioned={mentioned} />
      {line.editedAt && (
        <span className="hint">
          {' '}
          <Trans>(edited)</Trans>
        </span>
      )}
    </p>
  )
}

/** A facilitator may show a hidden line again; its words stand in their record alone. */
function ShowAgain({ line }: { line: number }) {
  const { act } = useActs()
  const kept = useCare()?.hidden.find((one) => one.line === line)
  if (!kept) return null
  return (
    <>
      <span className="words">“{kept.text}”</span>{' '}
      <button
        type="button"
        className="as-link"
        onClick={() => void act(showALine, { params: { line } })}
      >
        <Trans>Show again</Trans>
      </button>
    </>
  )
}

/** The line that this one answers, in short. */
function Reply({ line }: { line: number }) {
  const people = useRoom((room) => room.people)
  const answered = useRoom((room) => lineAt(room.chat.lines, line))
  const name = answered ? shortNameOf(people, answered.who) : ''
  return (
    <p className="reply">
      <CornerDownRight size={16} aria-hidden="true" />
      <span>
        {answered?.text ? (
          <>
            <bdi>{name}</bdi>: {answered.text}
          </>
        ) : (
          <Trans>an earlier line</Trans>
        )}
      </span>
    </p>
  )
}

function Felt({ line }: { line: Line }) {
  const { i18n } = useLingui()
  const { me } = useInRoom()
  const { act, problem } = useActs()
  const people = useRoom((room) => room.people)
  return (
    <>
      <p className="felt">
        {line.reactions.map(({ emoji, who }) => {
          const names = new Intl.ListFormat(i18n.locale).format(
            who.slice(0, 12).map((one) => people[one]?.name ?? ''),
          )
          return (
            <button
              key={emoji}
              type="button"
              aria-pressed={who.includes(me.who)}
              title={names}
              onClick={() =>
                void act(reactToALine, { params: { line: line.seq }, body: { emoji } })
              }
            >
              {emoji} <span className="num">{who.length}</span>
              <span className="sr">
                <Trans>from {names}</Trans>
              </span>
            </button>
          )
        })}
      </p>
      <ProblemLine cause={problem} />
    </>
  )
}
