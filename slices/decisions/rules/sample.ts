/**
 * A random sample of members to decide: a jury, a mini-public, an assembly of some instead of all.
 * 1. First are published: the pool (ids, and the class of each where classes are told apart), how many
 *    are drawn, and where the seed will come from: something that nobody can choose or know before, as
 *    the draws of roles have it.
 * 2. The ticket of a member is the SHA-256 of "seed, a newline, id": the law of the draws of roles. The
 *    lowest tickets are drawn; the others follow in that order, for when somebody declines.
 * 3. **By class**: each class has its part of the sample by its size, with the largest remainders
 *    (split.ts, in the order of the classes' names), and its lowest tickets are drawn. Whoever declines
 *    is followed by the next of the same class.
 * 4. Whoever has the pool and the seed draws the same again. Nobody is drawn twice, and a pool smaller
 *    than the sample is drawn whole.
 *
 * Example: five of six users and four workers, by class. Due are 3 and 2: the three users and the two workers
 * with the lowest tickets. (sample.test.ts)
 */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { fraction } from './exact.ts'
import { splitWhole } from './split.ts'

export const Sampling = z.object({
  moothall: z.literal('sample/1'),
  title: z.string(),
  size: z.int().min(1).max(20_000),
  byClass: z.boolean(),
  seed: z.string().min(1).max(800),
  pool: z
    .array(z.object({ id: z.string(), class: z.string() }))
    .min(1)
    .max(20_000),
  drawn: z.array(z.string()),
})
export type Sampling = z.output<typeof Sampling>

type Drawing = Pick<Sampling, 'size' | 'byClass' | 'seed' | 'pool'>

export type Drawn = { drawn: string[]; waiting: string[] }

/** Law 2: ids in the order of their tickets. */
function ticketsOf(seed: string, ids: readonly string[]): string[] {
  const ticket = (id: string) => createHash('sha256').update(`${seed}\n${id}`).digest('hex')
  const tickets = ids.map((id) => ({ id, ticket: ticket(id) }))
  return tickets.toSorted((a, b) => (a.ticket < b.ticket ? -1 : 1)).map(({ id }) => id)
}

/** Laws 2 to 4: who is drawn, and who follows when somebody declines, both in the order of tickets. */
export function drawSample({ size, byClass, seed, pool }: Drawing): Drawn {
  const classOf = new Map(pool.map((one) => [one.id, byClass ? one.class : '']))
  const order = ticketsOf(seed, [...classOf.keys()])
  const classes = [...new Set(classOf.values())].toSorted((a, b) => (a < b ? -1 : 1))
  const within = classes.map((name) => order.filter((id) => classOf.get(id) === name))
  const most = BigInt(Math.min(size, order.length))
  const parts = splitWhole(
    most,
    within.map((ids) => fraction(BigInt(ids.length))),
  )
  const drawn = new Set(within.flatMap((ids, at) => ids.slice(0, Number(parts[at] ?? 0n))))
  return {
    drawn: order.filter((id) => drawn.has(id)),
    waiting: order.filter((id) => !drawn.has(id)),
  }
}

/** Law 4: draws again from what was published alone; says whether it comes to the same. */
export function redrawSample(sampling: Sampling): { fits: boolean; drawn: string[] } {
  const { drawn } = drawSample(sampling)
  const doubled = new Set(sampling.pool.map(({ id }) => id)).size !== sampling.pool.length
  return { fits: !doubled && drawn.join('\n') === sampling.drawn.join('\n'), drawn }
}
