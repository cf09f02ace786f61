/**
 * The call of this tab: its store, its line, and the way in and out. While one is in a group of
 * breakouts there is a second line, to the group's room: what one sends and sees is there, and the
 * line to the main hall stays open, silenced (elsewhere.ts).
 */
import { useSyncExternalStore } from 'react'
import type { Source } from '../rules/voices.ts'
import {
  behind,
  type CallNow,
  type CallStore,
  createCallStore,
  type Done,
  type LineStore,
} from './callStore.ts'
import { type Devices, rememberDevices, rememberedDevices } from './devices.ts'
import { goElsewhere } from './elsewhere.ts'
import type { Line } from './line.ts'
import type { LineNumbers } from './lineNumbers.ts'
import type { Mix } from './mix.ts'
import { isFull, lineTo } from './lineTo.ts'
import { keepKey } from './sealKey.ts'
import { type Standby, standBy } from './standby.ts'

/** A line with what it says. */
export type Way = { room: string; line: Line; store: LineStore }
export type Held = {
  gathering: string
  store: CallStore
  main: Way | null
  /** The line to a group, while one is in it. */
  away: Way | null
  /** The group's room where one belongs now; null: the main hall. */
  place: string | null
  /** The room where one will go; null: nowhere that is known. */
  next: string | null
  /** The line that stands by for it, or is being made. */
  standby: Standby | null
  /** Whoever speaks to all groups from the main hall. */
  voice: string | null
  /** How loud each is heard in the main hall; null: as they are. */
  mix: Mix | null
  /** Is the gathering a sealed one? */
  sealed: boolean
  moving: Promise<void>
}
const held = new Map<string, Held>()

function heldFor(gathering: string): Held {
  const known = held.get(gathering)
  if (known) return known
  const fresh: Held = {
    gathering,
    store: createCallStore(),
    main: null,
    away: null,
    place: null,
    next: null,
    standby: null,
    voice: null,
    mix: null,
    sealed: false,
    moving: Promise.resolve(),
  }
  held.set(gathering, fresh)
  return fresh
}

/** The line that one speaks and sees by. */
const lineOf = ({ away, main }: Held): Line | undefined => (away ?? main)?.line

/** The call as it is now. */
export function useCallNow(gathering: string): CallNow {
  const { store } = heldFor(gathering)
  return useSyncExternalStore(store.watch, store.now)
}

/**
 * Comes in, with the devices that were chosen; what did not go is said by the store. `sealed`: by the
 * key that this tab keeps.
 */
export async function joinCall(
  gathering: string,
  devices: Devices,
  sealed: boolean,
): Promise<void> {
  const mine = heldFor(gathering)
  mine.sealed = sealed
  rememberDevices(devices)
  const store = behind(mine.store)
  store.become({ state: 'coming', trouble: null })
  store.show(true)
  try {
    const line = await lineTo({ room: gathering, store, devices }, sealed ? gathering : null)
    if (mine.mix) line.hearBy(mine.mix)
    mine.main = { room: gathering, line, store }
    await line.connect()
  } catch (cause) {
    void mine.main?.line.leave()
    mine.main = null
    store.become({ state: 'out', trouble: isFull(cause) ? 'full' : 'lost' })
    return
  }
  await settle(mine)
  prepare(mine)
  const { may } = mine.store.now()
  if (devices.speak && may.includes('microphone')) await lineOf(mine)?.toggle('microphone', true)
  if (devices.show && may.includes('camera')) await lineOf(mine)?.toggle('camera', true)
}

/** Goes where one belongs, one move after the other. */
function settle(mine: Held): Promise<void> {
  mine.moving = mine.moving.then(() => goElsewhere(mine, rememberedDevices()))
  return mine.moving
}

/**
 * From now on one belongs into a group's room, or (null) into the main hall, and hears from there
 * whoever speaks to all. Without sound it is only remembered.
 */
export function belong(gathering: string, place: string | null, voice: string | null): void {
  const mine = heldFor(gathering)
  if (mine.place === place && mine.voice === voice) return
  mine.place = place
  mine.voice = voice
  mine.next = null
  void settle(mine)
}

function prepare(mine: Held): void {
  const { next, standby, main } = mine
  if (standby?.room === next) return
  standby?.cancel()
  mine.standby = main && next ? standBy(mine, next, rememberedDevices()) : null
}

/** One will go into a group's room, or (null) it is not known where: who is in the sound stands by. */
export function expect(gathering: string, next: string | null): void {
  const mine = heldFor(gathering)
  mine.next = next
  prepare(mine)
}

export function toggle(gathering: string, what: Source, on: boolean): void {
  void lineOf(heldFor(gathering))?.toggle(what, on)
}

export function changeDevices(gathering: string, devices: Devices): void {
  rememberDevices(devices)
  const { main, away } = heldFor(gathering)
  for (const way of [main, away]) void way?.line.use(devices)
}

/** Pictures of others, or sound alone. */
export function showPictures(gathering: string, shown: boolean): void {
  const { main, away } = heldFor(gathering)
  for (const way of [main, away]) way?.line.showPictures(shown)
}

/** What reads numbers of the line; null out of the call. */
export function readLine(gathering: string): (() => Promise<LineNumbers>) | null {
  return lineOf(heldFor(gathering))?.reader() ?? null
}

/** Another key of a sealed gathering, from now on. */
export function turnKey(gathering: string, key: string): void {
  keepKey(gathering, key)
  const { main, away } = heldFor(gathering)
  for (const way of [main, away]) void way?.line.turnKey(key)
}

export function letSoundPlay(gathering: string): void {
  const { main, away } = heldFor(gathering)
  for (const way of [main, away]) void way?.line.unmute()
}

/** Says how loud each is heard here, now and whenever one comes in. */
export function mixCall(gathering: string, mix: Mix): void {
  const mine = heldFor(gathering)
  mine.mix = mix
  mine.main?.line.hearBy(mix)
}

export function leaveCall(gathering: string): void {
  const mine = heldFor(gathering)
  const { main, away } = mine
  mine.main = null
  mine.away = null
  mine.standby?.cancel()
  mine.standby = null
  for (const way of [away, main]) void way?.line.leave()
  main?.store.show(true)
}

/** The media server is ready, perhaps after it was away: lines that were lost are made anew. */
export function comeBack(gathering: string): void {
  const { main, away } = heldFor(gathering)
  for (const way of [main, away]) void way?.line.comeBack()
}

/** Something was done to my sound and picture. */
export function sayDone(gathering: string, done: Done): void {
  const { main, away } = heldFor(gathering)
  ;(away ?? main)?.store.become({ done })
}
