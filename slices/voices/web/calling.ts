/** A call as LiveKit's client makes it, and what plays of it. */
import { Room as Call, type RoomOptions, Track } from 'livekit-client'
import type { Devices } from './devices.ts'

/** How long a line that was lost is sought. */
export const SOUGHT_MS = 120_000

/** Between 0.2 and 0.5 s, so that a hall of 350 does not come back in one instant. */
export const pause = () => 200 + Math.random() * 300

/** Sound needs no place on the page, only an element to come out of. */
export function play(track: Track, who: string, isHushed: boolean): void {
  if (track.kind !== Track.Kind.Audio) return
  const element = track.attach()
  element.hidden = true
  element.muted = isHushed
  element.dataset['who'] = who
  document.body.append(element)
}

export function silence(track: Track): void {
  for (const element of track.detach()) element.remove()
}

/** `more`: what a sealed call needs. */
export function callWith(
  { microphone, camera, speaker }: Devices,
  more: Pick<RoomOptions, 'encryption'>,
): Call {
  const of = (deviceId: string) => (deviceId ? { deviceId } : {})
  return new Call({
    ...more,
    adaptiveStream: true,
    dynacast: true,
    audioCaptureDefaults: of(microphone),
    videoCaptureDefaults: of(camera),
    audioOutput: of(speaker),
    reconnectPolicy: {
      nextRetryDelayInMs: ({ elapsedMs }) => (elapsedMs > SOUGHT_MS ? null : pause()),
    },
  })
}

/** Tells a phone that this goes on with the screen off, as music does. */
export function keepPlaying(): void {
  if (!('mediaSession' in navigator)) return
  navigator.mediaSession.metadata = new MediaMetadata({ title: document.title })
  navigator.mediaSession.playbackState = 'playing'
}

export function stopPlaying(): void {
  if (!('mediaSession' in navigator)) return
  navigator.mediaSession.metadata = null
  navigator.mediaSession.playbackState = 'none'
}
