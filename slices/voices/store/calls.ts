/** Speaking to LiveKit: rooms, those in them, and tokens. */
import {
  AccessToken,
  type ParticipantInfo,
  RoomServiceClient,
  TrackSource,
  TwirpError,
} from 'livekit-server-sdk'
import type { MediaAt } from '#kernel/media/state.ts'
import { type Source, SOURCES } from '../rules/voices.ts'

/** A token serves one knock; the signalling line mints a new one each time (signalling.ts). */
const TOKEN_SECONDS = 30
const EMPTY_SECONDS = 300
const MOST_PEOPLE = 1000

const OF_SOURCE: Record<Source, TrackSource[]> = {
  microphone: [TrackSource.MICROPHONE],
  camera: [TrackSource.CAMERA],
  screen: [TrackSource.SCREEN_SHARE, TrackSource.SCREEN_SHARE_AUDIO],
}

/** What LiveKit is told that somebody may send. */
export const sourcesOf = (sends: readonly Source[]): TrackSource[] =>
  sends.flatMap((source) => OF_SOURCE[source])

/** What a track is to us; null for what the hall knows nothing of. */
export function sourceOf(track: TrackSource): Source | null {
  return SOURCES.find((source) => OF_SOURCE[source].includes(track)) ?? null
}

export function callsOf({ url, key, secret }: MediaAt): RoomServiceClient {
  return new RoomServiceClient(url, key, secret)
}

/** Makes the room of a gathering; one that is there already stays as it is. */
export async function makeCall(at: MediaAt, gathering: string): Promise<void> {
  await callsOf(at).createRoom({
    name: gathering,
    emptyTimeout: EMPTY_SECONDS,
    maxParticipants: MOST_PEOPLE,
  })
}

export type Entrant = { gathering: string; who: string; name: string; sends: readonly Source[] }

export function tokenFor({ key, secret }: MediaAt, entrant: Entrant): Promise<string> {
  const { gathering, who, name, sends } = entrant
  const token = new AccessToken(key, secret, { identity: who, name, ttl: TOKEN_SECONDS })
  token.addGrant({
    roomJoin: true,
    room: gathering,
    canSubscribe: true,
    canPublish: sends.length > 0,
    canPublishData: false,
    canPublishSources: sourcesOf(sends),
  })
  return token.toJwt()
}

/** Who records for the hall: unseen in the call, no person of the room. */
const RECORDER = 'recorder'

/** A knock of the recorder: it hears, sends nothing and is shown to nobody. */
export function recorderToken({ key, secret }: MediaAt, gathering: string): Promise<string> {
  const token = new AccessToken(key, secret, { identity: RECORDER, ttl: TOKEN_SECONDS })
  token.addGrant({
    roomJoin: true,
    room: gathering,
    canSubscribe: true,
    canPublish: false,
    canPublishData: false,
    hidden: true,
    recorder: true,
  })
  return token.toJwt()
}

/** Those who hear a gathering now, the recorder left out; nobody where it has no call. */
export async function inCall(at: MediaAt, gathering: string): Promise<ParticipantInfo[]> {
  try {
    const all = await callsOf(at).listParticipants(gathering)
    return all.filter(({ identity }) => identity !== RECORDER)
  } catch (cause) {
    if (cause instanceof TwirpError && cause.code === 'not_found') return []
    throw cause
  }
}

/** The calls in which somebody is. */
export async function callsNow(at: MediaAt): Promise<string[]> {
  const rooms = await callsOf(at).listRooms()
  return rooms.flatMap(({ name, numParticipants }) => (numParticipants > 0 ? [name] : []))
}

const sorted = (sources: readonly TrackSource[]) => sources.toSorted((a, b) => a - b).join()

/** Lets somebody send this much from now on; what they send beyond ends at once. */
export async function allow(
  at: MediaAt,
  gathering: string,
  { identity, permission }: ParticipantInfo,
  sends: readonly Source[],
): Promise<void> {
  const canPublishSources = sourcesOf(sends)
  const canPublish = sends.length > 0
  const same =
    permission?.canPublish === canPublish &&
    sorted(permission.canPublishSources) === sorted(canPublishSources)
  if (same) return
  const all = { canSubscribe: true, canPublishData: false, canPublish, canPublishSources }
  await callsOf(at).updateParticipant(gathering, identity, { permission: all })
}
