/**
 * Conversations: with everybody, with the facilitators, between two. Which one is open, what is
 * new in the others, and to whom the next line goes. A draft belongs to its conversation.
 */
import { useQueryClient } from '@tanstack/react-query'
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react'
import { call } from '#web/kit/call.ts'
import { follow } from '#web/kit/live.ts'
import { keyOf, useRead } from '#web/kit/useCall.ts'
import { listMyTalks, openATalk, type Talk } from '../api.ts'
import type { Who } from '../rules/call.ts'
import { lastSeq } from './lastSeq.ts'
import { createTalkStore, type TalkLines } from './talkStore.ts'
import { useInRoom, useRoom } from './useRoom.ts'

export type Tab = 'group' | 'order' | 'notes' | 'chat' | 'people'
export const EVERYONE = 'everyone'
const TALKS_FOLLOWED = 40

export type Talking = {
  tab: Tab
  show: (tab: Tab) => void
  /** The note stands beside the chat, not in the middle. */
  noteBeside: boolean
  putNoteBeside: (beside: boolean) => void
  /** The id of the open conversation: EVERYONE or a talk's. */
  open: string
  choose: (conversation: string) => void
  /** Opens the talk with somebody, or (null) with the facilitators. */
  writeTo: (who: Who | null) => Promise<void>
  talks: readonly Talk[]
  blocked: readonly Who[]
  lines: TalkLines
  /** The last number seen of each conversation. */
  seen: Readonly<Record<string, number>>
  markSeen: (conversation: string, seq: number) => void
  /** The line that the next one answers. */
  replyTo: number | null
  reply: (line: number | null) => void
  refused: unknown
}

const TalkingContext = createContext<Talking | null>(null)

export function useTalking(): Talking {
  const talking = useContext(TalkingContext)
  if (!talking) throw new Error('not within conversations')
  return talking
}

/** The talks of the reader, kept up to date, and their lines. */
function useTalks() {
  const { gathering, me } = useInRoom()
  const client = useQueryClient()
  const [store] = useState(createTalkStore)
  const { data } = useRead(listMyTalks, { params: { gathering } })
  const again = useCallback(
    () => client.invalidateQueries({ queryKey: keyOf(listMyTalks) }),
    [client],
  )
  useEffect(
    () =>
      follow(`own:${gathering}:${me.who}`, 0, {
        entries(entries) {
          if (entries.some(({ kind }) => kind === 'talk.opened')) void again()
        },
      }),
    [gathering, me.who, again],
  )
  const talks = data?.talks
  useEffect(() => {
    store.followOnly((talks ?? []).slice(-TALKS_FOLLOWED).map(({ id }) => id))
  }, [talks, store])
  useEffect(() => () => store.followOnly([]), [store])
  const lines = useSyncExternalStore(store.watch, store.lines)
  return { talks: talks ?? [], blocked: data?.blocked ?? [], lines, again }
}

function useSeen() {
  const { store } = useInRoom()
  const [seen, setSeen] = useState<Record<string, number>>(() => ({
    [EVERYONE]: lastSeq(store.room().chat.lines),
  }))
  const markSeen = useCallback((conversation: string, seq: number) => {
    setSeen((before) =>
      (before[conversation] ?? 0) >= seq ? before : { ...before, [conversation]: seq },
    )
  }, [])
  return { seen, markSeen }
}

/** Where the note stands; it goes where one puts it, with the eyes. */
function useNotePlace(show: (tab: Tab) => void) {
  const [noteBeside, setBeside] = useState(false)
  const putNoteBeside = useCallback(
    (beside: boolean) => {
      setBeside(beside)
      show(beside ? 'notes' : 'chat')
    },
    [show],
  )
  return { noteBeside, putNoteBeside }
}

export function Conversations({ children }: { children: ReactNode }) {
  const { gathering } = useInRoom()
  const [tab, show] = useState<Tab>('chat')
  const { noteBeside, putNoteBeside } = useNotePlace(show)
  const [open, setOpen] = useState(EVERYONE)
  const [replyTo, reply] = useState<number | null>(null)
  const [refused, setRefused] = useState<unknown>(null)
  const talks = useTalks()
  const seen = useSeen()
  const { again } = talks
  const choose = useCallback((conversation: string) => {
    setOpen(conversation)
    reply(null)
    setRefused(null)
    show('chat')
  }, [])
  const writeTo = useCallback(
    async (who: Who | null) => {
      show('chat')
      try {
        const { talk } = await call(openATalk, { params: { gathering }, body: { with: who } })
        await again()
        choose(talk.id)
      } catch (cause) {
        setRefused(cause)
      }
    },
    [gathering, again, choose],
  )
  const talking = useMemo<Talking>(
    () => ({
      tab,
      show,
      noteBeside,
      putNoteBeside,
      open,
      choose,
      writeTo,
      replyTo,
      reply,
      refused,
      ...talks,
      ...seen,
    }),
    // Its parts are the same as long as nothing in them changed.
    // oxlint-disable-next-line react/exhaustive-deps
    [
      tab,
      noteBeside,
      putNoteBeside,
      open,
      choose,
      writeTo,
      replyTo,
      refused,
      talks.talks,
      talks.blocked,
      talks.lines,
      seen.seen,
    ],
  )
  return <TalkingContext value={talking}>{children}</TalkingContext>
}

const nothing = () => {}

/** The one conversation of a group's room: all of it reads and writes there, and nobody alone. */
export function GroupConversation({ children }: { children: ReactNode }) {
  const [replyTo, reply] = useState<number | null>(null)
  const seen = useSeen()
  const talking = useMemo<Talking>(
    () => ({
      tab: 'group',
      show: nothing,
      noteBeside: false,
      putNoteBeside: nothing,
      open: EVERYONE,
      choose: nothing,
      writeTo: async () => {},
      talks: [],
      blocked: [],
      lines: {},
      replyTo,
      reply,
      refused: null,
      ...seen,
    }),
    // oxlint-disable-next-line react/exhaustive-deps
    [replyTo, seen.seen],
  )
  return <TalkingContext value={talking}>{children}</TalkingContext>
}

/** How many lines of others are new in a conversation. */
export function useNew(conversation: string): number {
  const { me } = useInRoom()
  const { seen, lines } = useTalking()
  const after = seen[conversation] ?? 0
  const inChat = useRoom((room) => room.chat.lines)
  if (conversation !== EVERYONE)
    return (lines[conversation] ?? []).filter(({ seq, who }) => seq > after && who !== me.who)
      .length
  let count = 0
  for (let chunk = inChat.length - 1; chunk >= 0; chunk--) {
    const part = inChat[chunk] ?? []
    if ((part.at(-1)?.seq ?? 0) <= after) break
    count += part.filter(({ seq, who }) => seq > after && who !== me.who).length
  }
  return count
}
