/** Every slice on one Hono app: health, the OpenAPI document, the operations, the pages. */
import type { IncomingMessage } from 'node:http'
import { type Context, Hono } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import { sql } from 'kysely'
import { callerAt } from '#kernel/caller.ts'
import type { Hall } from '#kernel/hall.ts'
import { openApiOf } from '#kernel/openapi.ts'
import type { Operation } from '#kernel/operation.ts'
import { Refused, type RefusalMeanings } from '#kernel/problem.ts'
import { kernelRefusals } from '#kernel/refusals.ts'
import { answerError, mount, type Served } from '#kernel/serve.ts'
import type { Caller } from '#kernel/session.ts'
import type { Door, Passage, Policy, Slice, TopicFamily } from '#kernel/slice.ts'
import { kernelPolicies } from './policies.ts'
import { type DevPage, mountWeb, squeezePages } from './web.ts'

export type Built = {
  app: Hono
  isOurOrigin(request: IncomingMessage): boolean
  families: Record<string, TopicFamily>
  /** WebSocket paths of slices. */
  doors: Record<string, Door>
  passages: Record<string, Passage>
}

/** Merges what the slices declare; a name declared twice is a mistake and stops the start. */
function merged<T>(
  what: string,
  parts: readonly (Record<string, T> | undefined)[],
): Record<string, T> {
  const all: Record<string, T> = {}
  for (const [name, value] of parts.flatMap((part) => Object.entries(part ?? {}))) {
    if (name in all) throw new Error(`the ${what} ${name} is declared twice`)
    all[name] = value
  }
  return all
}

export function policiesOf(slices: readonly Slice[]): Record<string, Policy> {
  return merged('policy', [kernelPolicies, ...slices.map((slice) => slice.policies)])
}

export function meaningsOf(slices: readonly Slice[]): RefusalMeanings {
  return merged('refusal', [kernelRefusals, ...slices.map((slice) => slice.refusals)])
}

/** What slices make on the hall itself, by its path. */
function opened<T>(
  hall: Hall,
  what: string,
  parts: readonly (Record<string, (hall: Hall) => T> | undefined)[],
): Record<string, T> {
  const openings = merged(what, parts)
  return Object.fromEntries(Object.entries(openings).map(([path, open]) => [path, open(hall)]))
}

/** Builds the app that answers every request, and what the live socket needs to know. */
export function buildApp(hall: Hall, slices: readonly Slice[], devPage?: DevPage): Built {
  const { origin } = hall.config
  const of = <T>(pick: (slice: Slice) => T) => slices.map(pick)
  const served: Served = {
    hall,
    policies: policiesOf(slices),
    meanings: meaningsOf(slices),
    callerOf: (c) => callerAt(hall, c),
  }
  const app = new Hono()
  app.use(squeezePages)
  app.use(
    secureHeaders({
      strictTransportSecurity: origin.startsWith('https:'),
      referrerPolicy: false,
    }),
  )
  app.use(async (c, next) => {
    await next()
    // A page at a secret address asks for more: no-referrer.
    if (!c.res.headers.has('referrer-policy')) c.header('referrer-policy', 'same-origin')
  })
  app.use(async (c, next) => {
    if (!isSameOrigin(c, origin)) throw new Refused('foreign-origin')
    await next()
  })
  app.onError(async (cause, c) => answerError(cause, c, served, await callerFor(c, served)))
  mountHealth(app, hall)
  const servings = slices.flatMap((slice) => slice.servings ?? [])
  for (const serving of servings) mount(app, serving, served)
  const operations = servings.map(({ op }) => op)
  mountDocument(app, served, operations)
  app.all('/api/*', () => {
    throw new Refused('not-found')
  })
  for (const slice of slices) if (slice.pages) app.route('/', slice.pages(hall))
  mountWeb(app, devPage)
  return {
    app,
    families: merged(
      'topic',
      of((slice) => slice.topics),
    ),
    doors: opened(
      hall,
      'socket',
      of((slice) => slice.sockets),
    ),
    passages: opened(
      hall,
      'passage',
      of((slice) => slice.passages),
    ),
    isOurOrigin: ({ headers }) => originFits(headers.origin, headers.host, origin),
  }
}

/** The words of a problem follow the caller; when even that can't be known, they are English. */
async function callerFor(c: Context, served: Served): Promise<Caller | null> {
  return served.callerOf(c).catch(() => null)
}

function mountHealth(app: Hono, { db }: Hall): void {
  app.get('/healthz', (c) => c.text('ok'))
  app.get('/readyz', async (c) => {
    await sql`select 1`.execute(db)
    return c.text('ok')
  })
}

function mountDocument(app: Hono, served: Served, operations: readonly Operation[]): void {
  const { policies, meanings, hall } = served
  let document: Record<string, unknown> | undefined
  app.get('/api/openapi.json', (c) => {
    document ??= openApiOf({ operations, policies, meanings, origin: hall.config.origin })
    return c.json(document)
  })
}

function originFits(origin: string | undefined, host: string | undefined, ours: string): boolean {
  if (!origin || origin === ours) return true
  return URL.canParse(origin) && new URL(origin).host === host
}

/**
 * A change comes from our own pages or from a script without a browser, never from another site.
 * Browsers say which in Sec-Fetch-Site, that no page can forge; older ones are known by their Origin
 * (which is "null" for a form on a page that keeps its address to itself).
 */
function isSameOrigin(c: Context, ours: string): boolean {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return true
  const site = c.req.header('sec-fetch-site')
  if (site) return site === 'same-origin' || site === 'none'
  return originFits(c.req.header('origin'), c.req.header('host'), ours)
}
