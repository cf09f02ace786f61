/** Conversations on screen: begun, answered by keyboard alone, read to the end, marked, kept in order. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chooseForThread } from '#slices/threads/api/reading.ts'
import { reactToSaid, wordThreadStanding } from '#slices/threads/api/saying.ts'
import { type Somebody, somebody } from '#testing/people.ts'
import { began, said, unreadBy } from '#testing/threads.ts'
import { axe, signIn } from './browser.ts'
import { isFit } from './fit.ts'
import { openFoundedHall } from './hall.ts'

const { hall, browser, coop, maren } = await openFoundedHall()
const chiara = await somebody(hall, 'Chiara Bellandi', { circles: [coop] })

async function visit(who: Somebody, path: string) {
  const visitor = await browser.visitor()
  await signIn(visitor, who, hall.origin)
  await visitor.page.goto(`${hall.origin}${path}`)
  return visitor
}

test('a member begins a thread; another answers, names and reads to the end by keyboard alone', async () => {
  const mine = await visit(maren, `/circles/${coop}/threads/new`)
  await mine.page.getByLabel('In one line').fill('Who keeps the keys?')
  await mine.page
    .getByLabel('What you want to say')
    .fill(
      'Two sets hang by the door, see https://example.org/keys.\n> Who takes the third?\nI cannot.',
    )
  assert.deepEqual(await axe(mine.page), [])
  await mine.page.getByRole('button', { name: 'Begin it' }).click()
  await mine.page.getByRole('heading', { name: 'Who keeps the keys?' }).waitFor()
  const thread = /thr_\w+/.exec(mine.page.url())?.[0] ?? ''
  const id: `thr_${string}` = `thr_${thread.slice(4)}`
  await chiara.browser.call(chooseForThread, {
    params: { thread: id },
    body: { how: 'follow', mail: null },
  })

  const { page, errors } = await visit(chiara, '/')
  await page.getByRole('link', { name: 'Who keeps the keys?' }).press('Enter')
  await page.getByText('New since you were here').waitFor()
  await page.getByRole('button', { name: /^Answer\s+Maren Solheim/ }).press('Enter')
  await page.getByLabel('Your answer').and(page.locator(':focus')).waitFor()
  await page.keyboard.type('I can, until March. @Mar')
  await page.getByRole('option', { name: 'Maren Solheim' }).waitFor()
  await page.keyboard.press('Enter')
  await page.keyboard.type('agrees?')
  await page.keyboard.press('Control+Enter')
  const answer = mine.page.getByRole('article', { name: 'Comment by Chiara Bellandi' })
  await answer.getByText('I can, until March.').waitFor()
  await answer.getByRole('button', { name: 'More about what Chiara Bellandi said' }).press('Enter')
  await mine.page.getByRole('menuitem', { name: 'Mark as a decision' }).press('Enter')
  await page.getByRole('heading', { name: 'Decisions and summaries' }).waitFor()
  await page.getByRole('link', { name: /Decision I can, until March/ }).waitFor()
  for (let waited = 0; (await unreadBy(chiara, id)) > 0 && waited < 100; waited++)
    await page.waitForTimeout(100)
  assert.equal(await unreadBy(chiara, id), 0)
  assert.deepEqual([...errors, ...mine.errors], [])
})

test('a long thread opens at what is new, shows what came before, and is split', async () => {
  const thread = await began(chiara, coop, 'The heating', 'It is cold in the hall, at 15 degrees.')
  const first = await said(maren, thread, 'The boiler is from 1987. See https://example.org/boiler')
  await said(chiara, thread, 'Could we meet in the library, @Maren Solheim?', first)
  const params = { thread }
  await maren.browser.call(reactToSaid, {
    params: { ...params, comment: first },
    body: { emoji: '👍', on: true },
  })
  await maren.browser.call(wordThreadStanding, {
    params,
    body: { text: 'The boiler is old. Ngozi asks for two offers until Friday.', seen: null },
  })
  for (let at = 1; at < 4; at++) await said(chiara, thread, `Offer ${at}: a heat pump.`)
  const { page, errors } = await visit(maren, `/threads/${thread}`)
  await page.getByText('Offer 3: a heat pump.').waitFor()
  await page.getByRole('heading', { name: 'Where we are now' }).waitFor()
  await page.getByRole('button', { name: 'Split…' }).click()
  await page.getByLabel('Take what Chiara Bellandi said along').last().check()
  await page.getByLabel('Title of the new thread').fill('Offers')
  await page.getByRole('button', { name: 'Split it off' }).click()
  await page.getByRole('heading', { name: 'Offers' }).waitFor()
  await page.getByText('One comment came here from').waitFor()
  await page.getByRole('link', { name: 'The heating' }).first().click()
  await page.getByText('One comment went to').waitFor()
  await isFit(page, 'thread')
  await page.getByRole('link', { name: 'All threads' }).click()
  await page.getByRole('link', { name: 'The heating' }).waitFor()
  await page.getByLabel('Find').fill('boiler')
  await page.locator('mark').first().waitFor()
  await isFit(page, 'threads')
  assert.deepEqual(errors, [])
})

test('nothing broke behind our backs', () => {
  assert.deepEqual(hall.errors, [])
})
