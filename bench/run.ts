/**
 * `npm run bench -- NAME [--json]`: one published figure a file. A bench exports
 * `run(args): Promise<{ figures, reference }>`; `--json` prints one object.
 */
import { readdirSync } from 'node:fs'
import { z } from 'zod'

const Numbers = z.record(z.string(), z.number())
const Measured = z.object({ figures: Numbers, reference: Numbers }).loose()

/** Every bench there is: the files beside this one. */
export function benches(): string[] {
  return readdirSync(import.meta.dirname)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => file.replace('.ts', ''))
    .filter((name) => name !== 'run' && name !== 'replay')
}

type Bench = { run(args: readonly string[]): Promise<unknown> }

/** Runs one bench and prints what it measured; answers the exit code. */
export async function runBench([name = '', ...args]: readonly string[]): Promise<number> {
  if (!benches().includes(name)) {
    process.stderr.write(`Usage: npm run bench -- NAME [--json]\nNames: ${benches().join(', ')}\n`)
    return 64
  }
  const bench: Bench = await import(`./${name}.ts`)
  const { figures, reference, ...more } = Measured.parse(await bench.run(args))
  if (args.includes('--json')) {
    process.stdout.write(`${JSON.stringify({ name, ...more, ...figures, reference })}\n`)
  } else {
    const rows = Object.keys(figures).map((field) => ({
      field,
      here: figures[field],
      reference: reference[field],
    }))
    process.stdout.write(`${name}\n${rows.map(tell).join('\n')}\n`)
  }
  return 0
}

function tell({
  field,
  here,
  reference,
}: {
  field: string
  here: number | undefined
  reference: number | undefined
}): string {
  return `  ${field.padEnd(20)} ${String(here ?? '').padStart(10)}   reference ${String(reference ?? '–')}`
}

if (import.meta.main) process.exit(await runBench(process.argv.slice(2)))
