/**
 * Plain pages from the server: invitation, porch, sign-in without script, problems. They are one
 * answer: HTML with its styles inside, no font file, no script but the few lines a page brings. The
 * policy in the header allows exactly these styles and this script, by their hash.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { html, raw } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import type { Words } from './words.ts'

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>

export type Sheet = {
  title: string
  body: Html
  /** What follows the title in the head: meta, link, JSON-LD. */
  head?: Html
  /** The page's own styles, after those of every page. */
  styles?: string
  /** A few lines of script; the page works without. */
  script?: string
  status?: number
  headers?: Record<string, string>
  /** The class of the body, which picks the layout; `page` by default. */
  bodyClass?: string
}

/** CSS without comments and needless space: what a page carries counts. */
export function squeeze(css: string): string {
  return css
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/\s*([{};,>])\s*/g, (_, mark: string) => mark)
    .replaceAll(/:\s+/g, ':')
    .replaceAll(';}', '}')
    .trim()
}

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')
/** The tokens are those of the web: one place for colour, type and space. */
const SHARED = squeeze(
  read('../web/kit/tokens.css') + read('../web/kit/plain.css') + read('./page.css'),
)

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

function policyFor(styles: string, script: string | undefined): string {
  return [
    "default-src 'none'",
    `style-src ${hash(styles)}`,
    `script-src ${script ? hash(script) : "'none'"}`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

const dirOf = (locale: string): string => (/^(ar|fa|he|ur)\b/.test(locale) ? 'rtl' : 'ltr')

/** The whole page, as an answer. */
export async function page(words: Words, sheet: Sheet): Promise<Response> {
  const styles = SHARED + squeeze(sheet.styles ?? '')
  const { script } = sheet
  const document = await html`<!doctype html>
    <html lang="${words.locale}" dir="${dirOf(words.locale)}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${sheet.title}</title>
        <link rel="icon" href="/mark.svg" type="image/svg+xml" />
        ${sheet.head ?? ''} ${raw(`<style>${styles}</style>`)}
      </head>
      <body class="${sheet.bodyClass ?? 'page'}">
        ${sheet.body} ${script ? raw(`<script>${script}</script>`) : ''}
      </body>
    </html>`
  return new Response(String(document), {
    status: sheet.status ?? 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policyFor(styles, script),
      'cache-control': 'no-store',
      vary: 'cookie, accept-language',
      ...sheet.headers,
    },
  })
}
