/**
 * How much a note bears.
 *
 * 1. A note is at most 5 MB, and so is what comes at once: whoever was away brings all they wrote. In
 *    a full note one can still delete.
 * 2. At most 150 write in one note at a time; who comes later waits in line and is told when there
 *    is a place.
 * 3. One member writes at most 20 changes a second for long; each begun MB of a change counts as one.
 * 4. What is written waits 10 ms for more, 30 ms when more than five write, and is stored before
 *    anybody sees it; what is stored within 2 s is one row of the history.
 * 5. Cursors travel every 200 ms, readers hear of changes every second.
 */
export const UPDATE_BYTES = 5_000_000
export const NOTE_BYTES = 5_000_000
export const WRITERS_MOST = 150
export const CHANGE_BYTES = 1_000_000
export const CHANGES = { count: 600, seconds: 30 }
export const ROW_MS = 2000
export const FOLD_ROWS = 500
export const CURSORS_MS = 200
export const NEWS_MS = 1000
const MANY = 5

/** How long what was written waits for more before it is stored, in milliseconds. */
export function patience(writers: number): number {
  return writers > MANY ? 30 : 10
}

/** A file of up to so many bytes is read at once, a larger one in a worker; so is every docx. */
export const SMALL_FILE = 64 * 1024
/** A worker that reads or writes a file is given up after this. */
export const FILE_MS = 30_000
