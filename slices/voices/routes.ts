/** Voices, as the hall mounts them. */
import type { Hall } from '#kernel/hall.ts'
import type { Slice } from '#kernel/slice.ts'
import { Hono } from 'hono'
import { mediaCheck } from './commands.ts'
import { hooks } from './routes/hooks.ts'
import { tellWhoWasHeard } from './routes/ears.ts'
import { lookAgain } from './routes/keeping.ts'
import { refusals } from './routes/refusals.ts'
import { MEDIA, signalling, validation } from './routes/signalling.ts'
import { topics } from './routes/topics.ts'
import { voiceServings } from './routes/voices.ts'

function pages(hall: Hall): Hono {
  return new Hono().route('/', hooks(hall)).route('/', validation(hall))
}

export const voices: Slice = {
  name: 'voices',
  servings: voiceServings,
  refusals,
  topics,
  passages: { [MEDIA]: signalling },
  pages,
  timers: [lookAgain, tellWhoWasHeard],
  commands: [mediaCheck],
}
