/**
 * Consent and advice on screen: a proposal is objected to, its text changed, the objection taken up, and
 * it passes; what failed is proposed again with its objections; and somebody decides after asking for advice.
 */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { DAY } from '#kernel/clock.ts'
import { castBallot } from '#slices/decisions/api/voting.ts'
import { keepDecisions } from '#slices/decisions/timers/keeping.ts'
import { type Commons, decidingCommons, proposed } from '#testing/decisions.ts'
import type { TestHall } from '#testing/hall.ts'
import { signInAgain, type Somebody } from '#testing/people.ts'
import { openBrowser, picture, type StoryBrowser, signIn, type Visitor } from './browser.ts'
import { isFit } from './fit.ts'
import { openHallForBrowsers } from './hall.ts'

const stack = new AsyncDisposableStack()
let hall: TestHall
let browser: StoryBrowser
let commons: Commons
const visitors: Visitor[] = []
before(async () => {
  browser = stack.use(await openBrowser())
  hall = stack.use(await openHallForBrowsers())
  commons = await decidingCommons(hall, (kind) => ({
    ...kind,
    talkDays: 0,
    leastDays: kind.method.kind === 'advice' ? 0 : 1,
    ...(kind.key === 'ordinary' ? { method: { kind: 'consent', judges: 'stewards' } } : {}),
  }))
})
after(() => stack.disposeAsync())

async function visit(who: Somebody, path: string) {
  const visitor = await browser.visitor()
  visitors.push(visitor)
  await signIn(visitor, who, hall.origin)
  await visitor.page.goto(`${hall.origin}${path}`)
  return visitor.page
}
const goesOn = () => keepDecisions(hall.hall, hall.clock.now())
const TEA = {
  title: 'Tea before assemblies',
  question: 'There is tea at six, before each assembly.',
}

test('an objection is made, taken up by a new text, and the proposal opens and passes', async () => {
  const { coop, maren, producers, custodians } = commons
  const [oisin = maren, ngozi = maren, devika = maren] = producers
  const days = { talkDays: 1, openDays: 1 }
  const decision = await proposed(oisin, coop, { kind: 'ordinary', ...TEA }, days)
  const at = `/decisions/${decision}`

  // By keyboard alone: the sheet opens, is filled in, and is sent.
  const hers = await visit(ngozi, at)
  await hers.getByRole('button', { name: 'Object to it…' }).press('Enter')
  await hers.getByLabel('What harm you see').focus()
  await hers.keyboard.type('At six the night shift is still at the ovens: none of us could come.')
  await hers.keyboard.press('Tab')
  await hers.keyboard.type('Begin at half past seven.')
  await isFit(hers, 'consent-object-sheet')
  await hers.keyboard.press('Tab')
  await hers.keyboard.press('Enter')
  await hers.getByText('One holds up the opening').waitFor()
  await isFit(hers, 'consent-objection')

  // It does not open though its day comes; Oisín is told what waits for him, and changes the text.
  hall.clock.pass(DAY)
  await goesOn()
  const his = await visit(oisin, '/')
  await his.getByRole('link', { name: /Answer the objection.*Tea before/ }).click()
  await his.getByText('waits for objections: one is open').waitFor()
  await isFit(his, 'consent-to-answer')
  await his.getByRole('link', { name: 'Write a text that answers it' }).press('Enter')
  await his.getByLabel('In one line').fill('Tea before late assemblies')
  await his
    .getByLabel('The question')
    .fill('There is tea at half past seven, before each assembly.')
  await his.getByLabel(/Ngozi Okafor.*At six the night shift/).check()
  await his.getByLabel('Why it changes').fill('So that the night shift can come.')
  await isFit(his, 'consent-change')
  await his.getByRole('button', { name: 'Let this stand' }).click()
  await his.getByText('So that the night shift can come.').first().waitFor()
  await his.getByText(/^Its text was changed/).click()
  await his.getByText('From text 1 to text 2.').waitFor()
  await isFit(his, 'consent-answered')

  // She reads it from home, and says that it does.
  await hers.goto(hall.origin)
  await hers.getByRole('link', { name: /Does the text answer your objection.*Tea/ }).click()
  await hers.getByRole('button', { name: /^This answers it/ }).press('Enter')
  await isFit(hers, 'consent-confirm-sheet')
  await hers.getByRole('dialog').getByRole('button', { name: 'This answers it' }).press('Enter')
  await hers.getByText('Taken up', { exact: true }).first().waitFor()
  await goesOn()

  // Open: Devika objects by ballot, and another steward than who proposed it judges that.
  const theirs = await visit(devika, at)
  await theirs.getByLabel('I object').check()
  await theirs.getByLabel('Your reason').fill('I like coffee better.')
  await theirs.getByRole('button', { name: 'Cast my ballot' }).click()
  await theirs.getByText(/Cast by Devika Rao/).waitFor()
  const steward = await visit(maren, at)
  await steward.getByRole('button', { name: /^Judge it not valid/ }).click()
  await steward.getByLabel('Why it is no valid objection').fill('It is a taste, and harms nobody.')
  await steward.getByRole('dialog').getByRole('button', { name: 'Judge it not valid' }).click()
  await steward.getByText('It is a taste, and harms nobody.').waitFor()
  await isFit(steward, 'consent-open')
  for (const who of [ngozi, ...custodians])
    await who.browser.call(castBallot, {
      params: { decision },
      body: { vote: { kind: 'answer', answer: 'consent' } },
    })
  hall.clock.pass(DAY)
  await goesOn()
  await his.goto(`${hall.origin}${at}`)
  await his.getByText('It passed').waitFor()
  await his.getByText('Every step in sentences').click()
  await his.getByText(/One objection was judged not valid/).waitFor()
  await isFit(his, 'consent-counted')
  await picture(his, 'consent-counted-whole', true)
})

