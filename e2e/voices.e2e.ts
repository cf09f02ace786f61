/** The sound and picture of an evening, with real media: who hears and sees whom, and who may not. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { becomeTone } from '../bench/load/tones.ts'
import { heardBy } from '#slices/room/routes/scene.test.ts'
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

const DESK = { width: 1280, height: 800 }
const AS = { viewport: DESK, permissions: ['camera', 'microphone'] }

const says = (page: Page, words: RegExp | string) => page.getByText(words).first().waitFor()
const button = (page: Page, name: RegExp | string) =>
  page.getByRole('button', { name, exact: true })

async function joins({ page }: Visitor, ...also: string[]): Promise<void> {
  await button(page, 'Join with sound').click()
  for (const name of also) await page.getByRole('dialog').getByRole('button', { name }).click()
  await page.getByRole('button', { name: /^Join( and listen)?$/ }).click()
  await button(page, 'Sound').waitFor()
}

async function chooses(page: Page, what: string): Promise<void> {
  await button(page, 'Sound').click()
  await page.getByRole('menuitem', { name: what }).click()
}

async function doesWith(page: Page, name: string, what: string): Promise<void> {
  await button(page, `What to do with ${name}`).click()
  await page.getByRole('menuitem', { name: what, exact: true }).click()
}

test(
  'two see and hear each other; in a plenary only the stage speaks; the sound comes back after a crash',
  { skip: withoutMedia },
  async () => {
    await using evening = await openEvening(ownMedia)
    await using browser = await openBrowser(FAKE_DEVICES)
    const maren = await evening.visit(browser, evening.maren, AS)
    const chiara = await evening.visit(browser, evening.chiara, AS)
    await button(maren.page, 'Begin').click()
    await joins(maren, 'Microphone open', 'Camera on')
    await joins(chiara)
    await sees(chiara.page)
    await hears(chiara.page)
    await picture(chiara.page, 'voices-circle')
    assert.deepEqual(await axe(chiara.page), [])
    assert.deepEqual(await sticksOut(chiara.page), [])

    await chooses(chiara.page, 'Sound only, without pictures')
    await until(chiara.page, `!document.querySelector('.tile')`)
    await hears(chiara.page)
    await chooses(chiara.page, 'Your line')
    await until(
      chiara.page,
      `/[1-9]\\d* kbit/.test(document.querySelector('.line-facts')?.textContent)`,
    )
    await picture(chiara.page, 'voices-line')
    assert.deepEqual(await axe(chiara.page), [])
    await button(chiara.page, 'Show pictures again').click()
    await button(chiara.page, 'Close').click()
    await sees(chiara.page)

    await becomeTone(chiara.page, 440)
    await button(chiara.page, 'Open the microphone').click()
    await hears(maren.page)
    const ear = await evening.scene.listens(evening.maren)
    const heard = () => heardBy(ear, evening.scene.topic).floor.heard
    const isHeard = () => heard().some(({ who, ms }) => who === evening.chiara.who && ms > 0)
    await ear.until(isHeard, 60)
    assert.ok(
      heard().every(({ who }) => who !== evening.maren.who),
      'the floor counts hers',
    )
    ear.socket.close()
    await button(maren.page, 'Sound').click()
    await maren.page.getByRole('menuitem', { name: /Who is in the sound/ }).click()
    await picture(maren.page, 'voices-heard')
    await doesWith(maren.page, 'Chiara Bellandi', 'Mute')
    await says(chiara.page, 'A facilitator muted you.')
    await button(chiara.page, 'Open the microphone').waitFor()
    await button(maren.page, 'Close').click()

    await chooses(maren.page, 'Only the stage speaks')
    await says(chiara.page, 'You are listening')
    await chooses(maren.page, 'Who is in the sound')
    await doesWith(maren.page, 'Chiara Bellandi', 'Let speak')
    await says(chiara.page, 'A facilitator lets you speak.')
    await button(chiara.page, 'Open the microphone').waitFor()
    await doesWith(maren.page, 'Chiara Bellandi', 'As everybody again')
    await button(maren.page, 'Close').click()
    await says(chiara.page, 'You are listening')
    await button(chiara.page, 'Ask for the floor').click()
    await chiara.page.getByRole('menuitem', { name: 'Question' }).click()
    await button(maren.page, 'Give Chiara the floor').click()
    await button(chiara.page, 'Open the microphone').click()
    await button(chiara.page, 'Mute the microphone').waitFor()
    await button(chiara.page, 'I have finished').click()
    await says(chiara.page, 'You are listening')

    assert.deepEqual([...maren.errors, ...chiara.errors], [])
    const { data } = evening.scene.test.hall.config
    process.kill(JSON.parse(readFileSync(join(data, 'media.json'), 'utf8')).pid, 'SIGKILL')
    await says(chiara.page, 'sound is coming back')
    await chiara.page.getByText('sound is coming back').waitFor({ state: 'detached' })
    await sees(chiara.page)
    await hears(chiara.page)

    await picture(maren.page, 'voices-stage')
    await maren.page.setViewportSize({ width: 360, height: 740 })
    await picture(maren.page, 'voices-phone')
    assert.deepEqual(await sticksOut(maren.page), [])
  },
)
