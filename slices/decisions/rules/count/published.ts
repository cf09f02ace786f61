/** The shape of what is published of a decision; its laws stand at the head of publication.ts. */
import { z } from 'zod'
import { GroupKey, Sealed, Tracker } from '../secret/paper.ts'
import { TAKEN } from '../advice/advice.ts'
import { Ruling } from './ruling.ts'

export const OUTCOMES = ['passed', 'failed', 'elected', 'level', 'no-quorum'] as const
export type Outcome = (typeof OUTCOMES)[number]

const Hash = z.string().regex(/^[0-9a-f]{64}$/)
const Number1 = z.int().min(1)

export const RollEntry = z.object({
  member: z.string(),
  kind: z.enum(['person', 'co-op']),
  class: z.string(),
  voted: z.boolean(),
  /** At a gathering: whether they were in the room when it opened. */
  present: z.boolean().optional(),
  /** Where the ballot that counts came by phone or proxy: who recorded or cast it. */
  way: z.enum(['phone', 'proxy']).optional(),
  by: z.string().optional(),
})
export type RollEntry = z.output<typeof RollEntry>

/** Of secret ballots: the keys of groups, and the token of each ballot, in the order of the ballots. */
export const SecretPart = z.object({
  keys: z.array(z.object({ group: GroupKey, classes: z.array(z.string()), publicKey: z.base64() })),
  tokens: z.array(z.object({ tracker: Tracker, signature: Sealed })),
})
export type SecretPart = z.output<typeof SecretPart>

/** Of consent: an objection on a ballot that was judged not valid; of which class, by whom. */
export const Judged = z.object({ class: z.string(), by: z.string(), at: z.string() })

/** By advice: who was asked, who gave some and how it was taken, and what whoever proposed it decided. */
export const AdvicePart = z.object({
  /** Of the hall's clock, by whose days it is waited. */
  zone: z.string(),
  asked: z.array(
    z.object({ person: z.string(), at: z.string(), gone: z.literal(true).optional() }),
  ),
  given: z.array(z.object({ person: z.string(), at: z.string(), taken: z.enum(TAKEN).nullable() })),
  does: z.boolean(),
  by: z.string(),
})
export type AdvicePart = z.output<typeof AdvicePart>

export const Published = z.object({
  moothall: z.literal('decision/1'),
  decision: z.string(),
  circle: z.string(),
  title: z.string(),
  question: z.string(),
  /** Of whose rules, and the number of their version. */
  constitution: z.object({ circle: z.string(), version: z.int() }),
  ruling: Ruling,
  options: z.array(z.string()),
  /** Those that withdrew while ballots were cast. */
  withdrawn: z.array(Number1).optional(),
  seats: Number1,
  lot: z.array(Number1).nullable(),
  /** Where it was decided in a room. */
  gathering: z.string().optional(),
  opened: z.string(),
  closed: z.string(),
  roll: z.object({ sha256: Hash, entries: z.array(RollEntry) }),
  ballots: z.array(z.string().regex(/^\S+ \S.*$/)),
  /** Left out where none was. */
  notValid: z.array(Judged).optional(),
  advice: AdvicePart.optional(),
  secret: SecretPart.optional(),
  outcome: z.enum(OUTCOMES),
  elected: z.array(Number1),
  counted: z.record(z.string(), z.json()),
  fingerprint: Hash,
})
export type Published = z.output<typeof Published>
