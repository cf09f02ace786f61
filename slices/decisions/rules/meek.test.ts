import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { type Drawn, drawnElections, electionFrom, electionOf } from '#testing/elections.ts'
import { isRefusal } from '#kernel/change.ts'
import { readBlt } from './blt.ts'
import type { Count } from './counting.ts'
import type { MeekStep } from './meek-steps.ts'
import { countMeek } from './meek.ts'
import { partOf } from './nine.ts'
import { type Election, papersFrom } from './papers.ts'
import { paperOrder } from './ties.ts'

function count(election: Election, lot = election.tie ?? paperOrder(election.candidates.length)) {
  const counted = countMeek(election, lot)
  assert.ok(!isRefusal(counted), JSON.stringify(counted))
  return counted
}

/** The tables of a count as the transcripts of the reference write them, line by line. */
function* logLines({ steps }: Count<MeekStep>, { candidates }: Election): Generator<string> {
  const status: string[] = candidates.map(({ withdrawn }) => (withdrawn ? 'Withdrawn' : 'Hopeful'))
  const name = (one: number) => candidates[one]?.name ?? ''
  let round = 0
  const nextRound = (step: MeekStep) => {
    if (step.round === round) return []
    round = step.round
    return [`Round ${round}:`]
  }
  for (const step of steps) {
    yield* nextRound(step)
    if (step.what === 'elected' || step.what === 'elected-last') status[step.candidate] = 'Elected'
    if (step.what === 'out' || step.what === 'out-last') status[step.candidate] = 'Defeated'
    if (step.what === 'shared' && step.why === 'stable')
      yield `\tStable state detected (${step.surplus})`
    yield `Action: ${action(step, steps, name)}`
    if (step.what !== 'shared' && step.what !== 'tie') yield* table(step, status, name)
    const units = (text: string) => BigInt(text.replace('.', ''))
    const text = (sum: bigint) => `${sum}`.padStart(10, '0').replace(/(.{9})$/, '.$1')
    const held = step.votes.reduce((sum, each) => sum + units(each), 0n)
    // The first table of the reference says nothing of what is cut off.
    const lost = step.what === 'begin' ? 0n : units(step.nonTransferable)
    yield `\tQuota: ${step.quota}`
    yield `\tVotes: ${text(held)}`
    yield `\tResidual: ${text(lost)}`
    yield `\tTotal: ${text(held + lost)}`
    yield `\tSurplus: ${step.surplus}`
  }
}

function action(step: MeekStep, steps: MeekStep[], name: (one: number) => string): string {
  if (step.what === 'begin') return 'Begin Count'
  if (step.what === 'complete') return 'Count Complete'
  if (step.what === 'shared')
    return `Iterate (${{ elected: 'elected', small: 'omega', stable: 'stable' }[step.why]})`
  if (step.what === 'tie')
    return `Break tie (defeat): [${step.among.map(name).join(', ')}] -> ${name(step.candidate)}`
  if (step.what === 'elected') return `Elect: ${name(step.candidate)}`
  if (step.what === 'elected-last') return `Elect remaining: ${name(step.candidate)}`
  if (step.what === 'out-last') return `Defeat remaining: ${name(step.candidate)}`
  if (step.what !== 'out') return ''
  const shared = steps.findLast((one) => one.what === 'shared' && one.round === step.round)
  const stable = shared?.what === 'shared' && shared.why === 'stable'
  const why = stable ? `stable surplus ${step.surplus}` : `surplus ${step.surplus} < omega`
  return `Defeat (${why}): ${name(step.candidate)}`
}

function* table(step: MeekStep, status: string[], name: (one: number) => string) {
  const zero = (one: number) => /^0\.0*$/.test(step.votes[one] ?? '')
  const all = status.map((_, one) => one)
  const gone = all.filter((one) => status[one] === 'Defeated' && zero(one))
  const shown = ['Elected', 'Hopeful', 'Defeated'].flatMap((each) =>
    all.filter((one) => status[one] === each && !gone.includes(one)),
  )
  for (const one of shown)
    yield `\t${`${status[one]}:`.padEnd(9)} ${name(one)} (${step.votes[one]})`
  if (gone.length > 0) yield `\tDefeated: ${gone.map(name).join(', ')} (0.000000000)`
}

const here = new URL('../../../../shared/data/meek/', import.meta.url)

