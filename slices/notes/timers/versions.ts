/** Versions of notes, made because time passes. */
import type { Timer } from '#kernel/slice.ts'
import { dueNotes, makeVersion } from '../store/versions.ts'

export const versionTimer: Timer = {
  name: 'notes.versions',
  everySeconds: 60,
  async run(hall, now) {
    for (const note of await dueNotes(hall.db, now))
      await hall.transact((tx) =>
        makeVersion(tx, note, { kind: 'timed', label: null, by: null, now }),
      )
  },
}
