/**
 * Who may be heard and seen.
 * 1. A gathering has one of two shapes. In a **circle** everybody may speak, show themselves and
 *    share; in a **plenary** those on the stage may: who has the floor, whose item it is, and who
 *    facilitates. All others listen and ask for the floor.
 * 2. Facilitators choose the shape at any time. Until they do it is a circle for up to twelve people
 *    who came, and a plenary beyond; it never turns back by itself, so that nobody is let speak and
 *    silenced by the door.
 * 3. Only who is in the room hears it. Who lost the line keeps their place for a minute; who went
 *    keeps it for five seconds, so that who is sent from one group to another is heard without a gap.
 * 4. Who was removed, and everybody once it is over, hears nothing more.
 * 5. A gathering that hears itself in another tool has no sound here.
 * 6. Facilitators may let somebody speak who would only listen, or only listen who would speak, until
 *    they take that back. It does not bind those who facilitate.
 * 7. One screen is shared at a time, the newest, unless facilitators allow several.
 * 8. Who interprets, or whom a later slice lets send for its own purpose, may send that beside.
 * 9. Facilitators mute somebody, or everybody else at once; "everybody else" passes over those of
 *    law 8, whom others need to hear. Only who was muted opens again.
 * 10. To be allowed is never to be switched on: a microphone is opened by its owner alone.
 * 11. A gathering that was called **sealed** is heard by twelve at a time, no more, in each of its
 *    rooms: so many can know each other by voice, and hand a key on. The key is made and kept by
 *    browsers; the hall never has it. Who sends what is not sealed is put out of the sound.
 * 12. Who is to go into a room that has not opened may **stand by** for it: their line is there before
 *    the door, silent, since nobody sends into it yet. So many who go in one instant need not knock in it.
 * 13. A wall, which shows the stage by a link, hears and sends nothing.
 */
import { type Instant, MINUTE, msBetween, SECOND } from '#kernel/clock.ts'
import type { Place } from '#slices/room/index.ts'

export const SHAPES = ['circle', 'plenary'] as const
export type Shape = (typeof SHAPES)[number]

export const SHARES = ['one', 'several'] as const
export type Shares = (typeof SHARES)[number]

export const SOURCES = ['microphone', 'camera', 'screen'] as const
export type Source = (typeof SOURCES)[number]

/** The most people of a circle that nobody chose. */
export const CIRCLE_MOST = 12

/** Law 11: the most who hear a sealed gathering at a time. */
export const SEALED_MOST = 12

/** How long who lost the line, and who went, still hear. */
const LOST = MINUTE
const GOING = 5 * SECOND

/** How somebody stands in the room; their name makes no difference. */
export type Standing = Omit<Place, 'name'>

/** Law 2. `came`: how many people have been in the room so far. */
export function shapeOf(chosen: Shape | null, came: number): Shape {
  return chosen ?? (came <= CIRCLE_MOST ? 'circle' : 'plenary')
}

/** Laws 3 and 4. */
export function mayHear({ here, wentAt, left, removed, over }: Standing, now: Instant): boolean {
  if (removed || over) return false
  return here || (wentAt !== null && msBetween(wentAt, now) < (left ? GOING : LOST))
}

/** Law 12: a line that hears and sends nothing, for who hears the main hall. */
export function mayStandBy(
  awaits: readonly string[],
  who: string,
  inMain: Standing,
  now: Instant,
): boolean {
  return awaits.includes(who) && mayHear(inMain, now)
}

type Beside = { speak?: boolean | null; more?: readonly Source[] }

/**
 * Laws 1, 6, 8 and 13: what somebody who hears may send; nothing: they listen. `speak`: what was ruled of
 * them; `more`: what a later slice lets them send.
 */
export function maySend(
  shape: Shape,
  { facilitates, onStage, isWall }: Standing,
  { speak = null, more = [] }: Beside = {},
): readonly Source[] {
  if (isWall) return []
  const may = facilitates || (speak ?? (shape === 'circle' || onStage))
  return may ? SOURCES : SOURCES.filter((source) => more.includes(source))
}

/** Law 9: is somebody meant when all others are muted? `more`: as in `maySend`. */
export function isAmongAll(who: string, by: string, more: readonly Source[]): boolean {
  return who !== by && !more.includes('microphone')
}

/** Law 7: whose screens end when somebody begins to share. */
export function endedBy(sharer: string, sharing: readonly string[], shares: Shares): string[] {
  return shares === 'several' ? [] : sharing.filter((who) => who !== sharer)
}

/** Law 11: may one more come into a sealed gathering? Who is in it comes back at any time. */
export function hasPlace(inside: readonly string[], who: string): boolean {
  return inside.filter((one) => one !== who).length < SEALED_MOST
}
