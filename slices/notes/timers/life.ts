/** What happens to notes because time passes. */
import type { Timer } from '#kernel/slice.ts'
import { makeNoteFindable, unfound } from '../store/finding.ts'
import { expireLinks } from '../store/links.ts'
import { dueSections, keepSections } from '../store/sections.ts'

/** Sections follow the running order. */
export const followOrders: Timer = {
  name: 'notes.sections',
  everySeconds: 2,
  async run(hall, now) {
    for (const gathering of await dueSections(hall.db))
      await hall.transact((tx) => keepSections(tx, gathering, now))
  },
}

/** Words that were written can be found, some seconds later. */
export const findWords: Timer = {
  name: 'notes.words',
  everySeconds: 10,
  async run(hall) {
    for (const { note, at } of await unfound(hall.db))
      await hall.transact((tx) => makeNoteFindable(tx, note, at))
  },
}

/** Links whose day is over are taken back. */
const endLinks: Timer = {
  name: 'notes.links',
  everySeconds: 30,
  run: async (hall, now) => {
    await hall.transact((tx) => expireLinks(tx, now))
  },
}

export const lifeTimers: readonly Timer[] = [followOrders, findWords, endLinks]
