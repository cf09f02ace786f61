/**
 * `npm run bench -- NAME [--json]`: one published figure a file. A bench exports
 * `run(args): Promise<Measured>`; `--json` prints one object.
 */
import { readdirSync } from 'node:fs'
import { asJson, asTable, type Measured } from './load/measured.ts'

/** Every bench there is: the files beside this one. */
export function benches(): string[] {
  return readdirSync(import.meta.dirname)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => file.replace('.ts', ''))
    .filter((name) => name !== 'run' && name !== 'replay')
}

type Bench = { run(args: readonly string[]): Promise<Measured> }

/** Runs one bench and prints what it measured; answers the exit code. */
export async function runBench([name = '', ...args]: readonly string[]): Promise<number> {
  if (!benches().includes(name)) {
    process.stderr.write(`Usage: npm run bench -- NAME [--json]\nNames: ${benches().join(', ')}\n`)
    return 64
  }
  const bench: Bench = await import(`./${name}.ts`)
  const measured = await bench.run(args)
  const text = args.includes('--json')
    ? JSON.stringify(asJson(name, measured))
    : asTable(name, measured)
  process.stdout.write(`${text}\n`)
  return 0
}

if (import.meta.main) process.exit(await runBench(process.argv.slice(2)))
