/** How loud each is heard here: the sound of those whom one does not hear is not fetched. */
import {
  type Participant,
  RemoteAudioTrack,
  RemoteTrackPublication,
  type Room as Call,
  Track,
} from 'livekit-client'

/** From 0 to 1; null: not heard, and not fetched. */
export type Mix = (who: string) => number | null

/** Everybody as they are. */
export const EVERYBODY: Mix = () => 1

function mixOne(participant: Participant, mix: Mix): void {
  const volume = mix(participant.identity)
  for (const publication of participant.trackPublications.values()) {
    if (!(publication instanceof RemoteTrackPublication)) continue
    if (publication.kind !== Track.Kind.Audio) continue
    if (publication.isDesired !== (volume !== null)) publication.setSubscribed(volume !== null)
    if (publication.track instanceof RemoteAudioTrack) publication.track.setVolume(volume ?? 0)
  }
}

export function mixAll({ remoteParticipants }: Call, mix: Mix): void {
  for (const participant of remoteParticipants.values()) mixOne(participant, mix)
}
