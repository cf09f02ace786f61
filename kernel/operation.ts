/**
 * An operation is a plain object: method, path, who may, what goes in and out. The server serves
 * it, the web calls it, the OpenAPI document lists it; all from this one description.
 */
import { z } from 'zod'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

type Schema = z.ZodType

export type Operation<
  P extends Schema = Schema,
  Q extends Schema = Schema,
  B extends Schema = Schema,
  O extends Schema = Schema,
> = {
  method: Method
  /** Below /api, with parameters in braces: `/gatherings/{gathering}/stack`. */
  path: string
  summary: string
  /** The name of a policy; its sentence stands in the docs. */
  who: string
  params: P
  query: Q
  body: B
  output: O
  /** The names of the refusals that this operation may answer, beside those that any may. */
  refusals: readonly string[]
  /** Largest body in bytes. */
  maxBody: number
  /** How often one member may call it: so many in so many seconds. */
  limit: { count: number; seconds: number }
  /**
   * Who calls is not asked and not noticed: no cookie is sent or read, no address, no repeat key, no
   * limit by caller. What it does must be safe to do twice.
   */
  nameless?: true
  /** Media types of an answer that is not JSON (exports, feeds), or of a body that is not (uploads). */
  produces?: string
  consumes?: string
}

const nothing = z.object({})
const KILOBYTE = 1024

type Given<P extends Schema, Q extends Schema, B extends Schema, O extends Schema> = Pick<
  Operation,
  'method' | 'path' | 'summary' | 'who' | 'produces' | 'consumes' | 'nameless'
> &
  Partial<{ params: P; query: Q; body: B; output: O }> &
  Partial<Pick<Operation, 'refusals' | 'maxBody' | 'limit'>>

/** Describes an operation; what is left out is empty, 64 kB of body and 300 calls a minute. */
export function operation<
  P extends Schema = typeof nothing,
  Q extends Schema = typeof nothing,
  B extends Schema = typeof nothing,
  O extends Schema = typeof nothing,
>(given: Given<P, Q, B, O>): Operation<P, Q, B, O>
export function operation(given: Given<Schema, Schema, Schema, Schema>): Operation {
  return {
    params: nothing,
    query: nothing,
    body: nothing,
    output: nothing,
    refusals: [],
    maxBody: 64 * KILOBYTE,
    limit: { count: 300, seconds: 60 },
    ...given,
  }
}

export type Params<O extends Operation> = z.output<O['params']>
export type Query<O extends Operation> = z.output<O['query']>
export type Body<O extends Operation> = z.output<O['body']>
export type Output<O extends Operation> = z.output<O['output']>

/** The address of an operation with its parameters set in. */
export function addressOf(
  op: Operation,
  params: Record<string, string> = {},
  query: object = {},
): string {
  const path = op.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(params[name] ?? ''),
  )
  const pairs = Object.entries(query).filter(([, value]) => value !== undefined && value !== null)
  const search = new URLSearchParams(
    Object.fromEntries(pairs.map(([name, value]) => [name, String(value)])),
  ).toString()
  return `/api${path}${search ? `?${search}` : ''}`
}
