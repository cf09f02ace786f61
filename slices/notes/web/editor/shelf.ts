/**
 * What this browser keeps of a note while it is open: every change, so that a closed tab or a train
 * loses nothing. Emptied once the hall has all of it and no tab has the note open.
 */
import { IndexeddbPersistence } from 'y-indexeddb'
import type { Doc } from 'yjs'

export type Shelf = {
  /** Whether this browser keeps anything at all (private windows may not). */
  keeps: boolean
  /** What was kept has come into the note. */
  read: Promise<void>
  /** Stops keeping; with `empty`, what was kept is not needed any more. */
  close: (empty: boolean) => void
}

function canKeep(name: string): Promise<boolean> {
  return new Promise((resolve) => {
    try {
      const asked = indexedDB.open(`${name} try`)
      asked.addEventListener('success', () => {
        asked.result.close()
        indexedDB.deleteDatabase(`${name} try`)
        resolve(true)
      })
      asked.addEventListener('error', () => resolve(false))
    } catch {
      resolve(false)
    }
  })
}

/** Says to other tabs that this one needs what is kept; answers what takes that back. */
function needIt(name: string): () => void {
  let release = (): void => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  if ('locks' in navigator) void navigator.locks.request(name, { mode: 'shared' }, () => held)
  return release
}

function emptyUnlessNeeded(name: string): void {
  if (!('locks' in navigator)) return
  void navigator.locks.request(name, { ifAvailable: true }, (lock) => {
    if (lock) indexedDB.deleteDatabase(name)
  })
}

/** Opens the shelf of a note for one person: two people at one browser do not share it. */
export async function openShelf(note: string, who: string, doc: Doc): Promise<Shelf> {
  const name = `moothall ${note} ${who}`
  if (!(await canKeep(name))) return { keeps: false, read: Promise.resolve(), close: () => {} }
  const release = needIt(name)
  const kept = new IndexeddbPersistence(name, doc)
  return {
    keeps: true,
    read: kept.whenSynced.then(() => {}),
    close(empty) {
      void kept.destroy().then(() => {
        release()
        if (empty) setTimeout(() => emptyUnlessNeeded(name), 0)
      })
    },
  }
}
