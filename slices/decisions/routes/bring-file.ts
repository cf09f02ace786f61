/** A file of an export brought in whole, or only tried. */
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import type { Transaction } from '#kernel/database.ts'
import { type Given, importLoomio } from '../store/import/loomio.ts'
import type { Report } from '../store/import/report.ts'

/** What undoes everything when it is only tried. */
class OnlyTried extends Error {
  readonly report: Report
  constructor(report: Report) {
    super('only tried')
    this.report = report
  }
}

/** The lines of a file as they come; however large it is, one at a time. */
async function* linesOf(file: string): AsyncGenerator<string> {
  const input = createReadStream(file, { encoding: 'utf8', highWaterMark: 256 * 1024 })
  yield* createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })
}

type Wish = Omit<Given, 'lines'> & { file: string; tried: boolean }
type Transact = <T>(work: (tx: Transaction) => Promise<T>) => Promise<T>

/** Brings a file in, in one transaction; tried, it is taken back and only what would be is told. */
export async function bringFile(
  transact: Transact,
  { file, tried, ...given }: Wish,
): Promise<Report> {
  try {
    return await transact(async (tx) => {
      const report = await importLoomio(tx, { ...given, lines: linesOf(file) })
      if (tried) throw new OnlyTried(report)
      return report
    })
  } catch (cause) {
    if (cause instanceof OnlyTried) return cause.report
    throw cause
  }
}
