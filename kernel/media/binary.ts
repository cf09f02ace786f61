/**
 * Where the binary of LiveKit comes from, in this order: the one that the steward named, the PATH,
 * a cache of the user (fetched or built once for all halls of this machine), the pinned release by
 * download with its published checksum, and at last `go install` where Go is new enough.
 */
import { spawn, spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { accessSync, constants, existsSync } from 'node:fs'
import { chmod, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { arch, constants as system, homedir, platform, setPriority } from 'node:os'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'

/** The release that the hall was tried with. */
export const LIVEKIT = '1.13.5'
const NAME = 'livekit-server'
const RELEASES = 'https://github.com/livekit/livekit/releases/download'
const MODULE = `github.com/livekit/livekit-server/cmd/server@v${LIVEKIT}`
const GO_LEAST = [1, 26] as const
const FETCH_MS = 120_000
const BUILD_MS = 15 * 60_000

export type Fetching = 'fetching' | 'building'

/** The folder where one binary serves all halls of a user. */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  return join(env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'moothall')
}

const cached = (folder: string) => join(folder, `${NAME}-${LIVEKIT}`)

function runs(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** A binary that is here already; null when there is none. A named one that can't run is none. */
export function binaryHere(named: string | null, env = process.env): string | null {
  if (named !== null) return runs(named) ? named : null
  const onPath = (env['PATH'] ?? '')
    .split(delimiter)
    .filter(Boolean)
    .map((folder) => join(folder, NAME))
  return (
    [...onPath, cached(cacheFolder(env))].find((path) => existsSync(path) && runs(path)) ?? null
  )
}

/** The binary of a release: downloaded, checked against the published sum, unpacked. */
async function download(folder: string, releases: string, over: AbortSignal): Promise<string> {
  const machine = { x64: 'amd64', arm64: 'arm64' }[arch() as string]
  if (platform() !== 'linux' || !machine) throw new Error('there is no release for this machine')
  const name = `livekit_${LIVEKIT}_linux_${machine}.tar.gz`
  const [archive, sums] = await Promise.all(
    [name, 'checksums.txt'].map(async (file) => {
      const signal = AbortSignal.any([over, AbortSignal.timeout(FETCH_MS)])
      const answer = await fetch(`${releases}/v${LIVEKIT}/${file}`, { signal })
      if (!answer.ok) throw new Error(`the release answered ${answer.status}`)
      return Buffer.from(await answer.arrayBuffer())
    }),
  )
  if (!archive || !sums) throw new Error('the release is not whole')
  const sum = createHash('sha256').update(archive).digest('hex')
  const known = sums.toString('utf8').split('\n')
  if (!known.some((line) => line.startsWith(sum) && line.trim().endsWith(name)))
    throw new Error('what was downloaded has not the published checksum')
  return keep(folder, fileIn(await promisify(gunzip)(archive), NAME))
}

/** One file of a tar archive (POSIX ustar: 512-byte heads, sizes in octal). */
export function fileIn(tar: Buffer, name: string): Buffer {
  for (let at = 0; at + 512 <= tar.length;) {
    const head = tar.subarray(at, at + 512)
    const path = head.subarray(0, 100).toString('utf8').replaceAll('\0', '')
    const size = Number.parseInt(head.subarray(124, 136).toString('ascii'), 8) || 0
    if (path.split('/').at(-1) === name) return tar.subarray(at + 512, at + 512 + size)
    at += 512 + Math.ceil(size / 512) * 512
  }
  throw new Error('the release does not hold the server')
}

/** Puts a whole binary into the cache; another hall that did the same meanwhile does no harm. */
async function keep(folder: string, bytes: Buffer): Promise<string> {
  await mkdir(folder, { recursive: true })
  const part = join(folder, `.${randomBytes(6).toString('hex')}`)
  await writeFile(part, bytes)
  await chmod(part, 0o755)
  await rename(part, cached(folder))
  return cached(folder)
}

function goFits(): boolean {
  const { stdout } = spawnSync('go', ['version'], { encoding: 'utf8' })
  const [, major = 0, minor = 0] = /go(\d+)\.(\d+)/.exec(stdout ?? '') ?? []
  return (
    Number(major) > GO_LEAST[0] || (Number(major) === GO_LEAST[0] && Number(minor) >= GO_LEAST[1])
  )
}

/** Builds it by Go, out of the way of everything else (about two minutes). */
async function build(folder: string, signal: AbortSignal): Promise<string> {
  const place = join(folder, `.build-${randomBytes(6).toString('hex')}`)
  await mkdir(place, { recursive: true })
  try {
    const env = { ...process.env, GOBIN: place }
    const go = spawn('go', ['install', MODULE], { env, signal, stdio: 'ignore', timeout: BUILD_MS })
    if (go.pid) setPriority(go.pid, system.priority.PRIORITY_LOW)
    const code = await new Promise<number | null>((resolve, reject) => {
      go.once('error', reject)
      go.once('exit', resolve)
    })
    if (code !== 0) throw new Error('go install did not go well')
    await rename(join(place, 'server'), cached(folder))
    return cached(folder)
  } finally {
    await rm(place, { recursive: true, force: true })
  }
}

const reasonOf = (cause: unknown) => (cause instanceof Error ? cause.message : String(cause))

/**
 * Brings a binary here, by download or by Go; `say` hears which. Throws with a sentence for the
 * steward when neither goes.
 */
export async function bringBinary(
  say: (what: Fetching) => void,
  over: AbortSignal,
  { folder = cacheFolder(), releases = RELEASES } = {},
): Promise<string> {
  say('fetching')
  const failed = await download(folder, releases, over).catch((cause: unknown) => ({
    why: reasonOf(cause),
  }))
  if (typeof failed === 'string') return failed
  if (!goFits())
    throw new Error(
      `Sound and picture need LiveKit ${LIVEKIT}: it could not be downloaded (${failed.why}), and there is no Go ${GO_LEAST.join('.')} to build it. Put livekit-server on the PATH, or set LIVEKIT_SERVER.`,
    )
  say('building')
  return build(folder, over)
}
