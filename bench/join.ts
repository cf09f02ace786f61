/**
 * 350 people open the page, enter and subscribe, evenly within 60 s: how long a whole entry takes.
 * Beside it a bare Hono server that answers the same number of requests with as many bytes.
 */
import type { WebSocket } from 'ws'
import { openBareHono } from './load/bare-hono.ts'
import { comeIn, comeInBare, type Entry, type Served } from './load/entry.ts'
import { cpuWhile, quantiles } from './load/figures.ts'
import { openHallProcess } from './load/hall.ts'
import type { Figures, Measured } from './load/measured.ts'
import { atRate } from './load/pace.ts'
import { type Guest, strangers } from './load/seats.ts'
import { setStage } from './load/stage.ts'

const PEOPLE = 350
const SECONDS = 60

async function allComeIn(pid: number, come: (guest: Guest) => Promise<Entry>) {
  const guests = strangers(PEOPLE)
  const sockets: WebSocket[] = []
  const { result: entries, cpu } = await cpuWhile(pid, () =>
    atRate(PEOPLE / SECONDS, SECONDS, async (number) => {
      const guest = guests[number - 1]
      if (!guest) throw new Error('more came than there are')
      const entry = await come(guest)
      sockets.push(entry.socket)
      return entry
    }),
  )
  sockets.forEach((socket) => socket.terminate())
  const { p50, p95, p99, most } = quantiles(entries.map(({ ms }) => ms))
  const served: Served[] = entries.at(-1)?.served ?? []
  const kilobytes = Math.round(served.reduce((sum, { bytes }) => sum + bytes, 0) / 1000)
  const figures = { p50, p95, p99, most, cpu, requests: served.length + 1, kilobytes }
  return { figures, served }
}

async function hallFigures(): Promise<{ figures: Figures; served: Served[] }> {
  await using hall = await openHallProcess()
  const { gathering } = await setStage(hall)
  const measured = await allComeIn(hall.pid, (guest) => comeIn(hall.origin, gathering, guest))
  return measured
}

/** Measures entries. */
export async function run(): Promise<Measured> {
  const { figures, served } = await hallFigures()
  const bare = await openBareHono()
  const reference = await allComeIn(bare.pid, (guest) => comeInBare(bare.url, served, guest))
  await bare.end()
  const judged = [{ wish: 'p95 of a whole entry <= 300 ms', reached: (figures['p95'] ?? 0) <= 300 }]
  return { figures, reference: reference.figures, judged }
}
