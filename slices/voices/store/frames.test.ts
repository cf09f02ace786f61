/** Reading along: whole messages, however they are cut, compressed or not; nonsense ends it quietly. */
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'
import { test } from 'node:test'
import { WebSocketServer } from 'ws'
import { frameReader } from './frames.ts'

const MESSAGES = [
  Buffer.from([0x52, 1, 2, 3]),
  Buffer.alloc(300, 7),
  Buffer.alloc(70_000, 'who is heard '),
]
const KEY = 'dGhlIHNhbXBsZSBub25jZQ=='
const NO_CONTEXT = 'permessage-deflate; server_no_context_takeover; client_no_context_takeover'

/** What a server of WebSockets sends, byte by byte, after the answer to the upgrade. */
async function sentBy(extensions: string | null): Promise<Buffer> {
  const server = createServer().listen(0, '127.0.0.1')
  const sockets = new WebSocketServer({
    server,
    perMessageDeflate: { serverNoContextTakeover: true, threshold: 0 },
  })
  sockets.on('connection', (socket) => {
    for (const [at, message] of MESSAGES.entries()) {
      socket.send(message.subarray(0, 2), { fin: false })
      socket.send(message.subarray(2), { fin: true })
      if (at === 0) socket.ping()
    }
    socket.close()
  })
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const line = connect(port, '127.0.0.1')
  const asked = ['GET / HTTP/1.1', 'Host: hall', 'Connection: Upgrade', 'Upgrade: websocket']
  const more = ['Sec-WebSocket-Version: 13', `Sec-WebSocket-Key: ${KEY}`]
  const extended = extensions ? [`Sec-WebSocket-Extensions: ${extensions}`] : []
  line.write([...asked, ...more, ...extended, '', ''].join('\r\n'))
  const parts: Buffer[] = []
  line.on('data', (bytes: Buffer) => {
    parts.push(bytes)
    // The close of the server is answered by hanging up.
    if (Buffer.concat(parts).includes(Buffer.from([0x88]), -4)) line.end()
  })
  await once(line, 'close')
  sockets.close()
  server.close()
  const all = Buffer.concat(parts)
  return all.subarray(all.indexOf('\r\n\r\n') + 4)
}

for (const [words, extensions] of [
  ['as they are', null],
  ['compressed', NO_CONTEXT],
] as const)
  test(`messages ${words} are read whole, however the bytes are cut`, async () => {
    const bytes = await sentBy(extensions)
    for (const size of [1, 7, 4096, bytes.length]) {
      const read = frameReader()
      const found: Buffer[] = []
      for (let at = 0; at < bytes.length; at += size)
        found.push(...read(bytes.subarray(at, at + size)))
      assert.equal(found.length, MESSAGES.length)
      found.forEach((message, at) => assert.ok(MESSAGES[at]?.equals(message)))
    }
  })

test('what is no WebSocket, masked, or too long ends the reading and throws nothing', () => {
  const table = [
    Buffer.from([0x82, 0x81, 1, 2, 3, 4, 5]),
    Buffer.from([0x82, 127, 0, 0, 1, 0, 0, 0, 0, 0]),
    Buffer.from([0xc2, 3, 0xff, 0xff, 0xff]),
  ]
  for (const bytes of table) {
    const read = frameReader()
    assert.deepEqual(read(bytes), [])
    assert.deepEqual(read(Buffer.from([0x82, 1, 9])), [])
  }
})
