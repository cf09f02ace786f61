/** What a load run is reduced to: quantiles in ms, CPU in % of a core, counts. */
import { readFileSync } from 'node:fs'

export type Latency = { p50: number; p95: number; p99: number; most: number }

/** Quantiles of latencies in milliseconds, to a tenth. */
export function quantiles(values: readonly number[]): Latency {
  const sorted = Float64Array.from(values).toSorted()
  const at = (q: number) =>
    round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? 0)
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), most: round(sorted.at(-1) ?? 0) }
}

export function round(value: number, places = 1): number {
  return Math.round(value * 10 ** places) / 10 ** places
}

const TICKS_A_SECOND = 100

/** Seconds of processor time that a process has used, its threads included (Linux, proc(5)). */
export function cpuSeconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND
}

/** Resident memory of a process in megabytes. */
export function residentMegabytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024
}

/** Measures the processor time of a process while `work` runs, in % of one core. */
export async function cpuWhile<T>(
  pid: number,
  work: () => Promise<T>,
): Promise<{ cpu: number; result: T }> {
  const [before, start] = [cpuSeconds(pid), performance.now()]
  const result = await work()
  const seconds = (performance.now() - start) / 1000
  return { cpu: round(((cpuSeconds(pid) - before) / seconds) * 100), result }
}
