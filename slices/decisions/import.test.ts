/** A group that was on Loomio brings what it decided into the hall, once. */
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { addressOf, type Output } from '#kernel/operation.ts'
import { wordsIn } from '#kernel/words.ts'
import { makeCircle } from '#slices/circles/api.ts'
import { membersOn } from '#slices/circles/index.ts'
import { listThreads } from '#slices/threads/api/beginning.ts'
import { readLine } from '#slices/threads/api/reading.ts'
import { openTestHall, type TestHall } from '#testing/hall.ts'
import { foundedHall, type Somebody, somebody } from '#testing/people.ts'
import { bringLoomio } from './api/importing.ts'
import { listDecisions, readDecision } from './api/reading.ts'
import { listBallots, readCount, readPublication } from './api/voting.ts'
import { whatIfDecision } from './api/what-if.ts'
import { runImport } from './routes/import-loomio.ts'
import { recountDecision } from './rules/count/publication.ts'
import { Published } from './rules/count/published.ts'
import { importLoomio } from './store/import/loomio.ts'
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
    'tags',
  ])
  assert.deepEqual(report.threads, { taken: 2, already: 0 })
  assert.deepEqual(report.comments, { taken: 6, already: 0, left: 1 })
  assert.deepEqual(report.reactions, { taken: 1, left: 0 })
  const said = report.left.filter(({ what }) => what === 'discussion' || what === 'comment')
  assert.deepEqual(
    said.map(({ what, key, why: reason }) => [what, key, reason]),
    [
      ['discussion', 'dSc00023', 'thrown-away'],
      ['comment', '34', 'answers-itself'],
      ['comment', '36', 'thrown-away'],
    ],
  )
  const again = await bring()
  assert.deepEqual([again.threads.taken, again.threads.already], [0, 2])
  assert.deepEqual([again.comments.taken, again.comments.already], [0, 6])
  assert.deepEqual(again.reactions, { taken: 0, left: 0 })
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

test('discussions are threads with their own times; who answers whom, and what was thought of it', async () => {
  const { threads } = await maren.browser.call(listThreads, { params: { circle: coop } })
  assert.deepEqual(
    threads.map(({ title, comments, unread, by }) => [title, comments, unread, by.name]),
    [['Where the lanterns go in winter', 6, 0, 'Bao of the hall']],
  )
  const [{ thread = null } = {}] = threads
  assert.ok(thread)
  const params = { thread }
  const page = await maren.browser.call(readLine, { params, query: { from: 1 } })
  assert.deepEqual(
    page.comments.map(({ who, text, answers }) => [who.name, text, answers?.words ?? null]),
    [
      ['Bao of the hall', 'The shed is damp.\nShall we rent the loft?', null],
      ['Cruz Iturralde', 'The loft is dry, I looked.', null],
      ['Adaeze Nwosu', 'How much a month?', 'The loft is dry, I looked.'],
      ['Cruz Iturralde', 'Forty.', 'How much a month?'],
      ['Bao of the hall', 'You first.', null],
      ['Dilnoza Karimova', 'No, you.', 'You first.'],
    ],
  )
  const [, dry] = page.comments
  assert.equal(dry?.changedAt, '2025-03-05T09:00:00.000Z')
  assert.deepEqual(
    dry?.reactions.map(({ emoji, names }) => [emoji, names]),
    [['❤️', ['Bao of the hall']]],
  )
  const found = await maren.browser.call(listThreads, {
    params: { circle: coop },
    query: { words: 'damp' },
  })
  assert.deepEqual(found.threads.length, 1)
})

test('a steward looks at a file on the page first, and it is kept only for good', async () => {
  const mine = await maren.browser.call(makeCircle, {
    params: { circle: coop },
    body: { name: 'Shed keepers', purpose: 'Dry things', kind: 'working' },
  })
  const body = await readFile(FILE, 'utf8')
  const send = async (by: Somebody, real: 'true' | 'false') => {
    const address = addressOf(bringLoomio, { circle: mine.id }, { run: real })
    const headers = { 'content-type': 'application/x-ndjson', origin: hall.origin }
    const answer = await by.browser.fetch(address, { method: 'POST', headers, body })
    return { status: answer.status, json: await answer.json() }
  }
  const brought = async (real: 'true' | 'false') =>
    bringLoomio.output.parse((await send(maren, real)).json)
  const tried = await brought('false')
  assert.deepEqual([tried.tried, tried.comments.taken, tried.decisions.taken], [true, 6, 13])
  assert.ok(tried.report.includes('Threads: 2 taken, 0 were here.'))
  const kept = await brought('true')
  assert.deepEqual([kept.tried, kept.threads.taken], [false, 2])
  const again = await brought('true')
  assert.deepEqual([again.threads, again.comments.already], [{ taken: 0, already: 2 }, 6])
  const outside = await send(bao, 'true')
  assert.equal(outside.status, 403)
})

test('of an older file, without kinds of parents and with what is not there, the rest is taken', async () => {
  const line = (table: string, record: object) => JSON.stringify({ table, record })
  const comment = (id: number, record: object) =>
    line('comments', { id, user_id: 101, created_at: '2020-01-02T10:00:00Z', ...record })
  const lines = [
    comment(903, { parent_id: 999, discussion_id: 900, body: 'Answers what is gone.' }),
    comment(902, { parent_id: 901, discussion_id: 900, body: 'Answers.' }),
    comment(901, { parent_id: null, discussion_id: 900, body: 'First, 🌊 and <b>not</b> HTML.' }),
    comment(904, { parent_type: 'Discussion', parent_id: 77, body: 'Of a discussion not there.' }),
    line('discussions', {
      id: 900,
      group_id: 12,
      author_id: 101,
      title: 'Old talk',
      created_at: '2020-01-01T10:00:00Z',
    }),
    line('groups', { id: 12, name: 'Old' }),
    line('users', { id: 101, key: 'uAda0101', name: 'Adaeze Nwosu' }),
    line('reactions', {
      reactable_type: 'Comment',
      reactable_id: 901,
      user_id: 101,
      reaction: '+1',
    }),
    line('reactions', { reactable_type: 'Poll', reactable_id: 1, user_id: 101, reaction: '+1' }),
  ]
  const report = await hall.hall.transact((tx) =>
    importLoomio(tx, {
      circle: coop,
      lines,
      from: null,
      members: false,
      now: hall.hall.clock.now(),
    }),
  )
  assert.deepEqual(report.comments, { taken: 3, already: 0, left: 1 })
  assert.deepEqual(report.reactions, { taken: 1, left: 1 })
  const { threads } = await maren.browser.call(listThreads, { params: { circle: coop } })
  const old = threads.find(({ title }) => title === 'Old talk')
  assert.ok(old)
  const { comments } = await maren.browser.call(readLine, {
    params: { thread: old.thread },
    query: { from: 1 },
  })
  assert.deepEqual(comments.map(({ text, answers }) => [text, answers !== null]).toSorted(), [
    ['Answers what is gone.', false],
    ['Answers.', true],
    ['First, 🌊 and <b>not</b> HTML.', false],
  ])
})

test('nothing broke behind our backs', () => {
  assert.deepEqual(hall.errors, [])
})
