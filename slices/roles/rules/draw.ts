/**
 * Drawing by lot, so that nobody can choose who is drawn and anybody can draw again.
 *
 * 1. First are published: the pool (ids and names), how many are drawn, this rule, the time until
 *    which words are taken, and the sha-256 of a secret of the hall.
 * 2. Until that time anybody inside adds words of their own; each is published as it comes.
 * 3. Then the secret is shown. The seed is the sha-256 of the canonical JSON (RFC 8785) of
 *    {draw, seats, pool, commitment, closes, words, secret}, the pool as ids in ascending order.
 * 4. The ticket of a person is the sha-256 of "seed, a newline, person". The lowest tickets are
 *    drawn; the others follow in that order, for when somebody declines.
 * 5. Whoever speaks last does not know the secret, and the hall showed that it had chosen it before
 *    anybody spoke: neither alone can choose the seed. A host who also speaks last could; that is
 *    why the words show by whom they are, and one other member's words after the host's suffice.
 *
 * Commit and reveal; cf. RFC 3797 on selection that anybody can verify.
 */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { canonical } from '#kernel/canonical.ts'
import { InstantSchema } from '#kernel/clock.ts'

const Hex = z.string().regex(/^[0-9a-f]{64}$/)

const Words = z.object({ by: z.string(), at: InstantSchema, words: z.string().max(800) })

/** What is published of a draw; with the secret once it is over. */
export const DrawFile = z.object({
  format: z.literal('moothall-draw-1'),
  draw: z.string(),
  role: z.string(),
  seats: z.int().min(1).max(50),
  pool: z
    .array(z.object({ person: z.string(), name: z.string() }))
    .min(1)
    .max(20_000),
  commitment: Hex,
  closes: InstantSchema,
  words: z.array(Words).max(5000),
  secret: Hex.nullable(),
  drawn: z.array(z.string()).nullable(),
})
export type DrawFile = z.output<typeof DrawFile>

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** What is published of a secret (64 hexadecimal digits) beforehand. */
export function commitTo(secret: string): string {
  return sha256(secret)
}

type Seeding = Pick<DrawFile, 'draw' | 'seats' | 'commitment' | 'closes' | 'words'> & {
  people: readonly string[]
  secret: string
}

/** Law 3. */
export function seedOf({
  people,
  draw,
  seats,
  commitment,
  closes,
  words,
  secret,
}: Seeding): string {
  const pool = [...people].toSorted((a, b) => (a < b ? -1 : 1))
  return sha256(canonical({ draw, seats, pool, commitment, closes, words, secret }))
}

/** Law 4: all of the pool in the order of their tickets; the first so many are drawn. */
export function orderDrawn(seed: string, people: readonly string[]): string[] {
  const tickets = people.map((person) => ({ person, ticket: sha256(`${seed}\n${person}`) }))
  return tickets.toSorted((a, b) => (a.ticket < b.ticket ? -1 : 1)).map(({ person }) => person)
}

export type Flaw = 'not-over' | 'secret' | 'drawn' | 'late-words' | 'doubled'
export type Redrawn = { fits: boolean; differs: Flaw[]; order: string[] }

/** Draws again from a published file alone, and says what does not fit. */
export function redraw(file: DrawFile): Redrawn {
  const { secret, drawn, pool, ...rest } = file
  if (secret === null || drawn === null) return { fits: false, differs: ['not-over'], order: [] }
  const people = pool.map(({ person }) => person)
  const order = orderDrawn(seedOf({ ...rest, people, secret }), people)
  const differs: Flaw[] = []
  if (commitTo(secret) !== file.commitment) differs.push('secret')
  if (new Set(people).size !== people.length) differs.push('doubled')
  if (file.words.some(({ at }) => at > file.closes)) differs.push('late-words')
  if (order.slice(0, file.seats).join() !== drawn.join()) differs.push('drawn')
  return { fits: differs.length === 0, differs, order }
}
