/**
 * A closed Loomio poll as a decision that can be counted again.
 * 1. A **proposal** whose options say how one stands (agree, abstain, disagree, block …) is a question;
 *    where they are consent and objection, it is consent. A vote share that an option must reach is its
 *    threshold, exactly; where the poll states none, it is counted as more than half of the votes cast, and
 *    that this was assumed is said. A block stops it.
 * 2. **Choices** are approvals, **dots** and **scores** are marks, a **time poll** is marks from 0 to 2. Loomio's
 *    `ranked_choice` adds points up, so it is marks too, the points themselves; read as rankings they say
 *    the same (conversion.ts).
 * 3. **STV** ranks by ascending score, 1 first; by the Scottish rules or Meek, with the Droop quota. The
 *    Hare quota is not counted here.
 * 4. A question round has nothing to count. What is not closed, was thrown away or is a template is left.
 * 5. Who was invited and did not vote is on the roll. A quorum is a part of the roll.
 */
import { refuse, type Refusal } from '#kernel/change.ts'
import { type Kind, Kind as KindSchema, type Method } from '../kinds/kind.ts'
import { type Answer, MOST_OPTIONS, type Vote } from '../count/votes.ts'
import type { Poll, PollOption } from './loomio-lines.ts'

/** What a voter gave: scores by the id of the option; none at all wants nothing of what there is. */
export type Given = { scores: ReadonlyMap<string, number> }

export type Shape = {
  kind: Kind
  /** The options from 1 on; none where it is a question. */
  options: string[]
  seats: number
  /** Whether when it passes was said there, or assumed here (law 1). */
  assumed: boolean
  voteOf(given: Given): Vote | null
}

const MEANS: Readonly<Record<string, Answer>> = {
  agree: 'favour',
  yes: 'favour',
  accept: 'favour',
  consent: 'favour',
  abstain: 'abstain',
  'stand aside': 'abstain',
  stand_aside: 'abstain',
  disagree: 'against',
  no: 'against',
  decline: 'against',
  block: 'block',
  veto: 'block',
  object: 'block',
  objection: 'block',
}
const CONSENT: Readonly<Partial<Record<Answer, Answer>>> = {
  favour: 'consent',
  abstain: 'aside',
  block: 'object',
}

/** How somebody stands by an option, from its name, or else from its picture. */
function meaningOf({ name, icon }: PollOption): Answer | null {
  return MEANS[name.trim().toLowerCase()] ?? MEANS[icon.trim().toLowerCase()] ?? null
}

const PERCENT = 100
const percent = (of: number) => ({ of: Math.round(of), in: PERCENT })

function kindOf(poll: Poll, method: Method): Kind | null {
  const read = KindSchema.safeParse({
    key: `loomio-${poll.poll_type.replaceAll('_', '-')}`,
    name: `Loomio: ${poll.poll_type.replaceAll('_', ' ')}`,
    about: poll.poll_type === 'stv' ? 'election' : 'ordinary',
    above: null,
    opens: 'propose',
    supporters: 0,
    method,
    voters: [],
    weights: { kind: 'flat' },
    quorum: poll.quorum_pct ? { of: 'voters', reach: percent(poll.quorum_pct) } : null,
    talkDays: 0,
    leastDays: 0,
    mostDays: 365,
    urgent: null,
    secrecy: poll.anonymous ? 'named' : 'open',
    shows: 'close',
    reviewDays: null,
  } satisfies Kind)
  return read.success ? read.data : null
}

function questionOf(poll: Poll, options: readonly PollOption[], means: Map<string, Answer>) {
  const all = new Set(means.values())
  const consent = options.some(({ name }) => name.trim().toLowerCase() === 'consent')
  const asks = consent && all.has('block') && !all.has('against')
  const share = options.find(
    (one) => means.get(one.id) === 'favour' && one.test_percent && one.test_operator === 'gte',
  )
  const method: Method = asks
    ? { kind: 'consent' }
    : {
        kind: 'question',
        threshold: share
          ? { reach: percent(share.test_percent ?? 0), strict: false }
          : { reach: { of: 1, in: 2 }, strict: true },
        base: share
          ? share.test_against === 'voter_percent'
            ? 'eligible'
            : 'cast-and-abstained'
          : 'cast',
        inEach: null,
        block: all.has('block') ? { kind: 'stops', allowed: 0 } : { kind: 'forbidden' },
        leastFavour: null,
        mostAgainst: null,
      }
  const kind = kindOf(poll, method)
  if (!kind) return refuse('poll-unfit')
  const voteOf = ({ scores }: Given): Vote | null => {
    const [chosen] = [...scores].flatMap(([id, score]) => (score > 0 ? [means.get(id)] : []))
    if (!chosen) return null
    return { kind: 'answer', answer: asks ? (CONSENT[chosen] ?? chosen) : chosen }
  }
  return { kind, options: [], seats: 1, assumed: !asks && !share, voteOf }
}

