/** Pointing at a place of the page that is shown: passed on, kept nowhere. */
import { z } from 'zod'

const Share = z.number().min(0).max(1)

/** Where on the page, as shares of its width and height; null: no longer. */
export const Pointing = z.object({ point: z.object({ x: Share, y: Share }).nullable() })

/** As it goes round: with who points. */
export const Pointed = Pointing.extend({ who: z.string() })
export type Point = { x: number; y: number; who: string }

/** How often in a second one may point. */
export const POINTS_A_SECOND = 20
