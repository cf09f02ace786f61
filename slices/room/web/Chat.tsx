/** The chat: whom it goes to, what was said, what one says oneself. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Lock, Search, X } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { blockSomebody, type Talk } from '../api.ts'
import { ChatLines } from './ChatLines.tsx'
import { EVERYONE, useNew, useTalking } from './conversations.tsx'
import { Found } from './Found.tsx'
import { shortNameOf } from './names.ts'
import { TalkLinesView } from './TalkLinesView.tsx'
import { useActs, useFacilitates, useInRoom, useRoom } from './useRoom.ts'
import { Write } from './Write.tsx'

export function Chat() {
  const { t } = useLingui()
  const { open, talks, refused } = useTalking()
  const [searching, setSearching] = useState(false)
  const talk = talks.find(({ id }) => id === open)
  return (
    <div className={talk ? 'talked alone' : 'talked'} id="chat">
      <div className="talks" role="group" aria-label={t`Conversation`}>
        <TalkButton id={EVERYONE}>
          <Trans>Everyone</Trans>
        </TalkButton>
        <CareButton />
        {talks.map((one) => (
          <NamedTalk key={one.id} talk={one} />
        ))}
        {!talk && (
          <Button
            small
            look="quiet"
            className="find"
            aria-label={searching ? t`Close the search` : t`Search the chat`}
            onPress={() => setSearching(!searching)}
          >
            {searching ? (
              <X size={16} aria-hidden="true" />
            ) : (
              <Search size={16} aria-hidden="true" />
            )}
          </Button>
        )}
      </div>
      <ProblemLine cause={refused} />
      {talk && <Between talk={talk} />}
      {talk ? <TalkLinesView talk={talk} /> : searching ? <Found /> : <ChatLines />}
      <Write key={open} talk={talk ?? null} />
    </div>
  )
}

function TalkButton({ id, children }: { id: string; children: ReactNode }) {
  const { t } = useLingui()
  const { open, choose } = useTalking()
  const count = useNew(id)
  const isOpen = open === id
  return (
    <button
      type="button"
      className={id === EVERYONE ? 'talk' : 'talk alone'}
      aria-pressed={isOpen}
      onClick={() => choose(id)}
    >
      {id !== EVERYONE && <Lock size={16} aria-hidden="true" />}
      {children}
      {!isOpen && count > 0 && (
        <b className="count" aria-label={t`${count} new`}>
          {count}
        </b>
      )}
    </button>
  )
}

/** One's own talk with the facilitators: opened at the first word. */
function CareButton() {
  const { me } = useInRoom()
  const { talks, writeTo } = useTalking()
  const mayTalk = useRoom((room) => room.call?.settings.privateChat ?? false)
  const own = talks.find(({ kind, with: who }) => kind === 'care' && who === me.who)
  if (own)
    return (
      <TalkButton id={own.id}>
        <Trans>Facilitators</Trans>
      </TalkButton>
    )
  if (!mayTalk) return null
  return (
    <button
      type="button"
      className="talk alone"
      aria-pressed={false}
      onClick={() => void writeTo(null)}
    >
      <Lock size={16} aria-hidden="true" />
      <Trans>Facilitators</Trans>
    </button>
  )
}

function NamedTalk({ talk }: { talk: Talk }) {
  const { me } = useInRoom()
  const people = useRoom((room) => room.people)
  const facilitates = useFacilitates()
  const { lines, open } = useTalking()
  if (talk.kind === 'care' && (talk.with === me.who || !facilitates)) return null
  const isEmpty = (lines[talk.id]?.length ?? 0) === 0
  if (isEmpty && open !== talk.id) return null
  const name = shortNameOf(people, talk.with)
  return (
    <TalkButton id={talk.id}>
      {talk.kind === 'care' ? <Trans>{name} to facilitators</Trans> : <bdi>{name}</bdi>}
    </TalkButton>
  )
}

/** Says who reads a private talk, and lets one block it. */
function Between({ talk }: { talk: Talk }) {
  const { me } = useInRoom()
  const { blocked, choose } = useTalking()
  const { act, problem } = useActs()
  const people = useRoom((room) => room.people)
  const name = shortNameOf(people, talk.with)
  const isMine = blocked.includes(talk.with)
  return (
    <div className="between">
      <Lock size={16} aria-hidden="true" />
      <div>
        {talk.kind === 'care' ? (
          talk.with === me.who ? (
            <Trans>Only the facilitators and you read this. It is never in the minutes.</Trans>
          ) : (
            <Trans>Only {name} and the facilitators read this. It is never in the minutes.</Trans>
          )
        ) : (
          <Trans>Only {name} and you read this. It is never in the minutes.</Trans>
        )}{' '}
        {talk.kind === 'two' && (
          <button
            type="button"
            className="as-link"
            onClick={() =>
              void act(blockSomebody, {
                params: { who: talk.with },
                body: { blocked: !isMine },
              }).then((done) => done && choose(EVERYONE))
            }
          >
            {isMine ? <Trans>Unblock</Trans> : <Trans>Block</Trans>}
          </button>
        )}
        <ProblemLine cause={problem} />
      </div>
    </div>
  )
}
