/** The places of membrane on the web. */
import type { Place, Way } from '#web/kit/places.ts'

export const places: readonly Place[] = []
export const ways: readonly Way[] = []
