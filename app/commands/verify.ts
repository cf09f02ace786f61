/** `moothall verify`: says what was checked and what does not fit. */
import { parseArgs } from 'node:util'
import type { Command } from '#kernel/slice.ts'
import { type Verdict, verifyRecord } from '#kernel/verify.ts'

/** A verdict as JSON carries it. */
export function verdictJson({ lastSeal, ...verdict }: Verdict) {
  return {
    ...verdict,
    lastSeal: lastSeal ? { at: lastSeal.at, hash: lastSeal.hash.toString('hex') } : null,
  }
}

const counted = (count: number, one: string, many: string) =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`

/** A verdict in sentences. */
export function tellVerdict({
  entries,
  topics,
  redactions,
  seals,
  lastSeal,
  faults,
  faultCount,
}: Verdict): string[] {
  const what = `${counted(entries, 'entry', 'entries')} in ${counted(topics, 'topic', 'topics')}`
  const checked = [
    `Checked ${what}: numbers, commitments, hashes and heads; ${counted(redactions, 'redaction', 'redactions')}; ${counted(seals, 'seal', 'seals')}.`,
    ...(lastSeal ? [`The last seal is of ${lastSeal.at}: ${lastSeal.hash.toString('hex')}`] : []),
  ]
  if (faultCount === 0) return [...checked, 'Everything fits.']
  const more = faultCount > faults.length ? [`… and ${faultCount - faults.length} more.`] : []
  return [
    ...checked,
    ...faults,
    ...more,
    `${counted(faultCount, 'thing does', 'things do')} not fit.`,
  ]
}

export const verify: Command = {
  name: 'verify',
  usage: '[--json]',
  summary:
    'Recomputes every chain of the record and says what it checked; exit code 1 when something does not fit.',
  fits: (args) => args.every((arg) => arg.startsWith('-')),
  async run({ args, open, print }) {
    const { values } = parseArgs({ args, options: { json: { type: 'boolean', default: false } } })
    const { db } = await open()
    const verdict = await verifyRecord(db)
    if (values.json) print(JSON.stringify(verdictJson(verdict)))
    else tellVerdict(verdict).forEach((line) => print(line))
    return verdict.faultCount === 0 ? 0 : 1
  },
}
