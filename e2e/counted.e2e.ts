/** What became of the votes, on screen: an election whose surplus and lowest pass votes on, and a poll by approval. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { castBallot } from '#slices/decisions/api/voting.ts'
import { keepDecisions } from '#slices/decisions/timers/keeping.ts'
import type { Method } from '#slices/decisions/rules/kinds/kind.ts'
import { daysPass, decidingCommons, proposed } from '#testing/decisions.ts'
import { openBrowser, signIn } from './browser.ts'
import { isFit } from './fit.ts'
import { openHallForBrowsers } from './hall.ts'

const NAMES = [
  'Aroha Ngata',
  'Kwame Boateng of the Quayside Kitchen',
  'لينا الخطيب',
  'Zoë de Vries',
]
const options = NAMES.map((name) => ({ name, note: '', person: null }))
const APPROVAL: Method = { kind: 'approval', count: 'approval', most: null, ties: 'lot' }

test('the page of an election shows where each vote went, and the same as a table', async () => {
  await using stack = new AsyncDisposableStack()
  const browser = stack.use(await openBrowser())
  const hall = stack.use(await openHallForBrowsers())
  const { coop, maren, producers, custodians } = await decidingCommons(hall, (kind) => ({
    ...kind,
    talkDays: 0,
    leastDays: 1,
    quorum: null,
    ...(kind.key === 'ordinary' ? { method: APPROVAL } : {}),
  }))
  const days = { talkDays: 0, openDays: 1 }
  const text = { question: 'Who keeps the keys until spring?', options }
  const election = await proposed(
    maren,
    coop,
    { kind: 'election', title: 'Two keepers', ...text, seats: 2 },
    days,
  )
  const poll = await proposed(maren, coop, { kind: 'ordinary', title: 'A host', ...text }, days)
  await keepDecisions(hall.hall, hall.clock.now())
  const orders = [[1, 2], [1, 2, 4], [1, 2], [1, 3], [3], [4, 2]]
  for (const [at, who] of [...custodians, ...producers].entries()) {
    const order = orders[at] ?? []
    const vote = { kind: 'order' as const, order }
    await who.browser.call(castBallot, { params: { decision: election }, body: { vote } })
    const marks = order.map((option) => ({ option, mark: 1 }))
    await who.browser.call(castBallot, {
      params: { decision: poll },
      body: { vote: { kind: 'marks', marks } },
    })
  }
  await daysPass(hall, 1)
  const visitor = await browser.visitor()
  await signIn(visitor, maren, hall.origin)
  const { page, errors } = visitor
  await page.goto(`${hall.origin}/decisions/${election}`)
  const flows = page.getByRole('img', { name: /How votes went from stage to stage/ })
  await flows.getByText('Aroha Ngata 4').waitFor()
  await flows
    .getByText(/no longer counts/)
    .last()
    .waitFor()
  await page.getByText(/more papers? naming only .* would have been elected/).waitFor()
  await flows.scrollIntoViewIfNeeded()
  await isFit(page, 'counted-flows')
  await page.getByText('The same as a table').press('Enter')
  const row = page.getByRole('row', { name: /Aroha Ngata/ })
  await row.getByText('Chosen').waitFor()
  assert.deepEqual((await row.getByRole('cell').allTextContents()).slice(0, 2), ['4', '3'])
  await row.scrollIntoViewIfNeeded()
  await isFit(page, 'counted-table')
  await page.goto(`${hall.origin}/decisions/${poll}`)
  const bar = page.getByRole('listitem').filter({ hasText: 'Aroha Ngata' }).getByText('4')
  await bar.waitFor()
  await bar.scrollIntoViewIfNeeded()
  await isFit(page, 'counted-bars')
  assert.deepEqual(errors, [])
})
