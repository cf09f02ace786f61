/** An export of Loomio, brought into a circle in one transaction: all of it, or nothing. */
import type { Instant } from '#kernel/clock.ts'
import type { Transaction } from '#kernel/database.ts'
import type { CircleId } from '#slices/circles/index.ts'
import { bringGroups, bringMembers, type Bringing } from './known.ts'
import { bringComments } from './comments.ts'
import { bringPolls } from './polls.ts'
import { bringReactions } from './reactions.ts'
import { bringDiscussions } from './talks.ts'
import { emptyReport, type Report } from './report.ts'
import { stageLines } from './staging.ts'

export type Given = {
  circle: CircleId
  lines: AsyncIterable<string> | Iterable<string>
  from: string | null
  members: boolean
  now: Instant
}

/** Brings it in; what is here already stays as it is. */
export async function importLoomio(tx: Transaction, given: Given): Promise<Report> {
  const { circle, lines, from, members, now } = given
  const report = emptyReport(await stageLines(tx, lines))
  const bringing: Bringing = {
    tx,
    circle,
    now,
    report,
    from,
    people: new Map(),
    groups: new Map(),
    threads: new Map(),
  }
  await bringGroups(bringing)
  if (members) await bringMembers(bringing)
  await bringDiscussions(bringing)
  await bringComments(bringing)
  await bringReactions(bringing)
  await bringPolls(bringing)
  return report
}
