/** Importing a saved chat: a past gathering, its entries with `when`, its minutes, all or nothing. */
import { sql } from 'kysely'
import type { Fact } from '#kernel/change.ts'
import type { Instant } from '#kernel/clock.ts'
import type { Transaction } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { note } from '#kernel/record.ts'
import { coop } from '#slices/circles/index.ts'
import { callOf, makePastGathering } from '#slices/gatherings/index.ts'
import type { PersonId } from '#slices/people/index.ts'
import { apply, emptyRoom, type Room, topicOf as roomTopicOf } from '#slices/room/index.ts'
import { countFates, type Placed, type SavedChat } from '../rules/chat-file.ts'
import type { Source } from '../rules/document.ts'
import type { Order } from '../rules/order-file.ts'
import { type Past, pastOf } from '../rules/past.ts'
import { sha256 } from '../rules/seal.ts'
import { draftMinutes } from './draft.ts'
import { writing } from './tables.ts'
import { orderOf, chatIn } from './reading-files.ts'
import { importOf } from './known-files.ts'

export type Importing = {
  bytes: Uint8Array
  name: string
  title: string
  placed: Placed
  order: string
  by: PersonId | null
  now: Instant
}

export type Answer = {
  gathering: string
  minutes: string
  lines: number
  messages: number
  people: number
  links: number
  unread: { line: number; text: string }[]
  fates: ReturnType<typeof countFates>
  again: boolean
}

const FACTS_AT_ONCE = 500

async function makeGathering(tx: Transaction, wish: Importing, past: Past, order: Order) {
  const items = past.items.map(({ owners, ...item }) => ({
    ...item,
    id: newIdLike(item.id),
    aside: '',
    owners: owners.map(({ name }) => ({ name })),
  }))
  return makePastGathering(
    tx,
    {
      title: wish.title,
      purpose: order.purpose,
      circle: null,
      zone: wish.placed.zone,
      startsAt: past.startsAt,
      endedAt: past.endsAt,
      access: 'members',
      items,
      facilitators: wish.by ? [wish.by] : [],
    },
    { by: wish.by, now: wish.now },
  )
}

function newIdLike(id: string): `itm_${string}` {
  return `itm_${id.slice(4)}`
}

async function opening(tx: Transaction, gathering: string, past: Past): Promise<Fact> {
  const called = await callOf(tx, gathering)
  const hall = await coop(tx)
  const call = {
    ...called?.call,
    circle: called?.call.circle ?? hall?.name ?? null,
    facilitators: past.facilitators,
    items: past.items,
  }
  return { kind: 'room.opened', data: { call, when: past.startsAt } }
}

/** Notes the facts by the thousand, and answers the room that they make. */
async function noteAll(
  tx: Transaction,
  gathering: string,
  facts: readonly Fact[],
  { now, by }: Importing,
): Promise<Room> {
  let room = emptyRoom
  for (let from = 0; from < facts.length; from += FACTS_AT_ONCE) {
    const some = facts.slice(from, from + FACTS_AT_ONCE)
    const entries = await note(tx, roomTopicOf(gathering), some, { now, actor: by })
    room = entries.reduce(apply, room)
  }
  return room
}

function sourceOf(chat: SavedChat, name: string, hash: string): Source {
  return {
    kind: 'chat-file',
    file: name,
    sha256: hash,
    grammar: chat.grammar,
    lines: chat.lines,
    unread: chat.unread.length,
    cleared: chat.notices.flatMap(({ kind, at }) => (kind === 'clear' && at ? [at] : [])),
  }
}

/** Imports a file, once: the same bytes again answer what they became, and change nothing. */
export async function importChat(tx: Transaction, wish: Importing): Promise<Answer> {
  const hash = sha256(wish.bytes)
  await sql`select pg_advisory_xact_lock(8023, hashtext(${hash}))`.execute(tx)
  const before = await importOf(tx, hash)
  if (before) return before
  const chat = chatIn(wish.bytes, wish.placed)
  const order = orderOf(wish.order)
  const past = pastOf({
    chat,
    order,
    placed: wish.placed,
    file: { name: wish.name, sha256: hash },
    newId: (prefix) => newId(prefix, Date.parse(wish.now)),
  })
  const gathering = await makeGathering(tx, wish, past, order)
  const facts = [await opening(tx, gathering, past), ...past.facts]
  const room = await noteAll(tx, gathering, facts, wish)
  const source = sourceOf(chat, wish.name, hash)
  const drafting = { gathering, circle: null, visibility: 'circle' as const, source, now: wish.now }
  const minutes = await draftMinutes(tx, drafting, room)
  const answer: Answer = {
    gathering,
    minutes,
    lines: chat.lines,
    messages: chat.messages.length,
    people: chat.people.length,
    links: room.links.length,
    unread: chat.unread,
    fates: countFates(chat.fates),
    again: false,
  }
  await writing(tx)
    .insertInto('chat_imports')
    .values({
      sha256: hash,
      gathering,
      minutes,
      answer: JSON.stringify(answer),
      imported_at: wish.now,
    })
    .execute()
  return answer
}
