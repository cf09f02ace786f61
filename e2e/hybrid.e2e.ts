/** Some sit together in a village hall, others are online: one tablet, many names, one voice at a time. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { ruleVoices } from '#slices/voices/api.ts'
import { ownMedia, withoutMedia } from '#testing/media.ts'
import { axe, FAKE_DEVICES, openBrowser, picture, sticksOut } from './browser.ts'
import { openEvening } from './evening.ts'
import { hears, hearsNothing } from './hearing.ts'

const DESK = { width: 1280, height: 800 }
const TABLET = { width: 1024, height: 768 }
const PHONE = { width: 360, height: 740 }
const AS = { permissions: ['camera', 'microphone'] }

const says = (page: Page, words: RegExp | string) => page.getByText(words).first().waitFor()
const button = (page: Page, name: RegExp | string) =>
  page.getByRole('button', { name, exact: true })

async function isWell(page: Page, name: string, back = TABLET): Promise<void> {
  for (const [size, viewport] of [
    ['', DESK],
    ['-tablet', TABLET],
    ['-phone', PHONE],
  ] as const) {
    await page.setViewportSize(viewport)
    assert.deepEqual(await axe(page), [], name)
    assert.deepEqual(await sticksOut(page), [], name)
    await picture(page, `${name}${size}`)
    await page.emulateMedia({ colorScheme: 'dark' })
    await picture(page, `${name}${size}-dark`)
    await page.emulateMedia({ colorScheme: 'light' })
  }
  await page.setViewportSize(back)
}

async function opensMicrophone(page: Page): Promise<void> {
  await button(page, 'Open the microphone').click()
  await button(page, 'Mute the microphone').waitFor()
}

test(
  'two in a village hall ask by name, are heard while they have the floor, and not after',
  { skip: withoutMedia },
  async () => {
    await using evening = await openEvening(ownMedia)
    await using browser = await openBrowser(FAKE_DEVICES)
    const { scene, api, maren, chiara, joost } = evening
    const { params } = scene
    await scene.comesIn(maren)
    await scene.listens(maren)
    await maren.browser.call(api.beginTheGathering, { params })
    const tablet = await evening.visit(browser, joost, { ...AS, viewport: TABLET })
    const online = await evening.visit(browser, chiara, { ...AS, viewport: DESK })

    await tablet.page.getByRole('tab', { name: /People/ }).click()
    await button(tablet.page, 'We sit here together').click()
    await tablet.page.getByRole('dialog').getByLabel('Name of the place').fill('Village hall')
    await picture(tablet.page, 'hybrid-sheet')
    await tablet.page.keyboard.press('Enter')
    await tablet.page.getByRole('heading', { name: 'Village hall' }).waitFor()
    for (const name of ['Seán Breathnach', 'Siobhán Nic Aodha']) {
      await tablet.page.getByLabel('Who else sits here?').fill(name)
      await tablet.page.keyboard.press('Enter')
      await button(tablet.page, `Leaves: ${name}`).waitFor()
    }
    await button(tablet.page, 'Leaves: Siobhán Nic Aodha').click()
    await button(tablet.page, 'Siobhán Nic Aodha is back').click()
    await button(tablet.page, 'Leaves: Siobhán Nic Aodha').waitFor()

    for (const { page } of [tablet, online]) {
      await button(page, 'Join with sound').click()
      await page.getByRole('button', { name: /^Join( and listen)?$/ }).click()
      await button(page, 'Sound').waitFor()
    }
    await maren.browser.call(api.ruleTheStack, { params, body: { order: 'progressive' } })
    await maren.browser.call(ruleVoices, { params, body: { shape: 'plenary' } })
    await says(online.page, 'You are listening')

    const asks = button(tablet.page, 'Ask for the floor for Seán Breathnach')
    await asks.focus()
    await tablet.page.keyboard.press('Enter')
    await tablet.page.getByRole('menuitem', { name: 'Question' }).press('Enter')
    await online.page.getByText('in Village hall').first().waitFor()
    await isWell(tablet.page, 'hybrid-asked')
    const { people } = await scene.seenBy(maren)
    const sean = Object.values(people).find(({ name }) => name === 'Seán Breathnach')
    assert.ok(sean)
    const next = { next: true, believed: sean.who } as const
    await maren.browser.call(api.giveTheFloor, { params, body: next })
    await says(tablet.page, /Seán Breathnach.*has the floor/)
    await opensMicrophone(tablet.page)
    await hears(online.page)
    await isWell(tablet.page, 'hybrid-speaks')
    await picture(online.page, 'hybrid-heard')

    await button(tablet.page, 'I have finished: Seán Breathnach').click()
    await hearsNothing(online.page)
    await button(tablet.page, 'Open the microphone').waitFor({ state: 'detached' })
    const { floor } = await scene.seenBy(maren)
    assert.ok((floor.spoken[sean.who] ?? 0) > 0, 'the time is his')
    assert.equal(floor.spoken[joost.who], undefined, 'not that of whose tablet it is')

    await online.page.getByRole('tab', { name: /People/ }).click()
    await online.page.getByRole('heading', { name: 'Village hall' }).waitFor()
    await isWell(online.page, 'hybrid-people', DESK)
    await maren.browser.call(api.endTheGathering, { params })
    await online.page.goto(`${scene.test.origin}/gatherings/${scene.gathering}/minutes`)
    await says(online.page, /Village hall: /)
    await picture(online.page, 'hybrid-minutes')
    assert.deepEqual([...tablet.errors, ...online.errors], [])
  },
)
