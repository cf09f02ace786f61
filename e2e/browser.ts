/**
 * A real browser for stories: the system's Chromium through playwright-core. Every page that a
 * story opens must be free of errors in its console and of serious findings of axe.
 */
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'
import {
  type Browser as Chromium,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core'
import { SESSION_COOKIE } from '#kernel/session.ts'
import type { Somebody } from '#testing/people.ts'

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
const FLAGS = [
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]
/** Devices that need no asking: a camera with a picture that moves, a microphone that beeps. */
export const FAKE_DEVICES = [
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  '--allow-loopback-in-peer-connection',
  '--autoplay-policy=no-user-gesture-required',
]
/** Where pictures go: never into the repository. */
export const PICTURES = process.env['PICTURES'] ?? join(tmpdir(), 'moothall-pictures')

export type Visitor = {
  page: Page
  context: BrowserContext
  /** What went wrong on its pages, as the console says it. */
  errors: string[]
}

export type StoryBrowser = AsyncDisposable & {
  chromium: Chromium
  /** A new visitor with cookies, a window and a language of their own. */
  visitor(options?: BrowserContextOptions): Promise<Visitor>
}

/** Opens a browser: `await using browser = await openBrowser()`. */
export async function openBrowser(flags: readonly string[] = []): Promise<StoryBrowser> {
  const args = [...FLAGS, ...flags]
  const opened = await chromium.launch({ executablePath: CHROMIUM, args })
  return {
    chromium: opened,
    async visitor(options = {}) {
      const context = await opened.newContext({
        viewport: { width: 1280, height: 800 },
        locale: 'en-GB',
        timezoneId: 'Europe/Dublin',
        ...options,
      })
      const page = await context.newPage()
      const errors: string[] = []
      page.on('console', (said) => {
        if (said.type() === 'error' || said.type() === 'warning') errors.push(said.text())
      })
      page.on('pageerror', (cause) => errors.push(String(cause)))
      page.setDefaultTimeout(60_000)
      return { page, context, errors }
    },
    [Symbol.asyncDispose]: () => opened.close(),
  }
}

/** The visitor is signed in as somebody of a story. */
export async function signIn(
  { context }: Pick<Visitor, 'context'>,
  { browser }: Pick<Somebody, 'browser'>,
  url: string,
): Promise<void> {
  const value = browser.cookies.get(SESSION_COOKIE) ?? ''
  await context.addCookies([{ name: SESSION_COOKIE, value, url }])
}

const ASK_EVERY_MS = 100
const PATIENCE_MS = 60_000

/** Waits until an expression is true on a page, whatever the page's own policy lets it evaluate. */
export async function until(page: Page, expression: string): Promise<void> {
  for (let waited = 0; waited < PATIENCE_MS; waited += ASK_EVERY_MS) {
    if (await page.evaluate(expression)) return
    await rest(ASK_EVERY_MS)
  }
  throw new Error(`it never became true: ${expression}`)
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

type Finding = { id: string; impact: string; help: string; where: string[] }

/** What axe finds serious or critical on a page, in words; empty when all is well. */
export async function axe(page: Page): Promise<string[]> {
  await page.evaluate(AXE)
  const found: Finding[] = await page.evaluate(`axe.run(document, {
    resultTypes: ['violations'],
  }).then(({ violations }) => violations.map(({ id, impact, help, nodes }) => ({
    id, impact: impact ?? '', help, where: nodes.map((node) => node.html.slice(0, 160) + ' ' + (node.failureSummary ?? '').slice(0, 200)),
  })))`)
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, where }) => `${id}: ${help}\n  ${where.slice(0, 5).join('\n  ')}`)
}

/** Does anything stick out sideways? Answers what does. */
export async function sticksOut(page: Page): Promise<string[]> {
  // A page that was just made narrower takes some frames to stand otherwise.
  return page.evaluate(`(async () => {
    const root = document.documentElement
    // The room hides what is too wide for it, and so would hide that it is.
    const wholes = [root, ...document.querySelectorAll('.room')]
    const fits = () => wholes.every((one) => one.scrollWidth <= one.clientWidth)
    for (let frame = 0; frame < 60 && !fits(); frame += 1)
      await new Promise((done) => requestAnimationFrame(done))
    if (fits()) return []
    const width = root.clientWidth
    return [...document.querySelectorAll('body *')]
      .filter((one) => one.getBoundingClientRect().right > width + 1)
      .slice(0, 5)
      .map((one) => one.outerHTML.slice(0, 120))
  })()`)
}

/** A picture for human eyes; of the whole page when `whole`. */
export async function picture(page: Page, name: string, whole = false): Promise<void> {
  mkdirSync(PICTURES, { recursive: true })
  await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: whole })
}
