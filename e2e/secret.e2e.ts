/** A secret ballot on screen, by keyboard alone: taken, ranked, cast, changed, and found again. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DAY } from '#kernel/clock.ts'
import { keepDecisions } from '#slices/decisions/timers/keeping.ts'
import { decidingCommons, proposed } from '#testing/decisions.ts'
import { castsWith, paperOf } from '#testing/papers.ts'
import { openBrowser, signIn } from './browser.ts'
import { isFit } from './fit.ts'
import { openHallForBrowsers } from './hall.ts'

const NAMES = [
  'Aroha Ngata',
  'Chiara Bellandi',
  'Devika Rao',
  'Ines Moreau',
  'Joost van Dalen',
  'Kwame Boateng',
  'لينا الخطيب',
  'Ngozi Okafor',
  'Oisín Farrelly',
  'Tomasz Wrona',
  'Yuki Tanabe',
  'Zoë de Vries',
]
const options = NAMES.map((name) => ({ name, note: '', person: null }))

test('twelve candidates are ranked, cast secretly, changed and found again by keyboard alone', async () => {
  await using stack = new AsyncDisposableStack()
  const browser = stack.use(await openBrowser())
  const hall = stack.use(await openHallForBrowsers())
  const { coop, maren, producers, custodians } = await decidingCommons(hall, (kind) => ({
    ...kind,
    talkDays: 0,
    leastDays: 1,
    ...(kind.about === 'election' ? { secrecy: 'secret', quorum: null } : {}),
  }))
  const [oisin = maren, ngozi = maren, devika = maren] = producers
  const decision = await proposed(
    maren,
    coop,
    { kind: 'election', title: 'Two keepers', question: 'Who keeps the keys?', options, seats: 2 },
    { talkDays: 0, openDays: 1 },
  )
  await keepDecisions(hall.hall, hall.clock.now())
  const visitor = await browser.visitor()
  const { page, errors } = visitor
  await signIn(visitor, oisin, hall.origin)
  const sent: { url: string; cookie: boolean }[] = []
  page.on('request', (request) => {
    if (request.method() !== 'PUT') return
    void request.allHeaders().then((headers) => {
      sent.push({ url: request.url(), cookie: 'cookie' in headers })
    })
  })
  await page.goto(`${hall.origin}/decisions/${decision}`)
  const press = (name: string) => page.getByRole('button', { name, exact: true }).press('Enter')
  await page.getByRole('button', { name: 'Take my paper' }).waitFor()
  await isFit(page, 'secret-untaken')
  await press('Take my paper')
  await page.getByText('You have your paper.').waitFor()
  // 1 to 9 rank what has the focus, which goes on to the next.
  await page.getByRole('button', { name: 'Put in place 1: Aroha Ngata', exact: true }).focus()
  for (let place = 1; place <= 9; place += 1) await page.keyboard.press(String(place))
  for (let place = 10; place <= 12; place += 1) await page.keyboard.press('Enter')
  await page.getByText('Zoë de Vries is now number 12 of 12.').waitFor()
  await page.keyboard.press('1')
  await page.getByText('Zoë de Vries is now number 1 of 12.').waitFor()
  await press('Put it into the urn')
  await page.getByText('It is in the urn, as it stands here.').waitFor()
  await isFit(page, 'secret-cast')
  await page.reload()
  await page.getByRole('list', { name: 'Your order' }).getByText('Zoë de Vries').waitFor()
  await press('Take out Zoë de Vries')
  await page.getByText('what stands here is not in it yet').waitFor()
  await press('Put this in its place')
  await page.getByText('It is in the urn, as it stands here.').waitFor()
  assert.deepEqual(
    [...new Set(sent.filter(({ url }) => url.endsWith('/urn')).map(({ cookie }) => cookie))],
    [false],
  )
  const tracker =
    (await page
      .locator('b')
      .filter({ hasText: /^\w{4}-\w{4}$/ })
      .textContent()) ?? ''
  // As text it goes to another device.
  await press('Save it as text')
  const text = await page.getByRole('dialog').getByLabel('The text').inputValue()
  const other = await browser.visitor()
  await signIn(other, oisin, hall.origin)
  await other.page.goto(`${hall.origin}/decisions/${decision}`)
  await other.page.getByLabel('Your paper as text').fill(text)
  await isFit(other.page, 'secret-elsewhere')
  await other.page.getByRole('button', { name: 'Use it here' }).press('Enter')
  await other.page.getByText('You have your paper.').waitFor()
  for (const who of [ngozi, devika, ...custodians])
    await castsWith(hall.origin, decision, await paperOf(who, decision), {
      kind: 'order',
      order: [2, 3],
    })
  hall.clock.pass(DAY)
  await keepDecisions(hall.hall, hall.clock.now())
  await page.goto(`${hall.origin}/decisions/${decision}`)
  await page.getByText('Your ballot is in the urn, as this device cast it last.').waitFor()
  await page.getByLabel('Find a ballot by the first letters of its tracker').focus()
  await page.keyboard.type(tracker.toLowerCase())
  const ballots = page.getByRole('list', { name: 'Ballots' })
  await ballots.getByText('Aroha Ngata > Chiara Bellandi').waitFor()
  await ballots.getByRole('listitem').nth(1).waitFor({ state: 'detached' })
  assert.equal(await ballots.getByRole('listitem').count(), 1)
  await page.getByText('By whom').click()
  await isFit(page, 'secret-counted')
  assert.deepEqual([...errors, ...other.errors], [])
  assert.deepEqual(hall.errors, [])
})
