/**
 * The recorder: a process of its own that is in the call unseen, hears the microphones of those who
 * agreed and writes each into a file. It ends when it is told to, when the hall is gone and when the
 * call is; the hall begins a new one where it should go on. Started by store/recorders.ts alone.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import type { RemoteParticipant, RemoteTrackPublication, Room } from '@livekit/rtc-node'
import { systemClock } from '#kernel/clock.ts'
import { newId } from '#kernel/ids.ts'
import { RATE } from '../rules/ogg.ts'
import { type FromRecorder, ToRecorder } from './recorder-words.ts'
import { openVoiceFile, type VoiceFile } from './voice-file.ts'

type Media = typeof import('@livekit/rtc-node')
type Begin = Extract<ToRecorder, { say: 'begin' }>

const say = (word: FromRecorder) => process.send?.(word)

/** The library is a native one and is not there for every machine. */
const media: Media | null = await import('@livekit/rtc-node').catch(() => null)

const open = new Map<string, VoiceFile>()
let whos: ReadonlySet<string> = new Set()
let room: Room | null = null

function closeFile(sid: string): void {
  open.get(sid)?.close()
  open.delete(sid)
}

function leave(code: number): void {
  for (const sid of open.keys()) closeFile(sid)
  process.exit(code)
}

/** Subscribes to the microphones of those who agreed, and to nothing else. */
function choose({ TrackSource }: Media): void {
  for (const participant of room?.remoteParticipants.values() ?? [])
    for (const one of participant.trackPublications.values()) {
      const wanted = one.source === TrackSource.SOURCE_MICROPHONE && whos.has(participant.identity)
      one.setSubscribed(wanted)
      if (!wanted && one.sid) closeFile(one.sid)
    }
}

type Heard = { folder: string; who: string; publication: RemoteTrackPublication }

async function write({ AudioStream, RemoteAudioTrack }: Media, heard: Heard): Promise<void> {
  const { folder, who, publication } = heard
  const { sid = '', track } = publication
  if (!(track instanceof RemoteAudioTrack) || !whos.has(who)) return
  const id = newId('rcd')
  closeFile(sid)
  const began = performance.now()
  const file = openVoiceFile(join(folder, `${id}.ogg`), () => performance.now() - began)
  open.set(sid, file)
  say({ say: 'file', id, who, track: sid, started: systemClock.now() })
  for await (const frame of new AudioStream(track, { sampleRate: RATE, numChannels: 1 })) {
    if (open.get(sid) !== file) return
    file.hear(frame.data)
  }
  if (open.get(sid) === file) closeFile(sid)
}

async function begin(library: Media, { url, token, folder, whos: first }: Begin): Promise<void> {
  const { RoomEvent } = library
  mkdirSync(folder, { recursive: true })
  whos = new Set(first)
  const joined = new library.Room()
  room = joined
  const again = () => choose(library)
  joined.on(RoomEvent.TrackPublished, again)
  joined.on(RoomEvent.ParticipantConnected, again)
  joined.on(
    RoomEvent.TrackSubscribed,
    (_track, publication: RemoteTrackPublication, { identity }: RemoteParticipant) => {
      write(library, { folder, who: identity, publication }).catch(() => leave(1))
    },
  )
  joined.on(RoomEvent.TrackUnsubscribed, (_track, { sid }: RemoteTrackPublication) => {
    if (sid) closeFile(sid)
  })
  joined.on(RoomEvent.Disconnected, () => leave(1))
  await joined.connect(url, token, { autoSubscribe: false, dynacast: false })
  again()
}

process.on('disconnect', () => leave(0))
process.on('message', (said: unknown) => {
  const word = ToRecorder.parse(said)
  if (word.say === 'end') return leave(0)
  if (!media) {
    say({ say: 'missing' })
    return leave(0)
  }
  if (word.say === 'begin') return void begin(media, word).catch(() => leave(1))
  whos = new Set(word.whos)
  choose(media)
})
