/** The reference: the smallest server that tells everybody what one says, on `ws` and nothing else. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import { WebSocket, WebSocketServer } from 'ws'

export type Bare = { url: string; pid: number; end(): Promise<void> }

/** Starts a reference, the file that is named, in a process of its own, with flags of node. */
export async function forkBare(
  file: string,
  protocol: 'ws' | 'http',
  flags: string[] = [],
): Promise<Bare> {
  const child: ChildProcess = fork(fileURLToPath(file), ['--child'], { execArgv: flags })
  const [port]: unknown[] = await once(child, 'message')
  return {
    url: `${protocol}://127.0.0.1:${String(port)}`,
    pid: child.pid ?? 0,
    async end() {
      child.kill()
      await once(child, 'exit')
    },
  }
}

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
