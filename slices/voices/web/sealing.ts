/**
 * Sealing a line: LiveKit's worker, loaded for a sealed gathering alone, encrypts what goes out and
 * opens what comes in. What a key does not open is looked at again while its senders are here: they,
 * or one here, may type another.
 */
import {
  ExternalE2EEKeyProvider,
  type Participant,
  type Room as Call,
  RoomEvent,
  type RoomOptions,
} from 'livekit-client'
import Sealer from 'livekit-client/e2ee-worker?worker'
import type { CallStore } from './callStore.ts'

/** Longer than ten frames of a microphone that is still take, after which a key counts as wrong. */
const LOOK_MS = 6000

export class Seal {
  #key: string
  readonly #store: CallStore
  #provider = new ExternalE2EEKeyProvider()
  #worker: Worker | null = null
  #looking: ReturnType<typeof setInterval> | null = null
  /** Whose sound or picture did not open since the key was tried last, the time before, and of whom it is said. */
  #failed = new Set<string>()
  #before = new Set<string>()
  #said = new Set<string>()

  constructor(key: string, store: CallStore) {
    this.#key = key
    this.#store = store
  }

  /** What a call is made with; one before it is done with. */
  options(): Pick<RoomOptions, 'encryption'> {
    this.#worker?.terminate()
    this.#worker = new Sealer()
    this.#provider = new ExternalE2EEKeyProvider()
    return { encryption: { keyProvider: this.#provider, worker: this.#worker } }
  }

  /** Before a call is connected, so that nothing leaves it open. */
  async close(call: Call): Promise<void> {
    await this.#provider.setKey(this.#key)
    await call.setE2EEEnabled(true)
  }

  /** Follows what does not open. */
  follow(call: Call): void {
    call
      .on(RoomEvent.EncryptionError, (_, participant) => this.#fails(participant))
      .on(RoomEvent.ParticipantDisconnected, ({ identity }) => {
        this.#failed.delete(identity)
        this.#say([...this.#said].filter((who) => who !== identity))
      })
  }

  /** Another key, from now on. */
  async turn(key: string): Promise<void> {
    this.#key = key
    this.#failed.clear()
    this.#before.clear()
    this.#say([])
    await this.#provider.setKey(key)
  }

  stop(): void {
    this.#stopLooking()
    this.#worker?.terminate()
  }

  #stopLooking(): void {
    if (this.#looking) clearInterval(this.#looking)
    this.#looking = null
  }

  #fails(participant: Participant | undefined): void {
    if (!participant || participant.isLocal) return
    this.#failed.add(participant.identity)
    this.#say([...this.#said, participant.identity])
    this.#looking ??= setInterval(() => void this.#look(), LOOK_MS)
  }

  #say(whos: readonly string[]): void {
    this.#said = new Set(whos)
    this.#store.become({ unopened: [...this.#said] })
  }

  /** Tries the key again: who still fails is found out once more, and the others are heard. */
  async #look(): Promise<void> {
    // Who says nothing for a while sends little; twice in a row without a failure is success.
    this.#say([...this.#before, ...this.#failed])
    this.#before = new Set(this.#failed)
    this.#failed.clear()
    if (this.#said.size === 0) this.#stopLooking()
    else await this.#provider.setKey(this.#key)
  }
}
