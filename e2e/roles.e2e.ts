/** Roles on screen: whose turn it is, taking it by keyboard alone, a lot that anybody can check. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { HOUR } from '#kernel/clock.ts'
import { adoptParts, allSections, emptyParts, todayIn } from '#slices/constitutions/index.ts'
import type { CircleId } from '#slices/circles/index.ts'
import { RolesPart } from '#slices/roles/rules/section.ts'
import { drawAll } from '#slices/roles/timers/drawing.ts'
import type { TestHall } from '#testing/hall.ts'
import { foundedHall, type Somebody, somebody } from '#testing/people.ts'
import { openBrowser, type StoryBrowser, signIn } from './browser.ts'
import { isFit } from './fit.ts'
import { openHallForBrowsers } from './hall.ts'

const RULES = RolesPart.parse({
  roles: [
    {
      key: 'keeper',
      name: 'Keeper of the hall',
      asks: 'Welcomes who comes, sees to what lies about. About four hours a month.',
      filled: 'rotated',
      termMonths: 6,
    },
    { key: 'treasurer', name: 'Treasurer', asks: 'Keeps the accounts.', deputy: true },
    { key: 'auditor', name: 'Auditor', asks: 'Reads the accounts.', filled: 'drawn' },
  ],
})

const stack = new AsyncDisposableStack()
let hall: TestHall
let browser: StoryBrowser
let coop: CircleId
let maren: Somebody
let ada: Somebody
before(async () => {
  browser = stack.use(await openBrowser())
  hall = stack.use(await openHallForBrowsers())
  const founded = await foundedHall(hall)
  coop = founded.coop
  maren = founded.maren
  ada = await somebody(hall, 'Ada Okonkwo', { circles: [coop] })
  await somebody(hall, 'دينا منصور', { circles: [coop] })
  const now = hall.clock.now()
  await hall.hall.transact(async (tx) => {
    const parts = { ...emptyParts(allSections()), roles: RULES }
    await adoptParts(tx, coop, { parts, day: await todayIn(tx, now) }, { by: maren.id, now })
  })
})
after(() => stack.disposeAsync())

async function visit(who: Somebody, path: string) {
  const visitor = await browser.visitor()
  await signIn(visitor, who, hall.origin)
  await visitor.page.goto(`${hall.origin}${path}`)
  return visitor
}

test('a member takes a turn by keyboard alone', async () => {
  const { page, errors } = await visit(ada, `/circles/${coop}/roles`)
  const keeper = page.getByRole('region', { name: /Keeper of the hall/ })
  await keeper.getByRole('button', { name: 'I would like to hold it' }).focus()
  await page.keyboard.press('Enter')
  await keeper.getByText('next', { exact: true }).waitFor()
  await keeper.getByRole('button', { name: 'It is my turn: I take it' }).focus()
  await page.keyboard.press('Space')
  await keeper.getByText('since', { exact: false }).waitFor()
  await keeper.getByRole('button', { name: /Hand on now… Keeper of the hall/ }).waitFor()
  await isFit(page, 'roles')
  await page.goto(`${hall.origin}/me/roles`)
  await page.getByRole('button', { name: 'Write a handover note' }).press('Enter')
  await page.getByLabel('For whoever comes next').fill('The keys hang behind the door.')
  await page.getByRole('button', { name: 'Keep it' }).press('Enter')
  await page.getByRole('button', { name: 'My handover note' }).waitFor()
  await isFit(page, 'my-roles')
  assert.deepEqual(errors, [])
})

test('a steward opens a lot, a member speaks into it, and everybody sees who was drawn', async () => {
  const opening = await visit(maren, `/circles/${coop}/roles`)
  await opening.page.getByRole('button', { name: 'Draw by lot…' }).click()
  await opening.page.getByRole('button', { name: 'Open the draw' }).click()
  await opening.page.getByRole('heading', { name: /Drawn by lot/ }).waitFor()
  const { page, errors } = await visit(ada, new URL(opening.page.url()).pathname)
  await page.getByLabel('Your words').fill('seven herons on the weir')
  await page.getByRole('button', { name: 'Add my words' }).click()
  await page.getByText('Your words are in').waitFor()
  await isFit(page, 'draw-open')
  hall.clock.pass(2 * HOUR)
  await drawAll(hall.hall, hall.clock.now())
  await page.reload()
  await page.getByRole('heading', { name: /Who was drawn/ }).waitFor()
  await isFit(page, 'draw-over')
  assert.deepEqual([...errors, ...opening.errors], [])
})

test('nothing broke behind our backs', () => {
  assert.deepEqual(hall.errors, [])
})
