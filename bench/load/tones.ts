/** People who are tones: who hears whom is read from what plays on a page, and for how long nothing did. */
import type { Page } from 'playwright-core'

/** From now on the microphone of this page is a tone of so many Hz. */
export async function becomeTone(page: Page, hertz: number): Promise<void> {
  await page.evaluate(`navigator.mediaDevices.getUserMedia = async () => {
    const context = new AudioContext()
    const tone = new OscillatorNode(context, { frequency: ${hertz} })
    const out = context.createMediaStreamDestination()
    tone.connect(out)
    tone.start()
    return out.stream
  }`)
}

/** Samples what plays every 10 ms: when, which sounds (by their number), at which loudest Hz. */
export async function listen(page: Page): Promise<void> {
  await page.evaluate(`(() => {
    const context = new AudioContext()
    const ears = new Map()
    window.samples = []
    setInterval(() => {
      const playing = []
      for (const { srcObject, muted } of document.querySelectorAll('audio')) {
        if (!srcObject || muted) continue
        if (!ears.has(srcObject)) {
          const analyser = new AnalyserNode(context, { fftSize: 1024, smoothingTimeConstant: 0 })
          context.createMediaStreamSource(srcObject).connect(analyser)
          ears.set(srcObject, { analyser, number: ears.size, bins: new Float32Array(512) })
        }
        const { analyser, number, bins } = ears.get(srcObject)
        analyser.getFloatFrequencyData(bins)
        const loudest = bins.reduce((best, one, at) => (one > bins[best] ? at : best), 0)
        if (bins[loudest] > -60)
          playing.push({ number, hertz: Math.round((loudest * context.sampleRate) / 1024) })
      }
      window.samples.push({ at: Date.now(), playing })
      if (window.samples.length > 3000) window.samples.splice(0, 1000)
    }, 10)
  })()`)
}

export type Sample = { at: number; playing: { number: number; hertz: number }[] }

export function samplesSince(page: Page, at: number): Promise<Sample[]> {
  return page.evaluate<Sample[]>(`window.samples.filter((one) => one.at >= ${at})`)
}

/** The longest stretch in which nothing played, in ms; a sample that came late counts as one. */
export function longestSilence(samples: readonly Sample[]): number {
  let longest = 0
  let since: number | null = null
  for (const { at, playing } of samples) {
    if (playing.length > 0) since = null
    else {
      since ??= at
      longest = Math.max(longest, at - since)
    }
  }
  return longest
}
