/**
 * The line to the media server: loaded when somebody wants to hear, not before. Coming in needs no
 * permission; a device is asked for when its owner switches it on. Lost, the line is sought again for
 * two minutes, and then the loss is said.
 */
import {
  DisconnectReason,
  type LocalTrackPublication,
  ParticipantEvent,
  Room as Call,
  RoomEvent,
  setLogLevel,
  Track,
} from 'livekit-client'
import type { Source } from '../rules/voices.ts'
import type { CallStore, Trouble } from './callStore.ts'
import type { Devices } from './devices.ts'
import { troubleOf } from './deviceTrouble.ts'
import { drawn, sendsOpen, sourceOf } from './drawn.ts'
import { type LineNumbers, lineReader } from './lineNumbers.ts'
import { callWith, keepPlaying, pause, play, silence, SOUGHT_MS, stopPlaying } from './calling.ts'
import { endSent, type Given, sendCopies, sentBy } from './handing.ts'
import { EVERYBODY, type Mix, mixAll } from './mix.ts'
import { keepPictures, wantPictures } from './pictures.ts'
import type { Seal } from './sealing.ts'

/** What goes wrong is said on the page; the console is for what we did not foresee. */
setLogLevel('silent')

/** The hall writes the token in itself, at every knock. */
const TOKEN = 'of-the-hall'

const DRAWS = [
  RoomEvent.ParticipantConnected,
  RoomEvent.ParticipantDisconnected,
  RoomEvent.TrackSubscribed,
  RoomEvent.TrackUnsubscribed,
  RoomEvent.TrackSubscriptionStatusChanged,
  RoomEvent.TrackMuted,
  RoomEvent.TrackUnmuted,
  RoomEvent.LocalTrackPublished,
  RoomEvent.LocalTrackUnpublished,
  RoomEvent.ParticipantPermissionsChanged,
  RoomEvent.ParticipantNameChanged,
  RoomEvent.Reconnected,
] as const

const GONE: Partial<Record<DisconnectReason, Trouble>> = {
  [DisconnectReason.DUPLICATE_IDENTITY]: 'elsewhere',
  [DisconnectReason.PARTICIPANT_REMOVED]: 'removed',
  [DisconnectReason.ROOM_DELETED]: 'removed',
}

const EMPTY = { tiles: [], voices: [], speaking: [], mine: [], unopened: [] } as const

export class Line {
  readonly #url: string
  readonly #store: CallStore
  #devices: Devices
  readonly #seal: Seal | null
  #call: Call
  /** What its owner switched on, to be switched on again after a loss. */
  #wanted: readonly Source[] = []
  #over = false
  #isSeeking = false
  /** Whose sound plays: everybody's (null), or of these alone. */
  #heard: readonly string[] | null = null
  #mix: Mix = EVERYBODY
  readonly #play = (track: Track, who: string) => play(track, who, this.#isHushed(who))
  /** What somebody sends open into a sealed gathering is not heard: it is none of theirs. */
  readonly #loud: Mix = (who) => (this.#isOpen(who) ? null : this.#mix(who))

  /** `seal`: of a sealed gathering. */
  constructor(gathering: string, store: CallStore, devices: Devices, seal: Seal | null = null) {
    this.#url = `${location.origin.replace(/^http/, 'ws')}/media/${gathering}`
    this.#store = store
    this.#devices = devices
    this.#seal = seal
    this.#call = this.#make()
  }

