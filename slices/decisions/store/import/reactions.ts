/** Reactions to what was said in an export, as far as it was brought just now; what is here stays as it is. */
import { sql } from 'kysely'
import { bringReactions as keepReactions, type ReactionBrought } from '#slices/threads/index.ts'
import { emojiOf } from '../../rules/import/emoji.ts'
import type { RowOf } from '../../rules/import/loomio-lines.ts'
import { isComment } from '../tables.ts'
import { type Bringing, ORIGIN, personFor } from './known.ts'
import { instant } from './papers.ts'
import { stagedRows } from './staging.ts'

const AT_ONCE = 500

/** What these react to is here; `old`: it was here before. */
async function targetsOf(
  { tx, circle, now }: Bringing,
  rows: readonly RowOf<'reactions'>[],
): Promise<Map<string, { here: string; old: boolean }>> {
  const keys = rows.map(({ reactable_type: kind, reactable_id: id }) =>
    kind === 'Discussion' ? `discussion ${id}` : `${id}`,
  )
  const found = await sql<{ key: string; here: string; old: boolean }>`
    select key, id as here, at < ${now}::timestamptz as old from imported
    where circle = ${circle} and origin = ${ORIGIN} and what = 'comment'
      and key = any(${keys})`.execute(tx)
  return new Map(found.rows.map(({ key, ...one }) => [key, one]))
}

async function bringSome(bringing: Bringing, rows: readonly RowOf<'reactions'>[]): Promise<void> {
  const { tx, report, now } = bringing
  const targets = await targetsOf(bringing, rows)
  const brought: ReactionBrought[] = []
  for (const { reactable_type: kind, reactable_id: id, user_id, reaction, created_at } of rows) {
    const key = kind === 'Discussion' ? `discussion ${id}` : `${id}`
    const on = kind === 'Comment' || kind === 'Discussion' ? targets.get(key) : undefined
    const emoji = emojiOf(reaction)
    if (on?.old) continue
    if (!on || !isComment(on.here) || user_id === null || !emoji) {
      report.reactions.left += 1
      continue
    }
    const who = await personFor(bringing, user_id)
    brought.push({ comment: on.here, who, emoji, at: instant(created_at) ?? now })
  }
  report.reactions.taken += await keepReactions(tx, brought)
}

/** Brings all reactions, some at a time. */
export async function bringReactions(bringing: Bringing): Promise<void> {
  let some: RowOf<'reactions'>[] = []
  for await (const row of stagedRows(bringing.tx, 'reactions')) {
    some.push(row)
    if (some.length < AT_ONCE) continue
    await bringSome(bringing, some)
    some = []
  }
  await bringSome(bringing, some)
}
