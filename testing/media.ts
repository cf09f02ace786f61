/** LiveKit for stories: the one of this machine; where there is none they say that they were left out. */
import { binaryHere } from '#kernel/media/binary.ts'
import type { Media } from '#kernel/media/media.ts'
import type { MediaPlan, MediaWord } from '#kernel/media/state.ts'

const binary = binaryHere(null)

/** For `{ skip }` of a test: why it is left out, or false. */
export const withoutMedia = binary
  ? false
  : 'There is no livekit-server on this machine: see "Sound and picture" in docs/host.md.'

/** A server of their own, on loopback alone. */
export const ownMedia: MediaPlan = { by: 'us', binary, host: null, port: 7880, redisUrl: null }

/** Waits until it is so; the media server tells of each change. */
export function becomes(media: Media, word: MediaWord): Promise<void> {
  return new Promise((resolve) => {
    if (media.state().is === word) return resolve()
    media.hear(({ is }) => {
      if (is === word) resolve()
    })
  })
}
