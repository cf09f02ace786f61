/** What is put away by itself: at the end, and when a file is taken from the gathering. */
import type { Instant } from '#kernel/clock.ts'
import type { Transaction } from '#kernel/database.ts'
import { type Entry, holdTopic } from '#kernel/record.ts'
import { without } from '../rules/slides.ts'
import { decksOf, happenTo, slidesOf } from './slides.ts'
import { topicOf } from './tables.ts'

type Ceasing = { gathering: string; now: Instant; actor: string | null }

async function keepOnly(tx: Transaction, held: (file: string) => boolean, what: Ceasing) {
  // Most gatherings have no slides: their topic is not begun for nothing.
  if (without(await slidesOf(tx, what.gathering), held).length === 0) return
  await holdTopic(tx, topicOf(what.gathering))
  const slides = await slidesOf(tx, what.gathering)
  await happenTo(tx, slides, without(slides, held), what)
}

const ROOM = /^gathering:(gth_\w+)$/
const FILES = /^files:gathering:(gth_\w+)$/

/** The gathering is over. */
export async function putAllAway(tx: Transaction, { topic, at }: Entry): Promise<void> {
  const gathering = ROOM.exec(topic)?.[1]
  if (gathering) await keepOnly(tx, () => false, { gathering, now: at, actor: null })
}

/** A file was taken away; it may still be held by another item of the same gathering. */
export async function letFileGo(tx: Transaction, { topic, at, actor }: Entry): Promise<void> {
  const gathering = FILES.exec(topic)?.[1]
  if (!gathering) return
  const decks = new Set<string>((await decksOf(tx, gathering)).map(({ id }) => id))
  await keepOnly(tx, (file) => decks.has(file), { gathering, now: at, actor })
}
