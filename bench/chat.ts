/**
 * 350 listeners, 20 messages a second for 30 s, each stored in PostgreSQL (fsync on) before it is
 * sent, beside bare `ws` with the same load; then the same while a saved chat of 100,000 lines is
 * imported. Latency is from the moment of sending to that of hearing, for every listener.
 */
import { once } from 'node:events'
import { WebSocket } from 'ws'
import { z } from 'zod'
import { openBare } from './load/bare.ts'
import { cpuWhile, quantiles, round } from './load/figures.ts'
import { type HallProcess, openHallProcess } from './load/hall.ts'
import { importLines } from './load/import.ts'
import { type Heard, type Listeners, mark, openListeners } from './load/listeners.ts'
import type { Figures, Measured } from './load/measured.ts'
import { atRate, holds } from './load/pace.ts'
import { judgeMeanwhile } from './load/standings.ts'
import { fillRoom, type Guest, send, strangers } from './load/seats.ts'
import { type Stage, setStage } from './load/stage.ts'

const LISTENERS = 350
const RATE = 20
const SECONDS = 30
const WARM_SECONDS = 10
const TEXT = 'Ngozi said it well: what we share, we look after together, and we say so.'

type Sender = (number: number) => Promise<unknown>

/** Warms up, then measures: what was heard of the messages that were sent while measuring. */
async function underLoad(
  pid: number,
  listeners: Listeners,
  count: number,
  say: Sender,
): Promise<Figures> {
  const warm = RATE * WARM_SECONDS
  await atRate(RATE, WARM_SECONDS, say)
  await heardAll(listeners, warm * count)
  await listeners.forget()
  const { cpu } = await cpuWhile(pid, async () => {
    await atRate(RATE, SECONDS, (number) => say(warm + number))
    await heardAll(listeners, RATE * SECONDS * count)
  })
  return { ...figuresOf(await listeners.report()), cpu }
}

function heardAll(listeners: Listeners, all: number): Promise<boolean> {
  return holds(async () => (await listeners.count()) >= all, 10_000)
}

function figuresOf({ latencies, heard, closed }: Heard): Figures {
  const { p50, p95, p99, most } = quantiles(latencies)
  const distinct = heard.map((numbers) => new Set(numbers).size)
  const lost = distinct.reduce((sum, count) => sum + (RATE * SECONDS - count), 0)
  const doubled = heard.reduce((sum, numbers, at) => sum + numbers.length - (distinct[at] ?? 0), 0)
  return { p50, p95, p99, most, lost, doubled, closed }
}

async function bareFigures(count: number): Promise<Figures> {
  const bare = await openBare()
  const seats = Array.from({ length: count }, () => ({ cookie: '', subscribe: null, after: 0 }))
  const listeners = await openListeners(bare.url, 'http://bare', seats)
  const speaker = new WebSocket(bare.url)
  await once(speaker, 'open')
  const figures = await underLoad(bare.pid, listeners, count, async (number) =>
    speaker.send(JSON.stringify({ text: `${TEXT} ${mark(number)}` })),
  )
  speaker.terminate()
  await listeners.end()
  await bare.end()
  return figures
}

async function hallFigures(hall: HallProcess, stage: Stage, guests: Guest[]): Promise<Figures> {
  const { origin, pid } = hall
  const listeners = await fillRoom(origin, stage, guests)
  const path = `/api/gatherings/${stage.gathering}/room/chat`
  const figures = await underLoad(pid, listeners, guests.length, (number) => {
    const guest = guests[number % guests.length] ?? stage.facilitator
    return send(origin, guest, path, { text: `${TEXT} ${mark(number)}` })
  })
  await listeners.end()
  return figures
}

function judge(figures: Figures, reference: Figures, times: number) {
  const { p99 = 0, cpu = 0, lost = 0, doubled = 0 } = figures
  const latency = {
    wish: `p99 <= ${times} x bare`,
    reached: p99 <= times * (reference['p99'] ?? 0),
  }
  const whole = { wish: 'none lost, none doubled', reached: lost === 0 && doubled === 0 }
  const work = { wish: 'cpu <= 1.5 x bare', reached: cpu <= 1.5 * (reference['cpu'] ?? 0) }
  return times === 2 ? [latency, work, whole] : [latency, whole]
}

const Wish = z.coerce.number().int().min(1).max(450)

/**
 * `--listeners N` asks for another hall than that of 350; `--no-import` leaves the second half out;
 * `--standing` has everybody's standing in a co-op of 10,000 asked for in it instead of an import.
 */
export async function run(args: readonly string[] = []): Promise<Measured> {
  const wish = args[args.indexOf('--listeners') + 1]
  const count = args.includes('--listeners') ? Wish.parse(wish) : LISTENERS
  const reference = await bareFigures(count)
  await using hall = await openHallProcess({ flags: profiling(args) })
  const stage = await setStage(hall)
  const guests = strangers(count)
  const figures = await hallFigures(hall, stage, guests)
  const quiet = { figures, reference, judged: judge(figures, reference, 2) }
  if (args.includes('--no-import')) return quiet
  if (args.includes('--standing')) {
    const beside = await judgeMeanwhile(hall, () => hallFigures(hall, stage, guests))
    const { result, times, seconds } = beside
    const judging: Measured = {
      figures: { ...result, allStandings: times, eachSeconds: round(seconds / times) },
      reference,
      judged: judge(result, reference, 4),
    }
    return { ...quiet, also: { 'chat while all standings are judged': judging } }
  }
  const {
    result: during,
    seconds,
    lines,
  } = await importLines(hall, 100_000, () => hallFigures(hall, stage, guests))
  const importing: Measured = {
    figures: { ...during, imported: lines, importSeconds: round(seconds) },
    reference,
    judged: judge(during, reference, 4),
  }
  return { ...quiet, also: { 'chat while importing': importing } }
}

function profiling(args: readonly string[]): string[] {
  return args.includes('--profile') ? ['--cpu-prof', '--cpu-prof-dir=/tmp/moothall-profile'] : []
}
