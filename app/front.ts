/** The HTTP server itself: it answers 503 until the hall is ready, and drains before it closes. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

const DRAIN_MS = 8000

type Answer = (request: IncomingMessage, response: ServerResponse) => unknown

export type Front = { server: Server; origin: string; answer(next: Answer): void }

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
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  return {
    server,
    origin: `http://localhost:${addressOf(server).port}`,
    answer(next) {
      answer = next
    },
  }
}

/** Takes no new connection, lets what runs finish for some seconds, then closes the rest. */
export async function drain(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve())
  })
  server.closeIdleConnections()
  const late = setTimeout(() => server.closeAllConnections(), DRAIN_MS)
  await closed
  clearTimeout(late)
}
