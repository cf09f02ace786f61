/**
 * Refusals on the wire: RFC 9457 problem JSON. A refusal has a stable name, a status and one
 * sentence that a member understands and that says what to do next. Slices add their own with
 * `refusals`; a name that no slice declares is a bug and becomes a 500, which says nothing inside.
 */
import type { MessageDescriptor } from '@lingui/core'
import { z } from 'zod'
import { isRefusal, type Refusal } from './change.ts'
import type { Words } from './words.ts'

export type RefusalMeaning = {
  status: 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 423 | 429 | 503 | 507
  say: MessageDescriptor
}
export type RefusalMeanings = Record<string, RefusalMeaning>

export const Problem = z
  .object({
    type: z.string().meta({ description: 'The stable name of the refusal, as an address' }),
    title: z.string().meta({ description: 'One sentence in the language of the caller' }),
    status: z.int(),
    name: z.string().meta({ description: 'The stable name alone' }),
    errors: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .optional()
      .meta({ description: 'What is wrong in the input, part by part' }),
  })
  .loose()
  .meta({ id: 'Problem' })
export type Problem = z.infer<typeof Problem>

/** Thrown to leave a transaction with nothing written; `serve` turns it into problem JSON. */
export class Refused extends Error {
  readonly refusal: Refusal
  constructor(refused: string, details?: Record<string, unknown>) {
    super(refused)
    this.refusal = details ? { refused, details } : { refused }
  }
}

/** A rule's refusal leaves the transaction that asked it; the value otherwise. */
export function allow<T>(answer: T | Refusal): T {
  if (typeof answer === 'object' && answer !== null && isRefusal(answer))
    throw new Refused(answer.refused, answer.details)
  return answer
}

/** The problem that a refusal is, said in the words of the caller. */
export function problemOf(refusal: Refusal, meanings: RefusalMeanings, words: Words): Problem {
  const meaning = meanings[refusal.refused] ?? meanings['something-broke']
  const name = meanings[refusal.refused] ? refusal.refused : 'something-broke'
  if (!meaning) throw new Error(`no words for the refusal ${refusal.refused}`)
  const details = name === 'something-broke' ? {} : refusal.details
  return {
    ...details,
    type: `/problems/${name}`,
    name,
    title: words.say(meaning.say, details),
    status: meaning.status === 400 && name === 'something-broke' ? 500 : meaning.status,
  }
}
