/** Elections from files: the format by the name of the file, BLT where the name says nothing. */
import { closeSync, openSync, readFileSync, readSync } from 'node:fs'
import { isRefusal, refuse, type Refusal } from '#kernel/change.ts'
import { beginBlt } from '../rules/blt-reading.ts'
import { feedBlt, finishBlt } from '../rules/blt.ts'
import { readCsv } from '../rules/csv.ts'
import type { Election } from '../rules/papers.ts'
import { readPrefLib } from '../rules/preflib.ts'

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

/**
 * Reads an election; `seats` overrides what the file says, and is 1 where neither says.
 * Refuses what the format's reader refuses, and a file that isn't there or may not be read.
 */
export function readElection(path: string, seats?: number): Election | Refusal {
  try {
    const election = readByName(path, seats ?? 1)
    return isRefusal(election) || seats === undefined ? election : { ...election, seats }
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause)
      return refuse('file-unreadable', { path, code: String(cause.code) })
    throw cause
  }
}

function readByName(path: string, seats: number): Election | Refusal {
  if (/\.csv$/i.test(path)) return readCsv(readFileSync(path, 'utf8'), seats)
  if (/\.(so[ci]|to[ci])$/i.test(path)) return readPrefLib(readFileSync(path, 'utf8'), seats)
  return streamBlt(path)
}
