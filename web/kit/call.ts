/**
 * The one way to the server: `call(operation, { params, query, body })`. A write carries a repeat
 * key, so it may be sent again when the line breaks: the same key never does a thing twice.
 */
import {
  addressOf,
  type Body,
  type Operation,
  type Output,
  type Params,
  type Query,
} from '#kernel/operation.ts'
import { learnClock } from './clock.ts'
import { ProblemError } from './problem.ts'

type Given<T> = T extends Record<string, never> ? object : T

export type Input<O extends Operation> = {
  params?: Given<Params<O>>
  query?: Partial<Query<O>>
  body?: Partial<Body<O>>
  signal?: AbortSignal
  /** The repeat key of a write that may have been sent before; a fresh one by default. */
  key?: string
}

const TRIES = 6
const FIRST_PAUSE_MS = 400

function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms * (0.75 + Math.random() / 2))
    signal?.addEventListener('abort', () => {
      clearTimeout(timer)
      reject(signal.reason)
    })
  })
}

/** Sends until there is an answer: a lost line or a hall that is just opening is tried again. */
async function send(address: string, init: RequestInit): Promise<Response> {
  for (let tries = 1; ; tries += 1) {
    try {
      const sentAt = Date.now()
      const answer = await fetch(address, init)
      learnClock(answer.headers.get('date'), sentAt, Date.now())
      if (answer.status !== 503 || tries === TRIES) return answer
    } catch (cause) {
      if (init.signal?.aborted || tries === TRIES) throw cause
    }
    await pause(FIRST_PAUSE_MS * 2 ** (tries - 1), init.signal ?? undefined)
  }
}

/** A repeat key; `randomUUID` is missing where the hall is reached without https. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Calls an operation; throws ProblemError when it is refused. */
export async function call<O extends Operation>(op: O, input: Input<O> = {}): Promise<Output<O>> {
  const writes = op.method !== 'GET'
  const answer = await send(addressOf(op, Object.assign({}, input.params), input.query), {
    method: op.method,
    credentials: op.nameless ? 'omit' : 'same-origin',
    headers: writes
      ? {
          'content-type': 'application/json',
          ...(op.nameless ? {} : { 'idempotency-key': input.key ?? newKey() }),
        }
      : {},
    ...(writes ? { body: JSON.stringify(input.body ?? {}) } : {}),
    ...(input.signal ? { signal: input.signal } : {}),
  })
  const json = await answer.json()
  if (!answer.ok) throw new ProblemError(json)
  return json
}
