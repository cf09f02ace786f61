/** A hall from its opening to its closing: configuration -> database -> serve -> close. */
import { setTimeout as rest } from 'node:timers/promises'
import { readConfig } from '#kernel/config.ts'
import { createLog } from '#kernel/log.ts'
import { LIVEKIT } from '#kernel/media/binary.ts'
import type { MediaState, MediaWord } from '#kernel/media/state.ts'
import { openData } from './data.ts'
import { openDemo } from './demo.ts'
import { watchWeb } from './dev.ts'
import { listen } from './front.ts'
import { print, type Stop } from './process.ts'
import { openHall } from './server.ts'
import { slices } from './slices.ts'
import { buildMissing } from './web-build.ts'

const CLOSE_MS = 9000

/** Holds a hall open until somebody asks it to stop; answers the exit code. */
export async function holdHall(args: readonly string[], stop: Stop): Promise<number> {
  const config = readConfig(process.env)
  const log = createLog()
  const front = await listen(config, log)
  const dev = args.includes('--dev') ? await watchWeb(front) : null
  if (!dev) await buildMissing(print)
  const data = await openData({ config, as: 'moothall start', log })
  try {
    const filled = { ...config, databaseUrl: data.url }
    const hall = await openHall({
      config: filled,
      slices,
      log,
      front,
      ...(dev && { devPage: dev.page }),
    })
    dev?.stepIn()
    const demo = args.includes('--demo') ? await openDemo(hall.hall) : []
    await sayOpen(hall, config.databaseUrl ? null : config.data)
    for (const line of demo) print(line)
    await stop.wait
    print('Closing the hall …')
    await dev?.close()
    await Promise.race([hall.close(), rest(CLOSE_MS, undefined, { ref: false })])
  } finally {
    await data.close()
  }
  return 0
}

type Opened = Awaited<ReturnType<typeof openHall>>

async function sayOpen({ hall, announce, origin }: Opened, folder: string | null): Promise<void> {
  const { config } = hall
  print(
    `The hall is open: ${config.origin === origin ? origin : `${config.origin} (here: ${origin})`}`,
  )
  if (folder) print(`Its data is in ${folder}`)
  if (!config.smtpUrl) {
    print('No mail server is set (SMTP_URL): mails stand in the outbox, which only stewards see.')
  }
  for (const line of await announced(hall, announce)) print(line)
  sayMedia(hall.media.state())
  hall.media.hear(sayMedia)
}

const MEDIA_SAID: Partial<Record<MediaWord, string>> = {
  fetching: `Sound and picture: downloading LiveKit ${LIVEKIT}, once for this machine. The hall lives in text until then.`,
  building: `Sound and picture: building LiveKit ${LIVEKIT} by Go, once for this machine; about two minutes. The hall lives in text until then.`,
  ready: 'Sound and picture are ready.',
  away: 'Sound and picture went away; they are being brought back.',
}

/** What becomes of sound and picture, in the terminal, while it is new there. */
function sayMedia({ is, why }: MediaState): void {
  const said = is === 'missing' ? why : MEDIA_SAID[is]
  if (said) print(said)
}

/** What the slices have to say; a database that breaks at that moment does not end the hall. */
async function announced({ log }: Opened['hall'], announce: Opened['announce']): Promise<string[]> {
  try {
    return await announce()
  } catch (cause) {
    log.error('nothing could be announced', cause)
    return ['A way in for the first steward: npx moothall steward-link']
  }
}
