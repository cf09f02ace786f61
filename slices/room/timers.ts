/** What happens in rooms because time passes. */
import type { Timer } from '#kernel/slice.ts'
import { endForgotten, forgetTalks } from './timers/forgetting.ts'
import { keepPresence, loseLines } from './timers/presence.ts'

export const roomTimers: readonly Timer[] = [
  {
    name: 'room.presence',
    everySeconds: 5,
    run: async (hall, now) => {
      await keepPresence(hall, now)
      await loseLines(hall, now)
    },
  },
  { name: 'room.forgotten', everySeconds: 300, run: endForgotten },
  { name: 'room.talks', everySeconds: 3600, run: forgetTalks },
]
