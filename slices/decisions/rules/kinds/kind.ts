/**
 * A kind of decision, as a constitution states it.
 * 1. It says who may propose it, how it is decided, which classes vote and what a vote weighs, the
 *    quorum, for how many days it is talked about and open, who sees the ballots and when results show,
 *    and whether it is asked again. What a kind does not need it says so (null).
 * 2. Where options are chosen, it says what a tie does. Without that nothing of this kind opens.
 * 3. A part of a whole is a fraction; whether it must be passed or only reached is always stated.
 * 4. It is decided at a gathering where the kind says how (how many second it, what the quorum
 *    counts), or where it gives no days to be open; otherwise over days alone. By advice it is decided
 *    by who proposed it (advice/advice.ts), so that what is said of votes, rolls and days to be open is
 *    not read there.
 */
import { z } from 'zod'
import { asked } from '#kernel/asked.ts'
import { line } from '#kernel/text.ts'
import { BASES } from '../colleges.ts'
import { EMPTY_COLLEGES } from '../verdict.ts'
import { extension, noProxies } from './longer.ts'
import { asks, choices } from './words.ts'
import { adviceAsks, adviceChoices } from './words-advice.ts'
import { roomAsks, roomChoices } from './words-room.ts'

export const Key = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/)
const Part = z.object({ of: z.int().min(1).max(1000), in: z.int().min(1).max(1000) })
export type Part = z.output<typeof Part>
const Money = z.object({
  minor: z.int().min(0).max(1_000_000_000_000),
  currency: z.string().regex(/^[A-Z]{3}$/),
})

const Threshold = z.object({
  reach: asked(Part, asks.reach),
  strict: asked(z.boolean(), asks.strict),
})
export type Threshold = z.output<typeof Threshold>

const Block = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('forbidden') }),
  z.object({ kind: z.literal('stops'), allowed: asked(z.int().min(0).max(100), asks.allowed) }),
  z.object({ kind: z.literal('overcome'), at: asked(Part, asks.overcome) }),
])
const block = asked(Block, { ...asks.block, choices: choices.block })
const mostAgainst = asked(z.int().min(0).max(100_000).nullable(), asks.mostAgainst)

export const TIES = ['lot', 'again'] as const
const ties = asked(z.enum(TIES).nullable(), { ...asks.ties, choices: choices.ties })

export const COUNTS = [
  'scottish-stv',
  'meek',
  'wigm',
  'irv',
  'schulze',
  'ranked-pairs',
  'minimax',
  'borda',
  'plurality',
] as const

const Question = z.object({
  kind: z.literal('question'),
  threshold: asked(Threshold.nullable(), asks.threshold),
  base: asked(z.enum(BASES), { ...asks.base, choices: choices.base }),
  inEach: asked(
    Threshold.extend({
      absent: asked(z.enum(EMPTY_COLLEGES), { ...asks.absent, choices: choices.absent }),
    }).nullable(),
    asks.inEach,
  ),
  block,
  leastFavour: asked(z.int().min(1).max(100_000).nullable(), asks.leastFavour),
  mostAgainst,
})
const Consensus = z.object({
  kind: z.literal('consensus'),
  asideMost: asked(Part.nullable(), asks.asideMost),
  block,
  mostAgainst,
})
const Ranked = z.object({
  kind: z.literal('ranked'),
  count: asked(z.enum(COUNTS), { ...asks.count, choices: choices.count }),
  ties,
})
const Approval = z.object({
  kind: z.literal('approval'),
  count: asked(z.enum(['approval', 'phragmen']), {
    ...asks.countMarks,
    choices: choices.countMarks,
  }),
  most: asked(z.int().min(1).max(60).nullable(), asks.mostMarks),
  ties,
})
const Score = z.object({
  kind: z.literal('score'),
  count: asked(z.enum(['score', 'star', 'majority-judgment']), {
    ...asks.countMarks,
    choices: choices.countMarks,
  }),
  least: asked(z.int().min(-10).max(10), asks.scoreLeast),
  most: asked(z.int().min(1).max(100), asks.scoreMost),
  ties,
})
const Dots = z.object({
  kind: z.literal('dots'),
  dots: asked(z.int().min(1).max(100), asks.dots),
  mostOnOne: asked(z.int().min(1).max(100), asks.mostOnOne),
  ties,
})
const Consent = z.object({
  kind: z.literal('consent'),
  // Left out: nobody does.
  judges: asked(z.enum(['nobody', 'stewards']).optional(), {
    ...adviceAsks.judges,
    choices: adviceChoices.judges,
  }),
})
const Advice = z.object({
  kind: z.literal('advice'),
  least: asked(z.int().min(1).max(50), adviceAsks.leastAsked),
  waits: asked(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('answers') }),
      z.object({
        kind: z.literal('days'),
        days: asked(z.int().min(1).max(90), adviceAsks.adviceDays),
      }),
    ]),
    { ...adviceAsks.waits, choices: adviceChoices.waits },
  ),
})
export const Method = z.discriminatedUnion('kind', [
  Question,
  Consensus,
  Consent,
  Ranked,
  Approval,
  Score,
  Dots,
  Advice,
])
export type Method = z.output<typeof Method>

