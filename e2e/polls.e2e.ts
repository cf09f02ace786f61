/** Polls on screen: times found and a gathering called, a sense check that becomes a proposal, a round. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { DAY, plus } from '#kernel/clock.ts'
import { readGathering } from '#slices/gatherings/api.ts'
import { answerPoll } from '#slices/polls/api/answering.ts'
import { type Commons, decidingCommons } from '#testing/decisions.ts'
import { called } from '#testing/gatherings.ts'
import type { TestHall } from '#testing/hall.ts'
import type { Somebody } from '#testing/people.ts'
import { askedRound, marked } from '#testing/polls.ts'
import { axe, openBrowser, picture, sticksOut, type StoryBrowser, signIn } from './browser.ts'
import { isFit } from './fit.ts'
import { openHallForBrowsers } from './hall.ts'

const stack = new AsyncDisposableStack()
let hall: TestHall
let browser: StoryBrowser
let commons: Commons
before(async () => {
  browser = stack.use(await openBrowser())
  hall = stack.use(await openHallForBrowsers())
  commons = await decidingCommons(hall)
})
after(() => stack.disposeAsync())

const PHONE = { viewport: { width: 360, height: 740 } }

async function visit(who: Somebody, path: string, options: object = {}) {
  const visitor = await browser.visitor(options)
  await signIn(visitor, who, hall.origin)
  await visitor.page.goto(`${hall.origin}${path}`)
  return visitor
}

const dayAhead = (days: number) => plus(hall.clock.now(), days * DAY).slice(0, 10)

/** The poll of an address. */
const pollIn = (url: string): `pll_${string}` => `pll_${/pll_(\w+)/.exec(url)?.[1] ?? ''}`

