import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { test } from 'node:test'
import fc from 'fast-check'
import { WebSocket, WebSocketServer } from 'ws'
import { bytesFrame, textFrame } from './frame.ts'

/** What a client hears when these texts are written beside `ws` and through it, by turns. */
async function heard(texts: string[]): Promise<string[]> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  assert.ok(address && typeof address === 'object')
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false })
  server.on('upgrade', (request, stream, head) =>
    sockets.handleUpgrade(request, stream, head, (socket) => {
      texts.forEach((text, at) => {
        if (at % 3 === 2) socket.send(text)
        else stream.write(at % 3 === 1 ? textFrame(text) : bytesFrame(Buffer.from(text)))
      })
      socket.close()
    }),
  )
  const client = new WebSocket(`ws://127.0.0.1:${address.port}`)
  const said: string[] = []
  client.on('message', (data: Buffer) => said.push(data.toString('utf8')))
  await once(client, 'close')
  server.close()
  return said
}

test('whatever is said arrives as it was said, in order, at every length a frame can have', async () => {
  const sizes = [0, 1, 125, 126, 127, 65_535, 65_536, 70_000].map((size) => 'x'.repeat(size))
  const any = fc.sample(fc.string({ unit: 'grapheme' }), 200)
  assert.deepEqual(await heard([...sizes, ...any]), [...sizes, ...any])
})
