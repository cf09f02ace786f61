/**
 * Files as they are served. Whoever may read what holds a file reads the file; no file runs script
 * here: its type is that of its bytes and is not guessed at, only what carries no script is shown,
 * in a sandbox, and all else is saved.
 */
import { Readable } from 'node:stream'
import { type Context, Hono } from 'hono'
import { type Range, rangeIn } from '#kernel/bytes.ts'
import { callerAt } from '#kernel/caller.ts'
import type { Hall } from '#kernel/hall.ts'
import { Refused } from '#kernel/problem.ts'
import { isShown, needsViewer } from '../rules/types.ts'
import { fileOf } from '../store/files.ts'
import { readsFile } from '../store/holders.ts'
import type { File } from '../store/tables.ts'

const NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
const SANDBOX = `${NOTHING}; sandbox`
/** A viewer of the browser's own needs the file itself and its styles; a script has no way in. */
const VIEWER = `${NOTHING}; object-src 'self'; media-src 'self'; style-src 'unsafe-inline'`
/** Seconds that a browser keeps a file without asking again; who may read it changes seldom. */
const KEPT_SECONDS = 600

async function fileFor(hall: Hall, c: Context): Promise<File> {
  const caller = await callerAt(hall, c)
  const file = await fileOf(hall.db, c.req.param('file') ?? '')
  if (!file || !(await readsFile(hall.db, caller, file))) throw new Refused('not-found')
  return file
}

function dispositionOf({ name, type }: File, saved: boolean): string {
  const ascii = name.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_')
  const how = saved || !isShown(type) ? 'attachment' : 'inline'
  const encoded = encodeURIComponent(name.toWellFormed()).replaceAll(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16)}`,
  )
  return `${how}; filename="${ascii}"; filename*=UTF-8''${encoded}`
}

/** The bytes of a hash, or a part of them; nothing when the reader has them. */
function answer(hall: Hall, c: Context, sha256: string, of: Record<string, string>, size?: number) {
  const etag = `"${sha256}"`
  const headers = {
    ...of,
    etag,
    'cache-control': `private, max-age=${KEPT_SECONDS}`,
    vary: 'cookie',
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
  }
  if (c.req.header('if-none-match') === etag) return new Response(null, { status: 304, headers })
  const fresh = [undefined, etag].includes(c.req.header('if-range'))
  const range = size === undefined || !fresh ? null : rangeIn(c.req.header('range'), size)
  if (range === 'unfit')
    return new Response(null, { status: 416, headers: { 'content-range': `bytes */${size}` } })
  const length = range ? range.till - range.from + 1 : size
  const body = c.req.method === 'HEAD' ? null : stream(hall, sha256, range)
  return new Response(body, {
    status: range ? 206 : 200,
    headers: {
      ...headers,
      ...(length === undefined
        ? {}
        : { 'content-length': String(length), 'accept-ranges': 'bytes' }),
      ...(range ? { 'content-range': `bytes ${range.from}-${range.till}/${size}` } : {}),
    },
  })
}

function stream(hall: Hall, sha256: string, range: Range | null): ReadableStream {
  return Readable.toWeb(hall.bytes.open(sha256, range ?? undefined))
}

function whole(hall: Hall, c: Context, file: File): Response {
  const { type, size } = file
  const saved = c.req.query('save') !== undefined
  const shown = isShown(type)
  const text = type === 'text/plain' ? `${type}; charset=utf-8` : type
  return answer(
    hall,
    c,
    file.sha256,
    {
      'content-type': shown ? text : 'application/octet-stream',
      'content-disposition': dispositionOf(file, saved),
      'content-security-policy': shown && needsViewer(type) ? VIEWER : SANDBOX,
    },
    size,
  )
}

/** The addresses of files, mounted at the root: a file, saved with `?save`, and its small picture. */
export function pages(hall: Hall): Hono {
  const app = new Hono()
  app.get('/files/:file{fil_[0-9a-z]+}', async (c) => whole(hall, c, await fileFor(hall, c)))
  app.get('/files/:file{fil_[0-9a-z]+}/small', async (c) => {
    const { small } = await fileFor(hall, c)
    if (small === null) throw new Refused('not-found')
    const headers = { 'content-type': 'image/webp', 'content-security-policy': SANDBOX }
    return answer(hall, c, small, headers)
  })
  return app
}
