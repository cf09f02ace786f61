/** Whose words they are when a guest becomes a person, and when somebody is erased. */
import { z } from 'zod'
import type { Transaction } from '#kernel/database.ts'
import type { Entry } from '#kernel/record.ts'
import { forgetAuthors, keepWords } from '../store/clients.ts'
import { eraseComments, keepComments } from '../store/comments.ts'
import { forgetInVersions } from '../store/versions.ts'

const Kept = z.object({ guest: z.string(), person: z.string() })
const Erased = z.object({ person: z.string(), guests: z.array(z.string()) })

async function keep(tx: Transaction, { data }: Entry): Promise<void> {
  const { guest, person } = Kept.parse(data)
  await keepWords(tx, guest, person)
  await keepComments(tx, guest, person)
}

async function erase(tx: Transaction, { at, data }: Entry): Promise<void> {
  const { person, guests } = Erased.parse(data)
  await forgetAuthors(tx, [person, ...guests])
  await forgetInVersions(tx, [person, ...guests])
  await eraseComments(tx, [person, ...guests], at)
}

export const engineListeners: Record<string, (tx: Transaction, entry: Entry) => Promise<void>> = {
  'guest.kept': keep,
  'person.erased': erase,
}
