/** Large chats imported beside a living hall, by the command that stewards use. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { HallProcess } from './hall.ts'

const MOOTHALL = fileURLToPath(new URL('../../bin/moothall', import.meta.url))
const TURNS_MOST = 20
const PEOPLE = [
  'Maren Solheim',
  'Oisín Farrelly',
  'Chiara Bellandi',
  'Ngozi Adeyemi',
  'Yuki Tanabe',
]

/** A saved chat of so many lines, over eight hours; `turn` makes it another than the last. */
export function savedChat(lines: number, turn: number): string {
  return Array.from({ length: lines }, (_, at) => {
    const minute = Math.floor((at * 480) / lines) + 9 * 60
    const clock = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
    const name = PEOPLE[at % PEOPLE.length]
    return `[${clock}] ${name} : Line ${at} of the ${turn}th long day, about what the commons is for`
  }).join('\n')
}

type Imported<T> = { result: T; lines: number; seconds: number }

/** Imports chats of so many lines, one after the other, as long as `work` lasts. */
export async function importLines<T>(
  hall: HallProcess,
  lines: number,
  work: () => Promise<T>,
): Promise<Imported<T>> {
  const begin = performance.now()
  const over = new AbortController()
  const working = work().finally(() => over.abort())
  working.catch(() => {})
  let imported = 0
  for (let turn = 1; !over.signal.aborted && turn <= TURNS_MOST; turn += 1) {
    await importOnce(hall, savedChat(lines, turn), turn)
    imported += lines
  }
  const seconds = (performance.now() - begin) / 1000
  return { result: await working, lines: imported, seconds }
}

async function importOnce(hall: HallProcess, text: string, turn: number): Promise<void> {
  const file = join(hall.data, `long-day-${turn}.txt`)
  await writeFile(file, text)
  const date = `2025-03-${String(turn).padStart(2, '0')}`
  const about = ['--date', date, '--zone', 'Europe/Lisbon', '--title', `The ${turn}th long day`]
  const child = spawn(MOOTHALL, ['import', 'chat', file, ...about, '--json'], {
    env: { ...process.env, DATA: hall.data, DATABASE_URL: '' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`the import ended with ${String(code)}`)
}