test('a time poll: asked, answered by three, one of them by keyboard on a phone; a gathering is called', async () => {
  const { coop, maren, custodians, producers } = commons
  const [, chiara = maren] = custodians
  const [oisin = maren, ngozi = maren] = producers
  const { page, errors } = await visit(maren, `/circles/${coop}/polls`)
  await page.getByText('No poll has ended here yet.').waitFor()
  await isFit(page, 'polls-empty')
  await page.getByRole('link', { name: 'Ask a poll' }).click()
  await page.getByLabel('What for, in one line').fill('When do we clean the hall?')
  await page.getByLabel('What one should know before answering').fill('Bring gloves.')
  await page.getByText('Add days and hours; the times stand here then.').waitFor()
  for (const days of [8, 9]) {
    await page.getByLabel('Day', { exact: true }).fill(dayAhead(days))
    await page.getByRole('button', { name: 'Add this day' }).click()
  }
  await page.getByLabel('Begins at').fill('20:30')
  await page.getByRole('button', { name: 'Add this hour' }).click()
  await page.getByText('4 times').waitFor()
  await page.getByRole('checkbox', { name: /20:30/ }).last().uncheck()
  await page.getByText('3 times').waitFor()
  await page.getByLabel('In the time of').selectOption('Europe/Amsterdam')
  await page
    .getByText(/in Amsterdam\)/)
    .first()
    .waitFor()
  await isFit(page, 'polls-ask')
  await page.getByRole('button', { name: 'Ask it' }).click()
  await page.getByRole('heading', { name: 'When do we clean the hall?' }).waitFor()
  await page.getByText('Nobody has answered yet.').waitFor()
  await isFit(page, 'polls-time-empty')
  const poll = pollIn(page.url())
  await called(maren.browser, coop, {
    title: 'Tea with the bakers',
    starts: `${dayAhead(8)}T18:30`,
    minutes: 60,
  })

  const phone = await visit(ngozi, '/', PHONE)
  await phone.page.getByRole('link', { name: /Answer.*When do we clean/ }).press('Enter')
  const grid = phone.page.getByRole('grid', { name: 'My answer to each time' })
  await grid.waitFor()
  const focused = phone.page.locator(':focus')
  await grid.getByRole('button').first().focus()
  await phone.page.keyboard.press('Space')
  await phone.page.keyboard.press('ArrowDown')
  await phone.page.keyboard.press('ArrowRight')
  await phone.page.keyboard.press('Space')
  await phone.page.keyboard.press('End')
  await phone.page.keyboard.press('ArrowDown')
  await phone.page.keyboard.press('Space')
  assert.equal(await focused.getAttribute('aria-pressed'), 'true')
  assert.match((await focused.getAttribute('aria-label')) ?? '', /^No: /)
  // The grid is one stop of the tab key: the next is the word, then the button.
  await phone.page.keyboard.press('Tab')
  await phone.page.keyboard.type('After the market.')
  await phone.page.keyboard.press('Tab')
  await phone.page.keyboard.press('Enter')
  await phone.page.getByText(/^Kept,/).waitFor()
  assert.deepEqual(await axe(phone.page), [])
  assert.deepEqual(await sticksOut(phone.page), [])

  await marked(chiara, poll, ['yes', 'yes', null])
  await marked(oisin, poll, ['no', 'yes', 'need'])
  const table = page.getByRole('region', { name: 'Everybody’s answers' })
  await table.getByText('Oisín Farrelly').waitFor()
  await table.getByText('Ngozi Okafor').waitFor()
  await page.getByText(/^Best:/).waitFor()
  await page.getByText('After the market.').waitFor()
  await isFit(page, 'polls-time')
  await picture(page, 'polls-time-whole', true)
  await phone.page.getByRole('region', { name: 'Everybody’s answers' }).getByText('Oisín').waitFor()
  await picture(phone.page, 'polls-time-phone-whole', true)

  await page.getByRole('button', { name: 'Call the gathering' }).press('Enter')
  await page.getByRole('heading', { name: 'When do we clean the hall?' }).waitFor()
  await page.getByRole('heading', { name: 'How its time was found' }).waitFor()
  const gathering: `gth_${string}` = `gth_${/gth_(\w+)/.exec(page.url())?.[1] ?? ''}`
  const answerOf = async (who: Somebody) =>
    (await who.browser.call(readGathering, { params: { gathering } })).answer
  assert.deepEqual(
    [await answerOf(chiara), await answerOf(oisin), await answerOf(ngozi), await answerOf(maren)],
    ['yes', 'yes', 'maybe', null],
  )
  await phone.page.getByRole('heading', { name: 'It became a gathering' }).waitFor()
  await phone.page.getByRole('link', { name: /20:30/ }).first().click()
  await phone.page.getByRole('button', { name: 'Maybe', pressed: true }).waitFor()
  assert.deepEqual([...errors, ...phone.errors], [])
})

test('what falls together with a gathering one said yes to is said beside the time', async () => {
  const { coop, maren } = commons
  const tea = await called(maren.browser, coop, {
    title: 'Seed swap',
    starts: `${dayAhead(9)}T19:30`,
    minutes: 60,
  })
  const { page, errors } = await visit(maren, `/gatherings/${tea}`)
  await page.getByRole('button', { name: 'Yes' }).click()
  await page.getByRole('button', { name: 'Yes', pressed: true }).waitFor()
  await page.goto(`${hall.origin}/circles/${coop}/polls/new`)
  await page.getByLabel('What for, in one line').fill('When do we paint?')
  await page.getByLabel('Day', { exact: true }).fill(dayAhead(9))
  await page.getByRole('button', { name: 'Add this day' }).click()
  await page.getByLabel('In the time of').selectOption('Europe/Amsterdam')
  await page.getByRole('button', { name: 'Ask it' }).click()
  await page.getByText('You said yes to').waitFor()
  await page.getByRole('link', { name: 'Seed swap' }).waitFor()
  await page.getByRole('link', { name: 'Ask it otherwise' }).click()
  await page.getByLabel('What for, in one line').fill('When do we paint the door?')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('heading', { name: 'When do we paint the door?' }).waitFor()
  await page.getByRole('button', { name: 'Withdraw it…' }).click()
  await page.getByLabel('Why').fill('It rains all week.')
  await page.getByRole('button', { name: 'Withdraw it', exact: true }).click()
  await page.getByText(/withdrew it.*It rains all week/).waitFor()
  assert.deepEqual(errors, [])
})

