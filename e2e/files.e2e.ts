import assert from 'node:assert/strict'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { listFiles } from '#slices/files/api.ts'
import { wallAt } from '#slices/gatherings/rules/zones.ts'
import { enterTheRoom } from '#slices/room/api.ts'
import { added, photograph } from '#testing/files.ts'
import { called } from '#testing/gatherings.ts'
import { axe, picture, sticksOut, type Visitor, signIn } from './browser.ts'
import { openFoundedHall } from './hall.ts'

const { hall, browser, maren, coop } = await openFoundedHall()

async function asMaren({ width = 1280, dark = false } = {}): Promise<Visitor> {
  const visitor = await browser.visitor({
    viewport: { width, height: 800 },
    colorScheme: dark ? 'dark' : 'light',
  })
  await signIn(visitor, maren, hall.origin)
  return visitor
}

async function isWell(page: Page): Promise<void> {
  assert.deepEqual(await axe(page), [])
  assert.deepEqual(await sticksOut(page), [])
}

/** In five minutes, so that the doors are open. */
const soon = () => ({
  starts: wallAt(new Date(Date.now() + 300_000).toISOString(), 'Europe/Amsterdam'),
})

const text = (words: string) => ({ mimeType: 'text/plain', buffer: Buffer.from(words) })

test('files are added to a circle by keyboard, taken away and put back, also on a phone', async () => {
  const { page, errors } = await asMaren({ width: 360, dark: true })
  await page.goto(`${hall.origin}/circles/${coop}`)
  const files = page.getByRole('region', { name: 'Files' })
  await files.getByText('No files yet.').waitFor()
  const chooser = page.waitForEvent('filechooser')
  await files.getByRole('button', { name: 'Add files' }).press('Enter')
  await (
    await chooser
  ).setFiles([
    { name: 'IMG_2041.jpg', mimeType: 'image/jpeg', buffer: await photograph(1200, 800) },
    { name: 'bylaws of the bakery, third draft with all remarks.txt', ...text('One. We bake.') },
  ])
  await files.getByRole('link', { name: 'bylaws', exact: false }).first().waitFor()
  await files.getByText('Maren Solheim').first().waitFor()
  await isWell(page)
  await picture(page, 'files-circle-360-dark', true)
  await files.getByRole('button', { name: 'Take IMG_2041.jpg away' }).press('Enter')
  await files.getByText('IMG_2041.jpg was taken away.').waitFor()
  await files.getByRole('button', { name: 'Put it back' }).press('Enter')
  await files.getByRole('link', { name: 'IMG_2041.jpg', exact: true }).waitFor()
  assert.deepEqual(errors, [])
})

/** Breaks the line in the middle of every upload, until it is mended. */
function breakUploads(): { mend(): void } {
  const begun = 'http.server.request.start'
  function hear(message: unknown): void {
    const { request } = Object(message)
    if (request.method !== 'POST' || !request.url.startsWith('/api/files/')) return
    let came = 0
    request.on('data', (part: Buffer) => {
      came += part.length
      if (came > 3_000_000) request.socket.destroy()
    })
  }
  subscribe(begun, hear)
  return { mend: () => unsubscribe(begun, hear) }
}

test('a line that breaks in the middle of 10 MB is told, nothing half is listed, and it is sent again', async () => {
  const { page, context } = await asMaren({ width: 360 })
  await page.goto(`${hall.origin}/circles/${coop}`)
  const files = page.getByRole('region', { name: 'Files' })
  const line = breakUploads()
  const buffer = Buffer.alloc(10_000_000, 'all of it ')
  await files
    .locator('input[type=file]')
    .setInputFiles([{ name: 'long.txt', mimeType: 'text/plain', buffer }])
  await files.getByText('The line broke.').waitFor()
  await context.setOffline(true)
  const listed = await maren.browser.call(listFiles, { params: { kind: 'circle', holder: coop } })
  assert.ok(listed.files.every(({ name }) => name !== 'long.txt'))
  await files.getByRole('button', { name: 'Try again' }).press('Enter')
  await files.getByText('The line broke.').waitFor()
  await isWell(page)
  await picture(page, 'files-cut')
  line.mend()
  await context.setOffline(false)
  await files.getByRole('link', { name: 'long.txt', exact: true }).waitFor()
  await context.close()
})

test('a file that is refused says why and can be left; the others arrive', async () => {
  const { page } = await asMaren()
  await page.goto(`${hall.origin}/circles/${coop}`)
  const files = page.getByRole('region', { name: 'Files' })
  const program = Buffer.concat([Buffer.from('7f454c46020101', 'hex'), Buffer.alloc(200)])
  await files.locator('input[type=file]').setInputFiles([
    { name: 'holiday.jpg', mimeType: 'image/jpeg', buffer: program },
    { name: 'after it.txt', ...text('still here') },
  ])
  await files.getByText('This is a program, whatever its name says').waitFor()
  await files.getByRole('link', { name: 'after it.txt', exact: true }).waitFor()
  await isWell(page)
  await picture(page, 'files-refused')
  await files.getByRole('button', { name: 'Leave it' }).press('Enter')
  await files.getByText('This is a program').waitFor({ state: 'detached' })
})

