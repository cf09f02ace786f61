/** The versions of a note with what changed in each: what its feed tells. */
import type { Reader } from '#kernel/database.ts'
import { compare } from '../rules/comparing.ts'
import { type Line, lineText, linesOf } from '../rules/lines.ts'
import { type Changed, changedIn } from '../rules/telling-changes.ts'
import { noteAt, type Version, versionsOf } from './history.ts'
import type { NoteId } from './tables.ts'

const MOST_TOLD = 20
const MOST_KNOWN = 1000

/** What changed in a version never changes; so feeds that are asked often cost little. */
const known = new Map<string, Changed>()

async function linesAt(db: Reader, note: NoteId, number: number | null): Promise<Line[]> {
  return number === 0 ? [] : linesOf((await noteAt(db, note, number)).parts)
}

async function changedAt(db: Reader, note: NoteId, number: number): Promise<Changed> {
  const key = `${note} ${number}`
  const before = known.get(key)
  if (before) return before
  const [earlier, later] = [await linesAt(db, note, number - 1), await linesAt(db, note, number)]
  const changed = changedIn(compare(earlier, later))
  for (const old of [...known.keys()].slice(0, known.size - MOST_KNOWN)) known.delete(old)
  known.set(key, changed)
  return changed
}

export type ToldVersion = Version & { changed: Changed }

/**
 * The last versions of a note, the newest first. Of headings only those are named that still stand:
 * whoever reads the feed reads the note, not what was taken out of it.
 */
export async function toldVersions(db: Reader, note: NoteId): Promise<ToldVersion[]> {
  const versions = (await versionsOf(db, note)).slice(0, MOST_TOLD)
  const standing = new Set((await linesAt(db, note, null)).map(lineText))
  const told: ToldVersion[] = []
  for (const version of versions) {
    const changed = await changedAt(db, note, version.number)
    const under = changed.under.filter((heading) => standing.has(heading))
    told.push({ ...version, changed: { ...changed, under } })
  }
  return told
}
