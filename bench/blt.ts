/**
 * A BLT of 200 MB, some 16 million papers, counted by the command as anybody would call it: seconds,
 * and the most memory that its process held. The reference is reading the same bytes and no more.
 */
import { spawn } from 'node:child_process'
import { createReadStream } from 'node:fs'
import { mkdtemp, open, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Measured } from './load/measured.ts'
import { wardBlt } from './load/wards.ts'

const MB = 1_000_000
const SIZE = 200 * MB
const MOST_MB = 500
const COMMAND = fileURLToPath(new URL('../bin/moothall', import.meta.url))

/** The papers of one ward again and again, with its head before and its names behind. */
async function writeBig(path: string): Promise<number> {
  const [head = '', ...rest] = wardBlt(1).split('\n')
  const end = rest.indexOf('0')
  const papers = Buffer.from(`${rest.slice(0, end).join('\n')}\n`)
  await using file = await open(path, 'w')
  await file.write(`${head}\n`)
  let times = 0
  for (let written = 0; written < SIZE; written += papers.length) {
    await file.write(papers)
    times += 1
  }
  await file.write(rest.slice(end).join('\n'))
  return times * end
}

/** The most memory of a process that lives, in MB; 0 where the system does not say. */
async function heldBy(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Math.round((Number(/VmHWM:\s+(\d+) kB/.exec(text)?.[1] ?? 0) * 1024) / MB)
}

async function counted(path: string): Promise<{ seconds: number; memory: number; told: string }> {
  const from = performance.now()
  const child = spawn(COMMAND, ['tally', path, '--method', 'scottish-stv', '--json'])
  let told = ''
  child.stdout.on('data', (bytes: Buffer) => (told += bytes.toString()))
  let memory = 0
  const timer = setInterval(async () => {
    memory = Math.max(memory, await heldBy(child.pid ?? 0))
  }, 100)
  await new Promise((resolve) => child.once('close', resolve))
  clearInterval(timer)
  return { seconds: (performance.now() - from) / 1000, memory, told }
}

async function onlyRead(path: string): Promise<number> {
  const from = performance.now()
  let size = 0
  for await (const bytes of createReadStream(path)) size += bytes.length
  if (size < SIZE) throw new Error('the file is not whole')
  return (performance.now() - from) / 1000
}

const rounded = (seconds: number) => Math.round(seconds * 100) / 100

/** Measures. */
export async function run(): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), 'moothall-blt-'))
  try {
    const path = join(folder, 'big.blt')
    const ballots = await writeBig(path)
    const { seconds, memory, told } = await counted(path)
    const taken = Number(JSON.parse(told).ballots)
    return {
      figures: { seconds: rounded(seconds), memoryMb: memory, ballots: taken },
      reference: { seconds: rounded(await onlyRead(path)) },
      judged: [
        { wish: 'every paper counted', reached: taken === ballots },
        { wish: 'read as it streams: 500 MB at most', reached: memory <= MOST_MB },
      ],
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
