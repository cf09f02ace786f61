/** By which words of audiences notes are found. */

/** The word of those who belong to a circle; null: to the co-op. */
export function circleAudience(circle: string | null): string {
  return `notes-of:${circle ?? 'coop'}`
}

/** The word of those who were at a gathering. */
export function gatheringAudience(gathering: string): string {
  return `notes-at:${gathering}`
}
