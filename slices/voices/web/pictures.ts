/**
 * Pictures of others: received while they are wanted and the line carries them. Sound goes first: on a
 * line that stays weak pictures are left out by themselves, and come back by a press of their owner.
 */
import {
  ConnectionQuality,
  type RemoteTrackPublication,
  type Room as Call,
  RoomEvent,
  Track,
} from 'livekit-client'
import type { CallStore, Pictures } from './callStore.ts'

/** A weak moment is none: the line must stay weak for so long. */
const WEAK_MS = 8000

const isPicture = ({ kind }: { kind: Track.Kind }) => kind === Track.Kind.Video

function picturesOf({ remoteParticipants }: Call): RemoteTrackPublication[] {
  return [...remoteParticipants.values()].flatMap((one) => [...one.videoTrackPublications.values()])
}

/** Receives the pictures of others, or not; those who come later alike. */
export function wantPictures(call: Call, store: CallStore, pictures: Pictures): void {
  store.become({ pictures })
  for (const publication of picturesOf(call)) publication.setSubscribed(pictures === 'shown')
}

/** Keeps a call to what its owner wants and its line carries, for as long as it lives. */
export function keepPictures(call: Call, store: CallStore): void {
  let weak: ReturnType<typeof setTimeout> | null = null
  const isShown = () => store.now().pictures === 'shown'
  const strong = () => {
    if (weak) clearTimeout(weak)
    weak = null
  }
  call
    .on(RoomEvent.TrackPublished, (publication) => {
      if (isPicture(publication) && !isShown()) publication.setSubscribed(false)
    })
    .on(RoomEvent.ConnectionQualityChanged, (quality, participant) => {
      if (!participant.isLocal) return
      store.become({ quality })
      if (quality !== ConnectionQuality.Poor) return strong()
      weak ??= setTimeout(() => {
        weak = null
        if (isShown()) wantPictures(call, store, 'left-out')
      }, WEAK_MS)
    })
    .on(RoomEvent.Connected, () => {
      if (!isShown()) wantPictures(call, store, store.now().pictures)
    })
    .on(RoomEvent.Disconnected, strong)
}
