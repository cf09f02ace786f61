/**
 * Going into a group's room and coming back, without a breath: the line to the next room is there
 * before the one before is left, and what is sent moves on as it runs, so that no device is asked
 * for again. The line to the main hall stays open and silent, save whoever speaks to all.
 */
import type { Devices } from './devices.ts'
import type { Held, Way } from './inCall.ts'
import { wayTo } from './lineTo.ts'

const TRIED_MS = 20_000
const PAUSE_MS = 300
const FIRST_SOUND_MS = 2000
const LOOK_MS = 20

/** The line that stands by for a room; null where there is none, or it was lost. */
async function standing(held: Held, room: string): Promise<Way | null> {
  const { standby } = held
  held.standby = null
  if (standby?.room !== room) {
    standby?.cancel()
    return null
  }
  const way = await standby.way()
  if (way?.store.now().state === 'in') return way
  await way?.line.leave(true)
  return null
}

/** Opens the line to a room; null when one belongs elsewhere by then, or it can't be reached. */
async function open(held: Held, room: string, devices: Devices): Promise<Way | null> {
  const ready = await standing(held, room)
  if (ready) return ready
  for (const till = Date.now() + TRIED_MS; Date.now() < till && held.place === room;) {
    const way = await wayTo(held, room, devices)
    if (way) return way
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  }
  return null
}

function quieten({ main, away, voice }: Held): void {
  main?.line.hear(away ? [voice ?? ''] : null)
}

/** Brings the lines to where one belongs; does nothing for who is in text. */
export async function goElsewhere(held: Held, devices: Devices): Promise<void> {
  const { main, place } = held
  const before = held.away ?? main
  if (!main || !before) return
  if ((held.away?.room ?? null) === place) return quieten(held)
  const next = place === null ? main : await open(held, place, devices)
  if (!next || held.place !== place || held.main !== main)
    return void (await leaveUnused(next, held))
  const given = before.line.gives()
  const taking = next.line.take(given)
  // What is said in the main hall comes all the time; a group's sound is waited for.
  if (next !== main) await soundIn(next)
  before.store.show(false)
  next.store.show(true)
  const left = held.away
  held.away = next === main ? null : next
  quieten(held)
  await taking
  await before.line.gave(given)
  await left?.line.leave(true)
}

/** Waits for the first sound of a room, a moment at most: nobody may be speaking there. */
async function soundIn({ line }: Way): Promise<void> {
  for (const till = Date.now() + FIRST_SOUND_MS; Date.now() < till && !line.sounds();)
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
}

async function leaveUnused(way: Way | null, { main }: Held): Promise<void> {
  if (way && way !== main) await way.line.leave(true)
}
