/**
 * Reading along what LiveKit sends a browser, without touching it: whole messages of a WebSocket
 * (RFC 6455), inflated where they were compressed (RFC 7692; LiveKit keeps no context between
 * messages). What is not as it should be ends the reading, never the line.
 */
import { constants, inflateRawSync } from 'node:zlib'

const TEXT = 1
const BINARY = 2
/** A control frame stands between frames of a message and is none of it. */
const CONTROL = 8
/** A longer message is not one that says who is heard. */
const MOST_BYTES = 1024 * 1024
const TAIL = Buffer.from([0, 0, 0xff, 0xff])

type Head = { whole: number; opcode: number; isLast: boolean; compressed: boolean; at: number }

/** The head of a frame; null until it is all here. `whole`: bytes of the frame with its head. */
function headOf(bytes: Buffer): Head | null {
  if (bytes.length < 2) return null
  const [first = 0, second = 0] = bytes
  if (second & 0x80) throw new Error('a server does not mask')
  const short = second & 0x7f
  const at = short < 126 ? 2 : short === 126 ? 4 : 10
  if (bytes.length < at) return null
  const length =
    short < 126 ? short : short === 126 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2))
  const isLast = (first & 0x80) !== 0
  return { whole: at + length, opcode: first & 0x0f, isLast, compressed: (first & 0x40) !== 0, at }
}

function inflated(bytes: Buffer): Buffer {
  return inflateRawSync(Buffer.concat([bytes, TAIL]), {
    finishFlush: constants.Z_SYNC_FLUSH,
    maxOutputLength: MOST_BYTES,
  })
}

/** Takes bytes as they come and answers the whole binary messages in them. */
export function frameReader(): (bytes: Buffer) => Buffer[] {
  let held: Buffer = Buffer.alloc(0)
  let parts: Buffer[] = []
  let compressed = false
  let broken = false

  function take({ opcode, isLast, compressed: packed }: Head, payload: Buffer): Buffer[] {
    if (opcode >= CONTROL || opcode === TEXT) return []
    if (opcode === BINARY) {
      parts = []
      compressed = packed
    }
    parts.push(payload)
    if (!isLast) return []
    const message = Buffer.concat(parts)
    parts = []
    return [compressed ? inflated(message) : message]
  }

  function read(bytes: Buffer): Buffer[] {
    held = held.length > 0 ? Buffer.concat([held, bytes]) : bytes
    const found: Buffer[] = []
    for (let head = headOf(held); head; head = headOf(held)) {
      const sum = parts.reduce((all, { length }) => all + length, head.whole)
      if (sum > MOST_BYTES) throw new Error('too long to read along')
      if (held.length < head.whole) break
      found.push(...take(head, held.subarray(head.at, head.whole)))
      held = held.subarray(head.whole)
    }
    return found
  }

  return (bytes) => {
    if (broken) return []
    try {
      return read(bytes)
    } catch {
      broken = true
      return []
    }
  }
}