suite('the transcripts of the reference, to the last of nine decimals', () => {
  if (!existsSync(here))
    return void test('all of them', { skip: 'the folder ../shared is not here' }, () => {})
  for (const file of readdirSync(here).filter((name) => name.endsWith('.blt')))
    test(file, () => {
      const election = readBlt(readFileSync(new URL(file, here)))
      assert.ok(!isRefusal(election))
      const log = readFileSync(new URL(file.replace('.blt', '.fixed9.log'), here), 'utf8')
      const lines = log.slice(log.indexOf('Action: Begin')).trimEnd().split('\n')
      assert.deepEqual([...logLines(count(election), election)], lines)
    })
})

test('a count of our own, table by table', () => {
  const read = (name: string) => readFileSync(new URL(`./vectors/${name}`, import.meta.url), 'utf8')
  const election = readBlt(read('commons.blt'))
  assert.ok(!isRefusal(election))
  assert.equal(
    [...logLines(count(election), election)].join('\n'),
    read('commons.meek.txt').trimEnd(),
  )
})

suite('three circles share two seats', () => {
  const election = electionOf({
    seats: 2,
    names: 'Quillmarsh Bakehouse Lantern',
    papers: '6 Quillmarsh>Bakehouse, 2 Bakehouse, 3 Lantern',
  })
  const { steps, elected } = count(election)

  test('whoever holds more than the quota keeps a smaller part, until all hold it', () => {
    assert.deepEqual(elected, [0, 1])
    const last = steps.findLast(({ what }) => what === 'shared')
    assert.equal(steps[0]?.quota, '3.666666667')
    assert.ok(last?.keep[0]?.startsWith('0.6'), last?.keep[0])
  })

  test('who is level at the end needs a lot', () => {
    const level = electionOf({ names: 'a b c', papers: '3 a, 2 b, 2 c' })
    assert.deepEqual(countMeek(level, null), {
      refused: 'tie-undecided',
      details: { among: [1, 2] },
    })
  })
})

test('more papers than a number holds in billionths are added up exactly', () => {
  const election = electionOf({
    seats: 2,
    names: 'a b c',
    papers: '30000000001 a>b, 8000000 b=c, 17999999999 c>b, 1 b',
  })
  const [begin] = count(election).steps
  assert.deepEqual(begin?.votes, [
    '30000000001.000000000',
    '4000001.000000000',
    '18003999999.000000000',
  ])
})

test('a part of a part is cut off exactly where big integers cut it off', () => {
  const part = fc.oneof(
    fc.integer({ min: 0, max: 1_000_000_000 }),
    fc.integer({ min: 999_999_000, max: 1_000_000_000 }),
  )
  fc.assert(
    fc.property(part, part, (a, b) => {
      assert.equal(BigInt(partOf(a, b)), (BigInt(a) * BigInt(b)) / 1_000_000_000n)
    }),
    { numRuns: 20_000 },
  )
})

suite('whatever was cast', () => {
  const drawn = drawnElections({ alike: true })
  const units = (text: string) => BigInt(text.replace('.', ''))
  const elects = (one: Drawn) => count(electionFrom(one), one.lot)

  test('at each step what is held and what no longer counts are all the papers', () => {
    fc.assert(
      fc.property(drawn, (one) => {
        const { steps, papers } = elects(one)
        for (const { votes, nonTransferable } of steps) {
          const held = votes.reduce((sum, each) => sum + units(each), 0n)
          assert.equal(held + units(nonTransferable), BigInt(papers) * 1_000_000_000n)
          assert.ok(units(nonTransferable) >= 0n)
        }
      }),
    )
  })

  test('the order of the papers never matters', () => {
    fc.assert(
      fc.property(drawn, (one) => {
        const election = electionFrom(one)
        const turned = { ...election, papers: papersFrom(one.rankings.toReversed()) }
        assert.deepEqual(count(turned, one.lot), count(election, one.lot))
      }),
    )
  })

  test('exactly the seats are filled, and whom everybody wants first is among them', () => {
    fc.assert(
      fc.property(drawn, (one) => {
        const rankings = one.rankings.map(({ ranks, count: times }) => ({
          count: times,
          ranks: [[0], ...ranks.map((rank) => rank.filter((each) => each !== 0))].filter(
            (rank) => rank.length > 0,
          ),
        }))
        const { elected } = elects({ ...one, rankings })
        assert.ok(elected.includes(0))
        assert.equal(elected.length, Math.min(one.seats, one.candidates))
      }),
    )
  })
})
