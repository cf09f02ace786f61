/** The HTTP server itself: it answers 503 until the hall is ready, and drains before it closes. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { type AddressInfo, createServer as createDoor, type Server as Door } from 'node:net'
import { isErrno } from '#kernel/errno.ts'
import { StartError } from '#kernel/start-error.ts'

const DRAIN_MS = 5000
/** Longer than a proxy keeps an idle line (Caddy: 60 s), so that none is closed as it is used. */
const KEEP_ALIVE_MS = 65_000

export type Answer = (request: IncomingMessage, response: ServerResponse) => unknown

export type Front = {
  server: Server
  /** Where it can be reached from this machine. */
  origin: string
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

function addressOf(server: Server): AddressInfo {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return address
}

/** Listens on a port (0 for any free one) before there is anything to say. */
export async function listen({ port, host }: { port: number; host: string }): Promise<Front> {
  let answer: Answer = notYet
  const server = createServer((request, response) => answer(request, response))
  server.keepAliveTimeout = KEEP_ALIVE_MS
  await bind(server, port, host === 'localhost' ? '127.0.0.1' : host)
  const bound = addressOf(server).port
  const second = host === 'localhost' ? await openSecondDoor(server, bound) : null
  return {
    server,
    origin: `http://localhost:${bound}`,
    answer(next) {
      answer = next
    },
    before(make) {
      answer = make(answer)
    },
    drain: () => drain(server, second),
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
async function openSecondDoor(server: Server, port: number): Promise<Door | null> {
  const door = createDoor((socket) => server.emit('connection', socket))
  try {
    await bind(door, port, '::1')
    return door
  } catch {
    return null
  }
}

async function drain(server: Server, second: Door | null): Promise<void> {
  const closed = [server, second].map((door) => door && shut(door))
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
