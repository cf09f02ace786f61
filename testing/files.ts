/** Files for stories: adding them as the web does, and pictures as cameras make them. */
import assert from 'node:assert/strict'
import { deflateSync, crc32 } from 'node:zlib'
import sharp from 'sharp'
import { addressOf } from '#kernel/operation.ts'
import { Problem } from '#kernel/problem.ts'
import { addFile, FileShown } from '#slices/files/api.ts'
import type { Browser } from './browser.ts'

export type At = { kind: string; holder: string }
type Sent = { browser: Browser; at: At; name: string; body: Uint8Array | string; key?: string }

function send({ browser, at, name, body, key }: Sent): Promise<Response> {
  return browser.fetch(addressOf(addFile, at, { name }), {
    method: 'POST',
    body: typeof body === 'string' ? body : new Uint8Array(body),
    headers: {
      'content-type': 'application/octet-stream',
      ...(key ? { 'idempotency-key': key } : {}),
    },
  })
}

/** Adds a file; answers how it is shown. */
export async function added(sent: Sent): Promise<FileShown> {
  const answer = await send(sent)
  const json: unknown = await answer.json()
  assert.equal(answer.status, 200, JSON.stringify(json))
  return FileShown.parse(json)
}

/** Adds a file that must be refused; answers the problem. */
export async function notAdded(sent: Sent): Promise<Problem> {
  const answer = await send(sent)
  assert.notEqual(answer.status, 200)
  return Problem.parse(await answer.json())
}

/** A photograph held sideways, with the place where it was taken. */
export function photograph(width = 60, height = 40): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#2f6f5e' } })
    .withMetadata({ orientation: 6 })
    .withExif({
      IFD0: { Make: 'Quillmarsh Optics', Orientation: '6' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 22/1 0/1' },
    })
    .jpeg()
    .toBuffer()
}

/** A picture of little weight and very many pixels: all black, one bit each. */
export function pictureBomb(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([1, 0, 0, 0, 0], 8)
  const rows = deflateSync(Buffer.alloc((1 + Math.ceil(width / 8)) * height), { level: 9 })
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}
