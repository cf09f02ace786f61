/** Keeping the evidence of a circle: recorded, corrected, claimed, imported, placed. */
import { z } from 'zod'
import { operation } from '#kernel/operation.ts'
import { line, optionalParagraphs, paragraphs } from '#kernel/text.ts'
import { Mapping } from '../rules/csv-cells.ts'
import { Key } from '../rules/duty.ts'
import { MODES } from '../rules/modes.ts'
import { Iban } from '../rules/reference.ts'
import {
  Amount,
  BankPaymentId,
  CircleId,
  circleParams,
  ClaimId,
  DayText,
  EvidenceId,
  MemberId,
  Quantity,
  Unit,
} from './shapes.ts'
import { ClaimShown, EvidenceShown } from './standing.ts'

const note = optionalParagraphs(300).default('')

export const recordEvidence = operation({
  method: 'POST',
  path: '/circles/{circle}/evidence',
  summary: 'Record what a member gave',
  who: 'keeps-standing',
  params: circleParams,
  body: z.object({
    member: MemberId,
    unit: Unit,
    amount: Amount,
    happened: DayText,
    duty: Key.nullable().default(null),
    note,
  }),
  output: z.object({ evidence: EvidenceId }),
  refusals: ['not-yet', 'no-such-member'],
  limit: { count: 600, seconds: 60 },
})

export const correctEvidence = operation({
  method: 'POST',
  path: '/circles/{circle}/evidence/{evidence}/corrections',
  summary: 'Take something off a piece of evidence, such as a payment that was returned',
  who: 'keeps-standing',
  params: z.object({ circle: CircleId, evidence: EvidenceId }),
  body: z.object({
    amount: Amount.meta({ description: 'How much less it is, in the unit of that piece' }),
    happened: DayText,
    note: paragraphs(300),
  }),
  output: z.object({ evidence: EvidenceId }),
  refusals: ['not-yet', 'more-than-there-is', 'a-correction'],
})

export const listEvidence = operation({
  method: 'GET',
  path: '/circles/{circle}/evidence',
  summary: 'All that was recorded in a circle, the newest first, fifty at a time',
  who: 'keeps-standing',
  params: circleParams,
  query: z.object({ after: EvidenceId.optional() }),
  output: z.object({
    evidence: z.array(EvidenceShown.extend({ member: MemberId, name: z.string() })),
    next: EvidenceId.nullable(),
  }),
})

export const makeClaim = operation({
  method: 'POST',
  path: '/circles/{circle}/claims',
  summary: 'Say what I gave; it counts when it is acknowledged',
  who: 'member-of-circle',
  params: circleParams,
  body: z.object({
    unit: Unit,
    amount: Amount,
    happened: DayText,
    duty: Key.nullable().default(null),
    said: line(300),
    member: CircleId.nullable()
      .default(null)
      .meta({ description: 'A member co-op for which I am a delegate; null: for myself' }),
  }),
  output: z.object({ claim: ClaimId }),
  refusals: ['not-yet', 'not-yours', 'too-many-claims'],
  limit: { count: 30, seconds: 3600 },
})

export const listClaims = operation({
  method: 'GET',
  path: '/circles/{circle}/claims',
  summary: 'What was claimed and waits to be acknowledged',
  who: 'keeps-standing',
  params: circleParams,
  output: z.object({ claims: z.array(ClaimShown) }),
})

export const answerClaim = operation({
  method: 'POST',
  path: '/circles/{circle}/claims/{claim}/answer',
  summary: 'Acknowledge a claim, or decline it with a reason; withdraw my own',
  who: 'member-of-circle',
  params: z.object({ circle: CircleId, claim: ClaimId }),
  body: z.object({ answer: z.enum(['acknowledged', 'declined', 'withdrawn']), why: note }),
  refusals: ['claim-answered', 'not-your-own-claim', 'why-please'],
})

