/**
 * What is written down while it is said: decisions ("agreed: …"), actions (what, who, by when), and
 * announcements to all.
 * 1. Facilitators and note takers write down; facilitators announce. It stands at the item of then.
 * 2. It can be mended by any of them, and taken back; the record keeps both.
 * 3. What a vote in the room decided is written down by the hall, and names its decision.
 * 4. An action may name somebody of the room, who then has it on their page, or anybody by name.
 */
import { z } from 'zod'
import { Who } from './call.ts'
import { itemNow } from './glance.ts'
import { happening } from './happening.ts'
import type { Written } from './state.ts'

const WrittenFields = z.object({
  id: z.string().min(1).max(64),
  kind: z.enum(['decision', 'action']),
  text: z.string().min(1),
  who: Who.nullish(),
  name: z.string().nullish(),
  due: z.iso.date().nullish(),
  decision: z.string().max(64).nullish(),
  by: Who,
})

export const writtenDown = happening('written.down', WrittenFields, (room, given, { at }) => {
  const before = room.written.find(({ id }) => id === given.id)
  const { who = null, name = null, due = null } = given
  // Mended by hand it stays what the vote decided.
  const decision = given.decision ?? before?.decision ?? null
  const item = before ? before.item : (itemNow(room)?.id ?? null)
  const written: Written = { ...given, who, name, due, decision, item, at: before?.at ?? at }
  const place = room.written.findIndex(({ id }) => id === given.id)
  return {
    ...room,
    written: place < 0 ? [...room.written, written] : room.written.with(place, written),
  }
})

export const writingTakenBack = happening(
  'written.taken-back',
  z.object({ id: z.string(), by: Who }),
  (room, { id }) => ({ ...room, written: room.written.filter((one) => one.id !== id) }),
)

export const announced = happening(
  'announced',
  z.object({ text: z.string().min(1), by: Who }),
  (room, { text, by }, { at, seq }) => ({
    ...room,
    announcements: [...room.announcements, { seq, text, by, at }],
  }),
)

export const writtenHappenings = [writtenDown, writingTakenBack, announced]
