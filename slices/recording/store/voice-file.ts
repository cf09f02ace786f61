/**
 * One voice going into one file. A second of it is lost at most when the writer is killed. Sound that
 * did not come in time (a busy machine, a lost line) is silence, so that all voices stay in step.
 */
import { closeSync, openSync, writeSync } from 'node:fs'
import { Encoder } from '@evan/opus'
import { opening, page, PACKET_SAMPLES, RATE, SILENCE } from '../rules/ogg.ts'

const BITRATE = 24_000
const PACKETS_A_PAGE = 25
const LATE_SAMPLES = RATE / 2

export type VoiceFile = {
  /** Samples of 16 bits, 48,000 a second, one channel. */
  hear(samples: Int16Array): void
  close(): void
}

/** Begins a file that must not be there yet; `elapsed` says the milliseconds since it began. */
export function openVoiceFile(path: string, elapsed: () => number): VoiceFile {
  const file = openSync(path, 'wx', 0o600)
  const encoder = new Encoder({ channels: 1, sample_rate: RATE, application: 'voip' })
  encoder.bitrate = BITRATE
  const serial = (Math.random() * 0xffffffff) >>> 0
  for (const one of opening(serial)) writeSync(file, one)
  const waiting = new Int16Array(PACKET_SAMPLES)
  let filled = 0
  let packets: Uint8Array[] = []
  let number = 2
  let granule = 0
  let closed = false

  function write(): void {
    if (packets.length === 0) return
    writeSync(file, page(packets, { serial, number, granule }))
    number += 1
    packets = []
  }
  function keep(packet: Uint8Array): void {
    packets.push(packet)
    granule += PACKET_SAMPLES
    if (packets.length === PACKETS_A_PAGE) write()
  }
  return {
    hear(samples) {
      if (closed) return
      const due = (elapsed() * RATE) / 1000 - samples.length
      if (due - granule > LATE_SAMPLES) while (granule + PACKET_SAMPLES <= due) keep(SILENCE)
      for (const sample of samples) {
        waiting[filled] = sample
        filled += 1
        if (filled < PACKET_SAMPLES) continue
        keep(Uint8Array.from(encoder.encode(waiting)))
        filled = 0
      }
    },
    close() {
      if (closed) return
      closed = true
      write()
      closeSync(file)
    },
  }
}
