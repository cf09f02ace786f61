/**
 * The socket of writers: `/notes/live`, spoken by @hocuspocus/provider with the id of the note as
 * name of its document. What the hall says beside the protocol goes by `stateless`, as JSON of
 * these shapes; a refusal to let in comes as the reason of `authenticationFailed`.
 *
 * Saved means saved: the hall stores an update before it acknowledges it and before anybody else
 * sees it, so `provider.hasUnsyncedChanges` is the truth while connected.
 */
import { z } from 'zod'

export const NOTES_SOCKET = '/notes/live'

/** Why somebody is not let in; `full` is followed by `waiting` and `free`. */
export const NO_ENTRY = ['not-found', 'not-allowed', 'locked', 'approved', 'full'] as const
export type NoEntry = (typeof NO_ENTRY)[number]

/** Why a connection ends; the code of its end is 4403, after `too-often` 4429. */
export const ENDS = [
  'locked',
  'approved',
  'not-allowed',
  'update-too-large',
  'update-not-understood',
  'note-full',
  'name-of-another',
  'too-often',
] as const
export type End = (typeof ENDS)[number]

export const FromHall = z.union([
  /** You write as number so-and-so (your colour), under this name. */
  z.object({ you: z.object({ who: z.string(), name: z.string(), number: z.int() }) }),
  /** All is stored up to this state vector (base64). */
  z.object({ saved: z.string() }),
  /** You can't go on, and why: the connection ends. `say` is a sentence in the member's language. */
  z.object({ ended: z.enum(ENDS), say: z.string() }),
  /** There are 150 writers; so many wait before you. */
  z.object({ waiting: z.int() }),
  /** There is a place: connect again (`provider.sendToken()` then `provider.startSync()`). */
  z.object({ free: z.literal(true) }),
  /** Whether your copy is the same; `false`: out of step, take the note anew. */
  z.object({ inStep: z.boolean() }),
])
export type FromHall = z.infer<typeof FromHall>

/** Every 30 s and after coming back, when nothing is unsaved: your state vector (base64) and hashOf. */
export const ToHall = z.object({ check: z.object({ vector: z.base64(), hash: z.string() }) })
export type ToHall = z.infer<typeof ToHall>
