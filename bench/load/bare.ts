/** The reference: the smallest server that tells everybody what one says, on `ws` and nothing else. */
import { createServer } from 'node:http'
import { WebSocket, WebSocketServer } from 'ws'
import { type Bare, forkBare } from './fork-bare.ts'

/** Starts it in a process of its own, with flags of node. */
export function openBare(flags: string[] = []): Promise<Bare> {
  return forkBare(import.meta.url, 'ws', flags)
}

function serveBare(): void {
  const server = createServer()
  const sockets = new WebSocketServer({ server, perMessageDeflate: false })
  sockets.on('connection', (socket) => {
    socket.on('message', (data: Buffer) => {
      const text = data.toString('utf8')
      for (const client of sockets.clients)
        if (client.readyState === WebSocket.OPEN) client.send(text)
    })
  })
  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    if (address && typeof address === 'object') process.send?.(address.port)
  })
}

if (process.argv[2] === '--child') {
  process.once('disconnect', () => process.exit(0))
  serveBare()
}