test('what did not pass for an objection is proposed again with it', async () => {
  const { coop, maren, producers } = commons
  const [oisin = maren, ngozi = maren] = producers
  await signInAgain(hall, oisin, ngozi)
  const days = { talkDays: 0, openDays: 1 }
  const text = { title: 'A bell', question: 'A bell is rung when an assembly begins.' }
  const decision = await proposed(oisin, coop, { kind: 'ordinary', ...text }, days)
  await goesOn()
  const vote = { kind: 'answer', answer: 'object' } as const
  const body = { vote, said: 'It wakes the night shift.' }
  await ngozi.browser.call(castBallot, { params: { decision }, body })
  hall.clock.pass(DAY)
  await goesOn()
  await signInAgain(hall, oisin, ngozi)
  const page = await visit(oisin, `/decisions/${decision}`)
  await page.getByText('It wakes the night shift.').first().waitFor()
  await page.getByRole('link', { name: 'Propose again, with the objections taken up' }).click()
  await page.getByText('The objections that stood are taken along').waitFor()
  await page.getByLabel('The question').fill('A lamp is lit when an assembly begins.')
  await isFit(page, 'consent-again')
  await page.getByRole('button', { name: 'Keep it as a draft' }).click()
  await page.getByRole('button', { name: 'Put it before the circle' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Put it before the circle' }).click()
  await page.getByText(/taken along from the decision before/).waitFor()
  await page.getByRole('button', { name: /^The text answers it/ }).click()
  await page.getByLabel('How the text that stands answers it').fill('A lamp wakes nobody.')
  await page.getByRole('dialog').getByRole('button', { name: 'The text answers it' }).click()
  await page.getByText(/silence keeps the objection/).waitFor()
  await isFit(page, 'consent-carried')
})

test('somebody asks for advice, takes it or not, and decides', async () => {
  const { coop, maren, producers, custodians } = commons
  const [oisin = maren, ngozi = maren] = producers
  const [, chiara = maren] = custodians
  await signInAgain(hall, oisin, ngozi, chiara, maren)
  const page = await visit(ngozi, `/circles/${coop}/decisions/new`)
  await page.getByLabel('What kind of decision').selectOption('advice')
  await page.getByText(/At least 2 people are asked/).waitFor()
  await page.getByLabel('In one line').fill('A used press')
  await page.getByLabel('The question').fill('I would buy a used press for our posters.')
  await page.getByRole('button', { name: 'Keep it as a draft' }).click()
  await page.getByRole('button', { name: 'Put it before the circle' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Put it before the circle' }).click()
  await page.getByText(/so far nobody was/).waitFor()
  await isFit(page, 'advice-none')
  for (const whom of ['Oisín Farrelly', 'Chiara Bellandi']) {
    await page.getByRole('button', { name: 'Ask for advice…' }).press('Enter')
    await page.getByRole('dialog').getByLabel('Whom').selectOption({ label: whom })
    if (whom === 'Oisín Farrelly') await isFit(page, 'advice-ask-sheet')
    await page.getByRole('dialog').getByRole('button', { name: 'Ask' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByText(whom).first().waitFor()
  }
  const address = new URL(page.url()).pathname
  for (const [who, words] of [
    [oisin, 'Buy one with a guard, and see it run first.'],
    [chiara, 'There is no room for it.'],
  ] as const) {
    const theirs = await visit(who, '/')
    await theirs.getByRole('link', { name: /Give your advice.*A used press/ }).click()
    await theirs.getByLabel('Your advice').fill(words)
    if (who === oisin) await isFit(theirs, 'advice-given')
    await theirs.getByRole('button', { name: 'Give it' }).press('Enter')
    await theirs.getByRole('button', { name: 'Say it so' }).waitFor()
  }
  await page.goto(hall.origin)
  await page.getByRole('link', { name: /Decide it.*A used press/ }).click()
  await page.getByText('You heard enough to decide.').waitFor()
  await page.getByRole('button', { name: 'Decide…' }).press('Enter')
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('What was decided, and what happens now').fill('I buy it, with a guard.')
  const advice = (name: string) => sheet.getByRole('group', { name: `The advice of ${name}` })
  await advice('Oisín Farrelly').getByLabel('A word why').fill('I saw it run.')
  await advice('Chiara Bellandi').getByLabel('How you took it').selectOption('partly')
  await advice('Chiara Bellandi').getByLabel('A word why').fill('It goes into the shed.')
  await isFit(page, 'advice-decide-sheet')
  await sheet.getByRole('button', { name: 'Decide' }).press('Enter')
  await page.getByText(/Decided by/).waitFor()
  await page.getByText('Whoever proposed it decided that it is done.').waitFor()
  await isFit(page, 'advice-decided')
  await picture(page, 'advice-decided-whole', true)
  assert.ok(address.startsWith('/decisions/'))
})

test('nothing broke behind our backs', () => {
  assert.deepEqual(hall.errors, [])
  assert.deepEqual(
    visitors.flatMap(({ errors }) => errors),
    [],
  )
})
