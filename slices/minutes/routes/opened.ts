/** Minutes opened for a caller: whole, or the public copy, or not at all. */
import type { Reader } from '#kernel/database.ts'
import { Refused } from '#kernel/problem.ts'
import type { Caller } from '#kernel/session.ts'
import type { ChatLine, Minutes } from '../rules/document.ts'
import { publicChat, publicCopy } from '../rules/public-copy.ts'
import { withHandouts } from '../store/handouts.ts'
import { type Kept, keptOf } from '../store/minutes.ts'
import { linesOf, type LinesWanted } from '../store/lines.ts'
import { readsWhole, type Standing, standingOf } from '../store/reader.ts'

export type Opened = {
  kept: Kept
  standing: Standing
  whole: boolean
  /** As this caller may read it. */
  minutes: Minutes
  /** Who of the minutes the caller is. */
  me: string | null
}

/** Who facilitated, or facilitates the circle. */
export function facilitates({ minutes }: Kept, { ids, facilitates: ofCircle }: Standing): boolean {
  const roles = minutes.people.filter(({ who }) => ids.includes(who)).flatMap((one) => one.roles)
  return ofCircle || roles.includes('facilitator')
}

/** Opens minutes; refuses `not-found` where there are none for this caller. */
export async function openMinutes(db: Reader, caller: Caller, id: string): Promise<Opened> {
  const kept = await keptOf(db, id)
  if (!kept) throw new Refused('not-found')
  const standing = await standingOf(db, caller, kept)
  const whole = readsWhole(kept, standing)
  if (!whole && kept.visibility !== 'public') throw new Refused('not-found')
  const me = kept.minutes.people.find(({ who }) => standing.ids.includes(who))?.who ?? null
  const minutes = whole ? await withHandouts(db, kept) : publicCopy(kept.minutes, kept.publicChat)
  return { kept, standing, whole, minutes, me }
}

/** Lines of the chat as this caller may read them. */
export async function openChat(
  db: Reader,
  { kept, whole }: Opened,
  wanted: LinesWanted = {},
): Promise<ChatLine[]> {
  if (whole) return linesOf(db, kept.id, wanted)
  return kept.publicChat ? publicChat(kept.minutes, await linesOf(db, kept.id, wanted)) : []
}
