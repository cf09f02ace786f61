/** What only facilitators read: private lines of items, hidden words, reasons of removals. */
import { z } from 'zod'
import type { Reader } from '#kernel/database.ts'
import { entriesOf, type Entry } from '#kernel/record.ts'
import { Who } from '../rules/call.ts'
import { careOf } from './tables.ts'

const Opened = z.object({ lines: z.record(z.string(), z.string()) })
const Hidden = z.object({ line: z.number(), text: z.string(), reason: z.string(), by: Who })
const Removed = z.object({ who: Who, reason: z.string(), by: Who })

export type Care = {
  seq: number
  careLines: Record<string, string>
  hidden: z.infer<typeof Hidden>[]
  removed: (z.infer<typeof Removed> & { at: string })[]
}

/** The care of a gathering, from its record. */
export async function careAsItIs(db: Reader, gathering: string): Promise<Care> {
  const care: Care = { seq: 0, careLines: {}, hidden: [], removed: [] }
  for (;;) {
    const entries = await entriesOf(db, careOf(gathering), { after: care.seq })
    for (const entry of entries) hear(care, entry)
    if (entries.length < 1000) return care
  }
}

function hear(care: Care, { seq, at, kind, data }: Entry): void {
  care.seq = seq
  const opened = kind === 'care.opened' && Opened.safeParse(data)
  if (opened && opened.success) care.careLines = opened.data.lines
  const hidden = kind === 'care.line-hidden' && Hidden.safeParse(data)
  if (hidden && hidden.success)
    care.hidden = [...care.hidden.filter(({ line }) => line !== hidden.data.line), hidden.data]
  const removed = kind === 'care.removed' && Removed.safeParse(data)
  if (removed && removed.success) care.removed.push({ ...removed.data, at })
}
