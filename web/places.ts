/** The places and ways of all slices: the web's counterpart of app/slices.ts. */
import type { Place, Way } from './kit/places.ts'

export const places: readonly Place[] = []
export const ways: readonly Way[] = []
