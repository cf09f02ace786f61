/** The places and ways of all slices: the web's counterpart of app/slices.ts. */
import { places as room } from '#slices/room/web/index.ts'
import type { Place, Way } from './kit/places.ts'

export const places: readonly Place[] = [...room]
export const ways: readonly Way[] = []
