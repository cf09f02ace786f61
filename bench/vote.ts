/**
 * 1,000 members vote within 60 s over HTTP on two decisions at once, one named and one secret: each
 * ballot by its member with their session; each paper taken so, and its ballot cast without. Latency is
 * what a member waits for an answer. What the secret one costs stands beside the named one; then both are
 * counted, and the law of counting is checked. `--voters N --seconds S` for another hall.
 */
import { setTimeout as rest } from 'node:timers/promises'
import { z } from 'zod'
import { addressOf, type Operation } from '#kernel/operation.ts'
import type { Hall } from '#kernel/hall.ts'
import { openSession, SESSION_COOKIE } from '#kernel/session.ts'
import { wordsIn } from '#kernel/words.ts'
import {
  changeClass,
  type CircleId,
  foundCoop,
  giveRole,
  joinCircle,
} from '#slices/circles/index.ts'
import { adoptParts, allSections, presetParts, todayIn } from '#slices/constitutions/index.ts'
import * as making from '#slices/decisions/api/making.ts'
import { readDecision } from '#slices/decisions/api/reading.ts'
import * as secret from '#slices/decisions/api/secret.ts'
import { castBallot } from '#slices/decisions/api/voting.ts'
import { recountDecision } from '#slices/decisions/rules/count/publication.ts'
import type { Kind } from '#slices/decisions/rules/kinds/kind.ts'
import { kindsPresets } from '#slices/decisions/rules/kinds/presets.ts'
import { publicationOf } from '#slices/decisions/store/counting.ts'
import { decisionOf } from '#slices/decisions/store/decisions.ts'
import type { DecisionId } from '#slices/decisions/store/tables.ts'
import { drawPaper, type Drawn, signedPaper } from '#slices/decisions/web/secret/blinding.ts'
import { makePerson } from '#slices/people/index.ts'
import { quantiles } from './load/figures.ts'
import { type HallProcess, openHallProcess } from './load/hall.ts'
import type { Figures, Measured } from './load/measured.ts'
import { atRate } from './load/pace.ts'

const OPTIONS = ['Chiara', 'Ngozi', 'Yuki', 'Tomasz', 'Devika', 'Joost'].map((name) => ({ name }))
const WISH_MS = 150

/** Elections, one named and one secret, that open at once. */
function kindsFor(kind: Kind): Kind[] {
  const soon = { ...kind, quorum: null, talkDays: 0, leastDays: 1 }
  if (kind.about !== 'election') return [kind]
  return [
    { ...soon, secrecy: 'named' },
    { ...soon, key: 'secretly', name: 'A secret election', secrecy: 'secret' },
  ]
}

/** A co-op of so many members, and the cookie of each. */
async function setUp(hall: Hall, voters: number): Promise<{ coop: CircleId; cookies: string[] }> {
  const now = hall.clock.now()
  const by = { by: null, now }
  const { say } = wordsIn('en')
  return hall.transact(async (tx) => {
    const coop = await foundCoop(tx, { name: 'Wherry Commons', zone: 'Europe/Amsterdam' }, by)
    const decisions = { kinds: kindsPresets(say)['full-commons'].kinds.flatMap(kindsFor) }
    const parts = { ...presetParts(allSections(), 'full-commons', say), decisions }
    const cookies: string[] = []
    for (let at = 0; at < voters; at += 1) {
      const named = { name: `Member ${at}`, email: `member.${at}@example.org` }
      const person = await makePerson(tx, { ...named, locale: 'en', zone: null, now })
      await joinCircle(tx, coop, person, by)
      if (at === 0) await giveRole(tx, { circle: coop, person, role: 'steward' }, by)
      if (at === 0) await adoptParts(tx, coop, { parts, day: await todayIn(tx, now) }, by)
      await changeClass(tx, { circle: coop, member: person, to: 'producer' }, by)
      const token = await openSession(tx, { person, agent: 'a bench', locale: 'en', now })
      cookies.push(`${SESSION_COOKIE}=${token}`)
    }
    return { coop, cookies }
  })
}

type Asked = { params: Record<string, string>; body?: object; cookie?: string }

/** One request as somebody's browser makes it; throws what was refused. */
async function ask<O extends Operation>(
  { origin }: Pick<HallProcess, 'origin'>,
  op: O,
  { params, body, cookie }: Asked,
): Promise<z.output<O['output']>> {
  const answer = await fetch(`${origin}${addressOf(op, params)}`, {
    method: op.method,
    headers: { 'content-type': 'application/json', ...(cookie ? { cookie } : {}) },
    ...(op.method === 'GET' ? {} : { body: JSON.stringify(body ?? {}) }),
  })
  if (!answer.ok) throw new Error(`${op.path} refused: ${await answer.text()}`)
  return parsed(op, await answer.json())
}

function parsed<O extends Operation>(op: O, json: unknown): z.output<O['output']>
function parsed(op: Operation, json: unknown): unknown {
  return op.output.parse(json)
}

