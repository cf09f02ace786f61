/**
 * What comes of news: a vote that was counted, by whatever closed it, ends its motion; what is pending
 * when a gathering ends ends with it.
 */
import { z } from 'zod'
import type { Transaction } from '#kernel/database.ts'
import type { Entry } from '#kernel/record.ts'
import { newId } from '#kernel/ids.ts'
import { wordsIn } from '#kernel/words.ts'
import { coop } from '#slices/circles/index.ts'
import { closeInRoom, publishedOf } from '#slices/decisions/index.ts'
import { namesOf, personOf, shownName } from '#slices/people/index.ts'
import { writeDownDecided } from '#slices/room/index.ts'
import { countedFrom } from '../rules/counted.ts'
import { pendingOf } from '../rules/motions.ts'
import { tellMotion } from '../store/minutes-words.ts'
import * as store from '../store/motions.ts'

const Outcome = z.object({ decision: z.string() })
const ROOM = 'gathering:'

/** Writes the result where minutes are made of, in the language of who put it to the vote. */
async function intoTheMinutes(tx: Transaction, one: store.Motion, now: string): Promise<void> {
  const { row, seconders, movedBy } = one
  const text = one.texts.at(-1)
  if (!row.counted || !row.put_by || !text) return
  const by = row.put_by
  const [names, writer] = await Promise.all([
    namesOf(tx, [row.moved_by, ...seconders]),
    personOf(tx, by),
  ])
  const nameOf = (id: string) => {
    const name = [...names].find(([person]) => person === id)?.[1]
    return name ? shownName(name) : ''
  }
  const told = tellMotion(
    {
      title: text.title,
      text: text.question,
      amends: one.over !== null,
      mover: nameOf(movedBy),
      seconders: seconders.map(nameOf),
      counted: row.counted,
    },
    wordsIn(writer?.locale ?? 'en'),
  )
  const written = { id: newId('wri', Date.parse(now)), text: told, decision: row.decision, by }
  await writeDownDecided(tx, row.gathering, written, now)
}

/** An amendment that was adopted puts its text in the place of the one it amends. */
async function adopt(tx: Transaction, all: store.Motion[], one: store.Motion, now: string) {
  const over = all.find(({ id }) => id === one.over)
  const text = one.texts.at(-1)
  if (!over || !text) return
  await store.insertText(
    tx,
    {
      motion: over.id,
      number: over.texts.length + 1,
      title: text.title,
      question: text.question,
      amendment: one.id,
      by: one.row.moved_by,
    },
    now,
  )
}

export async function hearOutcome(tx: Transaction, { data, at: now }: Entry): Promise<void> {
  const { decision } = Outcome.parse(data)
  const row = await store.motionOfDecision(tx, decision)
  if (row?.state !== 'voting' || row.decision === null) return
  const published = await publishedOf(tx, row.decision)
  if (!published) return
  const counted = countedFrom(published)
  await store.setCounted(tx, row, counted, { by: row.put_by, now })
  const all = await store.motionsOf(tx, row.gathering)
  const one = all.find(({ id }) => id === row.id)
  if (!one) return
  if (one.over !== null && counted.result === 'passed') await adopt(tx, all, one, now)
  await intoTheMinutes(tx, one, now)
}

/** The gathering is over: an open vote is counted as it stands, what else is pending falls. */
export async function hearEnd(tx: Transaction, { topic, at: now }: Entry): Promise<void> {
  if (!topic.startsWith(ROOM)) return
  const gathering = topic.slice(ROOM.length)
  const before = pendingOf(await store.motionsOf(tx, gathering))
  if (before.length === 0) return
  const voting = before.find(({ state }) => state === 'voting')
  const zone = (await coop(tx))?.zone ?? 'UTC'
  if (voting?.row.decision) await closeInRoom(tx, voting.row.decision, { zone, now })
  const left = pendingOf(await store.motionsOf(tx, gathering))
  const ids = left.map(({ id }) => id)
  await store.putInto(tx, gathering, { ids, state: 'fell' }, { by: null, now })
}
