/** The HTTP server itself: it answers 503 until the hall is ready, and drains before it closes. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Server as SecureServer } from 'node:https'
import { type AddressInfo, createServer as createDoor, type Server as Door } from 'node:net'
import type { Config } from '#kernel/config.ts'
import { isErrno } from '#kernel/errno.ts'
import type { Log } from '#kernel/log.ts'
import { StartError } from '#kernel/start-error.ts'
import { secureServer } from './tls.ts'

const DRAIN_MS = 5000
/** Longer than a proxy keeps an idle line (Caddy: 60 s), so that none is closed as it is used. */
const KEEP_ALIVE_MS = 65_000

export type Answer = (request: IncomingMessage, response: ServerResponse) => unknown

export type Front = {
  server: Server | SecureServer
  /** Where it can be reached from this machine. */
  origin: string
  /** Where servers on this machine tell it what happens (`/hooks/`): never by a certificate. */
  hooks: string
  answer(next: Answer): void
  /** Puts something before what answers now. */
  before(make: (inner: Answer) => Answer): void
  /** Takes no new connection, lets what runs finish for some seconds, then closes the rest. */
  drain(): Promise<void>
}

function notYet(_request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(503, { 'retry-after': '1', 'content-type': 'text/plain' })
  response.end('The hall is opening.\n')
}

function addressOf(server: Door): AddressInfo {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return address
}

type Listening = Pick<Config, 'port' | 'host' | 'tls'>

/** Listens on a port (0 for any free one) before there is anything to say. */
export async function listen({ port, host, tls }: Listening, log: Log): Promise<Front> {
  let answer: Answer = notYet
  const passOn: Answer = (request, response) => answer(request, response)
  const server = tls ? await secureServer(tls, passOn, log) : createServer(passOn)
  server.keepAliveTimeout = KEEP_ALIVE_MS
  await bind(server, port, host === 'localhost' ? '127.0.0.1' : host)
  const bound = addressOf(server).port
  const second = host === 'localhost' ? await openSecondDoor(server, bound) : null
  const inner = tls ? await openInnerDoor(passOn) : null
  return {
    server,
    origin: `${tls ? 'https' : 'http'}://localhost:${bound}`,
    hooks: `http://127.0.0.1:${inner ? addressOf(inner).port : bound}`,
    answer(next) {
      answer = next
    },
    before(make) {
      answer = make(answer)
    },
    drain: () => drain(server, [second, inner]),
  }
}

function bind(server: Door, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause) => reject(refusalToListen(cause, port, host)))
    server.listen(port, host, resolve)
  })
}

function refusalToListen(cause: Error, port: number, host: string): Error {
  if (isErrno(cause, 'EADDRINUSE')) {
    return new StartError(`Port ${port} is taken on ${host}. Stop what listens there, or set PORT.`)
  }
  if (isErrno(cause, 'EACCES')) {
    return new StartError(`This user may not listen on port ${port}. Set PORT to 1024 or more.`)
  }
  if (isErrno(cause, 'EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN', 'EINVAL')) {
    return new StartError(
      'HOST is not an address of this machine. Set HOST to one, or leave it out.',
    )
  }
  return cause
}

/**
 * `localhost` is two addresses, and browsers try either first: what comes by IPv6 goes to the same
 * server. Not there, or taken: the first door is enough.
 */
async function openSecondDoor(server: Front['server'], port: number): Promise<Door | null> {
  const door = createDoor((socket) => server.emit('connection', socket))
  try {
    await bind(door, port, '::1')
    return door
  } catch {
    return null
  }
}

/** Behind https, servers on this machine get a door of their own that opens to hooks alone. */
async function openInnerDoor(answer: Answer): Promise<Server> {
  const door = createServer((request, response) => {
    if (request.url?.startsWith('/hooks/')) return answer(request, response)
    return response.writeHead(404).end()
  })
  await bind(door, 0, '127.0.0.1')
  return door
}

async function drain(server: Front['server'], others: readonly (Door | null)[]): Promise<void> {
  const closed = [server, ...others].map((door) => door && shut(door))
  server.closeIdleConnections()
  const late = setTimeout(() => server.closeAllConnections(), DRAIN_MS)
  await Promise.all(closed)
  clearTimeout(late)
}

function shut(door: Door): Promise<void> {
  return new Promise((resolve) => {
    door.close(() => resolve())
  })
}
