/** The field one writes in: Enter sends, Shift and Enter break the line. A draft stays until it is sent. */
import { Trans, useLingui } from '@lingui/react/macro'
import { CornerDownRight, SendHorizontal, X } from 'lucide-react'
import { type KeyboardEvent, useRef } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { MentionList } from '#web/kit/mentioning.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import type { Talk } from '../api.ts'
import { lineAt } from '../rules/lines.ts'
import { isFacilitator } from '../rules/glance.ts'
import { EVERYONE, useTalking } from './conversations.tsx'
import { FIELD, useDraft } from './drafts.ts'
import { mentionsIn, useMentioning } from './mentioning.tsx'
import { shortNameOf } from './names.ts'
import { type Outbox, useOutbox } from './outbox.ts'
import { useInRoom, useRoom } from './useRoom.ts'

const ROWS_MOST = 6

function useWriting(talk: Talk | null) {
  const { gathering, store } = useInRoom()
  const { replyTo, reply } = useTalking()
  const [text, setText] = useDraft(gathering, talk?.id ?? EVERYONE)
  const outbox = useOutbox(talk)
  function send() {
    const words = text.trim()
    if (!words) return
    const { people } = store.room()
    outbox.post(words, { reply: talk ? null : replyTo, mentions: mentionsIn(words, people) })
    setText('')
    reply(null)
  }
  return { text, setText, send, outbox }
}

export function Write({ talk }: { talk: Talk | null }) {
  const { t } = useLingui()
  const { me } = useInRoom()
  const people = useRoom((room) => room.people)
  const closed = useRoom((room) => room.endedAt !== null)
  const quiet = useRoom((room) => room.chat.closed && !isFacilitator(room, me.who))
  const field = useRef<HTMLTextAreaElement>(null)
  const { text, setText, send, outbox } = useWriting(talk)
  const mentioning = useMentioning(field, text, setText, talk === null)
  const name = talk ? shortNameOf(people, talk.with) : ''
  const label = !talk
    ? t`Write to everyone`
    : talk.kind === 'care'
      ? t`Write to the facilitators only`
      : t`Write to ${name} only`
  const to = !talk
    ? t`Send`
    : talk.kind === 'care'
      ? t`Send to the facilitators only`
      : t`Send to ${name} only`
  function byKey(event: KeyboardEvent) {
    if (mentioning.byKey(event)) return
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    send()
  }
  if (closed || talk?.blocked || (!talk && quiet)) return <Shut talk={talk} over={closed} />
  return (
    <>
      <OnTheirWay outbox={outbox} />
      {!talk && <ReplyingTo />}
      <MentionList {...mentioning} />
      <form
        className="write"
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        <textarea
          id={FIELD}
          className="input"
          aria-label={label}
          placeholder={label}
          dir="auto"
          ref={field}
          rows={Math.min(ROWS_MOST, text.split('\n').length)}
          maxLength={4000}
          value={text}
          onChange={({ target }) => setText(target.value)}
          onKeyDown={byKey}
        />
        <Button type="submit" aria-label={to}>
          <SendHorizontal size={20} aria-hidden="true" />
        </Button>
      </form>
    </>
  )
}

function Shut({ talk, over }: { talk: Talk | null; over: boolean }) {
  return (
    <p className="write hint">
      {over ? (
        <Trans>The gathering is over; nothing more is written here.</Trans>
      ) : talk ? (
        <Trans>One of you has blocked the other. Write to the facilitators if you need to.</Trans>
      ) : (
        <Trans>The chat is closed for now. Ask for the floor, or write to the facilitators.</Trans>
      )}
    </p>
  )
}

function ReplyingTo() {
  const { t } = useLingui()
  const { replyTo, reply } = useTalking()
  const people = useRoom((room) => room.people)
  const line = useRoom((room) => (replyTo ? lineAt(room.chat.lines, replyTo) : undefined))
  if (!line) return null
  return (
    <p className="reply replying">
      <CornerDownRight size={16} aria-hidden="true" />
      <span>
        <bdi>{shortNameOf(people, line.who)}</bdi>: {line.text}
      </span>
      <Button small look="quiet" aria-label={t`No reply to this line`} onPress={() => reply(null)}>
        <X size={16} aria-hidden="true" />
      </Button>
    </p>
  )
}

function OnTheirWay({ outbox }: { outbox: Outbox }) {
  if (outbox.sending.length === 0) return null
  return (
    <ul className="sending">
      {outbox.sending.map(({ key, text, cause }) => (
        <li key={key}>
          <p className="words" dir="auto">
            {text}
          </p>
          {cause ? (
            <div>
              <ProblemLine cause={cause} />
              <div className="acts">
                <Button small onPress={() => outbox.again(key)}>
                  <Trans>Send again</Trans>
                </Button>
                <Button small look="quiet" onPress={() => outbox.drop(key)}>
                  <Trans>Drop it</Trans>
                </Button>
              </div>
            </div>
          ) : (
            <p className="hint">
              <Trans>on its way…</Trans>
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}
