/** The reference for notes: Hocuspocus on `ws` and nothing else; nothing is stored, all are connected. */
import { createServer } from 'node:http'
import { Hocuspocus } from '@hocuspocus/server'
import { WebSocketServer } from 'ws'
import { type Bare, forkBare } from './fork-bare.ts'

/** Starts it in a process of its own. */
export function openBareHocuspocus(): Promise<Bare> {
  return forkBare(import.meta.url, 'ws')
}

function serveNotes(): void {
  const engine = new Hocuspocus({ quiet: true })
  const server = createServer()
  const sockets = new WebSocketServer({ server, perMessageDeflate: false })
  sockets.on('connection', (socket) => {
    const link = engine.handleConnection(socket, new Request('http://bare/'))
    socket.on('message', (data: Buffer) => link.handleMessage(data))
    socket.on('close', (code, reason) => link.handleClose({ code, reason: reason.toString() }))
  })
  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    if (address && typeof address === 'object') process.send?.(address.port)
  })
}

if (process.argv[2] === '--child') {
  process.once('disconnect', () => process.exit(0))
  serveNotes()
}
