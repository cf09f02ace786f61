/** The places and ways of all slices: the web's counterpart of app/slices.ts. */
import { places as circles, ways as circleWays } from '#slices/circles/web/index.ts'
import { places as gatherings, ways as gatheringsWays } from '#slices/gatherings/web/index.ts'
import { places as hall, ways as hallWays } from '#slices/hall/web/index.ts'
import { places as minutes, ways as minutesWays } from '#slices/minutes/web/index.ts'
import { places as people } from '#slices/people/web/index.ts'
import { places as room } from '#slices/room/web/index.ts'
import type { Place, Way } from './kit/places.ts'

export const places: readonly Place[] = [
  ...people,
  ...circles,
  ...gatherings,
  ...room,
  ...minutes,
  ...hall,
]
export const ways: readonly Way[] = [...hallWays, ...gatheringsWays, ...circleWays, ...minutesWays]
