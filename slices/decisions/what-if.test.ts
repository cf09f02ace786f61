/** What if: members count what was decided again, under other rules; nobody else does. */
import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { beginDraft, changeDraft } from '#slices/constitutions/api.ts'
import { daysPass, decidingCommons, type Commons, proposed } from '#testing/decisions.ts'
import { openTestHall, type TestHall } from '#testing/hall.ts'
import { dataFolder } from '#testing/terminal.ts'
import { signInAgain, type Somebody, somebody } from '#testing/people.ts'
import type { Query } from '#kernel/operation.ts'
import { castBallot } from './api/voting.ts'
import type { DecisionId } from './store/tables.ts'
import * as api from './api/what-if.ts'
import type { Answer, Vote } from './rules/count/votes.ts'
import { tellWhatIf } from './routes/whatif.ts'

let hall: TestHall
let commons: Commons
let stranger: Somebody
const made: DecisionId[] = []
after(() => hall.close())

type Under = Query<typeof api.whatIfDecision>
const ask = (who: Somebody, query: Under) =>
  who.browser.call(api.whatIfCircle, { params: { circle: commons.coop }, query })
const one = (who: Somebody, decision: DecisionId | undefined, query: Under) => {
  assert.ok(decision)
  return who.browser.call(api.whatIfDecision, { params: { decision }, query })
}

const options = ['Chiara', 'Ngozi', 'Yuki'].map((name) => ({ name, note: '', person: null }))

before(async () => {
  hall = await openTestHall()
  commons = await decidingCommons(hall, (kind) => ({
    ...kind,
    talkDays: 0,
    leastDays: 1,
    supporters: 0,
    ...(kind.key === 'election' ? { quorum: null } : {}),
  }))
  stranger = await somebody(hall, 'Nobody Known')
  const { coop, maren, custodians, producers } = commons
  const days = { talkDays: 0, openDays: 1 }
  made.push(await proposed(maren, coop, { kind: 'extraordinary', title: 'A roof' }, days))
  made.push(await proposed(maren, coop, { kind: 'election', title: 'A keeper', options }, days))
  await daysPass(hall, 0)
  await signInAgain(hall, ...custodians, ...producers)
  const [roof, keeper] = made
  assert.ok(roof && keeper)
  const cast = (who: Somebody, decision: DecisionId, vote: Vote) =>
    who.browser.call(castBallot, { params: { decision }, body: { vote } })
  const says = (answer: Answer): Vote => ({ kind: 'answer', answer })
  const [, chiara = maren, joost = maren] = custodians
  const [oisin = maren, ngozi = maren, devika = maren] = producers
  for (const who of [maren, oisin, ngozi, devika]) await cast(who, roof, says('favour'))
  for (const who of [chiara, joost]) await cast(who, roof, says('against'))
  const order = (...those: number[]): Vote => ({ kind: 'order', order: those })
  for (const who of [maren, chiara]) await cast(who, keeper, order(1, 3))
  for (const who of [oisin, ngozi]) await cast(who, keeper, order(2, 3))
  await cast(joost, keeper, order(3, 2))
  await daysPass(hall, 1)
  await signInAgain(hall, maren, oisin, stranger)
})

test('a member sees what would have come out under another model, and why', async () => {
  const { producers, maren } = commons
  const [oisin = maren] = producers
  const told = await ask(oisin, { model: 'movement' })
  assert.deepEqual([told.under, told.decided, told.next], ['Movement', 2, null])
  const keeper = told.decisions.find(({ title }) => title === 'A keeper')
  const roof = told.decisions.find(({ title }) => title === 'A roof')
  assert.ok(keeper && roof)
  // Two thirds and a majority in each class were asked; consensus with nobody blocking is not.
  assert.deepEqual(
    [roof.title, roof.before.result, roof.after?.result, roof.flips],
    ['A roof', 'failed', 'passed', true],
  )
  // A ranking names those who are approved of: Yuki is named by everybody.
  assert.deepEqual([keeper.after?.elected, keeper.flips], [['Yuki'], true])
})

