/** Standings, judged: of one member, or of everybody in a circle. */
import type { Reader } from '#kernel/database.ts'
import type { CircleId, MemberId } from '#slices/circles/index.ts'
import { todayIn } from '#slices/constitutions/index.ts'
import { countOf, type Day, type DayCount } from '../rules/days.ts'
import { asking, type Asking, type Member } from '../rules/facts.ts'
import { type Judging, nextChange, type Standing, standingOf } from '../rules/standing.ts'
import { factsIn } from './facts.ts'
import { judgingIn } from './rules-of.ts'

export type Judged = {
  member: MemberId
  facts: Member
  standing: Standing
  /** When the standing would change if nothing more happened; null: not for long, or it is not good. */
  changes: DayCount | null
}
export type JudgedCircle = { judging: Judging; asked: Asking; all: Judged[] }

/** The day that is asked for, as the rules count it; today when none is named. */
export async function askedFor(
  db: Reader,
  now: string,
  { on = null, known = null }: { on?: Day | null; known?: Day | null } = {},
): Promise<Asking> {
  const today = countOf(await todayIn(db, now))
  const day = on === null ? today : Math.min(countOf(on), today)
  // A past day is judged by what was known on it, unless somebody asks with what is known now.
  return asking(day, known === null ? day : Math.max(day, Math.min(countOf(known), today)))
}

function gatheringDays({ held }: Judging): Map<string, DayCount> {
  return new Map([...held.values()].flat().map(({ gathering, happened }) => [gathering, happened]))
}

/**
 * Judges one member of a circle, or with null all who are inside on that day. `ahead`: also when it
 * would change, which costs as much again.
 */
export async function judge(
  db: Reader,
  circle: CircleId,
  member: MemberId | null,
  asked: Asking,
  ahead = true,
): Promise<JudgedCircle> {
  const judging = await judgingIn(db, circle, asked.on)
  const which = { circle, member, happened: asked.evidence, known: asked.known }
  const { members } = await factsIn(db, which, gatheringDays(judging))
  const all: Judged[] = []
  for (const [id, facts] of members) {
    const inside =
      member !== null ||
      facts.classes.some(({ from, until }) => from <= asked.on && asked.on < until)
    if (!inside) continue
    const standing = standingOf(judging, facts, asked)
    const changes = ahead && standing.state === 'good' ? nextChange(judging, facts, asked) : null
    all.push({ member: id, facts, standing, changes })
  }
  return { judging, asked, all }
}
