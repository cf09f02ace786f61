/** The policies that need no slice. */
import type { Policy } from '#kernel/slice.ts'

export const kernelPolicies: Record<string, Policy> = {
  anyone: { sentence: 'Anybody, known or not.', allows: async () => true },
  'signed-in': {
    sentence: 'Whoever is signed in.',
    allows: async (_db, caller) => caller.person !== null,
  },
}
