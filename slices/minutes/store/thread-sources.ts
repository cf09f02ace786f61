/**
 * What a conversation goes on from when it began in a gathering: the gathering, one of its items, or a
 * line of its chat. While it is on, as those see it who were let in; once there are minutes, as those do
 * who read them whole. Quoted is what was decided and taken on, and of a line what it answers.
 */
import type { Reader } from '#kernel/database.ts'
import type { Caller } from '#kernel/session.ts'
import { type Gathering, gatheringOf } from '#slices/gatherings/index.ts'
import { gatheringNotes, roomAsItIs, type Room } from '#slices/room/index.ts'
import type { Quote, SourceSeen, ThreadSource } from '#slices/threads/index.ts'
import type { ChatLine, Minutes } from '../rules/document.ts'
import { lineOf } from './lines.ts'
import { headingOf, keptOf } from './minutes.ts'
import { readsWhole, standingOf } from './reader.ts'

const MOST = 20

type Said = { who: string; name: string | null; text: string; at: string; item: string | null }
type Line = Said & { reply: number | null }

/** What is known of a gathering, from its minutes or, before these, from its room. */
type Told = {
  gathering: Gathering
  /** The page of it: the minutes once there are some. */
  href: string
  items: readonly { id: string; title: string }[]
  /** Decisions and actions, in their order. */
  written: readonly Said[]
  lineAt(seq: number): Promise<Line | null>
}

const STANDS = new Set<ChatLine['state']>(['said', 'edited', 'corrected'])

function fromMinutes(
  db: Reader,
  gathering: Gathering,
  id: `min_${string}`,
  minutes: Minutes,
): Told {
  const written = [...minutes.decisions, ...minutes.actions].map(({ by, text, at, item }) => ({
    who: by,
    name: null,
    text,
    at,
    item,
  }))
  return {
    gathering,
    href: `/minutes/${gathering.id}`,
    items: minutes.items,
    written,
    async lineAt(seq) {
      const line = await lineOf(db, id, seq)
      return line && STANDS.has(line.state) ? line : null
    },
  }
}

function fromRoom(gathering: Gathering, room: Room): Told {
  return {
    gathering,
    href: `/gatherings/${gathering.id}`,
    items: room.call ? room.items : gathering.items,
    written: room.written.map(({ by, text, at, item }) => ({
      who: by,
      name: null,
      text,
      at,
      item,
    })),
    async lineAt(seq) {
      const found = room.chat.lines.flat().find((line) => line.seq === seq)
      return found && !found.withdrawn && !found.hidden ? { ...found, name: null } : null
    },
  }
}

async function toldTo(db: Reader, caller: Caller, id: string): Promise<Told | null> {
  const gathering = await gatheringOf(db, id)
  if (!gathering) return null
  const heading = await headingOf(db, gathering.id)
  if (!heading) {
    const { right } = await gatheringNotes.standingOf(db, caller, gathering.id)
    return right === 'write' ? fromRoom(gathering, await roomAsItIs(db, gathering.id)) : null
  }
  const kept = await keptOf(db, heading.id)
  if (!kept || !readsWhole(heading, await standingOf(db, caller, heading))) return null
  return fromMinutes(db, gathering, heading.id, kept.minutes)
}

function quoted({ who, name, text, at }: Said, href: string): Quote {
  return { who, name, text, at, href }
}

function seen({ gathering, href }: Told, title: string, quotes: Quote[], mark = ''): SourceSeen {
  return { circle: gathering.circle, title, href: `${href}${mark}`, quotes }
}

export const gatheringThreads: ThreadSource = {
  async read(db, caller, id) {
    const told = await toldTo(db, caller, id)
    if (!told) return null
    const quotes = told.written.slice(0, MOST).map((one) => quoted(one, told.href))
    return seen(told, told.gathering.title, quotes)
  },
}

export const itemThreads: ThreadSource = {
  async read(db, caller, id) {
    const [gathering = '', which = ''] = id.split('.')
    const told = await toldTo(db, caller, gathering)
    const place = told?.items.findIndex((one) => one.id === which) ?? -1
    const item = told?.items[place]
    if (!told || !item) return null
    const own = told.written.filter((one) => one.item === which).slice(0, MOST)
    const mark = told.href.startsWith('/minutes/') ? `#i${place + 1}` : ''
    const quotes = own.map((one) => quoted(one, `${told.href}${mark}`))
    return seen(told, item.title, quotes, mark)
  },
}

export const lineThreads: ThreadSource = {
  async read(db, caller, id) {
    const [gathering = '', number = ''] = id.split('.')
    const told = await toldTo(db, caller, gathering)
    const line = told && (await told.lineAt(Number(number)))
    if (!told || !line) return null
    const before = line.reply === null ? null : await told.lineAt(line.reply)
    const mark = told.href.startsWith('/minutes/') ? `#l${number}` : ''
    const quotes = [...(before ? [before] : []), line].map((one) =>
      quoted(one, `${told.href}${mark}`),
    )
    return seen(told, told.gathering.title, quotes, mark)
  },
}
