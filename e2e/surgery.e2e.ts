/** Stewards at work on the body of the co-op, by keyboard: records made one, circles reshaped. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { wordsIn } from '#kernel/words.ts'
import { makeCircle } from '#slices/circles/api.ts'
import { adoptParts, allSections, presetParts } from '#slices/constitutions/index.ts'
import type { TestHall } from '#testing/hall.ts'
import { foundedHall, type Somebody, somebody } from '#testing/people.ts'
import { openBrowser, type StoryBrowser, signIn, type Visitor } from './browser.ts'
import { isFit } from './fit.ts'
import { openHallForBrowsers } from './hall.ts'

const stack = new AsyncDisposableStack()
let hall: TestHall
let browser: StoryBrowser
let maren: Somebody
let coop: `cir_${string}`
let tools: `cir_${string}`
before(async () => {
  hall = stack.use(await openHallForBrowsers())
  browser = stack.use(await openBrowser())
  ;({ maren, coop } = await foundedHall(hall))
  const body = { name: 'Tools circle', purpose: 'Keeps what we share running.' }
  tools = (await maren.browser.call(makeCircle, { params: { circle: coop }, body })).id
})
after(() => stack.disposeAsync())

async function visit(who: Somebody): Promise<Visitor> {
  const visitor = await browser.visitor({
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
  })
  await signIn(visitor, who, hall.origin)
  return visitor
}

test('two records of one person are compared, made one, and parted again', async () => {
  await somebody(hall, 'Oisín Farrelly', { circles: [coop, tools] })
  await somebody(hall, 'Oisín at Work', { circles: [coop] })
  const { page, errors } = await visit(maren)
  await page.goto(`${hall.origin}/house`)
  await page.getByRole('link', { name: 'Somebody is here twice' }).press('Enter')
  await page.getByText('No two records have one name or one mail box.').waitFor()
  await isFit(page, 'records-empty')
  await page.getByLabel('The record that stays').fill('oisin f')
  await page.getByRole('button', { name: 'Choose Oisín Farrelly' }).press('Enter')
  await page.getByLabel('The record that becomes one with it').fill('at.work')
  await page.getByRole('button', { name: 'Choose Oisín at Work' }).press('Enter')
  await page.getByText('Both are members of Quillmarsh Commons').waitFor()
  await isFit(page, 'records-compared')
  await page.getByRole('button', { name: 'Make them one…' }).press('Enter')
  await page.getByRole('button', { name: 'Make them one', exact: true }).press('Enter')
  await page.getByText('can be parted until').waitFor()
  await isFit(page, 'records-merged')
  await page.getByRole('button', { name: 'Part… Oisín at Work and Oisín Farrelly' }).press('Enter')
  await page.getByRole('button', { name: 'Part them', exact: true }).press('Enter')
  await page.getByText('parted on').waitFor()
  await page.goto(`${hall.origin}/me`)
  await page.getByRole('button', { name: 'I am here twice' }).press('Enter')
  await page.getByLabel('The other mail address').waitFor()
  await isFit(page, 'records-mine')
  assert.deepEqual(errors, [])
})

test('a circle is moved, split and closed, and each is said before', async () => {
  await somebody(hall, 'Yuki Tanabe', { circles: [coop, tools] })
  const body = { name: 'Kiln circle' }
  const kiln = (await maren.browser.call(makeCircle, { params: { circle: tools }, body })).id
  const { page, errors } = await visit(maren)
  await page.goto(`${hall.origin}/circles/${tools}`)
  await page.getByRole('button', { name: 'Move…' }).press('Enter')
  await page.getByLabel('Within', { exact: true }).selectOption(kiln)
  await page.getByText('and the other one stands within it.').waitFor()
  assert.equal(await page.getByRole('button', { name: 'Go on' }).count(), 0)
  await isFit(page, 'shape-refused')
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Split…' }).press('Enter')
  await page.getByLabel('Name of the new circle').fill('Loom circle')
  await page.getByRole('dialog').getByLabel('Yuki Tanabe').press('Space')
  await page.getByText('1 member leaves Tools circle today').waitFor()
  await page.getByRole('button', { name: 'Go on' }).press('Enter')
  await page.getByText('Shall it be so?').waitFor()
  await isFit(page, 'shape-split')
  await page.getByRole('button', { name: 'Split them off' }).press('Enter')
  await page.getByRole('heading', { name: 'Loom circle' }).waitFor()

  await page.goto(`${hall.origin}/circles/${kiln}`)
  await page.getByRole('button', { name: 'Close…' }).press('Enter')
  await page.getByText('It closes today').waitFor()
  await page.getByRole('button', { name: 'Go on' }).press('Enter')
  await page.getByRole('button', { name: 'Close it for good' }).press('Enter')
  await page.getByText('Kiln circle was closed.').waitFor()
  await page.getByText('Loom circle was split off from Tools circle.').waitFor()
  await page.getByLabel('Who was inside on').fill('2020-05-01')
  await page.getByText('Nobody was inside on that day.').waitFor()
  await isFit(page, 'circle-shape')
  assert.deepEqual(errors, [])
})

test('members come in from a table, by mail into a class, and by a link for several', async () => {
  const mill = await maren.browser.call(makeCircle, {
    params: { circle: coop },
    body: { name: 'The Mill', kind: 'autonomous' },
  })
  await hall.hall.transact(async (tx) => {
    const parts = presetParts(allSections(), 'full-commons', wordsIn('en').say)
    const now = hall.clock.now()
    await adoptParts(tx, mill.id, { parts, day: now.slice(0, 10) }, { by: maren.id, now })
  })
  const { page, errors } = await visit(maren)
  await page.goto(`${hall.origin}/circles/${mill.id}`)
  const table =
    'Wie;Post;Seit\nIlse Brandsma;ilse@example.org;1.5.2021\nNo Mail;;\n;nobody@example.org;'
  const file = { name: 'members.csv', mimeType: 'text/csv', buffer: Buffer.from(table, 'latin1') }
  await page.getByLabel('Members in a table (CSV)').setInputFiles(file)
  await page.getByText('3 lines cannot come in:').waitFor()
  const columns = page.getByRole('group', { name: 'Which column is which' })
  await columns.getByLabel('Name').selectOption('Wie')
  await page.getByText('2 members can come in.').waitFor()
  await columns.getByLabel('Mail address').selectOption('Post')
  await page.getByText('ilse@example.org').waitFor()
  await columns.getByLabel('Member since').selectOption('Seit')
  await page.getByText('2021-05-01').waitFor()
  await isFit(page, 'table-seen')
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'All of them as a table' }).press('Enter')
  assert.equal((await saved).suggestedFilename(), 'not-brought-in.csv')
  await page.getByRole('button', { name: 'Bring 2 members in' }).press('Enter')
  await page.getByText('2 new, 0 as they were.').waitFor()

  await page.getByLabel('Their mail addresses').fill('Chiara <chiara@example.org>')
  const inviting = page.getByRole('region', { name: 'Invite people' })
  await inviting.getByLabel('Class').selectOption('producer')
  await inviting.getByLabel('It can be taken for').selectOption('7')
  await page.getByRole('button', { name: 'Send 1 invitation' }).press('Enter')
  await inviting.getByText('Producers ·').waitFor()
  await page.getByLabel('For how many').fill('1')
  await page.getByRole('button', { name: 'Make a link' }).press('Enter')
  await page.getByText('for 1 more').waitFor()
  await isFit(page, 'inviting')
  await page.getByRole('button', { name: 'Take back the invitation to Chiara' }).press('Enter')
  await inviting.getByText('Producers ·').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: /^End it/ }).press('Enter')
  await page.getByText('for 1 more').waitFor({ state: 'detached' })
  assert.deepEqual(errors, [])
})
