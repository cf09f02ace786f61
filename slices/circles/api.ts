/** The operations of circles. */
import { idOf } from '#kernel/ids.ts'

export const CircleId = idOf('cir', 'a circle')
