/**
 * HTTPS by the hall itself, where no proxy does it. A certificate that was renewed is taken without a
 * restart; one that can't be used is said in the log, and the one before serves on.
 */
import { stat, readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:https'
import { createSecureContext } from 'node:tls'
import type { RequestListener } from 'node:http'
import type { TlsFiles } from '#kernel/config.ts'
import type { Log } from '#kernel/log.ts'
import { StartError } from '#kernel/start-error.ts'

const LOOK_MS = 60_000

type Pair = { cert: Buffer; key: Buffer }

/** Reads a pair and tries it; refuses with a sentence that names the setting to mend. */
export async function readPair(files: TlsFiles): Promise<Pair> {
  const [cert, key] = await Promise.all([
    readAs('TLS_CERT', files.cert),
    readAs('TLS_KEY', files.key),
  ])
  try {
    createSecureContext({ cert, key })
  } catch {
    throw new StartError('TLS_CERT and TLS_KEY are not a certificate and its key (PEM).')
  }
  return { cert, key }
}

function readAs(name: string, path: string): Promise<Buffer> {
  return readFile(path).catch(() => {
    throw new StartError(`${name} must name a file that this user can read.`)
  })
}

const whenChanged = async ({ cert, key }: TlsFiles): Promise<string> =>
  (await Promise.all([cert, key].map((path) => stat(path)))).map(({ mtimeMs }) => mtimeMs).join()

/** Looks whether the files were renewed, and takes them; `log` hears of a pair that can't be used. */
export function renewal(server: Server, files: TlsFiles, log: Log): () => Promise<void> {
  let known: string | null = null
  return async () => {
    try {
      const now = await whenChanged(files)
      if (known !== null && now !== known) {
        server.setSecureContext(await readPair(files))
        log.info('the certificate was renewed')
      }
      known = now
    } catch (cause) {
      log.error('the new certificate can’t be used; the one before serves on', cause)
    }
  }
}

/** A server that speaks HTTPS, and follows its files for as long as it lives. */
export async function secureServer(
  files: TlsFiles,
  answer: RequestListener,
  log: Log,
): Promise<Server> {
  const server = createServer(await readPair(files), answer)
  const look = renewal(server, files, log)
  await look()
  const looking = setInterval(() => void look(), LOOK_MS).unref()
  server.once('close', () => clearInterval(looking))
  return server
}