const ClassPart = z.object({
  class: asked(Key, asks.inClass),
  part: asked(Part, asks.part),
})
const shares = asked(z.array(ClassPart).max(20), asks.shares)
const empty = asked(z.enum(['lapses', 'not-in-favour']), { ...asks.absent, choices: choices.empty })
export const Weighing = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('flat') }),
  z.object({ kind: z.literal('class') }),
  z.object({ kind: z.literal('share-by-votes'), shares, empty }),
  z.object({ kind: z.literal('share-by-roll'), shares, empty }),
  z.object({
    kind: z.literal('bounds'),
    most: asked(z.array(ClassPart).max(20), asks.most),
    least: asked(z.array(ClassPart).max(20), asks.least),
  }),
])
export type Weighing = z.output<typeof Weighing>

const days = z.int().min(0).max(365)

const AtGathering = z.object({
  seconds: asked(z.int().min(0).max(20), roomAsks.seconds),
  quorum: asked(z.enum(['present', 'voted']), {
    ...roomAsks.quorumCounts,
    choices: roomChoices.quorumCounts,
  }),
})
export type AtGathering = z.output<typeof AtGathering>

export const Kind = z.object({
  key: asked(Key, asks.key),
  name: asked(line(60), asks.name),
  about: asked(
    z.enum(['ordinary', 'extraordinary', 'election', 'membership', 'spending', 'rules']),
    { ...asks.about, choices: choices.about },
  ),
  above: asked(Money.nullable(), asks.above),
  opens: asked(z.enum(['propose', 'vote', 'steward']), { ...asks.opens, choices: choices.opens }),
  supporters: asked(z.int().min(0).max(1000), asks.supporters),
  method: asked(Method, { ...asks.method, choices: choices.method }),
  voters: asked(z.array(Key).max(20), asks.voters),
  weights: asked(Weighing, { ...asks.weights, choices: choices.weights }),
  quorum: asked(
    z
      .object({
        of: asked(z.enum(['voters', 'weight', 'each-class']), {
          ...asks.quorumOf,
          choices: choices.quorumOf,
        }),
        reach: asked(Part, asks.reach),
        // Left out: exactly the part is enough.
        strict: asked(z.boolean().optional(), asks.strict),
      })
      .nullable(),
    asks.quorum,
  ),
  extension,
  noProxies,
  talkDays: asked(days, asks.talkDays),
  leastDays: asked(days, asks.leastDays),
  mostDays: asked(days, asks.mostDays),
  urgent: asked(
    z
      .object({
        days: asked(z.int().min(1).max(365), asks.urgentDays),
        supporters: asked(z.int().min(0).max(1000), asks.supporters),
      })
      .nullable(),
    asks.urgent,
  ),
  // Left out in constitutions from before there were motions.
  gathering: asked(AtGathering.nullable(), roomAsks.gathering).optional(),
  secrecy: asked(z.enum(['open', 'named', 'secret']), {
    ...asks.secrecy,
    choices: choices.secrecy,
  }),
  shows: asked(z.enum(['close', 'open']), { ...asks.shows, choices: choices.shows }),
  reviewDays: asked(z.int().min(1).max(3650).nullable(), asks.reviewDays),
})
export type Kind = z.output<typeof Kind>

export const KindsPart = z.object({ kinds: asked(z.array(Kind).max(30), asks.kinds) })
export type KindsPart = z.output<typeof KindsPart>

export type Choosing = Extract<Method, { ties: 'lot' | 'again' | null }>

/** Whether options are chosen, so that seats are filled and a tie may come. */
export function choosesOptions(method: Method): method is Choosing {
  return 'ties' in method
}

/** The method of counting by its name. */
export function countName(method: Choosing): string {
  return method.kind === 'dots' ? 'dots' : method.count
}

const ONE_SEAT = new Set(['irv', 'schulze', 'ranked-pairs', 'minimax', 'borda', 'star'])

/** Whether only one may win by this way of counting. */
export function fillsOneSeat(method: Method): boolean {
  return choosesOptions(method) && ONE_SEAT.has(countName(method))
}

/** Law 4: how it is decided at a gathering; null where it is decided over days alone. */
export function atGathering({ method, gathering, mostDays, supporters }: Kind): AtGathering | null {
  if (method.kind === 'advice') return null
  return gathering ?? (mostDays === 0 ? { seconds: supporters, quorum: 'voted' } : null)
}
