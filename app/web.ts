/**
 * The built web: hashed files that never change, each with its gzip and brotli twin made once, and
 * one page for every place of the app. Nothing on it runs that is not ours.
 */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Context, Hono, Next } from 'hono'
import { Refused } from '#kernel/problem.ts'

const BUILT = fileURLToPath(new URL('../dist/web/', import.meta.url))
const COMPRESSED_FROM_BYTES = 800
const TYPES: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  wasm: 'application/wasm',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
  png: 'image/png',
  txt: 'text/plain; charset=utf-8',
}

/** Scripts from us alone; styles inline too, since widgets place what floats by them. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

type Kept = { plain: Buffer; gzip: Buffer | null; br: Buffer | null; etag: string; type: string }
const kept = new Map<string, Kept | null>()

function keep(path: string): Kept | null {
  const file = join(BUILT, path)
  if (!file.startsWith(BUILT) || !existsSync(file)) return null
  const plain = readFileSync(file)
  const type = TYPES[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
  const squeeze = plain.length > COMPRESSED_FROM_BYTES && !type.startsWith('font')
  return {
    plain,
    type,
    gzip: squeeze ? gzipSync(plain, { level: 9 }) : null,
    br: squeeze
      ? brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
      : null,
    etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
  }
}

function find(path: string): Kept | null {
  const clean = normalize(path)
    .replace(/^(\.\.[/\\])+/, '')
    .replace(/^[/\\]+/, '')
  if (!kept.has(clean)) kept.set(clean, keep(clean))
  return kept.get(clean) ?? null
}

function answer(c: Context, file: Kept, forever: boolean): Response {
  const headers: Record<string, string> = {
    'content-type': file.type,
    'cache-control': forever ? 'public, max-age=31536000, immutable' : 'no-cache',
    etag: file.etag,
    vary: 'accept-encoding',
  }
  if (c.req.header('if-none-match') === file.etag) return c.body(null, 304, headers)
  const accepts = c.req.header('accept-encoding') ?? ''
  if (file.br && accepts.includes('br'))
    return bytes(c, file.br, { ...headers, 'content-encoding': 'br' })
  if (file.gzip && accepts.includes('gzip'))
    return bytes(c, file.gzip, { ...headers, 'content-encoding': 'gzip' })
  return bytes(c, file.plain, headers)
}

function bytes(c: Context, body: Buffer, headers: Record<string, string>): Response {
  return c.body(new Uint8Array(body), 200, headers)
}

/** The page of the app as it is written, for development; see dev.ts. */
export type DevPage = (path: string) => Promise<string>

/** Serves the built web on every path that nothing else answers; in development, the written one. */
export function mountWeb(app: Hono, devPage?: DevPage): void {
  if (devPage) {
    app.get('*', async (c) => c.html(await devPage(c.req.path)))
    return
  }
  app.get('*', (c) => {
    const file = c.req.path === '/' ? null : find(c.req.path)
    if (file) return answer(c, file, c.req.path.startsWith('/assets/'))
    const page = find('index.html')
    const isFile = /\.\w{2,5}$/.test(c.req.path)
    if (!page || isFile) throw new Refused('not-found')
    c.header('content-security-policy', CONTENT_SECURITY_POLICY)
    return answer(c, page, false)
  })
}

/** Sends pages from the server as small as the reader takes them. */
export async function squeezePages(c: Context, next: Next): Promise<void> {
  await next()
  const { headers, status } = c.res
  const isPage = headers.get('content-type')?.startsWith('text/html') ?? false
  if (!isPage || headers.has('content-encoding') || c.req.method !== 'GET') return
  if (!(c.req.header('accept-encoding') ?? '').includes('gzip')) return
  const body = gzipSync(await c.res.arrayBuffer())
  const squeezed = new Headers(headers)
  squeezed.set('content-encoding', 'gzip')
  squeezed.append('vary', 'accept-encoding')
  squeezed.delete('content-length')
  c.res = undefined
  c.res = new Response(new Uint8Array(body), { status, headers: squeezed })
}
