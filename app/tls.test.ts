/** HTTPS by the hall itself: who comes, what is refused, and a certificate renewed while it lives. */
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { copyFile, readFile, utimes, writeFile } from 'node:fs/promises'
import { get } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { createLog } from '#kernel/log.ts'
import { dataFolder, moothall, startHall, stopHall } from '#testing/terminal.ts'
import { listen } from './front.ts'
import { readPair, renewal, secureServer } from './tls.ts'

const file = (name: string) => fileURLToPath(new URL(`../testing/tls/${name}.pem`, import.meta.url))
const first = { cert: file('first.cert'), key: file('first.key') }
const second = { cert: file('second.cert'), key: file('second.key') }

async function visit(url: string, trusted: string) {
  const ca = await readFile(trusted)
  const [answer] = await once(get(url, { ca, agent: false }), 'response')
  answer.resume()
  return { status: Number(answer.statusCode), headers: answer.headers }
}

test('people come by https without a proxy; http of another certificate’s holder is not believed', async () => {
  await using data = await dataFolder()
  const env = { DATA: data.path, TLS_CERT: first.cert, TLS_KEY: first.key }
  const terminal = await startHall(env)
  assert.match(terminal.origin, /^https:\/\/localhost:\d+$/)
  const { status, headers } = await visit(`${terminal.origin}/readyz`, first.cert)
  assert.equal(status, 200)
  assert.ok(headers['strict-transport-security'], 'the browser is told to stay with https')
  await assert.rejects(visit(`${terminal.origin}/readyz`, second.cert))
  assert.equal(await stopHall(terminal, 'SIGTERM'), 0)
})

test('half a pair, a file that is not there and a key of another certificate stop the start', async () => {
  await using data = await dataFolder()
  const env = { DATA: data.path, TLS_CERT: first.cert }
  const half = await moothall(['start'], env)
  assert.deepEqual([half.code, /TLS_CERT and TLS_KEY go together/.test(half.said)], [78, true])
  const gone = readPair({ ...first, key: '/nowhere/key.pem' })
  await assert.rejects(gone, /TLS_KEY must name a file/)
  const others = readPair({ ...first, key: second.key })
  await assert.rejects(others, /are not a certificate and its key/)
})

test('a renewed certificate is taken while the hall lives; a broken one is said and left', async () => {
  await using data = await dataFolder()
  const files = { cert: join(data.path, 'cert'), key: join(data.path, 'key') }
  const put = async (pair: typeof first, at: number) => {
    await copyFile(pair.cert, files.cert)
    await copyFile(pair.key, files.key)
    await utimes(files.cert, at, at)
  }
  await put(first, 1000)
  const said: string[] = []
  const log = createLog((line) => said.push(line))
  const server = await secureServer(files, (_, response) => response.end('in'), log)
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  const look = renewal(server, files, log)
  await look()
  await put(second, 2000)
  await look()
  assert.equal((await visit(`https://localhost:${port}/`, second.cert)).status, 200)
  await writeFile(files.cert, 'not a certificate')
  await look()
  assert.equal((await visit(`https://localhost:${port}/`, second.cert)).status, 200)
  assert.match(said.join(''), /renewed.*can’t be used/s)
  server.close()
})

test('servers on this machine reach the hooks, and nothing else, without a certificate', async () => {
  const front = await listen({ port: 0, host: 'localhost', tls: first }, createLog())
  front.answer((_, response) => response.end('heard'))
  assert.equal(await (await fetch(`${front.hooks}/hooks/livekit`)).text(), 'heard')
  assert.equal((await fetch(`${front.hooks}/api/people`)).status, 404)
  await front.drain()
})
