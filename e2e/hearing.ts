/** Who is really seen and heard on a page of a story. */
import type { Page } from 'playwright-core'
import { until } from './browser.ts'

/** Frames of others that were decoded grow: somebody is really seen. */
export const sees = (page: Page) =>
  until(
    page,
    `[...document.querySelectorAll('.tile video:not(.mirrored)')].some((video) => video.getVideoPlaybackQuality().totalVideoFrames > 5)`,
  )

/** Is the sound of others that plays louder than nothing at this moment? */
const HEARD = `(() => {
  const element = [...document.querySelectorAll('audio')].find(({ srcObject }) => srcObject)
  if (!element) return false
  if (window.heard?.of !== element.srcObject) {
    const context = new AudioContext()
    const analyser = context.createAnalyser()
    context.createMediaStreamSource(element.srcObject).connect(analyser)
    window.heard = { of: element.srcObject, analyser, wave: new Float32Array(analyser.fftSize) }
  }
  window.heard.analyser.getFloatTimeDomainData(window.heard.wave)
  return window.heard.wave.some((one) => Math.abs(one) > 0.01)
})()`

/** The sound of others that plays has energy: somebody is really heard. */
export const hears = (page: Page) => until(page, HEARD)

/** So many looks in a row without a sound: a fake microphone beeps every second. */
const QUIET_LOOKS = 30

/** Nobody is heard any more. */
export const hearsNothing = (page: Page) =>
  until(page, `(window.quiet = ${HEARD} ? 0 : (window.quiet ?? 0) + 1) >= ${QUIET_LOOKS}`)
