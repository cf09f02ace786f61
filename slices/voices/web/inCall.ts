/** The call of this tab: its store, its line, and the way in and out. */
import { useSyncExternalStore } from 'react'
import type { Source } from '../rules/voices.ts'
import { type CallNow, type CallStore, createCallStore, type Stopped } from './callStore.ts'
import { type Devices, rememberDevices } from './devices.ts'
import type { Line } from './line.ts'
import type { LineNumbers } from './lineNumbers.ts'

type Held = { store: CallStore; line: Line | null }
const held = new Map<string, Held>()

function heldFor(gathering: string): Held {
  const known = held.get(gathering)
  if (known) return known
  const fresh = { store: createCallStore(), line: null }
  held.set(gathering, fresh)
  return fresh
}

/** The call as it is now. */
export function useCallNow(gathering: string): CallNow {
  const { store } = heldFor(gathering)
  return useSyncExternalStore(store.watch, store.now)
}

/** Comes in, with the devices that were chosen; what did not go is said by the store. */
export async function joinCall(gathering: string, devices: Devices): Promise<void> {
  const mine = heldFor(gathering)
  rememberDevices(devices)
  mine.store.become({ state: 'coming', trouble: null })
  try {
    const { Line: Opened } = await import('./line.ts')
    mine.line = new Opened(gathering, mine.store, devices)
    await mine.line.connect()
  } catch {
    mine.line = null
    mine.store.become({ state: 'out', trouble: 'lost' })
    return
  }
  const { may } = mine.store.now()
  if (devices.speak && may.includes('microphone')) await mine.line.toggle('microphone', true)
  if (devices.show && may.includes('camera')) await mine.line.toggle('camera', true)
}

export function toggle(gathering: string, what: Source, on: boolean): void {
  void heldFor(gathering).line?.toggle(what, on)
}

export function changeDevices(gathering: string, devices: Devices): void {
  rememberDevices(devices)
  void heldFor(gathering).line?.use(devices)
}

/** Pictures of others, or sound alone. */
export function showPictures(gathering: string, shown: boolean): void {
  heldFor(gathering).line?.showPictures(shown)
}

/** What reads numbers of the line; null out of the call. */
export function readLine(gathering: string): (() => Promise<LineNumbers>) | null {
  return heldFor(gathering).line?.reader() ?? null
}

export function letSoundPlay(gathering: string): void {
  void heldFor(gathering).line?.unmute()
}

export function leaveCall(gathering: string): void {
  void heldFor(gathering).line?.leave()
}

/** A facilitator stopped something of mine. */
export function sayStopped(gathering: string, stopped: Stopped): void {
  heldFor(gathering).store.become({ stopped })
}
