/** News that the life of notes hears: rooms that open, running orders that change, who is erased. */
import { z } from 'zod'
import type { Transaction } from '#kernel/database.ts'
import { handOver } from '#kernel/handing-over.ts'
import type { Entry } from '#kernel/record.ts'
import { handingIn } from '#slices/people/index.ts'
import { bequeathNotes } from '../store/bequest.ts'
import { unfind } from '../store/finding.ts'
import { forgetDoors } from '../store/links.ts'
import { OWNED } from '../store/merging.ts'
import { openMainNote } from '../store/places.ts'
import { markDue } from '../store/sections.ts'
import { noteIdIn } from '../store/tables.ts'

type Heard = (tx: Transaction, entry: Entry) => Promise<void>

/** The gathering that an entry of its room or of its call is about. */
function gatheringIn({ topic }: Entry): string | null {
  return /^(?:gathering|call):(gth_\w+)$/.exec(topic)?.[1] ?? null
}

/** A room opens with its note; one that was before the hall was brings its own. */
const opened: Heard = async (tx, entry) => {
  const gathering = gatheringIn(entry)
  if (gathering && entry.data['when'] === undefined)
    await openMainNote(tx, { gathering, by: entry.actor, now: entry.at })
}

const changed: Heard = async (tx, entry) => {
  const gathering = gatheringIn(entry)
  if (gathering) await markDue(tx, gathering)
}

const Erased = z.object({ person: z.string(), guests: z.array(z.string()).default([]) })

const forgotten: Heard = async (tx, { data }) => {
  const { person, guests } = Erased.parse(data)
  await forgetDoors(tx, [person, ...guests])
}

/** What a note is changed: it is put into the index anew. */
const stands: Heard = async (tx, { topic }) => unfind(tx, noteIdIn(topic.slice('note:'.length)))

const KINDS = [
  'opened',
  'renamed',
  'moved',
  'rested',
  'brought-back',
  'template',
  'published',
  'unpublished',
] as const

export const lifeListeners: Record<string, Heard> = {
  'room.opened': opened,
  'room.changed': changed,
  'item.added': changed,
  'items.ordered': changed,
  'gathering.changed': changed,
  'person.erased': forgotten,
  'circle.closed': bequeathNotes,
  'person.merged': (tx, { data }) => handOver(tx, handingIn(data), OWNED),
  ...Object.fromEntries(KINDS.map((kind) => [`note.${kind}`, stands])),
}