/** Puts a decision of a kind before the circle and waits until it is open. */
async function opened(
  process: HallProcess,
  { circle, kind, cookie }: { circle: CircleId; kind: string; cookie: string },
): Promise<DecisionId> {
  const text = { title: kind, question: 'Who keeps the keys?', options: OPTIONS, seats: 2 }
  const params = { circle }
  const body = { ...text, kind }
  const { decision } = await ask(process, making.draftDecision, { params, body, cookie })
  const days = { talkDays: 0, openDays: 1 }
  const at = { params: { decision }, cookie }
  await ask(process, making.proposeDecision, { ...at, body: days })
  for (let tries = 0; tries < 300; tries += 1) {
    if ((await ask(process, readDecision, at)).state === 'open') return decision
    await rest(200)
  }
  throw new Error(`${kind} did not open within a minute`)
}

const voteOf = (number: number) => ({
  kind: 'order' as const,
  order: [1 + (number % 6), 1 + ((number + 1 + (number % 5)) % 6)],
})

async function timed<T>(into: number[], work: () => Promise<T>): Promise<T> {
  const from = performance.now()
  const answer = await work()
  into.push(performance.now() - from)
  return answer
}

type Evening = {
  process: HallProcess
  cookies: readonly string[]
  named: DecisionId
  secretly: DecisionId
  drawn: readonly Drawn[]
}
type Waits = { named: number[]; papers: number[]; casts: number[] }

async function voteAll(evening: Evening, seconds: number): Promise<Waits> {
  const { process, cookies, named, secretly, drawn } = evening
  const waits: Waits = { named: [], papers: [], casts: [] }
  await atRate(cookies.length / seconds, seconds, async (number) => {
    const cookie = cookies[number - 1] ?? ''
    const paper = drawn[number - 1]
    const vote = voteOf(number)
    const at = { params: { decision: named }, cookie }
    await timed(waits.named, () => ask(process, castBallot, { ...at, body: { vote } }))
    if (!paper) return
    const { signature: blind } = await timed(waits.papers, () =>
      ask(process, secret.takePaper, {
        params: { decision: secretly },
        cookie,
        body: { blinded: paper.blinded },
      }),
    )
    const token = await signedPaper(secretly, paper, blind)
    await timed(waits.casts, () =>
      ask(process, secret.castPaper, {
        params: { decision: secretly },
        body: { ...token, vote },
      }),
    )
  })
  return waits
}

/** Every ballot is in the count, and what would be published is counted again to the same end. */
async function counted(hall: Hall, id: DecisionId): Promise<{ ballots: number; holds: boolean }> {
  const decision = await decisionOf(hall.db, id)
  const made = decision && (await publicationOf(hall.db, decision))
  if (!made) return { ballots: 0, holds: false }
  const again = recountDecision(made.published)
  return { ballots: made.published.ballots.length, holds: 'fits' in again && again.fits }
}

const Whole = z.coerce.number().int().min(5).max(10_000)
function wished(args: readonly string[], name: string, usual: number): number {
  return args.includes(name) ? Whole.parse(args[args.indexOf(name) + 1]) : usual
}

/** Measures. */
export async function run(args: readonly string[] = []): Promise<Measured> {
  const voters = wished(args, '--voters', 1000)
  const seconds = wished(args, '--seconds', 60)
  await using process = await openHallProcess()
  const hall = process.backstage
  const { coop, cookies } = await setUp(hall, voters)
  const [cookie = ''] = cookies
  const named = await opened(process, { circle: coop, kind: 'election', cookie })
  const secretly = await opened(process, { circle: coop, kind: 'secretly', cookie })
  const { keys } = await ask(process, secret.readPapers, {
    params: { decision: secretly },
    cookie,
  })
  const [key] = keys
  if (!key) throw new Error('there is no key')
  // What browsers do by themselves is done before.
  const drawn: Drawn[] = []
  for (let at = 0; at < voters; at += 1) drawn.push(await drawPaper(secretly, key))
  const waits = await voteAll({ process, cookies, named, secretly, drawn }, seconds)
  const [open, hidden] = await Promise.all([counted(hall, named), counted(hall, secretly)])
  const figuresOf = (values: number[], ballots: number): Figures => ({
    ...quantiles(values),
    lost: voters - ballots,
  })
  const cast = figuresOf(waits.casts, hidden.ballots)
  const reference = figuresOf(waits.named, open.ballots)
  const papers = quantiles(waits.papers)
  const within = (p95: number) => p95 <= WISH_MS
  return {
    figures: { ...cast, paper_p50: papers.p50, paper_p95: papers.p95 },
    reference,
    judged: [
      { wish: `a named ballot within ${WISH_MS} ms (p95)`, reached: within(reference['p95'] ?? 0) },
      { wish: `a paper within ${WISH_MS} ms (p95)`, reached: within(papers.p95) },
      { wish: `a secret ballot within ${WISH_MS} ms (p95)`, reached: within(cast['p95'] ?? 0) },
      { wish: 'none lost', reached: cast['lost'] === 0 && reference['lost'] === 0 },
      { wish: 'the law of counting holds', reached: open.holds && hidden.holds },
    ],
  }
}
