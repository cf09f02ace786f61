/** The reference for notes: Hocuspocus on `ws` and nothing else; nothing is stored, all are connected. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import { Hocuspocus } from '@hocuspocus/server'
import { WebSocketServer } from 'ws'
import type { Bare } from './bare.ts'

/** Starts it in a process of its own. */
export async function openBareHocuspocus(): Promise<Bare> {
  const child: ChildProcess = fork(fileURLToPath(import.meta.url), ['--child'])
  const [port]: unknown[] = await once(child, 'message')
  return {
    url: `ws://127.0.0.1:${String(port)}`,
    pid: child.pid ?? 0,
    async end() {
      child.kill()
      await once(child, 'exit')
    },
  }
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
