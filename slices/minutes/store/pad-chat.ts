/** The chat of an imported pad: it waits until its gathering has minutes, and goes into their draft. */
import { sql } from 'kysely'
import type { Instant } from '#kernel/clock.ts'
import type { Transaction } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import type { ChatGiven, ChatKept } from '#slices/notes/index.ts'
import { type PadLine, withPadChat } from '../rules/pad-chat.ts'
import { sha256 } from '../rules/seal.ts'
import { saveMinutes } from './changes.ts'
import { linesOf } from './lines.ts'
import { headingOf, holdMinutes } from './minutes.ts'
import { insertLines } from './rows.ts'
import { withChatNow } from './sealing.ts'
import { writing } from './tables.ts'

const ROWS_AT_ONCE = 1000

/** What makes a line this one: its words, and how many of the same came before it in its pad. */
function* keyed(said: readonly PadLine[]): Generator<{ line: string; words: string }> {
  const seen = new Map<string, number>()
  for (const { name, at, text } of said) {
    const words = JSON.stringify({ name, at, text })
    const times = seen.get(words) ?? 0
    seen.set(words, times + 1)
    yield { line: sha256(`${times} ${words}`), words }
  }
}

/** Nobody brings a chat while its gathering ends, so that none is left waiting. */
async function holdPadChat(tx: Transaction, gathering: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(8023, hashtext(${gathering}))`.execute(tx)
}

async function keepWaiting(tx: Transaction, gathering: string, said: readonly PadLine[]) {
  const rows = [...keyed(said)].map((one) => ({ gathering, who: null, ...one }))
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
    await writing(tx)
      .insertInto('pad_chats')
      .values(rows.slice(from, from + ROWS_AT_ONCE))
      .onConflict((oc) => oc.doNothing())
      .execute()
}

/**
 * Keeps the chat of a pad for a gathering, each line once: in the draft of its minutes, or waiting
 * for it while there is none. Approved minutes take nothing more.
 */
export async function keepPadChat(tx: Transaction, given: ChatGiven): Promise<ChatKept> {
  const { gathering, said, now } = given
  await holdPadChat(tx, gathering)
  const heading = await headingOf(tx, gathering)
  if (heading?.state === 'approved') return 'closed'
  await keepWaiting(tx, gathering, said)
  await takePadChat(tx, gathering, now)
  return heading ? 'kept' : 'waits'
}

/** Takes the lines that wait into the draft, when there is one. */
export async function takePadChat(tx: Transaction, gathering: string, now: Instant): Promise<void> {
  await holdPadChat(tx, gathering)
  const own = writing(tx)
  const rows = await own
    .selectFrom('pad_chats')
    .select(['line', 'words', 'who'])
    .where('gathering', '=', gathering)
    .orderBy('place')
    .execute()
  const waiting = rows.flatMap(({ line, words }) => (words ? [{ line, words }] : []))
  const kept = waiting.length > 0 ? await holdMinutes(tx, gathering) : null
  if (!kept) return
  const before = await linesOf(tx, kept.id)
  const { minutes, lines, people } = withPadChat(
    kept.minutes,
    waiting.map(({ words }) => words),
    {
      last: Math.max(0, ...before.slice(-1).map(({ seq }) => seq)),
      known: new Set(rows.flatMap(({ who }) => who ?? [])),
      newWho: () => newId('gst', Date.parse(now)),
    },
  )
  await insertLines(tx, kept.id, lines)
  if (people.length > 0)
    await own
      .insertInto('minutes_people')
      .values(people.map((who) => ({ minutes: kept.id, who })))
      .execute()
  const taken = [waiting.map(({ line }) => line), lines.map(({ who }) => who)]
  await sql`update pad_chats set words = null, who = taken.who
    from unnest(${taken[0]}::text[], ${taken[1]}::text[]) as taken (line, who)
    where pad_chats.gathering = ${gathering} and pad_chats.line = taken.line`.execute(tx)
  const fact = { kind: 'minutes.pad-chat', data: { lines: lines.length } }
  const whole = await withChatNow(tx, kept, minutes)
  await saveMinutes(tx, { ...kept, minutes: whole }, [fact], { now, actor: null })
}
