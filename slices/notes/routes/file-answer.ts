/** A file as an answer to save: the right type, a name that says what it is, never shown in place. */
import type { Instant } from '#kernel/clock.ts'
import { plain } from '#kernel/text.ts'

const TYPES: Record<string, string> = {
  md: 'text/markdown; charset=utf-8',
  zip: 'application/zip',
  html: 'text/html; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  json: 'application/json',
  etherpad: 'application/json',
}

/** A name of letters that every system takes: `2026-12-03-keys.md`, `2026-12-03-keys-v4.md`. */
export function fileName(
  title: string,
  version: number | null,
  now: Instant,
  extension: string,
): string {
  const words = plain(title)
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '')
  const which = version === null ? '' : `-v${version}`
  return `${now.slice(0, 10)}-${words.slice(0, 60) || 'note'}${which}.${extension}`
}

export function fileAnswer(
  title: string,
  version: number | null,
  now: Instant,
  { bytes, extension }: { bytes: Uint8Array; extension: string },
): Response {
  const name = fileName(title, version, now, extension)
  const ascii = name.replaceAll(/[^\w.-]/g, '_')
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': TYPES[extension] ?? 'application/octet-stream',
      'content-disposition': `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox",
    },
  })
}
