/** The media server as a child: where it comes from, what it is told, how it lives and dies. */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { arch, tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { becomes, ownMedia, withoutMedia } from '#testing/media.ts'
import { binaryHere, bringBinary, LIVEKIT } from './binary.ts'
import { openMedia } from './media.ts'
import { hostPorts, mediaConfig } from './settings.ts'

const folder = mkdtempSync(join(tmpdir(), 'moothall-media-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const SETTINGS = {
  ports: { signal: 7800, tcp: 0, udp: [7802, 7802], turn: 0 },
  host: null,
  key: 'hall',
  secret: 'x'.repeat(32),
  hook: 'http://127.0.0.1:8020/hooks/livekit',
  redisUrl: null,
} satisfies Parameters<typeof mediaConfig>[0]

test('alone it listens on loopback, asks nobody else, and makes no room for who knocks', () => {
  const told = JSON.parse(mediaConfig(SETTINGS))
  assert.deepEqual(told.bind_addresses, ['127.0.0.1'])
  assert.equal(told.rtc.tcp_port, 0)
  assert.equal(told.rtc.node_ip, '127.0.0.1')
  assert.deepEqual(told.rtc.stun_servers, ['127.0.0.1:9'])
  assert.equal(told.room.auto_create, false)
  assert.equal(told.turn, undefined)
})

test('with a host it has a UDP port a core, TCP beside, its own TURN, and only its own STUN', () => {
  const ports = hostPorts(7880, 4)
  assert.deepEqual(ports, { signal: 7880, tcp: 7881, udp: [7882, 7885], turn: 3478 })
  const host = 'media.lowmeadow.example'
  const redisUrl = 'rediss://hall:s%40lt@cache.example:6380'
  const told = JSON.parse(mediaConfig({ ...SETTINGS, ports, host, redisUrl }))
  assert.equal(told.rtc.udp_port, '7882-7885')
  assert.deepEqual(told.rtc.stun_servers, [`${host}:3478`])
  assert.deepEqual(told.turn, { enabled: true, domain: host, udp_port: 3478 })
  assert.deepEqual(told.redis, {
    address: 'cache.example:6380',
    username: 'hall',
    password: 's@lt',
    use_tls: true,
  })
})

test('a binary that was named, or stands on the PATH or in the cache, is taken; one that can’t run is not', () => {
  const binary = join(folder, 'livekit-server')
  writeFileSync(binary, '#!/bin/sh\n')
  const env = { PATH: folder, XDG_CACHE_HOME: folder }
  assert.equal(binaryHere(binary, env), null)
  chmodSync(binary, 0o755)
  assert.equal(binaryHere(binary, env), binary)
  assert.equal(binaryHere(null, env), binary)
  assert.equal(binaryHere(null, { PATH: '', XDG_CACHE_HOME: folder }), null)
})

/** A release as it is published: an archive, and the sums of all archives. */
async function release(sumOf: (archive: Buffer) => string) {
  const name = `livekit_${LIVEKIT}_linux_${arch() === 'arm64' ? 'arm64' : 'amd64'}.tar.gz`
  const packed = join(folder, name)
  writeFileSync(join(folder, 'LICENSE'), 'free\n')
  execFileSync('tar', ['-czf', packed, '-C', folder, 'LICENSE', 'livekit-server'])
  const archive = readFileSync(packed)
  const server = createServer(({ url }, answer) => {
    if (url?.endsWith(name)) answer.end(archive)
    else answer.end(`${'0'.repeat(64)}  other.tar.gz\n${sumOf(archive)}  ${name}\n`)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    releases: `http://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: async () => void server.close(),
  }
}

const never = new AbortController().signal

test('a release is downloaded, checked and kept; with another checksum it is not', async () => {
  const cache = join(folder, 'cache')
  {
    await using good = await release((bytes) => createHash('sha256').update(bytes).digest('hex'))
    const said: string[] = []
    const path = await bringBinary((what) => said.push(what), never, { folder: cache, ...good })
    assert.equal(readFileSync(path, 'utf8'), '#!/bin/sh\n')
    assert.deepEqual(said, ['fetching'])
  }
  await using bad = await release(() => 'f'.repeat(64))
  const env = process.env['PATH']
  process.env['PATH'] = folder
  try {
    const how = { folder: join(folder, 'other'), ...bad }
    await assert.rejects(
      bringBinary(() => {}, never, how),
      /has not the published checksum.*LIVEKIT_SERVER/,
    )
  } finally {
    process.env['PATH'] = env
  }
})

const log = { error: () => {}, info: () => {} }
const pidIn = (data: string) =>
  Number(JSON.parse(readFileSync(join(data, 'media.json'), 'utf8')).pid)

test(
  'it is ready, comes back when it is killed, is taken over after a crash, and ends with the hall',
  { skip: withoutMedia },
  async () => {
    const data = mkdtempSync(join(folder, 'data-'))
    const options = { plan: ownMedia, data, hooks: 'http://127.0.0.1:9', log }
    const first = openMedia(options)
    await becomes(first, 'ready')
    const at = first.at()
    const back = becomes(first, 'away').then(() => becomes(first, 'ready'))
    process.kill(pidIn(data), 'SIGKILL')
    await back
    assert.deepEqual(first.at(), at, 'at the same place, with the same keys')
    // The hall is gone without a word; the next one finds its child.
    const pid = pidIn(data)
    const second = openMedia(options)
    await becomes(second, 'ready')
    assert.deepEqual(second.at(), at)
    assert.equal(pidIn(data), pid, 'and its calls go on')
    await second.close()
    assert.throws(() => process.kill(pid, 0), 'nothing is left behind')
    await first.close()
  },
)

test(
  'a hall that closes while its child comes back ends that one too',
  { skip: withoutMedia },
  async () => {
    const data = mkdtempSync(join(folder, 'data-'))
    const media = openMedia({ plan: ownMedia, data, hooks: 'http://127.0.0.1:9', log })
    await becomes(media, 'ready')
    const first = pidIn(data)
    const away = becomes(media, 'away')
    process.kill(first, 'SIGKILL')
    await away
    await media.close()
    const left = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').trim()
    assert.equal(left, '', 'no child is left behind')
  },
)
