/** What a person asked and answered in polls: for whoever takes all that the hall holds of them. */
import type { Reader } from '#kernel/database.ts'
import { reading } from './tables.ts'

/** The polls that any of these asked or answered. */
export async function ownPolls(db: Reader, whos: readonly string[]) {
  const persons = whos.filter((who): who is `per_${string}` => who.startsWith('per_'))
  if (persons.length === 0) return []
  const own = reading(db)
  const [asked, answered, marks] = await Promise.all([
    own.selectFrom('polls').select('id').where('made_by', 'in', persons).execute(),
    own.selectFrom('poll_replies').selectAll().where('person', 'in', persons).execute(),
    own
      .selectFrom('poll_marks as m')
      .innerJoin('poll_slots as s', 's.id', 'm.slot')
      .select(['m.poll', 's.starts_at', 's.minutes', 'm.mark'])
      .where('m.person', 'in', persons)
      .orderBy('s.starts_at')
      .execute(),
  ])
  const ids = [...asked.map(({ id }) => id), ...answered.map(({ poll }) => poll)]
  if (ids.length === 0) return []
  const polls = await own
    .selectFrom('polls')
    .selectAll()
    .where('id', 'in', ids)
    .orderBy('id')
    .execute()
  return polls.map(({ id, title, words, form, made_by, made_at, summary, summary_by }) => ({
    poll: id,
    title,
    address: `/polls/${id}`,
    form,
    asked: persons.includes(made_by) ? { at: made_at, words } : null,
    summary: summary_by !== null && persons.some((one) => one === summary_by) ? summary : null,
    answers: answered
      .filter(({ poll }) => poll === id)
      .map(({ stance, text, at, changed_at: changed }) => ({ at, changed, stance, text })),
    marks: marks
      .filter(({ poll }) => poll === id)
      .map(({ starts_at: starts, minutes, mark }) => ({ starts, minutes, mark })),
  }))
}
