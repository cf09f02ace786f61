/**
 * Objections to what is decided by consent, until it is counted.
 * 1. While it is talked about, whoever would vote on it by the draft of the roll may object to the text
 *    that stands, but not to their own proposal. They say what harm they see and, if they like, what would
 *    answer it. Everybody who sees the decision reads that, and each step after it with who took it.
 * 2. An objection keeps the number of the text it was made to. One that was carried along from a decision
 *    before stands before the first text: its number is 0.
 * 3. **Answered**: whoever proposed it says that a later text answers it. Whoever objected says that it
 *    does (**integrated**) or does not (open again). Who says neither for seven days of the hall's clock is
 *    read as keeping it: nothing is ever integrated by silence.
 * 4. **Kept**: whoever objected, or with a reason whoever proposed it, says that talk about it is at its
 *    end. It holds up the opening no more, stands beside the ballot and the outcome, and counts when whoever
 *    made it votes so. A later text may still answer it.
 * 5. **Withdrawn**: by whoever made it, until the close.
 * 6. **Not valid**: where the kind lets stewards judge. The test: an objection gives a reason why the
 *    proposal would harm what the circle is there for; what somebody would merely like better is none. It
 *    is judged with a reason, never by whoever made it, nor by who proposed what it is about.
 * 7. It does not open while an objection is open or waits for whoever made it to say whether it is answered.
 * 8. While it is open, a ballot that objects is an objection with its reason. Where stewards judge, these
 *    are seen with their reasons as long as it is open, and judged as law 6 says, until the close. A
 *    judgment falls when the ballot is changed.
 * 9. What failed because objections stood may be proposed again with these, open, to be taken up.
 */
import { isRefusal, refuse, type Refusal } from '#kernel/change.ts'
import type { Instant } from '#kernel/clock.ts'
import type { Vote } from '../count/votes.ts'
import type { Kind } from '../kinds/kind.ts'
import { daysLater } from '../life/days.ts'
import type { State } from '../life/life.ts'

export const OBJECTION_STATES = [
  'open',
  'answered',
  'integrated',
  'kept',
  'withdrawn',
  'not-valid',
] as const
export type ObjectionState = (typeof OBJECTION_STATES)[number]

export const STEPS = ['answer', 'accept', 'reject', 'keep', 'withdraw', 'judge'] as const
export type Step = (typeof STEPS)[number]

/** Law 3. */
export const DAYS_TO_CONFIRM = 7

export const silentAt = (answeredAt: Instant, zone: string): Instant =>
  daysLater(answeredAt, DAYS_TO_CONFIRM, zone)

/** Law 6: whether stewards judge objections to what is of this kind. */
export const stewardsJudge = ({ method }: Pick<Kind, 'method'>): boolean =>
  method.kind === 'consent' && method.judges === 'stewards'

/** Law 1: null when somebody on the draft of the roll may object now. */
export function refuseObjecting(
  state: State,
  kind: Kind | null,
  { proposed }: { proposed: boolean },
): Refusal | null {
  if (kind?.method.kind !== 'consent') return refuse('not-by-consent')
  if (state !== 'talk') return refuse('no-objections-now')
  return proposed ? refuse('own-proposal-objected') : null
}

/** Law 7. */
export const holdsUp = ({ state }: { state: ObjectionState }): boolean =>
  state === 'open' || state === 'answered'

export type Who = {
  /** Whoever objected, or speaks for the co-op that did. */
  objected: boolean
  /** Whoever proposed it. */
  proposed: boolean
  /** Whoever may change its text: who proposed it, and stewards. */
  keeps: boolean
  steward: boolean
}
export type Stepping = {
  step: Step
  objection: { state: ObjectionState; text: number }
  /** The state of the decision, and the number of the text that stands. */
  decision: State
  stands: number
  judges: boolean
  who: Who
  /** Whether a reason is given. */
  said: boolean
}

const LEADS: Record<Step, { from: readonly ObjectionState[]; to: ObjectionState }> = {
  answer: { from: ['open', 'kept'], to: 'answered' },
  accept: { from: ['answered'], to: 'integrated' },
  reject: { from: ['answered'], to: 'open' },
  keep: { from: ['open', 'answered'], to: 'kept' },
  withdraw: { from: ['open', 'answered', 'kept'], to: 'withdrawn' },
  judge: { from: ['open', 'answered', 'kept'], to: 'not-valid' },
}

/** Laws 3 to 6: whose step it is. */
function refuseWho({ step, objection, judges, who }: Stepping): Refusal | null {
  if (step === 'answer') return who.keeps ? null : refuse('not-your-objection')
  if (step === 'judge') return refuseJudge({ judges, ...who })
  // Whoever objected has days to say whether it is answered; nobody cuts them short.
  const ends = step === 'keep' && who.keeps && objection.state === 'open'
  return who.objected || ends ? null : refuse('not-your-objection')
}

/** Law 6: null when somebody may judge. */
function refuseJudge({
  judges,
  objected,
  proposed,
  steward,
}: Omit<Who, 'keeps'> & { judges: boolean }): Refusal | null {
  if (!judges) return refuse('nobody-judges')
  if (!steward) return refuse('stewards-judge')
  if (objected) return refuse('own-objection-judged')
  return proposed ? refuse('proposer-judges') : null
}

/** What an objection is after a step, or why it is not taken. */
export function afterStep(given: Stepping): { state: ObjectionState } | Refusal {
  const { step, objection, decision, stands, who, said } = given
  const goesOn = decision === 'talk' || (decision === 'open' && /^(withdraw|judge)$/.test(step))
  if (!goesOn) return refuse('no-objections-now')
  const wrong = refuseWho(given)
  if (wrong) return wrong
  const { from, to } = LEADS[step]
  if (!from.includes(objection.state)) return refuse('objection-over')
  if (step === 'answer' && stands <= objection.text) return refuse('text-not-changed')
  const reasoned = step === 'judge' || (step === 'keep' && !who.objected)
  return reasoned && !said ? refuse('step-reason-missing') : { state: to }
}

/** The steps that somebody may take now. */
export function stepsFor(given: Omit<Stepping, 'step' | 'said'>): Step[] {
  return STEPS.filter((step) => !isRefusal(afterStep({ ...given, step, said: true })))
}

/** Law 8: null when a ballot may be judged not valid. */
export function refuseJudging(
  kind: Kind,
  vote: Vote,
  who: Pick<Who, 'objected' | 'proposed' | 'steward'>,
): Refusal | null {
  const wrong = refuseJudge({ judges: stewardsJudge(kind), ...who })
  if (wrong) return wrong
  return vote.kind === 'answer' && vote.answer === 'object' ? null : refuse('no-objection-there')
}

/** Law 8: whether objections are seen as long as it is open. */
export const objectionsShow = (state: State, kind: Kind): boolean =>
  state === 'open' && stewardsJudge(kind)
