/** Elections from files: the format by the name of the file, BLT where the name says nothing. */
import { closeSync, openSync, readFileSync, readSync } from 'node:fs'
import { isRefusal, refuse, type Refusal } from '#kernel/change.ts'
import { beginBlt } from '../rules/blt-reading.ts'
import { feedBlt, finishBlt } from '../rules/blt.ts'
import { castFor } from '../rules/conversion.ts'
import { isWard, readCsv } from '../rules/csv.ts'
import { holdsSizes, readMarks, readSizes } from '../rules/marks-csv.ts'
import { APPROVING_METHODS, type Cast, SCORING_METHODS, SHARING_METHODS } from '../rules/methods.ts'
import { readPabulib } from '../rules/pabulib.ts'
import type { Election } from '../rules/papers.ts'
import { readCategories } from '../rules/preflib-categories.ts'
import { readPrefLib } from '../rules/preflib.ts'
import { APPROVAL, type Scale } from '../rules/sheets.ts'

const PIECE = 1 << 20
const buffer = Buffer.allocUnsafe(PIECE)

/** Piece by piece, so that a file of any length takes the memory of its different rankings only. */
function streamBlt(path: string): Election | Refusal {
  const reading = beginBlt()
  const file = openSync(path, 'r')
  try {
    for (;;) {
      const length = readSync(file, buffer, 0, PIECE, null)
      if (length === 0 || reading.refusal) break
      feedBlt(reading, buffer.subarray(0, length))
    }
  } finally {
    closeSync(file)
  }
  return finishBlt(reading)
}

/** How a file is read: the method says what its table holds, and the law of its sheets. */
export type Reading = {
  method: string
  /** Overrides what the file says; 1 where neither says. */
  seats?: number
  scale: Scale
  together: number | null
  /** The scale was named, so a table holds marks whatever the method reads. */
  marked: boolean
}

/**
 * Reads an election as its method needs it. Refuses what the format's reader refuses, what the ballots
 * don't say, and a file that isn't there or may not be read.
 */
export function readElection(path: string, reading: Reading): Cast | Refusal {
  try {
    const cast = readByName(path, reading)
    if (isRefusal(cast)) return cast
    const { seats, method } = reading
    return castFor(method, seats === undefined ? cast : { ...cast, seats })
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause)
      return refuse('file-unreadable', { path, code: String(cause.code) })
    throw cause
  }
}

function readByName(path: string, reading: Reading): Cast | Refusal {
  const seats = reading.seats ?? 1
  const text = () => readFileSync(path, 'utf8')
  if (/\.csv$/i.test(path)) return readTable(text(), reading)
  if (/\.(so[ci]|to[ci])$/i.test(path)) return readPrefLib(text(), seats)
  if (/\.cat$/i.test(path)) return readCategories(text(), seats)
  if (/\.pb$/i.test(path)) return readPabulib(text())
  return streamBlt(path)
}

/** A table of a ward holds rankings whatever the method reads; else the method says, or the scale. */
function readTable(text: string, reading: Reading): Cast | Refusal {
  const { method, seats = 1, scale, together, marked } = reading
  if (isWard(text)) return readCsv(text, seats)
  if (APPROVING_METHODS[method] && !marked)
    return readMarks(text, { seats, scale: APPROVAL, together })
  if (SCORING_METHODS[method] || marked) return readMarks(text, { seats, scale, together })
  if (SHARING_METHODS[method] && holdsSizes(text)) return readSizes(text, seats)
  return readCsv(text, seats)
}
