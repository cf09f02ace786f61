/**
 * 350 clients lose their lines for five seconds while 20 messages a second are said: how long until
 * each is complete and live again, and whether anything was lost or doubled. Beside it the same
 * number of bare sockets that only connect again: they get nothing of what was said meanwhile.
 */
import { once } from 'node:events'
import { setTimeout as rest } from 'node:timers/promises'
import { WebSocket } from 'ws'
import { openBare } from './load/bare.ts'
import { cpuWhile, quantiles } from './load/figures.ts'
import { type HallProcess, openHallProcess } from './load/hall.ts'
import { type Listeners, mark, openListeners } from './load/listeners.ts'
import type { Figures, Measured } from './load/measured.ts'
import { atRate, holds } from './load/pace.ts'
import { fillRoom, send, strangers } from './load/seats.ts'
import { setStage } from './load/stage.ts'

const LISTENERS = 350
const RATE = 20
const SECONDS = 16
const BEFORE_MS = 4000
const AWAY_MS = 5000

type Say = (number: number) => Promise<unknown>

async function cutOff(pid: number, listeners: Listeners, say: Say): Promise<Figures> {
  const { result: back, cpu } = await cpuWhile(pid, async () => {
    const saying = atRate(RATE, SECONDS, say)
    saying.catch(() => {})
    await rest(BEFORE_MS)
    await listeners.cut()
    await rest(AWAY_MS)
    const times = await listeners.back()
    await saying
    return times
  })
  const all = RATE * SECONDS * LISTENERS
  await holds(async () => (await listeners.count()) >= all, 10_000)
  const { heard } = await listeners.report()
  const distinct = heard.reduce((sum, numbers) => sum + new Set(numbers).size, 0)
  const { p50, p99, most } = quantiles(back)
  const count = heard.reduce((sum, numbers) => sum + numbers.length, 0)
  return { p50, p99, most, lost: all - distinct, doubled: count - distinct, cpu }
}

async function bareFigures(): Promise<Figures> {
  const bare = await openBare()
  const seats = Array.from({ length: LISTENERS }, () => ({ cookie: '', subscribe: null, after: 0 }))
  const listeners = await openListeners(bare.url, 'http://bare', seats)
  const speaker = new WebSocket(bare.url)
  await once(speaker, 'open')
  const figures = await cutOff(bare.pid, listeners, async (number) => speaker.send(mark(number)))
  speaker.terminate()
  await listeners.end()
  await bare.end()
  return figures
}

async function hallFigures(hall: HallProcess): Promise<Figures> {
  const { origin, pid } = hall
  const stage = await setStage(hall)
  const guests = strangers(LISTENERS)
  const listeners = await fillRoom(origin, stage, guests)
  const path = `/api/gatherings/${stage.gathering}/room/chat`
  const figures = await cutOff(pid, listeners, (number) => {
    const guest = guests[number % guests.length] ?? stage.facilitator
    return send(origin, guest, path, { text: mark(number) })
  })
  await listeners.end()
  return figures
}

/** Measures the return. */
export async function run(): Promise<Measured> {
  const reference = await bareFigures()
  await using hall = await openHallProcess()
  const figures = await hallFigures(hall)
  const { most = 0, lost = 0, doubled = 0 } = figures
  const judged = [
    { wish: 'all complete within 3 s of return', reached: most <= 3000 },
    { wish: 'nothing lost or doubled', reached: lost === 0 && doubled === 0 },
  ]
  return { figures, reference, judged }
}
