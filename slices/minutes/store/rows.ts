/** The rows beside a document: lines of the chat, and who stands in it. */
import type { Transaction } from '#kernel/database.ts'
import type { Room } from '#slices/room/index.ts'
import type { ChatLine } from '../rules/document.ts'
import { type MinutesId, writing } from './tables.ts'

const ROWS_AT_ONCE = 1000

export async function insertLines(
  tx: Transaction,
  minutes: MinutesId,
  chat: readonly ChatLine[],
): Promise<void> {
  for (let from = 0; from < chat.length; from += ROWS_AT_ONCE) {
    const rows = chat.slice(from, from + ROWS_AT_ONCE).map((line) => ({
      minutes,
      seq: line.seq,
      item: line.item,
      who: line.who,
      line: JSON.stringify(line),
    }))
    await writing(tx).insertInto('minutes_lines').values(rows).execute()
  }
}

/** Who was here, under every id: a guest who turned out to be a person under both. */
export async function insertPeople(tx: Transaction, minutes: MinutesId, room: Room): Promise<void> {
  const whos = Object.values(room.people).flatMap(({ who, person, removed }) =>
    removed || who in room.walls ? [] : person ? [who, person] : [who],
  )
  const rows = [...new Set(whos)].map((who) => ({ minutes, who }))
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
    await writing(tx)
      .insertInto('minutes_people')
      .values(rows.slice(from, from + ROWS_AT_ONCE))
      .execute()
}
