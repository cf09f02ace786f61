/** A group that was on Loomio brings what it decided into the hall, once. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import type { Output } from '#kernel/operation.ts'
import { wordsIn } from '#kernel/words.ts'
import { membersOn } from '#slices/circles/index.ts'
import { openTestHall, type TestHall } from '#testing/hall.ts'
import { foundedHall, type Somebody, somebody } from '#testing/people.ts'
import { listDecisions, readDecision } from './api/reading.ts'
import { listBallots, readCount, readPublication } from './api/voting.ts'
import { whatIfDecision } from './api/what-if.ts'
import { runImport } from './routes/import-loomio.ts'
import { recountDecision } from './rules/count/publication.ts'
import { Published } from './rules/count/published.ts'
import type { Report } from './store/import/report.ts'

const FILE = fileURLToPath(new URL('./rules/import/vectors/loomio.ndjson', import.meta.url))
let hall: TestHall
let coop: `cir_${string}`
let maren: Somebody
let bao: Somebody
after(() => hall.close())

async function run(...args: string[]) {
  const lines: string[] = []
  const given = {
    args: [FILE, '--circle', coop, ...args],
    config: hall.hall.config,
    open: () => Promise.resolve(hall.hall),
    print: (text: string) => lines.push(text),
  }
  await runImport(given, wordsIn('en'))
  return lines.join('\n')
}
const bring = async (...args: string[]): Promise<Report> => JSON.parse(await run('--json', ...args))

before(async () => {
  hall = await openTestHall({ now: '2026-10-19T10:00:00.000Z' })
  ;({ coop, maren } = await foundedHall(hall))
  bao = await somebody(hall, 'Bao of the hall', { circles: [coop] })
})

const titled = async (title: string) => {
  const all = []
  const params = { circle: coop }
  let last: `dcn_${string}` | null = null
  do {
    const query: { which: 'over'; after?: `dcn_${string}` } = {
      which: 'over',
      ...(last ? { after: last } : {}),
    }
    const page: Output<typeof listDecisions> = await maren.browser.call(listDecisions, {
      params,
      query,
    })
    all.push(...page.decisions)
    last = page.next
  } while (last !== null)
  const found = all.find((one) => one.title === title)
  assert.ok(found, title)
  return { params: { decision: found.decision } }
}

test('whoever only tries sees what would be taken, and nothing is', async () => {
  const said = await run('--try')
  assert.match(said, /Only tried: nothing was kept/)
  assert.match(said, /Decisions: 13 taken, 0 were here\./)
  assert.match(said, /Poll “Still going on” \(pOpen074\): not closed there yet/)
  const { decisions } = await maren.browser.call(listDecisions, {
    params: { circle: coop },
    query: { which: 'over' },
  })
  assert.deepEqual(decisions, [])
})

test('closed polls come in with their ballots, once; what is left is said with its reason', async () => {
  const report = await bring('--from', 'https://loomio.kelp.example/g/x')
  assert.deepEqual(report.decisions, { taken: 13, already: 0 })
  assert.deepEqual(report.people, { made: 4, known: 1 })
  assert.deepEqual(report.members, { joined: 6, already: 1, left: 2 })
  assert.equal(report.circles, 1)
  const why = Object.fromEntries(
    report.left.filter(({ what }) => what === 'poll').map(({ key, why: reason }) => [key, reason]),
  )
  assert.deepEqual(why, {
    pHare070: 'hare-quota',
    pRnd0073: 'nothing-to-count',
    pOpen074: 'poll-open',
    pGone075: 'poll-thrown-away',
    pOldA078: 'roll-unsaid',
    pDrct079: 'no-group',
  })
  assert.deepEqual(
    report.differs.map(({ key, there, here }) => [key, there, here]),
    [['pCnt0076', 3, 2]],
  )
  assert.deepEqual(
    report.read.broken.map(({ why: reason, table }) => [reason, table]),
    [
      ['no-json', null],
      ['unfit', 'stances'],
    ],
  )
  assert.deepEqual(Object.keys(report.read.others).toSorted(), [
    'attachments',
    'notification_deliveries',
    'reactions',
    'tags',
    'topic_items',
  ])
  const again = await bring()
  assert.deepEqual(again.decisions, { taken: 0, already: 13 })
  assert.deepEqual([again.people.made, again.members.joined, again.circles], [0, 0, 0])
  const inside = await membersOn(hall.hall.db, coop)
  assert.equal(inside.length, 6, 'Maren, Bao, and four of the file; who was taken out is not in')
})

test('a proposal: who said what, its outcome as it was written, and that a rule was assumed', async () => {
  const at = await titled('Rent the loft')
  const loft = await maren.browser.call(readDecision, at)
  assert.deepEqual(
    [loft.state, loft.outcome?.result, loft.outcome?.words, loft.turnout],
    ['counted', 'passed', 'We rent it from April.', { eligible: 5, voted: 4 }],
  )
  assert.deepEqual(loft.imported, {
    origin: 'loomio',
    link: 'https://loomio.kelp.example/p/pLoft061',
    assumed: true,
    anonymous: false,
  })
  const { ballots } = await maren.browser.call(listBallots, at)
  assert.deepEqual(ballots.map(({ name, said }) => [name, said]).toSorted(), [
    ['Adaeze Nwosu', 'It is dry.'],
    ['Bao of the hall', ''],
    ['Cruz Iturralde', ''],
    ['Dilnoza Karimova', ''],
  ])
})

const ends: [string, string, string[]][] = [
  ['Change the bylaws', 'passed', []],
  ['Sell the boat', 'failed', []],
  ['Colours of the stall', 'elected', ['Straw']],
  ['Three tenders', 'elected', ['North']],
  ['What to mend first', 'elected', ['Van']],
  ['A name for the van', 'elected', ['Whelk']],
  ['Two for the board', 'elected', ['Adaeze', 'Cruz']],
  ['When we meet', 'elected', ['2025-04-03T18:00:00Z']],
  ['Who brings soup?', 'elected', ['accept']],
  ['Who chairs, in secret', 'elected', ['Adaeze']],
  ['An older secret', 'passed', []],
]
test('each is counted again by its own method, and the publication holds', async () => {
  for (const [title, result, elected] of ends) {
    const at = await titled(title)
    const [decision, count] = await Promise.all([
      maren.browser.call(readDecision, at),
      maren.browser.call(readCount, at),
    ])
    const names = count.elected.map((one) => decision.text.options[one - 1]?.name)
    assert.deepEqual([count.result, names], [result, elected], title)
    const saved = await maren.browser.fetch(`/api/decisions/${at.params.decision}/publication`)
    const again = recountDecision(Published.parse(await saved.json()))
    assert.ok('fits' in again && again.fits, `${title}: ${JSON.stringify(again)}`)
  }
})

test('ballots without names stay without names', async () => {
  const at = await titled('Who chairs, in secret')
  const secret = await bao.browser.call(readDecision, at)
  assert.deepEqual(secret.turnout, { eligible: 4, voted: 3 })
  assert.deepEqual((await bao.browser.call(listBallots, at)).ballots, [])
  const { ballots } = await bao.browser.call(readPublication, at)
  assert.deepEqual(ballots, ['member 1:1', 'member 1:1', 'member 2:1'])
})

test('what was ranked there can be counted another way here', async () => {
  const at = await titled('A name for the van')
  const runoff = await maren.browser.call(whatIfDecision, { ...at, query: { method: 'irv' } })
  assert.deepEqual([runoff.decision.after?.result, runoff.decision.flips], ['elected', false])
})

test('nothing broke behind our backs', () => {
  assert.deepEqual(hall.errors, [])
})
