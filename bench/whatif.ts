/**
 * 1,000 past decisions of a circle under another constitution: 950 questions of three classes, and 50
 * elections of 100 papers each by another method. Beside it the questions alone, by plain numbers.
 */
import { isRefusal } from '#kernel/change.ts'
import { fraction } from '#slices/decisions/rules/exact.ts'
import { countBy } from '#slices/decisions/rules/methods.ts'
import { papersFrom } from '#slices/decisions/rules/papers.ts'
import { publish } from '#slices/decisions/rules/publication.ts'
import { publishQuestion } from '#slices/decisions/rules/question-publication.ts'
import { paperOrder } from '#slices/decisions/rules/ties.ts'
import type { QuestionRules } from '#slices/decisions/rules/verdict.ts'
import { AnyPublication, OtherRules, whatIf } from '#slices/decisions/rules/what-if.ts'
import { drawnRanking, seeded } from './load/wards.ts'

const SIZE = { questions: 950, elections: 50, papers: 100, candidates: 7 }

const before: QuestionRules = {
  base: 'cast',
  weights: { reading: 'flat' },
  threshold: { reach: fraction(1n, 2n), strict: true },
  inEach: null,
  quorum: null,
  block: 'stops',
  leastFavour: null,
  mostAgainst: null,
}

const after = OtherRules.parse({
  elections: { method: 'schulze' },
  questions: {
    '*': {
      quorum: { of: 'voters', reach: '1/2' },
      weights: {
        reading: 'share-by-votes',
        shares: { workers: '1/2', users: '3/10', friends: '1/5' },
        empty: 'lapses',
      },
    },
  },
})

type Next = ReturnType<typeof seeded>

function question(next: Next, nr: number) {
  const colleges = ['workers', 'users', 'friends'].map((college) => {
    const some = (most: number) => Math.floor(next() * most)
    const [favour, against, away] = [some(40), some(30), some(60)]
    const present = favour + against
    return { college, eligible: present + away, present, favour, against, abstain: 0, block: 0 }
  })
  return publishQuestion({ title: `Question ${nr}`, kind: 'ordinary' }, colleges, before)
}

function election(next: Next, nr: number) {
  const candidates = Array.from({ length: SIZE.candidates }, (_, one) => ({
    name: `${one + 1}`,
    withdrawn: false,
  }))
  const papers = papersFrom(
    Array.from({ length: SIZE.papers }, () => ({
      count: 1,
      ranks: drawnRanking(next, SIZE.candidates, SIZE.candidates).map((one) => [one - 1]),
    })),
  )
  const cast = { title: `Election ${nr}`, seats: 1, candidates, papers, tie: null }
  const lot = paperOrder(SIZE.candidates)
  const counted = countBy('irv', cast, lot)
  if (isRefusal(counted)) throw new Error(JSON.stringify(counted))
  return publish(cast, lot, counted)
}

const half = (one: AnyPublication) => {
  if (one.moothall !== 'question/1') return 0
  const sum = (of: 'favour' | 'against' | 'eligible') =>
    one.colleges.reduce((so, college) => so + college[of], 0)
  return Number((sum('favour') + sum('against')) * 2 >= sum('eligible'))
}

/** Measures, publications read from text included; `untold` is how many could not be told. */
export async function run() {
  const next = seeded(11)
  const texts = [
    ...Array.from({ length: SIZE.questions }, (_, nr) => question(next, nr)),
    ...Array.from({ length: SIZE.elections }, (_, nr) => election(next, nr)),
  ].map((one) => JSON.stringify(one))
  const from = performance.now()
  const told = texts.map((text) => whatIf(AnyPublication.parse(JSON.parse(text)), after))
  const ms = Math.round(performance.now() - from)
  const plainly = performance.now()
  const valid = texts.reduce((sum, text) => sum + half(AnyPublication.parse(JSON.parse(text))), 0)
  const reference = { ms: Math.round(performance.now() - plainly) }
  const untold = told.filter((one) => 'untold' in one).length
  const flips = told.filter((one) => 'flips' in one && one.flips).length
  return {
    figures: { ms, flips, untold, valid },
    reference,
    judged: [{ wish: '1,000 decisions within a second', reached: ms <= 1000 && untold === 0 }],
  }
}
