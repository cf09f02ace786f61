/** What if, on screen: what was decided, counted again under other rules, what flips first. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { castBallot } from '#slices/decisions/api/voting.ts'
import type { Vote } from '#slices/decisions/rules/count/votes.ts'
import { daysPass, decidingCommons, type Commons, proposed } from '#testing/decisions.ts'
import type { TestHall } from '#testing/hall.ts'
import { signInAgain } from '#testing/people.ts'
import { openBrowser, signIn, type StoryBrowser } from './browser.ts'
import { isFit } from './fit.ts'
import { openHallForBrowsers } from './hall.ts'

const stack = new AsyncDisposableStack()
let hall: TestHall
let browser: StoryBrowser
let commons: Commons
before(async () => {
  browser = stack.use(await openBrowser())
  hall = stack.use(await openHallForBrowsers())
  commons = await decidingCommons(hall, (kind) => ({
    ...kind,
    talkDays: 0,
    leastDays: 1,
    supporters: 0,
    ...(kind.key === 'election' ? { quorum: null } : {}),
  }))
})
after(() => stack.disposeAsync())

const options = ['Chiara Bellandi', 'Ngozi Okafor', 'لينا الخطيب'].map((name) => ({
  name,
  note: '',
  person: null,
}))

test('a member chooses other rules by keyboard and sees what flips, and why', async () => {
  const { coop, maren, custodians, producers } = commons
  const days = { talkDays: 0, openDays: 1 }
  const roof = await proposed(maren, coop, { kind: 'extraordinary', title: 'A roof' }, days)
  const text = { kind: 'election', title: 'A keeper of the keys', seats: 1, options }
  const keeper = await proposed(maren, coop, text, days)
  await daysPass(hall, 0)
  await signInAgain(hall, ...custodians, ...producers)
  for (const [at, who] of [...custodians, ...producers].entries()) {
    const answer = at === 1 || at === 2 ? ('against' as const) : ('favour' as const)
    const order =
      [
        [1, 3],
        [1, 3],
        [3, 2],
        [2, 3],
        [2, 3],
        [2, 3],
      ][at] ?? []
    const cast = (decision: typeof roof, vote: Vote) =>
      who.browser.call(castBallot, { params: { decision }, body: { vote } })
    await cast(roof, { kind: 'answer', answer })
    await cast(keeper, { kind: 'order', order })
  }
  await daysPass(hall, 1)
  await signInAgain(hall, maren)
  const visitor = await browser.visitor()
  await signIn(visitor, maren, hall.origin)
  const { page, errors } = visitor
  await page.goto(`${hall.origin}/circles/${coop}/decisions`)
  await page.getByRole('link', { name: /What if/ }).press('Enter')
  const under = page.getByLabel('Under', { exact: true })
  await under.selectOption({ label: 'Model: Movement' })
  await page.getByRole('heading', { name: '2 of 2 would have come out otherwise' }).waitFor()
  const first = page.getByRole('row').nth(2)
  await first.getByText('Flips').waitFor()
  await isFit(page, 'what-if')
  await first.getByRole('link', { name: 'A roof' }).click()
  await page.getByRole('link', { name: 'Count the same ballots another way' }).click()
  await under.selectOption({ label: 'Their own rules, changed' })
  await page.getByLabel('Quorum').selectOption('3/4')
  await page.getByText('Stays').waitFor()
  await isFit(page, 'what-if-one')
  assert.deepEqual(errors, [])
})

test('nothing broke behind our backs', () => {
  assert.deepEqual(hall.errors, [])
})
