/** What a vote came to, as it is kept beside a motion and said in one sentence. */
import { z } from 'zod'
import type { Published } from '#slices/decisions/index.ts'

export const RESULTS = ['passed', 'failed', 'elected', 'level', 'no-quorum'] as const

export const Counted = z.object({
  result: z.enum(RESULTS),
  /** How often each answer was given; empty where options are chosen. */
  answers: z.record(z.string(), z.int()),
  elected: z.array(z.string()),
  eligible: z.int(),
  present: z.int(),
  voted: z.int(),
})
export type Counted = z.output<typeof Counted>

/** The numbers of a publication. */
export function countedFrom({ outcome, elected, options, roll, ballots }: Published): Counted {
  const answers: Record<string, number> = {}
  if (options.length === 0)
    for (const line of ballots) {
      const answer = line.slice(line.indexOf(' ') + 1)
      answers[answer] = (answers[answer] ?? 0) + 1
    }
  return {
    result: outcome,
    answers,
    elected: elected.map((one) => options[one - 1] ?? ''),
    eligible: roll.entries.length,
    present: roll.entries.filter(({ present, voted }) => present || voted).length,
    voted: ballots.length,
  }
}
