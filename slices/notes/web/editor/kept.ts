/**
 * What the indicator may say.
 *
 * 1. "Saved" only when the hall has said that all that was written here is stored.
 * 2. Without a line to the hall it says so, and whether this browser keeps what is written.
 * 3. A copy that is not the same as the hall's is said at once, and never as saved.
 * 4. When the hall refused, that stands; nothing more goes to it.
 */
export type Line = {
  /** Let in and in step with the hall at least once since the line was (re)made. */
  on: boolean
  /** Changes that the hall has not acknowledged. */
  open: number
  /** The hall's own words on what is stored cover what was written here; null: not said yet. */
  covered: boolean | null
  /** Whether copies were found to differ. */
  inStep: boolean
  /** Whether this browser keeps the note. */
  keptHere: boolean
  ended: boolean
  everOn: boolean
}

export type Kept = 'opening' | 'saved' | 'saving' | 'away' | 'away-unkept' | 'apart' | 'ended'

export function keptAs({ on, open, covered, inStep, keptHere, ended, everOn }: Line): Kept {
  if (ended) return 'ended'
  if (!inStep) return 'apart'
  if (!on) {
    if (!everOn && open === 0) return 'opening'
    return keptHere ? 'away' : 'away-unkept'
  }
  return open > 0 || covered === false ? 'saving' : 'saved'
}

/** Whether leaving now might lose something that is nowhere but here. */
export function isAtRisk(kept: Kept, open: number): boolean {
  return open > 0 && kept !== 'saved' && kept !== 'opening'
}

/** Whether the hall's state vector covers these clients' clocks. */
export function covers(
  stored: ReadonlyMap<number, number>,
  mine: ReadonlyMap<number, number>,
): boolean {
  return [...mine].every(([client, clock]) => (stored.get(client) ?? 0) >= clock)
}
