/** From bytes that arrive to a file of the hall. */
import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { sql } from 'kysely'
import type { Arrived, Bytes } from '#kernel/bytes.ts'
import { holdBytes } from '#kernel/bytes.ts'
import type { Instant } from '#kernel/clock.ts'
import type { Transaction } from '#kernel/database.ts'
import type { Hall } from '#kernel/hall.ts'
import { newId } from '#kernel/ids.ts'
import { remakePicture } from '#kernel/picture.ts'
import { Refused } from '#kernel/problem.ts'
import type { CircleId } from '#slices/circles/index.ts'
import type { FileId } from '../rules/keeping.ts'
import { MOST_BYTES, mostFor, roomFor } from '../rules/quota.ts'
import { kindOf, nameFor } from '../rules/types.ts'
import { usedBy, usedIn } from './files.ts'
import { lookAt } from './seeing.ts'
import { writing } from './tables.ts'

/** Bytes that arrived and were looked at; disposed of, nothing remains but what was kept. */
export type Ready = AsyncDisposable & {
  bytes: Arrived
  small: Arrived | null
  name: string
  type: string
  width: number | null
  height: number | null
}

/**
 * Takes bytes in and makes of them what can be kept: a picture anew, all else as it is. Refuses
 * `file-too-large`, `no-room-for-files`, `file-is-a-program`, `picture-unread`, `picture-too-large`.
 */
export async function readyFile(
  store: Bytes,
  source: AsyncIterable<Uint8Array>,
  name: string,
): Promise<Ready> {
  await using stack = new AsyncDisposableStack()
  const came = stack.use(await store.arrive(source, MOST_BYTES))
  const kind = kindOf(await lookAt(came.path), name)
  if ('refused' in kind) throw new Refused(kind.refused)
  const { type, take } = kind
  const named = { name: nameFor(name, kind), type }
  const plain = { bytes: came, small: null, width: null, height: null }
  const made = take === 'picture' ? await pictureOf(store, came, stack) : plain
  const kept = stack.move()
  return { ...named, ...made, [Symbol.asyncDispose]: () => kept.disposeAsync() }
}

async function pictureOf(store: Bytes, came: Arrived, stack: AsyncDisposableStack) {
  const [to, small] = [`${came.path}.anew`, `${came.path}.small`]
  try {
    const size = await remakePicture({ from: came.path, to, small })
    // A picture written anew may be larger than it came; never twice as large as a file may be.
    const bytes = stack.use(await store.arrive(createReadStream(to), 2 * MOST_BYTES))
    return {
      ...size,
      bytes,
      small: stack.use(await store.arrive(createReadStream(small), MOST_BYTES)),
    }
  } finally {
    await Promise.all([rm(to, { force: true }), rm(small, { force: true })])
  }
}

export type Keeping = { by: string | null; circle: CircleId | null; now: Instant }

/** Refuses when there is no more room for so many bytes of theirs; holds their count meanwhile. */
export async function insistOnRoom(tx: Transaction, hall: Hall, size: number, keeping: Keeping) {
  const { by, circle } = keeping
  for (const whose of [by, circle])
    if (whose) await sql`select pg_advisory_xact_lock(8051, hashtext(${whose}))`.execute(tx)
  const own = { used: by ? await usedBy(tx, by) : 0, most: mostFor(by, hall.config.memberFiles) }
  const shared = circle && { used: await usedIn(tx, circle), most: hall.config.circleFiles }
  const refusal = roomFor(size, own, shared)
  if (refusal) throw new Refused(refusal.refused, refusal.details)
}

/**
 * Keeps what is ready as a file that nothing holds yet: the bytes are on the disk for good before
 * the row is. Refuses `files-of-yours-full`, `files-of-circle-full`, `no-room-for-files`.
 */
export async function keepFile(
  tx: Transaction,
  hall: Hall,
  { bytes, small, ...ready }: Ready,
  keeping: Keeping,
): Promise<FileId> {
  const { by, circle, now } = keeping
  await insistOnRoom(tx, hall, bytes.size, keeping)
  await holdBytes(tx, bytes.sha256, ...(small ? [small.sha256] : []))
  await hall.bytes.keep(bytes)
  if (small) await hall.bytes.keep(small)
  const id = newId('fil', Date.parse(now))
  const { name, type, width, height } = ready
  await writing(tx)
    .insertInto('files')
    .values({
      id,
      sha256: bytes.sha256,
      size: bytes.size,
      name,
      type,
      width,
      height,
      small: small?.sha256 ?? null,
      made_by: by,
      made_at: now,
      circle,
      loose_at: now,
    })
    .execute()
  return id
}

export type Given = Keeping & { bytes: Uint8Array | AsyncIterable<Uint8Array>; name: string }

/**
 * Keeps bytes under a name, for imports: a file that nothing holds yet (`holdFile` within seven
 * days). Opens a transaction of its own. Refuses as `readyFile` and `keepFile`.
 */
export async function keepBytes(hall: Hall, given: Given): Promise<FileId> {
  const source = given.bytes instanceof Uint8Array ? oneOf(given.bytes) : given.bytes
  await using ready = await readyFile(hall.bytes, source, given.name)
  // Awaited here: what is ready is gone once this function is.
  return await hall.transact((tx) => keepFile(tx, hall, ready, given))
}

async function* oneOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
