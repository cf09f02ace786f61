/** Files as answers: the right type, a name that says what it is, and never shown in place. */
import { readFileSync } from 'node:fs'
import { escapeHtml, plain } from '#kernel/text.ts'
import type { FILES } from '../api.ts'
import type { Minutes } from '../rules/document.ts'
import { sheetOf } from '../rules/html.ts'
import { tell } from '../rules/tell.ts'
import { packed, picturesAt } from '../rules/zip.ts'
import { filesOf, type Taking } from '../store/files.ts'

const TYPES: Record<string, string> = {
  zip: 'application/zip',
  json: 'application/json',
  jsonl: 'application/jsonl; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  html: 'text/html; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  ics: 'text/calendar; charset=utf-8; method=PUBLISH',
}

/** The styles of the sheet, for pages and for files alike. */
export const SHEET_STYLES = readFileSync(new URL('../web/sheet.css', import.meta.url), 'utf8')
const TOKENS = readFileSync(new URL('../../../web/kit/tokens.css', import.meta.url), 'utf8')
const PAPER =
  'body{margin:0;background:var(--ground);color:var(--ink);font-family:var(--face)}*,*::before,*::after{box-sizing:border-box}'

/** A file name of letters that every system takes: `2026-12-03-who-keeps-the-keys`. */
export function fileStem(title: string, at: string): string {
  const words = plain(title)
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '')
  return `${at.slice(0, 10)}-${words.slice(0, 60) || 'minutes'}`
}

/** A page that stands alone: the sheet with its styles in it. */
export function standalone(
  { minutes, chat, speech }: Pick<Taking, 'minutes' | 'chat' | 'speech'>,
  sha256: string | null,
): string {
  const byItem = Map.groupBy(chat, ({ item }) => item)
  const told = tell(minutes, speech)
  const { html } = sheetOf(told, speech, { chatOf: (item) => byItem.get(item) ?? [], sha256 })
  return `<!doctype html>
<html lang="${speech.locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(minutes.title)}</title><style>${TOKENS}${PAPER}${SHEET_STYLES}</style></head>
<body><main class="page">${html}</main></body></html>
`
}

/** The body of one of the files. */
export function bodyOf(
  name: (typeof FILES)[number],
  taking: Taking,
  sha256: string | null,
): string | Uint8Array {
  const inZip = name === 'minutes.zip'
  const pictureAt = picturesAt(taking.minutes, taking.origin, inZip)
  const given = { ...taking, speech: { ...taking.speech, pictureAt } }
  if (name === 'minutes.html') return standalone(given, sha256)
  const files = filesOf(given)
  if (!inZip) return files[name] ?? ''
  return packed({
    ...files,
    'minutes.html': standalone(given, sha256),
    ...taking.beside,
    ...taking.handouts,
  })
}

/** A file as an answer to save. */
export function fileAnswer(
  name: (typeof FILES)[number],
  { title, held }: Minutes,
  body: string | Uint8Array,
): Response {
  const stem = fileStem(title, held.from)
  const full = `${stem}-${name.replace('minutes.', '').replace(/^(zip|json|md|html)$/, 'minutes.$1')}`
  const extension = name.split('.').at(-1) ?? ''
  const ascii = full.replaceAll(/[^\w.-]/g, '_')
  return new Response(typeof body === 'string' ? body : new Uint8Array(body), {
    headers: {
      'content-type': TYPES[extension] ?? 'application/octet-stream',
      'content-disposition': `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(full)}`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    },
  })
}
