/** What happens in a room of the demo, as a script: at which minute, who, what. */
import type { Fact } from '#kernel/change.ts'
import { type Instant, MINUTE, plus } from '#kernel/clock.ts'
import type { Transaction } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { note } from '#kernel/record.ts'
import { callOf } from '#slices/gatherings/index.ts'
import { topicOf } from '#slices/room/index.ts'
import type { Cast, Key } from './people.ts'

export type Cue = {
  /** Minutes since the beginning; before it, negative. */
  at: number
  who: Key
  kind: string
  data: Record<string, unknown>
}

/** Lines of the chat, one a cue: `[minute, who, text]`. */
export function lines(...said: [number, Key, string][]): Cue[] {
  return said.map(([at, who, text]) => ({ at, who, kind: 'chat.said', data: { text } }))
}

/** The ids of items by their short names. */
export type Ids = (item: string) => `itm_${string}`

/** Gives each item of an order an id. */
export function idsFor(order: readonly { id: string }[], now: Instant): Ids {
  const ids = new Map(order.map(({ id }) => [id, newId('itm', Date.parse(now))]))
  return (item) => ids.get(item) ?? 'itm_'
}

/** The running order as it went: each item from its minute on. */
export function items(ids: Ids, by: Key, ...starts: [number, string][]): Cue[] {
  return starts.map(([at, item]) => ({
    at,
    who: by,
    kind: 'item.started',
    data: { item: ids(item) },
  }))
}

/** Who had the floor, from a minute to another; `till` null while it lasts. */
export function turn(at: number, till: number | null, who: Key, by: Key): Cue[] {
  const given = { at, who: by, kind: 'floor.given', data: { who, kind: null, seconds: 300 } }
  const ended = { at: till ?? 0, who: by, kind: 'floor.ended', data: { who } }
  return till === null ? [given] : [given, ended]
}

const NAMED = new Set(['who', 'person'])

/** Keys of the cast in what a cue carries become ids; the doer stands in `who` or `by`. */
function dataOf({ kind, who, data }: Cue, cast: Cast): Record<string, unknown> {
  const doer = cast.id(who)
  const known = (key: unknown): key is Key => typeof key === 'string' && /^[a-z]+$/.test(key)
  const given = Object.fromEntries(
    Object.entries(data).map(([name, value]) => [
      name,
      NAMED.has(name) && known(value) ? cast.id(value) : value,
    ]),
  )
  if (kind === 'floor.given') given['who'] = [given['who']]
  return { who: doer, by: doer, ...given }
}

/** Notes a script in the order of its minutes, each with its doer and the moment it happened. */
export async function play(
  tx: Transaction,
  { gathering, began, cast, now }: { gathering: string; began: Instant; cast: Cast; now: Instant },
  cues: readonly Cue[],
): Promise<void> {
  const called = await callOf(tx, gathering)
  const topic = topicOf(gathering)
  const at = (minutes: number) => plus(began, Math.round(minutes * MINUTE))
  const opened: Fact = { kind: 'room.opened', data: { call: called?.call, when: at(-15) } }
  await note(tx, topic, [opened], { now, actor: null })
  for (const cue of cues.toSorted((a, b) => a.at - b.at)) {
    const data = { ...dataOf(cue, cast), when: at(cue.at) }
    await note(tx, topic, [{ kind: cue.kind, data }], { now, actor: cast.id(cue.who) })
  }
}

/** Everybody comes in, one after the other. */
export function arrivals(cast: Cast, ...coming: [number, Key][]): Cue[] {
  return coming.map(([at, who]) => ({
    at,
    who,
    kind: 'room.entered',
    data: { name: cast.name(who), kind: 'person' },
  }))
}
