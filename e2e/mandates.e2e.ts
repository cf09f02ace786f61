/** A co-op lets its members decide how its delegate votes, on screen and by keyboard alone. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DAY } from '#kernel/clock.ts'
import { joinCircle } from '#slices/circles/index.ts'
import { adoptParts, constitutionOf, todayIn } from '#slices/constitutions/index.ts'
import { castBallot } from '#slices/decisions/api/voting.ts'
import { DecisionId } from '#slices/decisions/api/shapes.ts'
import { keepDecisions } from '#slices/decisions/timers/keeping.ts'
import { decidingCommons, proposed } from '#testing/decisions.ts'
import { signInAgain } from '#testing/people.ts'
import { openBrowser, signIn } from './browser.ts'
import { isFit } from './fit.ts'
import { openHallForBrowsers } from './hall.ts'

test('a delegate asks their co-op, is mandated, and votes so', async () => {
  await using stack = new AsyncDisposableStack()
  const browser = stack.use(await openBrowser())
  const hall = stack.use(await openHallForBrowsers())
  const { coop, radio, maren, delegates } = await decidingCommons(hall, (kind) => ({
    ...kind,
    talkDays: 0,
    leastDays: 1,
    supporters: 0,
    quorum: null,
  }))
  const [yuki, tomasz] = delegates
  await hall.hall.transact(async (tx) => {
    const now = hall.clock.now()
    const by = { by: maren.id, now }
    const { parts = {} } = (await constitutionOf(tx, coop, now)) ?? {}
    await adoptParts(tx, radio, { parts, day: await todayIn(tx, now) }, by)
    for (const { id } of delegates) await joinCircle(tx, radio, id, by)
  })
  const given = { kind: 'extraordinary', title: 'A shared mill' }
  const mill = await proposed(maren, coop, given, { talkDays: 0, openDays: 7 })
  await keepDecisions(hall.hall, hall.clock.now())

  const visitor = await browser.visitor()
  const { page, errors } = visitor
  await signIn(visitor, yuki, hall.origin)
  const press = (name: string) => page.getByRole('button', { name, exact: true }).press('Enter')
  await page.goto(`${hall.origin}/decisions/${mill}`)
  await press('Let my co-op decide on its vote…')
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('Kind of decision there').selectOption('extraordinary')
  await sheet.getByLabel('In favour').press('Space')
  await isFit(page, 'mandate-asking')
  await press('Draft it')
  await page.getByRole('heading', { name: 'Our vote: A shared mill' }).waitFor()
  await page.getByText('When it passes: In favour.').waitFor()
  await isFit(page, 'mandate-draft')
  const own = DecisionId.parse(page.url().split('/').at(-1))
  await page.getByRole('button', { name: 'Put it before the circle', exact: true }).press('Enter')
  await sheet.getByLabel('Days it is open').fill('1')
  await sheet.getByRole('button', { name: 'Put it before the circle' }).press('Enter')
  await sheet.waitFor({ state: 'detached' })
  await keepDecisions(hall.hall, hall.clock.now())
  for (const who of [yuki, tomasz])
    await who.browser.call(castBallot, {
      params: { decision: own },
      body: { vote: { kind: 'answer', answer: 'favour' } },
    })
  await page.goto(`${hall.origin}/decisions/${mill}`)
  await page.getByText('Your co-op decides on your mandate.').waitFor()
  hall.clock.pass(DAY)
  await keepDecisions(hall.hall, hall.clock.now())
  await page.reload()
  await page.getByText('Your co-op mandates you: In favour.').waitFor()
  await isFit(page, 'mandate-ballot')
  await page.getByRole('radio', { name: 'In favour' }).press('Space')
  await press('Cast my ballot')
  await page.getByText('Cast: In favour.').waitFor()
  hall.clock.pass(7 * DAY)
  await keepDecisions(hall.hall, hall.clock.now())
  await signInAgain(hall, maren)
  await page.goto(`${hall.origin}/decisions/${mill}`)
  await page.getByText('As mandated.').waitFor()
  await isFit(page, 'mandate-counted')
  assert.deepEqual(errors, [])
  assert.deepEqual(hall.errors, [])
})
