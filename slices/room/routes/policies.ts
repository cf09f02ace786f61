/** Who may, in words. */
import type { Policy } from '#kernel/slice.ts'

/**
 * Whether somebody is in the room is asked of the room itself, while it is held (rules/glance.ts):
 * an answer given before could be wrong by the time it counts.
 */
const askedInside = async () => true

export const policies: Record<string, Policy> = {
  'of-the-room': {
    sentence: 'Whoever was let into the room and not removed.',
    allows: askedInside,
  },
  'in-the-room': { sentence: 'Whoever is in the room.', allows: askedInside },
  'facilitator-of-the-room': {
    sentence: 'Whoever facilitates this gathering and is in the room.',
    allows: askedInside,
  },
}
