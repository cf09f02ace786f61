/** Somebody was erased: their name and words go from all minutes; sealed ones are sealed anew. */
import type { Instant } from '#kernel/clock.ts'
import type { Transaction } from '#kernel/database.ts'
import { redact } from '#kernel/record.ts'
import { nameIn } from '../rules/document.ts'
import { eraseFrom, eraseFromChat, superseding } from '../rules/redact.ts'
import { saveLine, saveMinutes } from './changes.ts'
import { sealMinutes, withChatNow } from './sealing.ts'
import { holdMinutes, type Kept } from './minutes.ts'
import { linesOf } from './lines.ts'
import { minutesWith } from './attendees.ts'
import { topicOf, writing } from './tables.ts'

async function eraseLines(tx: Transaction, kept: Kept, who: string): Promise<void> {
  const before = await linesOf(tx, kept.id)
  const after = eraseFromChat(before, who, nameIn(kept.minutes, who))
  for (const [at, line] of after.entries()) {
    const old = before[at]
    if (old && (old.text !== line.text || old.state !== line.state)) await saveLine(tx, kept, line)
  }
}

async function eraseIn(tx: Transaction, id: string, whos: readonly string[], now: Instant) {
  const kept = await holdMinutes(tx, id)
  if (!kept) return
  const there = whos.filter((who) => kept.minutes.people.some((one) => one.who === who))
  for (const who of there) await eraseLines(tx, kept, who)
  const clean = there.reduce(eraseFrom, kept.minutes)
  const by = { now, actor: null }
  if (kept.sha256) {
    const minutes = superseding(clean, kept.sha256, now, 'erased')
    await sealMinutes(tx, { kept, minutes, why: 'erased' }, by)
  } else {
    const minutes = await withChatNow(tx, kept, clean)
    await saveMinutes(tx, { ...kept, minutes }, [{ kind: 'minutes.erased', data: {} }], by)
  }
  await redactOwn(tx, kept, whos, now)
  await writing(tx)
    .deleteFrom('minutes_people')
    .where('minutes', '=', kept.id)
    .where('who', 'in', [...whos, ''])
    .execute()
}

/** What they wrote about the minutes leaves their record too; that they did stays. */
async function redactOwn(tx: Transaction, kept: Kept, whos: readonly string[], now: Instant) {
  const topic = topicOf(kept.id)
  const rows = await tx
    .selectFrom('record')
    .select('seq')
    .where('topic', '=', topic)
    .where('actor', 'in', [...whos, ''])
    .where('stands', 'is', null)
    .execute()
  for (const { seq } of rows)
    await redact(tx, { topic, seq, stands: { erased: true } }, { now, actor: null })
}

/** Takes a person, and the guests they were, out of all minutes. */
export async function eraseFromMinutes(
  tx: Transaction,
  whos: readonly string[],
  now: Instant,
): Promise<void> {
  for (const id of await minutesWith(tx, whos)) await eraseIn(tx, id, whos, now)
}
