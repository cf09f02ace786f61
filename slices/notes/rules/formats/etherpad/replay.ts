/**
 * Replaying a pad: every changeset from the first to the last, with what the text was at the
 * revisions that somebody saved.
 *
 * 1. What the changesets give stands. Where one is missing or does not fit, the text the file says it
 *    has at its head is taken instead, and the history is said to be left behind.
 */
import { parseChangeset, applied, type Pool, type Stretch, writtenAs } from './changeset.ts'
import { type Pad, Revision } from './pad.ts'

export type Kept = { revision: number; at: number; label: string; by: string; text: Stretch[] }
export type Replayed = {
  text: Stretch[]
  pool: Pool
  kept: Kept[]
  /** All changesets fitted. */
  whole: boolean
}

const MOST_KEPT = 200

export function poolOf({ head }: Pad): Pool {
  return new Map(
    Object.entries(head.pool.numToAttrib).map(([number, attribute]) => [Number(number), attribute]),
  )
}

/** The text that the head of the file holds, as stretches. */
function textAtHead({ head }: Pad, pool: Pool): Stretch[] {
  const { text, attribs } = head.atext
  const length = text.length.toString(36)
  const read = parseChangeset(`Z:0>${length}${attribs}$${text}`)
  return (read && applied([], read, pool)) ?? [{ text, attribs: '' }]
}

/** The text as the changesets make it. */
export function replay(pad: Pad): Replayed {
  const pool = poolOf(pad)
  const saved = new Map(pad.head.savedRevisions.map((one) => [one.revNum, one]))
  const kept: Kept[] = []
  let text: Stretch[] = [{ text: '\n', attribs: '' }]
  for (let number = 0; number <= pad.head.head; number++) {
    const revision = Revision.safeParse(pad.record(`pad:${pad.id}:revs:${number}`))
    const changeset = revision.success ? parseChangeset(revision.data.changeset) : null
    const next = changeset ? applied(text, changeset, pool) : null
    if (!next) return { text: textAtHead(pad, pool), pool, kept, whole: false }
    text = next
    const mark = saved.get(number)
    if (mark && kept.length < MOST_KEPT && revision.success) {
      const at = mark.timestamp || revision.data.meta.timestamp
      kept.push({ revision: number, at, label: mark.label, by: mark.savedById, text })
    }
  }
  return { text, pool, kept, whole: pad.head.head >= 0 }
}

/** The attribute string of a text: what stands in `atext.attribs`. */
export function attribsOf(text: readonly Stretch[]): string {
  return text.map((stretch) => writtenAs('+', stretch)).join('')
}