test('handouts stand on the page of a gathering, for all of it and for one item', async () => {
  const gathering = await called(maren.browser, coop)
  const { page, errors } = await asMaren()
  await page.goto(`${hall.origin}/gatherings/${gathering}`)
  const files = page.getByRole('region', { name: 'Handouts and slides' })
  await files
    .locator('input[type=file]')
    .setInputFiles([{ name: 'slides.txt', ...text('One slide') }])
  await files.getByRole('link', { name: 'slides.txt', exact: true }).waitFor()
  const panel = page.getByRole('region', { name: 'Files of Panel: who holds them?' })
  await panel.locator('input[type=file]').setInputFiles([{ name: 'holders.txt', ...text('Two') }])
  await panel.getByRole('link', { name: 'holders.txt', exact: true }).waitFor()
  assert.equal(await files.getByRole('link', { name: 'holders.txt', exact: true }).count(), 0)
  await isWell(page)
  await picture(page, 'files-gathering', true)
  // Beside its files, an item has notes of its own.
  await page.getByRole('button', { name: 'Begin a note for Panel: who holds them?' }).press('Enter')
  await page.getByRole('button', { name: 'Make it' }).press('Enter')
  await page.getByRole('heading', { name: 'Panel: who holds them?', level: 1 }).waitFor()
  await page.getByRole('link', { name: 'Panel: who holds them?' }).click()
  await page.getByRole('list', { name: 'Notes of Panel: who holds them?' }).waitFor()
  assert.deepEqual(errors, [])
})

test('handouts stand in the room under the running order, and are added there, also on a phone', async () => {
  const gathering = await called(maren.browser, coop, soon())
  await added({
    browser: maren.browser,
    at: { kind: 'gathering', holder: gathering },
    name: 'agenda.txt',
    body: 'first',
  })
  await maren.browser.call(enterTheRoom, { params: { gathering } })
  for (const width of [1280, 360]) {
    const { page, errors } = await asMaren({ width })
    await page.goto(`${hall.origin}/gatherings/${gathering}/room`)
    if (width === 360) await page.getByRole('tab', { name: 'Order' }).press('Enter')
    const files = page.getByRole('region', { name: 'Files of Who keeps the keys?' })
    await files.getByRole('link', { name: 'agenda.txt', exact: true }).waitFor()
    const name = `from ${width}.txt`
    await files.locator('input[type=file]').setInputFiles([{ name, ...text('here') }])
    await files.getByRole('link', { name, exact: true }).waitFor()
    await isWell(page)
    await picture(page, `files-room-${width}`)
    assert.deepEqual(errors, [])
    await page.close()
  }
})

const EVIL = 'window.parent.evil = window.evil = (document.cookie, 1)'
const SVG = `<svg xmlns="http://www.w3.org/2000/svg" onload="${EVIL}"><script>${EVIL}</script></svg>`
const HTML = `<!doctype html><script>${EVIL}</script><img src="x" onerror="${EVIL}">`
const PDF = `%PDF-1.7\n1 0 obj<</Type/Catalog/OpenAction<</S/JavaScript/JS(${EVIL})>>>>endobj\n<script>${EVIL}</script>\n%%EOF`

test('no file that somebody adds runs script in the hall, however it is opened', async () => {
  const at = { kind: 'circle', holder: coop }
  const wave = Buffer.concat([Buffer.from('GIF89a=1;'), Buffer.from(EVIL)])
  const evil: Record<string, string | Uint8Array> = {
    'drawing.svg': SVG,
    'page.html': HTML,
    'page.txt': HTML,
    'words.md': EVIL,
    'script.js': EVIL,
    'paper.pdf': PDF,
    'sound.mp3': Buffer.concat([Buffer.from('ID3\u0003\0\0\0\0\0\0'), Buffer.from(HTML)]),
    'wave.bin': Buffer.concat([Buffer.from([0, 1, 2]), wave]),
  }
  const { page } = await asMaren()
  for (const [name, body] of Object.entries(evil)) {
    const { id } = await added({ browser: maren.browser, at, name, body })
    const address = `${hall.origin}/files/${id}`
    await page.goto(`${hall.origin}/circles`)
    // As a script, as a frame, as an object, as a picture, on a page of the hall itself.
    const ran: boolean = await page.evaluate(`Promise.all(['script', 'iframe', 'embed', 'img'].map(
      (tag) => new Promise((settled) => {
        const element = document.createElement(tag)
        element.src = ${JSON.stringify(address)}
        element.onload = element.onerror = settled
        setTimeout(settled, 300)
        document.body.append(element)
      }))).then(() => 'evil' in window)`)
    assert.equal(ran, false, `${name} ran in the hall`)
    // Opened by itself: shown without script, or saved.
    const saved = page.waitForEvent('download').catch(() => null)
    const shown = await page.goto(address).catch(() => null)
    if (shown) assert.equal(await page.evaluate(`'evil' in window`), false, `${name} ran`)
    else assert.ok(await saved, `${name} was neither shown nor saved`)
    await page.goto('about:blank')
  }
})
