/** Writing together under load: the hall with readers beside, or bare Hocuspocus with all connected. */
import { z } from 'zod'
import { NOTES_SOCKET } from '#slices/notes/api.ts'
import { noteText } from '#slices/notes/index.ts'
import { openBareHocuspocus } from './bare-hocuspocus.ts'
import { cpuWhile, quantiles, round } from './figures.ts'
import type { HallProcess } from './hall.ts'
import { type Listeners, openListeners } from './listeners.ts'
import type { Figures } from './measured.ts'
import { holds } from './pace.ts'
import { enterAll, send, strangers } from './seats.ts'
import { setStage } from './stage.ts'
import { openWriters, type Writers } from './writers.ts'

export type Load = { writers: number; readers: number; rate: number; seconds: number }
const WARM_SECONDS = 5

async function measure(pid: number, writers: Writers, { rate, seconds }: Load): Promise<Figures> {
  await writers.write({ rate, seconds: WARM_SECONDS })
  await allAcked(writers)
  await writers.forget()
  const { cpu } = await cpuWhile(pid, async () => {
    await writers.write({ rate, seconds })
    await allAcked(writers)
  })
  const { latencies, sent, acked, closed } = await writers.report()
  const { p50, p95, p99, most } = quantiles(latencies)
  return {
    p50,
    p95,
    p99,
    most,
    sentPerSecond: round(sent / seconds),
    unsaved: sent - acked,
    cpu,
    closed,
  }
}

function allAcked(writers: Writers): Promise<boolean> {
  return holds(async () => {
    const { sent, acked } = await writers.report()
    return acked >= sent
  }, 10_000)
}

/** Bare Hocuspocus: readers are connected like everybody. */
export async function bareNotes(load: Load): Promise<Figures> {
  const bare = await openBareHocuspocus()
  const writers = await openWriters({
    url: bare.url,
    origin: 'http://bare',
    note: 'not_bare',
    cookies: Array.from({ length: load.writers }, () => ''),
    silent: load.readers,
  })
  const figures = await measure(bare.pid, writers, load)
  await writers.end()
  await bare.end()
  return figures
}

const Opened = z.object({ note: z.templateLiteral(['not_', z.string()]) })

/** A note of a gathering that so many guests are in. */
export async function noteWith(hall: HallProcess, count: number) {
  const { gathering, facilitator } = await setStage(hall)
  const guests = strangers(count)
  await enterAll(hall.origin, gathering, guests)
  const opened = await send(hall.origin, facilitator, `/api/gatherings/${gathering}/note`, {})
  return { guests, ...Opened.parse(JSON.parse(opened)) }
}

async function readersOf(hall: HallProcess, note: string, cookies: string[]): Promise<Listeners> {
  const seats = cookies.map((cookie) => ({ cookie, subscribe: `note:${note}`, after: 0 }))
  return openListeners(`${hall.origin.replace('http', 'ws')}/live`, hall.origin, seats)
}

/** The hall: writers at the note, readers on the live socket. */
export async function hallNotes(hall: HallProcess, load: Load): Promise<Figures> {
  const { guests, note } = await noteWith(hall, load.writers + load.readers)
  const cookies = guests.map(({ cookie }) => cookie)
  const readers = await readersOf(hall, note, cookies.slice(load.writers))
  const writers = await openWriters({
    url: `${hall.origin.replace('http', 'ws')}${NOTES_SOCKET}`,
    origin: hall.origin,
    note,
    cookies: cookies.slice(0, load.writers),
    silent: 0,
  })
  const figures = await measure(hall.pid, writers, load)
  await holds(async () => (await readers.count()) > 0 || load.readers === 0, 3000)
  const { latencies } = await readers.report()
  await writers.end()
  await readers.end()
  const text = await noteText(hall.backstage.db, note)
  const wanted = load.rate * load.writers * (load.seconds + WARM_SECONDS)
  const missing = wanted - (text.match(/⏱/g)?.length ?? 0)
  return { ...figures, readersP95: quantiles(latencies).p95, missing }
}
