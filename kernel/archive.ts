/**
 * The archive of a hall: gzip over lines of JSON, so that `zcat` shows what is in it and any
 * language reads it. A line that is an object says what follows, a line that is a list is a row.
 *
 *     {"moothall": 1, "at": …, "migrations": [{"name", "sha256"}]}
 *     {"table": "record", "columns": [{"name": "id", "type": "text"}, …]}
 *     ["ent_…", "gathering:gth_…", "1", …]          every value as PostgreSQL's text, or null
 *     {"file": "pictures/a.png"}                    below the data folder's `files`
 *     ["…base64…"]                                  its bytes in pieces
 *     {"end": {"rows": …, "files": …, "sha256": …}} over all bytes of the lines before
 */
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { constants, createGunzip, createGzip } from 'node:zlib'
import { z } from 'zod'
import { StartError } from './start-error.ts'

export const FORMAT = 1

const Migration = z.object({ name: z.string(), sha256: z.string() })
const Column = z.object({ name: z.string(), type: z.string() })
export const Opening = z.object({
  moothall: z.literal(FORMAT, { error: 'of another format' }),
  at: z.string(),
  migrations: z.array(Migration),
})
const Heading = z.union([
  Opening,
  z.object({ table: z.string(), columns: z.array(Column).min(1) }),
  z.object({ file: z.string() }),
  z.object({ end: z.object({ rows: z.int(), files: z.int(), sha256: z.string() }) }),
])
export type Opening = z.infer<typeof Opening>
export type Column = z.infer<typeof Column>
export type Heading = z.infer<typeof Heading>
export type Table = Extract<Heading, { table: string }>

export type Counts = { rows: number; files: number }

export type ArchiveWriter = {
  heading(heading: Exclude<Heading, { end: unknown }>): Promise<void>
  /** Rows or pieces, each a line of JSON already. */
  lines(lines: readonly string[]): Promise<void>
  end(counts: Counts): Promise<void>
}

/** Opens an archive to write, readable by its owner alone. Fails when the file is there already. */
export function writeArchive(path: string): ArchiveWriter {
  const gzip = createGzip({ level: constants.Z_BEST_SPEED })
  const written = pipeline(gzip, createWriteStream(path, { mode: 0o600, flags: 'wx', flush: true }))
  written.catch(() => {})
  const digest = createHash('sha256')
  async function put(text: string): Promise<void> {
    digest.update(text)
    if (!gzip.write(text)) await Promise.race([once(gzip, 'drain'), written])
  }
  return {
    heading: (heading) => put(`${JSON.stringify(heading)}\n`),
    lines: (lines) => (lines.length === 0 ? Promise.resolve() : put(`${lines.join('\n')}\n`)),
    async end(counts) {
      await put(`${JSON.stringify({ end: { ...counts, sha256: digest.copy().digest('hex') } })}\n`)
      gzip.end()
      await written
    },
  }
}

export type Part = Heading | { line: string }

const broken = (why: string) => new StartError(`This is not a whole backup of a hall: ${why}.`)

/**
 * Reads an archive line by line. Refuses one that is cut, damaged or of another format; since that
 * may only show at its end, nothing may be kept of it before.
 */
export async function* readArchive(path: string): AsyncGenerator<Part> {
  const digest = createHash('sha256')
  let ended = false
  for await (const line of linesOf(path)) {
    if (ended) throw broken('something stands behind its end')
    const heading = line.startsWith('[') ? null : headingIn(line)
    if (heading && 'end' in heading) {
      if (heading.end.sha256 !== digest.digest('hex')) throw broken('its checksum does not fit')
      ended = true
    } else {
      digest.update(`${line}\n`)
    }
    yield heading ?? { line }
  }
  if (!ended) throw broken('its end is missing')
}

function headingIn(line: string): Heading {
  try {
    return Heading.parse(JSON.parse(line))
  } catch {
    throw broken('a line in it can’t be read')
  }
}

async function* linesOf(path: string): AsyncGenerator<string> {
  const file = createReadStream(path)
  const gunzip = createGunzip()
  file.on('error', (cause) => gunzip.destroy(cause))
  let rest = ''
  try {
    for await (const text of file.pipe(gunzip).setEncoding('utf8')) {
      const lines = `${rest}${text}`.split('\n')
      rest = lines.pop() ?? ''
      yield* lines
    }
  } catch (cause) {
    throw broken(cause instanceof Error ? cause.message : String(cause))
  } finally {
    file.destroy()
  }
  if (rest) throw broken('its last line is cut')
}
