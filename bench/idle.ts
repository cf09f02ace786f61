/**
 * Memory: of the Node process of one empty hall, as the system sees it ten seconds after its start,
 * and of each listener in a room beyond that, after the garbage is gone. Beside it bare `ws`. The
 * listeners are browsers of 350 guests with three tabs each.
 */
import { setTimeout as rest } from 'node:timers/promises'
import { openBare } from './load/bare.ts'
import { cpuWhile, residentMegabytes, round } from './load/figures.ts'
import { openHallProcess } from './load/hall.ts'
import { memoryOf, type Usage } from './load/inspect.ts'
import { openListeners } from './load/listeners.ts'
import type { Figures, Measured } from './load/measured.ts'
import { enterAll, seatsOf, strangers } from './load/seats.ts'
import { setStage } from './load/stage.ts'
import { freePort } from '#kernel/free-port.ts'

const GUESTS = 350
const TABS = 3
const SETTLE_MS = 10_000
const MB = 1_000_000

/** Kilobytes of each listener: what the heap and the buffers outside it grew by. */
function perListener(before: Usage, after: Usage): number {
  const grown = after.heapUsed + after.external - before.heapUsed - before.external
  return round(grown / (GUESTS * TABS) / 1000)
}

async function bareFigures(): Promise<Figures> {
  const port = await freePort()
  const bare = await openBare([`--inspect=127.0.0.1:${port}`])
  const { cpu } = await cpuWhile(bare.pid, () => rest(SETTLE_MS))
  const resident = round(residentMegabytes(bare.pid))
  const before = await memoryOf(port)
  const seats = Array.from({ length: GUESTS * TABS }, () => ({
    cookie: '',
    subscribe: null,
    after: 0,
  }))
  const listeners = await openListeners(bare.url, 'http://bare', seats)
  const after = await memoryOf(port)
  await listeners.end()
  await bare.end()
  const listener = perListener(before, after)
  return { residentMB: resident, listenerKB: listener, heapMB: round(before.heapUsed / MB), cpu }
}

async function hallFigures(): Promise<Figures> {
  const port = await freePort()
  await using hall = await openHallProcess({ flags: [`--inspect=127.0.0.1:${port}`] })
  const { origin, pid } = hall
  const { cpu } = await cpuWhile(pid, () => rest(SETTLE_MS))
  const resident = round(residentMegabytes(pid))
  const stage = await setStage(hall)
  const guests = strangers(GUESTS)
  await enterAll(origin, stage.gathering, guests)
  const before = await memoryOf(port)
  const seats = seatsOf(guests, stage.topic, await stage.lastSeq())
  const tabs = Array.from({ length: TABS }, () => seats).flat()
  const listeners = await openListeners(`${origin.replace('http', 'ws')}/live`, origin, tabs)
  const after = await memoryOf(port)
  await listeners.end()
  const listener = perListener(before, after)
  return { residentMB: resident, listenerKB: listener, heapMB: round(before.heapUsed / MB), cpu }
}

/** Measures the memory of an idle hall. */
export async function run(): Promise<Measured> {
  const reference = await bareFigures()
  const figures = await hallFigures()
  const { residentMB = 0, listenerKB = 0 } = figures
  const judged = [
    { wish: 'the Node process of an empty hall <= 200 MB', reached: residentMB <= 200 },
    { wish: 'each listener <= 40 kB', reached: listenerKB <= 40 },
  ]
  return { figures, reference, judged }
}
