/** A sealed gathering, with real media: two hear each other; who has another key does not, and is told. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { ownMedia, withoutMedia } from '#testing/media.ts'
import {
  axe,
  FAKE_DEVICES,
  openBrowser,
  picture,
  sticksOut,
  until,
  type Visitor,
} from './browser.ts'
import { openEvening } from './evening.ts'
import { hears, sees } from './hearing.ts'

const AS = { viewport: { width: 1280, height: 800 }, permissions: ['camera', 'microphone'] }
const WRONG = 'quite another key'

const button = (page: Page, name: RegExp | string) =>
  page.getByRole('button', { name, exact: true })
const says = (page: Page, words: RegExp) => page.getByText(words).first().waitFor()

/** All that a page sends to the hall, as it goes out: addresses, bodies, frames of sockets. */
function sentBy({ page }: Visitor): () => string {
  const sent: string[] = []
  page.on('request', (request) => {
    sent.push(request.url(), JSON.stringify(request.headers()), request.postData() ?? '')
  })
  page.on('websocket', (socket) => {
    sent.push(socket.url())
    socket.on('framesent', ({ payload }) => void sent.push(payload.toString('latin1')))
  })
  return () => sent.join('\n').toLowerCase()
}

async function joins(page: Page, ...also: string[]): Promise<void> {
  for (const name of also) await page.getByRole('dialog').getByRole('button', { name }).click()
  await page.getByRole('button', { name: /^Join( and listen)?$/ }).click()
  await button(page, 'Sound').waitFor()
}

/** Nothing of others plays that has any energy, for so long. */
const SILENT_MS = 3000
const isSilent = async (page: Page) =>
  !(await Promise.race([
    hears(page).then(() => true),
    page.evaluate(`new Promise((done) => setTimeout(() => done(false), ${SILENT_MS}))`),
  ]).catch(() => true))

test(
  'two hear and see each other sealed; a third with another key is told, and types it again',
  { skip: withoutMedia },
  async () => {
    await using evening = await openEvening(ownMedia, { sealed: true })
    await using browser = await openBrowser(FAKE_DEVICES)
    const maren = await evening.visit(browser, evening.maren, AS)
    const sent = [sentBy(maren)]
    await button(maren.page, 'Begin').click()
    await button(maren.page, 'Join with sound').click()
    await button(maren.page, 'Make a key').click()
    const key = await maren.page.getByRole('textbox', { name: 'The key', exact: true }).inputValue()
    assert.match(key, /^([a-z2-9]{4}-){4}[a-z2-9]{4}$/)
    await picture(maren.page, 'sealed-join')
    assert.deepEqual(await axe(maren.page), [])
    await joins(maren.page, 'Microphone open', 'Camera on')
    await says(maren.page, /with sealed sound/)
    await button(maren.page, 'Sound').click()
    await maren.page.getByRole('menuitem', { name: 'The key' }).click()
    const link = await maren.page
      .getByRole('textbox', { name: 'Link into the room, with the key' })
      .inputValue()
    assert.ok(link.endsWith(`#key=${key.replaceAll('-', '')}`), link)
    await picture(maren.page, 'sealed-key')
    assert.deepEqual(await axe(maren.page), [])
    await maren.page.setViewportSize({ width: 360, height: 740 })
    assert.deepEqual(await sticksOut(maren.page), [])
    await picture(maren.page, 'sealed-key-phone')
    await maren.page.setViewportSize(AS.viewport)
    await button(maren.page, 'Close').click()
    assert.equal(await button(maren.page, /^Captions/).count(), 0)

    const chiara = await evening.visit(browser, evening.chiara, AS)
    sent.push(sentBy(chiara))
    await chiara.page.goto('about:blank')
    await chiara.page.goto(link)
    await button(chiara.page, 'Join with sound').click()
    assert.equal(
      await chiara.page.getByRole('textbox', { name: 'The key', exact: true }).inputValue(),
      key,
    )
    assert.equal(new URL(chiara.page.url()).hash, '', 'the key left the address')
    await joins(chiara.page, 'Microphone open')
    await sees(chiara.page)
    await hears(chiara.page)
    await hears(maren.page)

    const joost = await evening.visit(browser, evening.joost, AS)
    sent.push(sentBy(joost))
    await button(joost.page, 'Join with sound').click()
    await joost.page.getByRole('button', { name: 'Join and listen' }).click()
    await says(joost.page, /A key has at least 12 letters/)
    await joost.page.getByRole('textbox', { name: 'The key', exact: true }).fill(WRONG)
    await joins(joost.page)
    await says(joost.page, /Your key does not open what comes from .*Maren/)
    assert.ok(await isSilent(joost.page), 'what does not open is not heard')
    await picture(joost.page, 'sealed-wrong')
    assert.deepEqual(await axe(joost.page), [])
    await joost.page.setViewportSize({ width: 360, height: 740 })
    assert.deepEqual(await sticksOut(joost.page), [])
    await picture(joost.page, 'sealed-wrong-phone')

    await button(joost.page, 'Type the key again').press('Enter')
    await joost.page
      .getByRole('textbox', { name: 'Another key' })
      .fill(key.toUpperCase().replaceAll('-', ' '))
    await joost.page.keyboard.press('Enter')
    await hears(joost.page)
    await until(joost.page, `!/does not open/.test(document.body.textContent)`)

    const all = sent.map((read) => read()).join('\n')
    assert.ok(all.includes('/media/'), 'what was sent was looked at')
    for (const secret of [key, key.replaceAll('-', ''), WRONG, WRONG.replaceAll(' ', '')])
      assert.equal(all.includes(secret), false, 'the key stays in browsers')
    assert.deepEqual([...maren.errors, ...chiara.errors, ...joost.errors], [])
  },
)