const Trouble = z.object({ line: z.int(), sentence: z.string() })
const Imported = z.object({
  dry: z.boolean(),
  lines: z.int().meta({ description: 'Lines or payments that could be read' }),
  added: z.int(),
  known: z.int().meta({ description: 'Were imported before; nothing new' }),
  undecided: z.int(),
  leftAlone: z.int().meta({ description: 'Money that went out' }),
  troubles: z.array(Trouble).meta({ description: 'At most 500' }),
  troubleCount: z.int(),
  first: z.array(
    z.object({ line: z.int(), day: DayText, text: z.string(), name: z.string(), by: z.string() }),
  ),
})

/** A file in base 64, since its encoding may be any. */
const FileText = z
  .string()
  .max(28_000_000)
  .regex(/^[A-Za-z0-9+/]*={0,2}$/)
const MOST_BODY = 28 * 1024 * 1024

export const importTable = operation({
  method: 'POST',
  path: '/circles/{circle}/evidence/table',
  summary: 'Import evidence from a CSV file; dry: only see what it would become',
  who: 'keeps-standing',
  params: circleParams,
  body: z.object({ file: FileText, mapping: Mapping, dry: z.boolean() }),
  output: Imported,
  maxBody: MOST_BODY,
  limit: { count: 20, seconds: 60 },
})

export const importStatement = operation({
  method: 'POST',
  path: '/circles/{circle}/evidence/statement',
  summary: 'Import a bank statement (camt.053); dry: only see what it would become',
  who: 'keeps-standing',
  params: circleParams,
  body: z.object({ file: FileText, dry: z.boolean() }),
  output: Imported,
  refusals: ['statement-refused'],
  maxBody: MOST_BODY,
  limit: { count: 20, seconds: 60 },
})

export const listPayments = operation({
  method: 'GET',
  path: '/circles/{circle}/payments',
  summary: 'Payments of statements that nobody could place yet',
  who: 'keeps-standing',
  params: circleParams,
  output: z.object({
    payments: z.array(
      z.object({
        id: BankPaymentId,
        day: DayText,
        text: z.string().meta({ description: 'The amount in words' }),
        returned: z.boolean(),
        name: z.string(),
        said: z.string().meta({ description: 'What was written with it' }),
        proposed: z.array(z.object({ member: MemberId, name: z.string() })),
      }),
    ),
  }),
})

export const placePayment = operation({
  method: 'POST',
  path: '/circles/{circle}/payments/{payment}/place',
  summary: 'Say whose payment it is, or put it aside with null',
  who: 'keeps-standing',
  params: z.object({ circle: CircleId, payment: BankPaymentId }),
  body: z.object({ member: MemberId.nullable() }),
  refusals: ['payment-placed', 'no-such-member', 'nothing-to-return'],
})

export const readPaying = operation({
  method: 'GET',
  path: '/circles/{circle}/paying',
  summary: 'How I pay: the account, my reference, what I owe, and the code for banking apps',
  who: 'member-of-circle',
  params: circleParams,
  query: z.object({ minor: z.coerce.number().int().min(1).max(100_000_000).optional() }),
  output: z.object({
    circle: z.string(),
    account: z.object({ name: z.string(), iban: z.string() }).nullable(),
    reference: z.string(),
    owes: z.array(z.object({ text: z.string(), why: z.string(), quantity: Quantity })),
    minor: z.int().nullable(),
    amount: z.string().nullable().meta({ description: 'That amount in words' }),
    code: z.string().nullable().meta({ description: 'EPC069-12, to be shown as a QR code' }),
    keeps: z.boolean(),
  }),
})

export const setAccount = operation({
  method: 'PUT',
  path: '/circles/{circle}/payment-account',
  summary: 'Say to which account members pay',
  who: 'steward-of-circle',
  params: circleParams,
  body: z.object({ name: line(70), iban: Iban }),
})

export const wishMode = operation({
  method: 'PUT',
  path: '/circles/{circle}/mode/wish',
  summary: 'State the mode that I wish for in a circle, or none',
  who: 'member-of-circle',
  params: circleParams,
  body: z.object({ wish: z.enum(MODES).nullable(), said: optionalParagraphs(300).default('') }),
})
