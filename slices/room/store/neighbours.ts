/** What the room asks of the call of its gathering, and who is called. */
import type { Reader } from '#kernel/database.ts'
import { port } from '#kernel/port.ts'
import type { Caller } from '#kernel/session.ts'
import type { CallGiven } from '../rules/call.ts'

export type Called = {
  call: CallGiven
  /** The private line of each item, for facilitators. */
  careLines: Record<string, string>
}

/** The call of a gathering; null when there is none by that id. */
export const calls = port<[Reader, string], Called | null>(
  'the call of a gathering',
  async () => null,
)

/** Is this caller called to a gathering, and a member of its circle? */
export const standings = port<[Reader, Caller, string], { called: boolean; member: boolean }>(
  'who is called',
  async () => ({ called: true, member: false }),
)
