/** What a member can be. */
export const STATES = ['good', 'behind', 'paused', 'left'] as const
export type State = (typeof STATES)[number]
