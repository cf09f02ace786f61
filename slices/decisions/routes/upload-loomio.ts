/** An export of Loomio that comes over HTTP: laid down whole first, so that no slow line holds a transaction. */
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Refused } from '#kernel/problem.ts'
import { serve } from '#kernel/serve.ts'
import { wordsIn } from '#kernel/words.ts'
import { circleOf } from '#slices/circles/index.ts'
import { bringLoomio, MOST_EXPORT } from '../api/importing.ts'
import { bringFile } from './bring-file.ts'
import { tellReport } from './import-words.ts'

const most = MOST_EXPORT / (1024 * 1024)

/** The bytes as they come; refuses more than are taken, and a line that breaks. */
async function* bytesOf(request: Request): AsyncGenerator<Uint8Array> {
  const said = request.headers.get('content-length')
  if (Number(said ?? 0) > MOST_EXPORT) throw new Refused('export-too-large', { most })
  let size = 0
  try {
    for await (const part of request.body ?? []) {
      size += part.byteLength
      if (size > MOST_EXPORT) break
      yield part
    }
  } catch {
    throw new Refused('export-cut-short')
  }
  if (size > MOST_EXPORT) throw new Refused('export-too-large', { most })
  if (said !== null && size !== Number(said)) throw new Refused('export-cut-short')
}

const bring = serve(bringLoomio, async (call) => {
  const { db, params, query, caller, now, http, transact, hall } = call
  const { circle } = params
  if (!(await circleOf(db, circle))) throw new Refused('no-such-circle')
  const folder = await mkdtemp(join(tmpdir(), 'moothall-loomio-'))
  try {
    const file = join(folder, 'export.ndjson')
    await pipeline(bytesOf(http.req.raw), createWriteStream(file, { mode: 0o600 }))
    const tried = query.run === 'false'
    const from = query.from ? new URL(query.from).origin : null
    const given = { circle, from, members: query.members === 'true', now, file, tried }
    const report = await bringFile(tried ? hall.transact : transact, given)
    const { threads, comments, decisions } = report
    const count = ({ taken, already }: typeof threads) => ({ taken, already })
    return {
      tried,
      threads: count(threads),
      comments: count(comments),
      decisions: count(decisions),
      report: tellReport(report, false, wordsIn(caller.locale)),
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})

export const importServings = [bring]
