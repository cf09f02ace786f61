/**
 * Serving operations: schema, limit, policy, handler, answer; every refusal is problem JSON. The
 * OpenAPI document is made from the same objects (openapi.ts).
 */
import type { Context as HonoContext, Hono } from 'hono'
import { z } from 'zod'
import type { Refusal } from './change.ts'
import type { Instant } from './clock.ts'
import type { Reader, Transaction } from './database.ts'
import type { Hall } from './hall.ts'
import type { Body, Operation, Output, Params, Query } from './operation.ts'
import { problemOf, Refused, type RefusalMeanings } from './problem.ts'
import { readBody } from './request-body.ts'
import type { Caller } from './session.ts'
import type { Policy } from './slice.ts'
import { onceFor } from './transact.ts'
import { localeFor, wordsIn } from './words.ts'

export type Call<O extends Operation = Operation> = {
  hall: Hall
  db: Reader
  params: Params<O>
  query: Query<O>
  body: Body<O>
  caller: Caller
  now: Instant
  /** A transaction that runs once for a repeat key, also when the request is sent again. */
  transact<T>(work: (tx: Transaction) => Promise<T>, turn?: string): Promise<T>
  /** The request itself, for cookies and streams. */
  http: HonoContext
}

type Handler<O extends Operation> = (call: Call<O>) => Promise<Output<O> | Response>
export type Serving = { op: Operation; run(call: Call): Promise<unknown> }

/** Joins an operation to what it does. An answer is checked against its schema by type. */
export function serve<O extends Operation>(op: O, run: Handler<O>): Serving
export function serve(op: Operation, run: Handler<Operation>): Serving {
  return { op, run }
}

export type Served = {
  hall: Hall
  policies: Record<string, Policy>
  meanings: RefusalMeanings
  callerOf(c: HonoContext): Promise<Caller>
}

/** Mounts one operation below /api. */
export function mount(app: Hono, { op, run }: Serving, served: Served): void {
  const path = `/api${op.path.replace(/\{(\w+)\}/g, ':$1')}`
  const policy = served.policies[op.who]
  if (!policy)
    throw new Error(`${op.method} ${op.path} asks for the policy ${op.who}, which nobody declares`)
  const answer = async (c: HonoContext, caller: Caller): Promise<Response> => {
    const params = check(op.params, c.req.param(), 'params', 'not-found')
    await checkPolicy(policy, served.hall, caller, c.req.param())
    const call = await callFrom(c, op, { caller, params }, served)
    const output = await run(call)
    if (output instanceof Response) return output
    c.header('cache-control', 'no-store')
    return c.json(output ?? {})
  }
  app.on(op.method, path, async (c) => {
    if (op.nameless) {
      const nobody = namelessCaller(c)
      return answer(c, nobody).catch((cause) => answerError(cause, c, served, nobody))
    }
    const caller = await served.callerOf(c)
    takeLimit(caller, op, served.hall)
    return answer(c, caller)
  })
}

/** Nobody: of the request only the language is read that the browser asks for. */
function namelessCaller(c: HonoContext): Caller {
  const locale = localeFor(c.req.header('accept-language') ?? null)
  return { person: null, session: null, browser: null, locale, ip: '' }
}

async function callFrom(
  c: HonoContext,
  op: Operation,
  { caller, params }: Pick<Call, 'caller' | 'params'>,
  { hall }: Served,
): Promise<Call> {
  const now = hall.clock.now()
  const query = check(op.query, c.req.query(), 'query')
  const given = op.method === 'GET' || op.consumes ? {} : await readBody(c.req.raw, op.maxBody)
  const body = check(op.body, given, 'body')
  const request = { method: op.method, path: c.req.path, query, body: given }
  return {
    hall,
    db: hall.db,
    params,
    query,
    body,
    caller,
    now,
    http: c,
    transact: op.nameless ? hall.transact : repeatable(c, hall, caller, request),
  }
}

function repeatable(
  c: HonoContext,
  hall: Hall,
  caller: Caller,
  request: unknown,
): Call['transact'] {
  const key = c.req.header('idempotency-key')
  let step = 0
  return (work, turn) => {
    if (!key || key.length > 100) return hall.transact(work, turn)
    step += 1
    const repeat = { caller: nameOf(caller), key, step, request, now: hall.clock.now() }
    return hall.transact((tx) => onceFor(tx, repeat, () => work(tx)), turn)
  }
}

/** What a limit or a repeat key counts by: the person, else the browser, else the address. */
export function nameOf(caller: Caller): string {
  return caller.person ?? caller.browser ?? `ip:${caller.ip}`
}

function check(
  schema: z.ZodType,
  value: unknown,
  where: string,
  refused = 'not-understood',
): unknown {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const errors = result.error.issues.slice(0, 20).map((issue) => ({
    path: [where, ...issue.path].map(String).join('.'),
    message: issue.message.slice(0, 300),
  }))
  throw new Refused(refused, { errors })
}

function takeLimit(caller: Caller, op: Operation, hall: Hall): void {
  const wait = hall.limits.take(
    `${op.method} ${op.path} ${nameOf(caller)}`,
    op.limit,
    hall.clock.now(),
  )
  if (wait > 0) throw new Refused('too-often', { wait })
}

async function checkPolicy(
  policy: Policy,
  { db, clock }: Hall,
  caller: Caller,
  params: Record<string, string>,
): Promise<void> {
  const allowed = await policy.allows(db, caller, params, clock.now())
  if (allowed === true) return
  if (allowed === false) throw new Refused(caller.person ? 'not-allowed' : 'sign-in-first')
  throw new Refused(allowed.refused)
}

/** The answer to anything thrown: a refusal as its problem, all else as a 500 that says nothing. */
export function answerError(
  cause: unknown,
  c: HonoContext,
  served: Served,
  caller: Caller | null,
): Response {
  const refusal = cause instanceof Refused ? cause.refusal : refusalFor(cause)
  const problem = problemOf(refusal, served.meanings, wordsIn(caller?.locale ?? 'en'))
  if (problem.status === 500) served.hall.log.error('a request failed', cause, { path: c.req.path })
  const wait = refusal.details?.['wait']
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...(typeof wait === 'number' ? { 'retry-after': String(wait) } : {}),
    },
  })
}

const CONNECTION_LOST = /^(57P0[123]|08\d\d\d|53300)$/
const NETWORK_LOST =
  /ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|Connection terminated|timeout exceeded when trying to connect/

function refusalFor(cause: unknown): Refusal {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  const text = cause instanceof Error ? `${code} ${cause.message}` : ''
  const away = CONNECTION_LOST.test(code) || NETWORK_LOST.test(text)
  return { refused: away ? 'database-away' : 'something-broke' }
}
