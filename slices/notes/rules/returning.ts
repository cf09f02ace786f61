/**
 * How a note comes back.
 * 1. A gathering has one main note. In a series, the first note says how it returns: the next
 *    gathering opens that very note, or a new one that takes over what is marked.
 * 2. Marked is: a task that is not done, and whatever is set for next time.
 */
export const RETURNS = ['marked', 'same'] as const
export type Returns = (typeof RETURNS)[number]
