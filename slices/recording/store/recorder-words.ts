/** What the hall and the recorder, a process of its own, say to each other. */
import { z } from 'zod'
import { InstantSchema } from '#kernel/clock.ts'

/** To the recorder: where to listen, and whose microphones; again, when these change; to end. */
export const ToRecorder = z.discriminatedUnion('say', [
  z.object({
    say: z.literal('begin'),
    url: z.string(),
    token: z.string(),
    folder: z.string(),
    whos: z.array(z.string()),
  }),
  z.object({ say: z.literal('whos'), whos: z.array(z.string()) }),
  z.object({ say: z.literal('end') }),
])
export type ToRecorder = z.output<typeof ToRecorder>

/** From the recorder: a file was begun; nothing can be recorded on this machine. */
export const FromRecorder = z.discriminatedUnion('say', [
  z.object({
    say: z.literal('file'),
    id: z.string(),
    who: z.string(),
    track: z.string(),
    started: InstantSchema,
  }),
  z.object({ say: z.literal('missing') }),
])
export type FromRecorder = z.output<typeof FromRecorder>