test('a sense check is answered with reasons, summed up, and becomes the draft of a proposal', async () => {
  const { coop, maren, custodians, producers } = commons
  const [, chiara = maren] = custodians
  const { page, errors } = await visit(maren, `/circles/${coop}/polls/new`)
  await page.getByRole('radio', { name: 'Sense check' }).check()
  await page.getByLabel('The statement, in one line').fill('We buy a bread oven')
  await page.getByLabel('Why, and what it means').fill('It costs 900, and bakes for forty.')
  await page.getByLabel('Others’ answers only after one’s own').check()
  await page.getByRole('button', { name: 'Ask it' }).click()
  await page.getByRole('heading', { name: 'How does this sound to you?' }).waitFor()
  const poll = pollIn(page.url())
  const params = { poll }
  const concern = { stance: 'concern', text: 'It eats a lot of power.' } as const
  await chiara.browser.call(answerPoll, { params, body: concern })
  for (const who of producers)
    await who.browser.call(answerPoll, { params, body: { stance: 'good', text: 'Warm bread.' } })
  await page.getByText(/^There are 4 answers/).waitFor()
  assert.equal(await page.getByText('It eats a lot of power.').count(), 0)
  await page.getByRole('radio', { name: 'Not sure' }).check()
  await page.getByLabel('Why', { exact: true }).fill('Where would it stand?')
  await page.getByRole('button', { name: 'Give my answer' }).click()
  await page.getByText('It eats a lot of power.').waitFor()
  await isFit(page, 'polls-sense')
  await page.getByRole('button', { name: 'Close it now' }).click()
  await page.getByRole('button', { name: 'Sum it up' }).click()
  await page.getByLabel('In a few lines').fill('Nearly all want it, with a meter.')
  await page.getByRole('button', { name: 'Keep it' }).click()
  await page.getByText('Nearly all want it, with a meter.').waitFor()
  await isFit(page, 'polls-sense-summed')
  await page.getByRole('link', { name: 'Make a proposal of it' }).click()
  const title = page.getByLabel('In one line')
  await title.waitFor()
  assert.equal(await title.inputValue(), 'We buy a bread oven')
  const question = await page.getByLabel('The question').inputValue()
  assert.equal(question, `Nearly all want it, with a meter.\n\n${hall.origin}/polls/${poll}`)
  await page.getByRole('button', { name: 'Keep it as a draft' }).click()
  await page.getByRole('heading', { name: 'We buy a bread oven' }).waitFor()
  assert.deepEqual(errors, [])
})

test('a question round: each answers in words, all read them, and the circle finds it again', async () => {
  const { coop, maren, custodians, producers } = commons
  const [, chiara = maren] = custodians
  const [oisin = maren] = producers
  const poll = await askedRound(chiara, coop, hall.clock.now(), {
    words: 'One thing each.\nSee https://example.org/winter.',
  })
  const params = { poll }
  await chiara.browser.call(answerPoll, { params, body: { text: 'Blankets.' } })
  const { page, errors } = await visit(oisin, `/circles/${coop}`)
  await page.getByRole('link', { name: 'What do we need this winter?' }).click()
  await page.getByText('Blankets.').waitFor()
  await page.getByLabel('In your words').fill('A second kettle.\n\nAnd somebody who mends it.')
  await page.getByRole('button', { name: 'Give my answer' }).click()
  await page.getByRole('button', { name: 'Change my answer' }).waitFor()
  await page.getByText('And somebody who mends it.').last().waitFor()
  await isFit(page, 'polls-round')
  await page.getByRole('link', { name: 'All polls' }).click()
  await page.getByRole('heading', { name: 'Going on' }).waitFor()
  await page.getByRole('link', { name: 'We buy a bread oven' }).waitFor()
  await isFit(page, 'polls')
  const box = page.getByRole('checkbox', { name: 'Letters about polls here' })
  await box.uncheck()
  await page.reload()
  await box.and(page.locator(':not(:checked)')).waitFor()
  assert.deepEqual(errors, [])
})

test('nothing broke behind our backs', () => {
  assert.deepEqual(hall.errors, [])
})
