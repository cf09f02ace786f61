/** An assembly decides in its room: moved on a phone, seconded, put by show of hands, in the minutes. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readMotions, secondMotion, voteOnMotion } from '#slices/motions/api.ts'
import { endTheGathering } from '#slices/room/api.ts'
import { openAssembly } from '#testing/assembly.ts'
import { decidingCommons, proposed } from '#testing/decisions.ts'
import type { Somebody } from '#testing/people.ts'
import { openBrowser, picture, signIn } from './browser.ts'
import { isFit } from './fit.ts'
import { openHallForBrowsers } from './hall.ts'

test('a motion is moved, seconded, put and counted on screen; what was announced is moved as it reads', async () => {
  await using stack = new AsyncDisposableStack()
  const browser = stack.use(await openBrowser())
  const hall = stack.use(await openHallForBrowsers())
  const floor = { seconds: 1, quorum: 'present' as const }
  const { coop, maren, custodians, producers } = await decidingCommons(hall, (kind) =>
    kind.key === 'extraordinary'
      ? {
          ...kind,
          method: {
            kind: 'question',
            threshold: { reach: { of: 1, in: 2 }, strict: true },
            base: 'cast',
            inEach: null,
            block: { kind: 'forbidden' },
            leastFavour: null,
            mostAgainst: null,
          },
          quorum: null,
          gathering: floor,
        }
      : kind.key === 'ordinary'
        ? { ...kind, supporters: 0, quorum: null, talkDays: 0, leastDays: 0, mostDays: 0 }
        : kind,
  )
  const [, chiara = maren, joost = maren] = custodians
  const [oisin = maren] = producers
  const others = [chiara, joost, oisin]
  const params = await openAssembly(hall, { circle: coop, facilitator: maren }, others)
  const { gathering } = params
  for (const { browser: line } of [maren, ...others])
    await line.listen({ [`gathering:${gathering}`]: 0 })
  const told = { kind: 'ordinary', title: 'Summer hours', question: 'We close at six in July.' }
  await proposed(chiara, coop, told, { talkDays: 0, openDays: 0 })

  const visit = async (who: Somebody, width: number, height: number) => {
    const visitor = await browser.visitor({ viewport: { width, height } })
    await signIn(visitor, who, hall.origin)
    await visitor.page.goto(`${hall.origin}/gatherings/${gathering}/room`)
    return visitor
  }
  const desk = await visit(maren, 1280, 800)
  const phone = await visit(chiara, 360, 740)
  const button = (page: typeof desk.page, name: string) =>
    page.getByRole('button', { name, exact: true })

  const hours = phone.page
    .getByRole('listitem')
    .filter({ hasText: 'Summer hours' })
    .getByRole('button')

  // On a phone: what was announced stands first, and something new is moved.
  await button(phone.page, 'Move something').click()
  await phone.page.getByText('Announced for a gathering').waitFor()
  await hours.waitFor()
  await picture(phone.page, 'motions-move')
  await isFit(phone.page, 'motions-move')
  await phone.page.getByLabel('What it is').selectOption('extraordinary')
  await phone.page.getByLabel('In a few words').fill('A second oven')
  await phone.page
    .getByLabel('The text to be decided')
    .fill('We buy a second oven for 4,000 euros.')
  await phone.page.getByRole('button', { name: 'Move it', exact: true }).click()
  await desk.page.getByRole('heading', { name: 'A second oven' }).waitFor()

  // Seconded by another, stated, and put to the vote.
  const read = async (who: Somebody) => who.browser.call(readMotions, { params })
  const motion = (await read(joost)).pending[0]?.motion
  assert.ok(motion)
  const at = { ...params, motion }
  await joost.browser.call(secondMotion, { params: at })
  await button(desk.page, 'State it').click()
  await button(desk.page, 'Put it to the vote').click()
  await picture(desk.page, 'motions-put')
  await desk.page.getByRole('menuitem', { name: /hands/i }).click()

  // By one key on the desk, by one press on the phone; others by themselves; it may be changed.
  await desk.page.getByRole('group', { name: 'Your vote' }).waitFor()
  await desk.page.keyboard.press('1')
  await desk.page.getByText('It counts. You may change it until the close.').waitFor()
  await button(phone.page, 'Against').click()
  await button(phone.page, 'In favour').click()
  await phone.page.locator('.hand.favour[aria-pressed=true]').waitFor()
  await isFit(phone.page, 'motions-vote')
  for (const [who, answer] of [
    [joost, 'against'],
    [oisin, 'favour'],
  ] as const) {
    const vote = { kind: 'answer' as const, answer }
    await who.browser.call(voteOnMotion, { params: at, body: { vote } })
  }
  await desk.page.getByText('4 of 4 who are there have voted.').waitFor()
  await picture(desk.page, 'motions-vote')
  await button(desk.page, 'Close and count').click()
  await phone.page.getByText('A second oven').first().waitFor()
  await desk.page.getByRole('link', { name: 'How it was counted' }).waitFor()
  await isFit(desk.page, 'motions-result')

  // What was announced is moved as it reads, and has no amendments.
  await button(phone.page, 'Move something').click()
  await hours.click()
  await desk.page.getByRole('heading', { name: 'Summer hours' }).waitFor()
  await button(desk.page, 'State it').click()
  await button(desk.page, 'Postpone it').waitFor()
  assert.equal(await button(desk.page, 'Amend it').count(), 0)

  // The minutes keep what was decided, with its numbers.
  await maren.browser.call(endTheGathering, { params })
  await desk.page.goto(`${hall.origin}/gatherings/${gathering}/minutes`)
  await desk.page
    .getByText(/A second oven: it passed\. 3 in favour and 1 against\./)
    .first()
    .waitFor()
  assert.deepEqual([desk.errors, phone.errors], [[], []])
})
