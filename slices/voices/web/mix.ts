/** How loud each is heard here: the sound of those whom one does not hear is not fetched. */
import {
  type Participant,
  RemoteAudioTrack,
  RemoteTrackPublication,
  type Room as Call,
  Track,
} from 'livekit-client'

/** From 0 to 1; null: not even fetched. */
export type Mix = (who: string) => number | null

/** Everybody as they are. */
export const EVERYBODY: Mix = () => 1

type Play = (track: RemoteAudioTrack, who: string) => void

function mixOne(participant: Participant, mix: Mix, play: Play): void {
  const who = participant.identity
  const volume = mix(who)
  for (const publication of participant.trackPublications.values()) {
    if (!(publication instanceof RemoteTrackPublication)) continue
    if (publication.kind !== Track.Kind.Audio) continue
    if (publication.isDesired !== (volume !== null)) publication.setSubscribed(volume !== null)
    const { track } = publication
    if (!(track instanceof RemoteAudioTrack)) continue
    // Nothing plays what is not heard: some phones ignore the volume of what plays. A track that is
    // no longer wanted may stay a while, silent.
    if (!volume) for (const element of track.detach()) element.remove()
    else if (publication.isSubscribed && track.attachedElements.length === 0) play(track, who)
    track.setVolume(volume ?? 0)
  }
}

/** `play`: lets a track be heard that is not yet. */
export function mixAll({ remoteParticipants }: Call, mix: Mix, play: Play): void {
  for (const participant of remoteParticipants.values()) mixOne(participant, mix, play)
}
