/**
 * Handing what is sent from one line to the next: a copy of each running track is sent there before
 * the first ends, so that nobody is asked for a device again and no word is lost between.
 */
import {
  isLocalTrack,
  LocalAudioTrack,
  type LocalParticipant,
  type LocalTrack,
  LocalVideoTrack,
  ParticipantEvent,
  Track,
} from 'livekit-client'
import type { Source } from '../rules/voices.ts'

const LET_SPEAK_MS = 3000

/** What one line hands over: what it sends, and what its owner switched on. */
export type Given = {
  sent: readonly { track: LocalTrack; source: Track.Source }[]
  wanted: readonly Source[]
}

export function sentBy(me: LocalParticipant): Given['sent'] {
  return [...me.trackPublications.values()].flatMap(({ track, source }) =>
    track ? [{ track, source }] : [],
  )
}

async function copyOf(track: LocalTrack): Promise<LocalAudioTrack | LocalVideoTrack> {
  const media = track.mediaStreamTrack.clone()
  const copy =
    track.kind === Track.Kind.Audio
      ? new LocalAudioTrack(media, track.constraints, false)
      : new LocalVideoTrack(media, track.constraints, false)
  if (track.isMuted) await copy.mute()
  return copy
}

/** Who stood by is let speak when the room opens; waits for that, a moment at most. */
async function letSpeak(me: LocalParticipant): Promise<void> {
  if (me.permissions?.canPublish) return
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, LET_SPEAK_MS)
    me.once(ParticipantEvent.ParticipantPermissionsChanged, () => {
      clearTimeout(timer)
      resolve()
    })
  })
}

/** Sends copies of these; what may not be sent here ends. */
export async function sendCopies(me: LocalParticipant, sent: Given['sent']): Promise<void> {
  if (sent.length === 0) return
  await letSpeak(me)
  await Promise.all(
    sent.map(async ({ track, source }) => {
      const copy = await copyOf(track)
      // Always so; LiveKit's exact types do not say it of their own classes.
      if (isLocalTrack(copy)) await me.publishTrack(copy, { source }).catch(() => copy.stop())
    }),
  )
}

/** Ends what was handed over. */
export async function endSent(me: LocalParticipant, sent: Given['sent']): Promise<void> {
  await Promise.all(sent.map(({ track }) => me.unpublishTrack(track, true)))
}
