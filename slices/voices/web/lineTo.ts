/** Making a line: its code is loaded now, and what seals it only where that is needed. */
import { behind, type LineStore } from './callStore.ts'
import type { Devices } from './devices.ts'
import type { Held, Way } from './inCall.ts'
import type { Line } from './line.ts'
import { keyOf } from './sealKey.ts'

type To = { room: string; store: LineStore; devices: Devices }

/** `sealedOf`: the gathering whose key seals it; null: it is open. */
export async function lineTo({ room, store, devices }: To, sealedOf: string | null): Promise<Line> {
  const { Line: Opened } = await import('./line.ts')
  if (sealedOf === null) return new Opened(room, store, devices)
  const { Seal } = await import('./sealing.ts')
  return new Opened(room, store, devices, new Seal(keyOf(sealedOf), store))
}

/** One try to come into another room of the gathering, not shown yet; null when that can't be now. */
export async function wayTo(
  { store, sealed, gathering }: Pick<Held, 'store' | 'sealed' | 'gathering'>,
  room: string,
  devices: Devices,
): Promise<Way | null> {
  const own = behind(store)
  const line = await lineTo({ room, store: own, devices }, sealed ? gathering : null)
  try {
    await line.connect()
    return { room, line, store: own }
  } catch {
    await line.leave(true)
    return null
  }
}

/** The hall says 409 where a sealed gathering has its twelve. */
export const isFull = (cause: unknown): boolean =>
  cause instanceof Error && 'status' in cause && cause.status === 409