  /** Comes in; throws when that is not possible now. */
  async connect(): Promise<void> {
    await this.#seal?.close(this.#call)
    await this.#call.connect(this.#url, TOKEN)
    keepPlaying()
    this.#store.become({ state: 'in', trouble: null })
    this.#draw()
    await this.#call.startAudio().catch(() => {})
    if (!this.#call.canPlaybackAudio) this.#store.become({ trouble: 'silent' })
  }

  async toggle(what: Source, on: boolean): Promise<void> {
    this.#store.become({ trouble: null, done: null })
    const me = this.#call.localParticipant
    try {
      if (what === 'microphone') await me.setMicrophoneEnabled(on)
      else if (what === 'camera') await me.setCameraEnabled(on)
      else await me.setScreenShareEnabled(on, { audio: true })
      const others = this.#wanted.filter((one) => one !== what)
      this.#wanted = on ? [...others, what] : others
    } catch (cause) {
      this.#store.become({ trouble: troubleOf(cause) })
    }
    this.#draw()
  }

  async use(devices: Devices): Promise<void> {
    this.#devices = devices
    const { microphone, camera, speaker } = devices
    const kinds = { audioinput: microphone, videoinput: camera, audiooutput: speaker } as const
    try {
      for (const [kind, id] of Object.entries(kinds))
        if (id && isKind(kind)) await this.#call.switchActiveDevice(kind, id)
    } catch (cause) {
      this.#store.become({ trouble: troubleOf(cause) })
    }
  }

  /** Sound alone, or pictures of others again. */
  showPictures(shown: boolean): void {
    wantPictures(this.#call, this.#store, shown ? 'shown' : 'unwanted')
  }

  /** Reads numbers of the line, each time since the time before. */
  reader(): () => Promise<LineNumbers> {
    return lineReader(this.#call)
  }

  /** After a press: lets a browser that kept it silent play the sound. */
  async unmute(): Promise<void> {
    await this.#call.startAudio()
  }

  /** Hears each as loud as this says, from now on. */
  hearBy(mix: Mix): void {
    this.#mix = mix
    mixAll(this.#call, this.#loud, this.#play)
  }

  /** Leaves the call; another line of this tab may go on. */
  async leave(goesOn = false): Promise<void> {
    this.#over = true
    if (!goesOn) stopPlaying()
    await this.#call.disconnect()
    this.#seal?.stop()
    this.#store.become({ state: 'out', trouble: null, done: null, ...EMPTY })
  }

  /** Another key of a sealed gathering. */
  async turnKey(key: string): Promise<void> {
    await this.#seal?.turn(key)
  }

  /** Plays only what these say, or (null) everybody; the line itself stays as it is. */
  hear(whos: readonly string[] | null): void {
    this.#heard = whos
    for (const { identity, audioTrackPublications } of this.#call.remoteParticipants.values())
      for (const { track } of audioTrackPublications.values())
        for (const element of track?.attachedElements ?? [])
          element.muted = this.#isHushed(identity)
  }

  #isHushed(who: string): boolean {
    return this.#heard !== null && !this.#heard.includes(who)
  }

  /** Does somebody's sound come by this line at this moment? */
  sounds(): boolean {
    return [...this.#call.remoteParticipants.values()].some(({ audioTrackPublications }) =>
      [...audioTrackPublications.values()].some(
        ({ track }) => track?.mediaStreamTrack.muted === false,
      ),
    )
  }

  /** What it sends, for another line to send on. */
  gives(): Given {
    return { sent: sentBy(this.#call.localParticipant), wanted: this.#wanted }
  }

  /** Sends copies of what another line gives. */
  async take({ sent, wanted }: Given): Promise<void> {
    this.#wanted = wanted
    await sendCopies(this.#call.localParticipant, sent)
    this.#draw()
  }

  /** What it gave goes by another line now. */
  async gave({ sent }: Given): Promise<void> {
    this.#wanted = []
    await endSent(this.#call.localParticipant, sent)
  }

  #isOpen(who: string): boolean {
    const sender = this.#call.remoteParticipants.get(who)
    return this.#seal !== null && sender !== undefined && sendsOpen(sender)
  }

  #draw(): void {
    this.#store.become(drawn(this.#call, this.#store.now().tiles))
  }

  #make(): Call {
    const call = callWith(this.#devices, this.#seal?.options() ?? {})
    const { become } = this.#store
    keepPictures(call, this.#store)
    this.#seal?.follow(call)
    for (const event of DRAWS) call.on(event, () => this.#draw())
    call
      .on(RoomEvent.TrackSubscriptionStatusChanged, () => mixAll(call, this.#loud, this.#play))
      .on(RoomEvent.TrackPublished, () => mixAll(call, this.#loud, this.#play))
      .on(RoomEvent.TrackSubscribed, (track, _, { identity }) => {
        this.#play(track, identity)
        mixAll(call, this.#loud, this.#play)
      })
      .on(RoomEvent.TrackUnsubscribed, (track) => silence(track))
      .on(RoomEvent.ActiveSpeakersChanged, (speakers) =>
        become({ speaking: speakers.map(({ identity }) => identity) }),
      )
      .on(RoomEvent.AudioPlaybackStatusChanged, () =>
        become({ trouble: call.canPlaybackAudio ? null : 'silent' }),
      )
      .on(RoomEvent.SignalReconnecting, () => become({ state: 'coming-back' }))
      .on(RoomEvent.Reconnecting, () => become({ state: 'coming-back' }))
      .on(RoomEvent.Reconnected, () => become({ state: 'in' }))
      .on(RoomEvent.Disconnected, (reason) => this.#gone(reason))
    call.localParticipant.on(ParticipantEvent.LocalTrackUnpublished, (track) => this.#forget(track))
    return call
  }

  /** What the hall took away is not switched on again by itself. */
  #forget(publication: LocalTrackPublication): void {
    const what = sourceOf(publication)
    if (this.#call.state === 'connected') this.#wanted = this.#wanted.filter((one) => one !== what)
  }

  #gone(reason: DisconnectReason | undefined): void {
    if (this.#over || this.#isSeeking || this.#store.now().state === 'coming') return
    const trouble = reason === undefined ? undefined : GONE[reason]
    if (trouble) this.#store.become({ state: 'out', trouble, ...EMPTY })
    else void this.#seek()
  }

  /**
   * The media server is there anew: nothing of the call before is left to come back to, so a new one
   * is made at once, into which what was sent goes on.
   */
  async comeBack(): Promise<void> {
    if (this.#over || this.#isSeeking || this.#store.now().state !== 'coming-back') return
    const given = this.gives()
    this.#isSeeking = true
    await this.#call.disconnect(false).catch(() => {})
    await this.#seek(given)
  }

  /** A call of our own making tries on, where LiveKit gave up, was shut down or is there anew. */
  async #seek(given: Given = { sent: [], wanted: this.#wanted }): Promise<void> {
    this.#isSeeking = true
    this.#store.become({ state: 'coming-back', ...EMPTY })
    const isFound = await this.#find()
    this.#isSeeking = false
    if (isFound) {
      await this.take(given)
      for (const what of given.wanted) await this.toggle(what, true)
    } else if (!this.#over) this.#store.become({ state: 'out', trouble: 'lost' })
    for (const { track } of given.sent) track.stop()
  }

  /** Tries until a new call is there; false when it took too long, or nobody wants it any more. */
  async #find(): Promise<boolean> {
    for (const till = Date.now() + SOUGHT_MS; !this.#over && Date.now() < till;) {
      await new Promise((resolve) => setTimeout(resolve, pause()))
      this.#call.removeAllListeners()
      this.#call = this.#make()
      const isIn = await this.connect().then(
        () => true,
        () => false,
      )
      if (isIn) return true
    }
    return false
  }
}

function isKind(kind: string): kind is MediaDeviceKind {
  return kind === 'audioinput' || kind === 'videoinput' || kind === 'audiooutput'
}
