/** The slices in their order of dependency: a slice may use those before it, never those after. */
import type { Slice } from '#kernel/slice.ts'
import { circles } from '#slices/circles/routes.ts'
import { decisions } from '#slices/decisions/routes.ts'
import { gatherings } from '#slices/gatherings/routes.ts'
import { hall } from '#slices/hall/routes.ts'
import { minutes } from '#slices/minutes/routes.ts'
import { people } from '#slices/people/routes.ts'
import { room } from '#slices/room/routes.ts'

export const slices: readonly Slice[] = [
  people,
  circles,
  decisions,
  gatherings,
  room,
  minutes,
  hall,
]
