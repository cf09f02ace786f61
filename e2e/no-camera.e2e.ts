/** What is refused in the sound: a camera by the browser, and every word to whoever was removed. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { removeSomebody } from '#slices/room/api.ts'
import { ownMedia, withoutMedia } from '#testing/media.ts'
import { axe, FAKE_DEVICES, openBrowser, picture, sticksOut, until } from './browser.ts'
import { openEvening } from './evening.ts'

const AS = { viewport: { width: 1280, height: 800 }, permissions: ['microphone', 'camera'] }
const PHONE = { ...AS, viewport: { width: 360, height: 740 } }

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

/** As a browser does whose owner said no. */
const NO = `navigator.mediaDevices.getUserMedia = async () => {
  throw new DOMException('Permission denied', 'NotAllowedError')
}`
/** Sound of others that plays on a page. */
const HEARS = `[...document.querySelectorAll('audio')].some(
  ({ srcObject, paused }) => !paused && srcObject?.getAudioTracks().some((track) => !track.muted),
)`

test(
  'who refuses the camera is told what to press and goes on listening; who is removed hears nothing more',
  { skip: withoutMedia },
  async () => {
    await using evening = await openEvening(ownMedia)
    await using browser = await openBrowser(FAKE_DEVICES)
    const { scene } = evening
    const guest = await scene.guest('Devika Rao')
    const speaker = await evening.visit(browser, evening.maren, AS)
    const { page } = await evening.visit(browser, guest, PHONE)
    await button(speaker.page, 'Begin').click()
    await button(speaker.page, 'Join with sound').click()
    await button(speaker.page, 'Microphone open').click()
    await button(speaker.page, 'Join').click()
    await button(page, 'Join with sound').click()
    await button(page, 'Join and listen').click()
    await until(page, HEARS)

    await page.evaluate(NO)
    await button(page, 'Switch the camera on').click()
    await page
      .getByText(/This browser does not let the hall use it/)
      .first()
      .waitFor()
    await picture(page, 'voices-refused')
    assert.deepEqual(await axe(page), [])
    assert.deepEqual(await sticksOut(page), [])
    await until(page, HEARS)
    await button(page, 'Ask for the floor').click()
    await page.getByRole('menuitem', { name: 'Question' }).click()
    await button(speaker.page, 'Give Devika the floor').waitFor()

    const body = { reason: 'asked to go' }
    await evening.maren.browser.call(removeSomebody, {
      params: { ...scene.params, who: guest.who },
      body,
    })
    await until(page, `!(${HEARS})`)
    await picture(page, 'voices-removed')
    // The token that LiveKit itself renewed in this browser opens nothing any more.
    await page.reload()
    await until(page, `!document.querySelector('audio')`)
    assert.equal(await button(page, 'Join with sound').count(), 0)
    assert.deepEqual(speaker.errors, [])
  },
)
