/** The sound of a voice, whole or a part of it, for those who may hear the recording. */
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { Hono } from 'hono'
import { rangeIn } from '#kernel/bytes.ts'
import { callerAt } from '#kernel/caller.ts'
import type { Hall } from '#kernel/hall.ts'
import { Refused } from '#kernel/problem.ts'
import { readsAfterwards } from '#slices/room/index.ts'
import { filesOf } from '../store/recordings.ts'
import { fileOf } from '../store/tables.ts'

export function sound(hall: Hall): Hono {
  return new Hono().get(
    '/recordings/:gathering{gth_[0-9a-z]+}/:voice{rcd_[0-9a-z]+}',
    async (c) => {
      const { gathering, voice } = c.req.param()
      const caller = await callerAt(hall, c)
      const may = await readsAfterwards(hall.db, caller, gathering)
      const file = may && (await filesOf(hall.db, gathering)).find(({ id }) => id === voice)
      if (!file) throw new Refused('not-found')
      const path = fileOf(hall.config.data, file)
      const { size } = await stat(path).catch(() => {
        throw new Refused('not-found')
      })
      const range = rangeIn(c.req.header('range'), size)
      const headers = {
        'content-type': 'audio/ogg; codecs=opus',
        'accept-ranges': 'bytes',
        // A part may be left out of it at any time.
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
        'cross-origin-resource-policy': 'same-origin',
        'content-security-policy': "default-src 'none'; sandbox",
      }
      if (range === 'unfit')
        return new Response(null, { status: 416, headers: { 'content-range': `bytes */${size}` } })
      const { from, till } = range ?? { from: 0, till: size - 1 }
      const body = createReadStream(path, { start: from, end: till })
      return new Response(c.req.method === 'HEAD' ? null : Readable.toWeb(body), {
        status: range ? 206 : 200,
        headers: {
          ...headers,
          'content-length': String(till - from + 1),
          ...(range ? { 'content-range': `bytes ${from}-${till}/${size}` } : {}),
        },
      })
    },
  )
}
