/** The reference for whole entries: a bare Hono server that sends so many bytes, and a bare socket. */
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { WebSocketServer } from 'ws'
import { type Bare, forkBare } from './fork-bare.ts'

/** Starts it in a process of its own. */
export function openBareHono(): Promise<Bare> {
  return forkBare(import.meta.url, 'http')
}

function serveBytes(): void {
  const app = new Hono()
  app.all('/bytes/:count', (c) => c.text('x'.repeat(Number(c.req.param('count')))))
  const wish = { fetch: app.fetch, port: 0, hostname: '127.0.0.1' }
  const server = serve(wish, ({ port }: AddressInfo) => process.send?.(port))
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false })
  server.on('upgrade', (request, stream, head) =>
    sockets.handleUpgrade(request, stream, head, (socket) =>
      socket.on('message', () => socket.send('{"live":0}')),
    ),
  )
}

if (process.argv[2] === '--child') {
  process.once('disconnect', () => process.exit(0))
  serveBytes()
}
