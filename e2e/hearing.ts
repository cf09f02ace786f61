/** Who is really seen and heard on a page of a story. */
import type { Page } from 'playwright-core'
import { until } from './browser.ts'

/** Frames of others that were decoded grow: somebody is really seen. */
export const sees = (page: Page) =>
  until(
    page,
    `[...document.querySelectorAll('.tile video:not(.mirrored)')].some((video) => video.getVideoPlaybackQuality().totalVideoFrames > 5)`,
  )

/** The sound of others that plays has energy: somebody is really heard. */
export const hears = (page: Page) =>
  until(
    page,
    `(() => {
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
    })()`,
  )
