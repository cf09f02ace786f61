/** Somebody's browser in a story: it keeps cookies, calls operations, listens on the live socket. */
import { WebSocket } from 'ws'
import {
  addressOf,
  type Body,
  type Operation,
  type Output,
  type Params,
  type Query,
} from '#kernel/operation.ts'
import { Problem } from '#kernel/problem.ts'
import { Listener } from './listener.ts'

type Input<O extends Operation> = {
  params?: Params<O>
  query?: Partial<Query<O>> & object
  body?: Partial<Body<O>> & object
  headers?: Record<string, string>
}

/** What a refused call throws: read `.problem`. */
export class ProblemAnswer extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(
      `${problem.status} ${problem.name}: ${problem.title} ${JSON.stringify(problem.errors ?? '')}`,
    )
    this.problem = problem
  }
}

export class Browser {
  readonly origin: string
  readonly cookies = new Map<string, string>()

  constructor(origin: string) {
    this.origin = origin
  }

  get cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  /** One request as a browser makes it; keeps the cookies it is given, follows nothing. */
  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers)
    if (this.cookies.size > 0) headers.set('cookie', this.cookieHeader)
    if (init.method && init.method !== 'GET' && !headers.has('origin'))
      headers.set('origin', this.origin)
    const answer = await fetch(new URL(path, this.origin), { redirect: 'manual', ...init, headers })
    for (const line of answer.headers.getSetCookie()) this.#keep(line)
    return answer
  }

  #keep(line: string): void {
    const [pair = '', ...attributes] = line.split(';')
    const at = pair.indexOf('=')
    const gone = attributes.some((part) => /^\s*max-age=0$/i.test(part))
    if (gone) this.cookies.delete(pair.slice(0, at))
    else this.cookies.set(pair.slice(0, at), pair.slice(at + 1))
  }

  /** Calls an operation; throws ProblemAnswer when it is refused. */
  async call<O extends Operation>(op: O, input: Input<O> = {}): Promise<Output<O>> {
    const answer = await this.fetch(addressOf(op, Object.assign({}, input.params), input.query), {
      method: op.method,
      headers: { 'content-type': 'application/json', ...input.headers },
      ...(op.method === 'GET' ? {} : { body: JSON.stringify(input.body ?? {}) }),
    })
    const json: unknown = await answer.json()
    if (!answer.ok) throw new ProblemAnswer(Problem.parse(json))
    return checked(op, json)
  }

  /** Calls an operation that must be refused; answers the problem. */
  async refused<O extends Operation>(op: O, input: Input<O> = {}): Promise<Problem> {
    try {
      await this.call(op, input)
    } catch (cause) {
      if (cause instanceof ProblemAnswer) return cause.problem
      throw cause
    }
    throw new Error(`${op.method} ${op.path} was not refused`)
  }

  /** Listens to topics (by the number already known) on a live socket of its own. */
  async listen(topics: Record<string, number>): Promise<Listener> {
    const socket = new WebSocket(`${this.origin.replace('http', 'ws')}/live`, {
      headers: { cookie: this.cookieHeader, origin: this.origin },
    })
    return Listener.open(socket, topics)
  }
}

function checked<O extends Operation>(op: O, json: unknown): Output<O>
function checked(op: Operation, json: unknown): unknown {
  return op.output.parse(json)
}
