/**
 * What sound and picture weigh, gzip, in bytes: all that a browser fetches in addition to the room
 * when somebody joins the sound, which is after the room is usable.
 */
import { filesOf, weigh } from './load/built.ts'
import type { Measured } from './load/measured.ts'

const MOST = 220_000
const ROOM = ['index.html', '../slices/room/web/RoomPage.tsx']
const VOICES = ['VoiceBar', 'Faces', 'SoundWord'].map((name) => `../slices/voices/web/${name}.tsx`)
const LINE = ['../slices/voices/web/line.ts']

export async function run(): Promise<Measured> {
  const room = new Set(filesOf(ROOM))
  const more = filesOf([...VOICES, ...LINE]).filter((file) => !room.has(file))
  const shown = filesOf(VOICES).filter((file) => !room.has(file))
  const media = weigh(more)
  return {
    figures: { media, before: weigh(shown) },
    reference: { media: MOST, before: 0 },
    judged: [{ wish: 'sound and picture weigh at most 220 kB', reached: media <= MOST }],
  }
}
