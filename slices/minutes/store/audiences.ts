/** By which words minutes are found: those who were there, the circle, everybody. */
import type { Kept } from './minutes.ts'

/** The word of those who stand in the minutes. */
export function ownAudienceOf(id: string): string {
  return `minutes:${id}`
}

/** The word of those who belong to the circle whose minutes they are. */
export function circleAudienceOf(circle: string | null): string {
  return `minutes-of:${circle ?? 'coop'}`
}

/** Everybody who reads them whole. */
export function wholeAudienceOf({
  id,
  circle,
  visibility,
}: Pick<Kept, 'id' | 'circle' | 'visibility'>): string {
  const own = ownAudienceOf(id)
  return visibility === 'participants' ? own : `${own} ${circleAudienceOf(circle)}`
}