test('the same ballots by another method, and under another quorum', async () => {
  const { maren } = commons
  const [roof, keeper] = made
  const borda = await one(maren, keeper, { method: 'borda' })
  assert.deepEqual(
    [borda.decision.before.elected, borda.decision.after?.elected],
    [['Ngozi'], ['Yuki']],
  )
  assert.match(borda.decision.why[0] ?? '', /Elected instead: Yuki\. No longer elected: Ngozi\./)
  const marks = await one(maren, keeper, { method: 'star' })
  assert.match(marks.decision.why[0] ?? '', /counts marks, and these ballots rank/)
  const all = await one(maren, roof, { quorum: '9/10', threshold: '1/2', strict: 'true' })
  assert.deepEqual([all.decision.after?.result, all.decision.flips], ['no-quorum', false])
  const said = await maren.browser.refused(api.whatIfDecision, {
    params: { decision: roof ?? 'dcn_' },
    query: {},
  })
  assert.equal(said.name, 'what-if-unsaid')
})

test('a version in the making is for stewards; who is no member is told nothing', async () => {
  const { coop, maren, producers } = commons
  const [oisin = maren] = producers
  const params = { circle: coop }
  const { id: version } = await maren.browser.call(beginDraft, {
    params,
    body: { from: 'consumer' },
  })
  const rules = (who: Somebody) => who.browser.call(api.otherRules, { params })
  assert.equal((await rules(maren)).versions[0]?.version, version)
  assert.ok((await rules(oisin)).versions.every(({ state }) => state === 'adopted'))
  const consumer = await ask(maren, { version })
  assert.match(consumer.under, /The version in the making of/)
  const query = { version }
  assert.equal(
    (await oisin.browser.refused(api.whatIfCircle, { params, query })).name,
    'rules-not-there',
  )
  const half = { part: { kinds: [{ key: 'ordinary' }] }, revision: 0 }
  await maren.browser.call(changeDraft, { params: { ...params, section: 'decisions' }, body: half })
  assert.equal(
    (await maren.browser.refused(api.whatIfCircle, { params, query })).name,
    'rules-not-whole',
  )
  for (const op of [api.whatIfCircle, api.otherRules])
    assert.equal((await stranger.browser.refused(op, { params })).status, 403)
  const [decision] = made
  assert.ok(decision)
  const hidden = await stranger.browser.refused(api.whatIfDecision, { params: { decision } })
  assert.equal(hidden.status, 404)
})

test('whoever hosts the hall asks the same in the terminal, for a constitution in a file', async () => {
  await using folder = await dataFolder()
  const write = async (name: string, text: string) => {
    await writeFile(join(folder.path, name), text)
    return join(folder.path, name)
  }
  const laid = await write('laid.json', '{"questions":{"*":{"inEach":null}}}')
  const whole = await commons.maren.browser.fetch(await fileOf())
  const yaml = await write(
    'rules.yaml',
    (await whole.text()).replace('strict: false', 'strict: true'),
  )
  const run = async (...args: string[]) => {
    const lines: string[] = []
    const open = () => Promise.resolve(hall.hall)
    const print = (text: string) => lines.push(text)
    await tellWhatIf({ args: ['--circle', commons.coop, ...args], print, open }, 'en')
    return lines
  }
  const lines = (await run('--constitution', laid, '--json')).map((line) => JSON.parse(line))
  assert.deepEqual(
    lines
      .map(({ title, flips, after: end }) => [title, flips, end?.outcome])
      .toSorted(([a], [b]) => a.localeCompare(b)),
    [
      ['A keeper', false, 'elected'],
      ['A roof', true, 'passed'],
    ],
  )
  const same = await run('--constitution', yaml)
  assert.match(same.join('\n'), /0 of 2 decisions would have come out otherwise/)
  await assert.rejects(run('--constitution', join(folder.path, 'none.yaml')), /can't be read/)
})

async function fileOf() {
  const { coop, maren } = commons
  const { versions } = await maren.browser.call(api.otherRules, { params: { circle: coop } })
  const adopted = versions.find(({ state }) => state === 'adopted')
  return `/api/circles/${coop}/constitution/versions/${adopted?.version}/file`
}

test('nothing broke behind our backs', () => {
  assert.deepEqual(hall.errors, [])
})