const AGAIN = { ties: 'again' } as const

function markingOf(poll: Poll, options: readonly PollOption[]): Method {
  const { min_score, max_score, dots_per_person: dots, maximum_stance_choices: most } = poll
  switch (poll.poll_type) {
    case 'dot_vote':
      return { kind: 'dots', dots: dots ?? 8, mostOnOne: dots ?? 8, ...AGAIN }
    case 'score':
      return {
        kind: 'score',
        count: 'score',
        least: min_score ?? 0,
        most: max_score ?? 5,
        ...AGAIN,
      }
    case 'meeting':
      return { kind: 'score', count: 'score', least: 0, most: 2, ...AGAIN }
    case 'ranked_choice':
      return { kind: 'score', count: 'score', least: 0, most: options.length, ...AGAIN }
    default:
      return { kind: 'approval', count: 'approval', most: most && most > 0 ? most : null, ...AGAIN }
  }
}

function choiceOf(poll: Poll, options: readonly PollOption[]): Shape | Refusal {
  const numbers = new Map(options.map(({ id }, at) => [id, at + 1]))
  const ranked = poll.poll_type === 'stv'
  if (ranked && poll.stv_quota === 'hare') return refuse('hare-quota')
  const method: Method = ranked
    ? { kind: 'ranked', count: poll.stv_method === 'meek' ? 'meek' : 'scottish-stv', ...AGAIN }
    : markingOf(poll, options)
  const kind = kindOf(poll, method)
  if (!kind) return refuse('poll-unfit')
  const voteOf = ({ scores }: Given): Vote => {
    const given = [...scores].flatMap(([id, score]) => {
      const option = numbers.get(id)
      return option === undefined ? [] : [{ option, score }]
    })
    if (ranked) {
      const order = given.filter(({ score }) => score > 0).toSorted((a, b) => a.score - b.score)
      return { kind: 'order', order: order.map(({ option }) => option) }
    }
    const marks = given.flatMap(({ option, score }) => {
      if (method.kind === 'score') return [{ option, mark: score }]
      if (score <= 0) return []
      return [{ option, mark: method.kind === 'dots' ? score : 1 }]
    })
    return { kind: 'marks', marks }
  }
  const seats = Math.max(1, ranked ? (poll.stv_seats ?? 1) : 1)
  return { kind, options: options.map(({ name }) => name), seats, assumed: false, voteOf }
}

/** Laws 1 to 4. Refuses `poll-open`, `poll-thrown-away`, `nothing-to-count`, `hare-quota`, `poll-unfit`. */
export function shapeOf(poll: Poll, all: readonly PollOption[]): Shape | Refusal {
  if (poll.discarded_at !== null || poll.template) return refuse('poll-thrown-away')
  if (poll.closed_at === null) return refuse('poll-open')
  const options = all.toSorted(
    (a, b) => (a.priority ?? 0) - (b.priority ?? 0) || Number(a.id) - Number(b.id),
  )
  if (poll.poll_type === 'question' || options.length === 0) return refuse('nothing-to-count')
  if (options.length > MOST_OPTIONS) return refuse('poll-unfit')
  const means = new Map(
    options.flatMap((one) => {
      const meaning = meaningOf(one)
      return meaning ? [[one.id, meaning] as const] : []
    }),
  )
  const asks = poll.poll_type === 'proposal' || poll.poll_type === 'check'
  if (asks && means.size === options.length) return questionOf(poll, options, means)
  return choiceOf(poll, options)
}

/** What the options added up to there, where the same sums can be made of the ballots. */
export function sumsDiffer(
  options: readonly PollOption[],
  given: readonly Given[],
): { option: string; there: number; here: number }[] {
  return options.flatMap(({ id, name, total_score: there }) => {
    if (there === null) return []
    const here = given.reduce((sum, { scores }) => sum + (scores.get(id) ?? 0), 0)
    return here === there ? [] : [{ option: name, there, here }]
  })
}
