/** The room through real browsers. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { axe, openBrowser, picture, sticksOut } from './browser.ts'
import { fillEvening, openEvening } from './evening.ts'

const PHONE = { width: 360, height: 740 }
const DESK = { width: 1280, height: 800 }

/** Waits until a page says something somewhere. */
async function says(page: Page, text: string | RegExp): Promise<void> {
  await page.getByText(text).first().waitFor()
}

/** Presses a key until the focus is on what carries this name; fails when it never comes there. */
async function goTo(page: Page, name: RegExp, key = 'Tab'): Promise<void> {
  for (let step = 0; step < 80; step += 1) {
    await page.keyboard.press(key)
    const focused: string = await page.evaluate(
      `((one) => one?.getAttribute('aria-label') ?? one?.innerText ?? one?.labels?.[0]?.innerText ?? '')(document.activeElement)`,
    )
    if (name.test(focused)) return
  }
  throw new Error(`the focus never came to ${name}`)
}

test('a guest comes in by the link with one field, on a phone, and is seen inside', async () => {
  await using evening = await openEvening()
  await using browser = await openBrowser()
  await evening.scene.comesIn(evening.maren)
  const { page, errors } = await evening.visit(browser, null, { viewport: PHONE })
  await page.getByLabel('Your name').waitFor()
  await says(page, /stands in the minutes/)
  assert.deepEqual(await axe(page), [])
  assert.deepEqual(await sticksOut(page), [])
  await page.keyboard.type('Aroha Ngata')
  await page.keyboard.press('Enter')
  await page.getByRole('tab', { name: 'People' }).click()
  await says(page, 'Aroha Ngata')
  await says(page, 'Maren Solheim')
  await page.reload()
  await page.getByRole('tab', { name: 'People' }).click()
  await says(page, 'Aroha Ngata')
  assert.deepEqual(errors, [])
})

test('joining, asking for the floor, chatting and leaving go by keyboard alone', async () => {
  await using evening = await openEvening()
  await using browser = await openBrowser()
  await evening.scene.comesIn(evening.maren)
  const { page, errors } = await evening.visit(browser, null, { viewport: DESK })
  await page.getByLabel('Your name').waitFor()
  await page.keyboard.type('Devika Rao')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Ask for the floor' }).waitFor()
  await goTo(page, /^Ask for the floor/)
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Question' }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await says(page, /Hand up: question/)
  await page.getByRole('menu').waitFor({ state: 'detached' })
  await page.keyboard.press('c')
  await page.waitForFunction(`document.activeElement?.id === 'say'`)
  await page.keyboard.type('Ours are in a drawer, somewhere.')
  await page.keyboard.press('Enter')
  await page.getByRole('log').getByText('Ours are in a drawer').waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: 'Keys' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.keyboard.press('F6')
  await goTo(page, /^Hand up/)
  await goTo(page, /^Leave/, 'ArrowRight')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/g\/gth_/)
  const room = await evening.scene.seenBy(evening.maren)
  const devika = Object.values(room.people).find(({ name }) => name === 'Devika Rao')
  assert.ok(devika?.stays.at(-1)?.till, 'Devika has left')
  assert.deepEqual(room.stack.requests, [])
  assert.deepEqual(
    errors.filter((error) => !error.includes('404')),
    [],
  )
})

test('two people see each other: lines, hands, and who has the floor', async () => {
  await using evening = await openEvening()
  await using browser = await openBrowser()
  const maren = await evening.visit(browser, evening.maren, { viewport: DESK })
  const chiara = await evening.visit(browser, evening.chiara, { viewport: DESK })
  await maren.page.getByRole('button', { name: 'Begin' }).click()
  await says(chiara.page, 'Welcome.')
  await chiara.page.getByLabel('Write to everyone').fill('I have a question first.')
  await chiara.page.keyboard.press('Enter')
  await maren.page.getByRole('log').getByText('I have a question first.').waitFor()
  await chiara.page.getByRole('button', { name: 'Ask for the floor' }).click()
  await chiara.page.getByRole('menuitem', { name: 'Question' }).click()
  await maren.page.getByRole('button', { name: 'Give Chiara the floor' }).click()
  await chiara.page.getByText('have the floor').waitFor()
  await chiara.page.getByRole('button', { name: 'I have finished' }).click()
  await says(maren.page, /The floor is free/)
  await maren.page.getByRole('button', { name: 'Agree' }).first().click()
  await chiara.page.getByRole('button', { name: 'Agree 1' }).waitFor()
  assert.match(await chiara.page.title(), /Who keeps the keys\?/)
  assert.deepEqual([...maren.errors, ...chiara.errors], [])
})

test('a lost line is said, keeps what is typed, and comes back with everything once', async () => {
  await using evening = await openEvening()
  await using browser = await openBrowser()
  const chiara = await evening.visit(browser, evening.chiara, { viewport: DESK })
  await chiara.page.getByLabel('Write to everyone').waitFor()
  await evening.scene.comesIn(evening.maren)
  const { params } = evening.scene
  await chiara.context.setOffline(true)
  await says(chiara.page, /We lost the line/)
  const { api } = evening
  for (const text of ['one', 'two', 'three'])
    await evening.maren.browser.call(api.sayInChat, { params, body: { text } })
  await chiara.page.getByLabel('Write to everyone').fill('said while away')
  await chiara.page.keyboard.press('Enter')
  await says(chiara.page, 'on its way…')
  await chiara.context.setOffline(false)
  await chiara.page.getByRole('log').getByText('three').waitFor()
  await chiara.page.getByRole('log').getByText('said while away').waitFor()
  const lines = await chiara.page.getByRole('log').locator('.words').allInnerTexts()
  assert.deepEqual(lines, ['one', 'two', 'three', 'said while away'])
})

test('the room is sound for assistive technology, day and evening, wide and narrow', async () => {
  await using evening = await openEvening()
  await using browser = await openBrowser()
  const { devika } = await fillEvening(evening)
  for (const who of [evening.maren, devika]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const viewport of [DESK, PHONE]) {
        const { page, context, errors } = await evening.visit(browser, who, {
          viewport,
          colorScheme,
        })
        await page.getByRole('tab', { name: 'People' }).waitFor()
        const name = `${who.name} ${colorScheme} ${viewport.width}`
        await picture(page, name)
        assert.deepEqual(await axe(page), [], name)
        assert.deepEqual(await sticksOut(page), [], name)
        await page.getByRole('tab', { name: 'People' }).click()
        await says(page, 'In the hall')
        assert.deepEqual(await axe(page), [], `${name} people`)
        assert.deepEqual(errors, [], name)
        await context.close()
      }
    }
  }
})

test('from right to left nothing sticks out and all stands in its place', async () => {
  await using evening = await openEvening()
  await using browser = await openBrowser()
  await fillEvening(evening)
  for (const viewport of [DESK, PHONE]) {
    const { page } = await evening.visit(browser, evening.lina, { viewport })
    await page.getByRole('tab', { name: 'People' }).waitFor()
    await page.evaluate(`document.documentElement.dir = 'rtl'`)
    await picture(page, `rtl ${viewport.width}`)
    assert.deepEqual(await sticksOut(page), [])
    assert.deepEqual(await axe(page), [])
  }
})
