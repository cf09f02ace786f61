/** What is drawn of a call, read anew from LiveKit's own state. */
import {
  type LocalTrackPublication,
  type Participant,
  type Room as Call,
  Track,
} from 'livekit-client'
import { type Source, SOURCES } from '../rules/voices.ts'
import type { Tile, Voice } from './callStore.ts'

const OF: Partial<Record<Track.Source, Source>> = {
  [Track.Source.Microphone]: 'microphone',
  [Track.Source.Camera]: 'camera',
  [Track.Source.ScreenShare]: 'screen',
}
/** As LiveKit numbers them in permissions. */
const NUMBERED: Record<Source, number> = { camera: 1, microphone: 2, screen: 3 }

export const sourceOf = ({ source }: LocalTrackPublication): Source | undefined => OF[source]

function trackOf(participant: Participant, source: Track.Source): Track | null {
  const found = participant.getTrackPublication(source)
  return (found?.isSubscribed && !found.isMuted && found.track) || null
}

function tilesOf(participant: Participant): Tile[] {
  const { identity: who, name = '', isLocal: mine } = participant
  return [Track.Source.ScreenShare, Track.Source.Camera].flatMap((source) => {
    const track = trackOf(participant, source)
    if (!track) return []
    const what = source === Track.Source.Camera ? ('camera' as const) : ('screen' as const)
    const show = (element: HTMLVideoElement) => {
      track.attach(element)
      return () => void track.detach(element)
    }
    return [{ key: `${who} ${what} ${track.sid ?? ''}`, who, name, what, mine, show }]
  })
}

/** Whether or not one hears it here. */
function isOpen(participant: Participant): boolean {
  const found = participant.getTrackPublication(Track.Source.Microphone)
  return found !== undefined && !found.isMuted
}

const voiceOf = (participant: Participant): Voice => ({
  who: participant.identity,
  name: participant.name ?? '',
  open: isOpen(participant),
  camera: trackOf(participant, Track.Source.Camera) !== null,
  screen: trackOf(participant, Track.Source.ScreenShare) !== null,
})

function mayOf({ localParticipant: { permissions } }: Call): Source[] {
  if (!permissions?.canPublish) return []
  const numbers = permissions.canPublishSources.map(Number)
  return SOURCES.filter((what) => numbers.length === 0 || numbers.includes(NUMBERED[what]))
}

function mineOf({ localParticipant }: Call): Source[] {
  return [...localParticipant.trackPublications.values()].flatMap(({ source, track, isMuted }) => {
    const what = OF[source]
    return what && track && !isMuted ? [what] : []
  })
}

/** Does somebody else send what is not sealed? In a sealed call that is neither shown nor heard. */
export function sendsOpen({ isLocal, trackPublications }: Participant): boolean {
  return !isLocal && [...trackPublications.values()].some(({ isEncrypted }) => !isEncrypted)
}

/** Tiles that stay the same stay the same object, so that no picture is taken out and put in again. */
function kept(before: readonly Tile[], now: Tile[]): readonly Tile[] {
  const known = new Map(before.map((tile) => [tile.key, tile]))
  return now.map((tile) => known.get(tile.key) ?? tile)
}

export function drawn(call: Call, before: readonly Tile[]) {
  const all: Participant[] = [call.localParticipant, ...call.remoteParticipants.values()]
  const shown = call.isE2EEEnabled ? all.filter((one) => !sendsOpen(one)) : all
  return {
    may: mayOf(call),
    mine: mineOf(call),
    tiles: kept(before, shown.flatMap(tilesOf)),
    voices: all.map(voiceOf),
  }
}
