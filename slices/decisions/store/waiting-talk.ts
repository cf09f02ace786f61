/** What waits for somebody in proposals that are talked about: objections, answers to them, advice. */
import type { Instant } from '#kernel/clock.ts'
import type { Reader } from '#kernel/database.ts'
import { wordsIn } from '#kernel/words.ts'
import { coop } from '#slices/circles/index.ts'
import type { PersonId } from '#slices/people/index.ts'
import { refuseUnheard } from '../rules/advice/advice.ts'
import { heardOf } from './advice.ts'
import { withTitles } from './decisions.ts'
import { kindsIn } from './kinds.ts'
import { type Decision, isCircle } from './tables.ts'
import type { Waiting } from './waiting.ts'

const inTalk = (db: Reader) => withTitles(db).where('decisions.state', '=', 'talk')

type Row = Pick<Decision, 'id' | 'circle'> & { title: string }
const waits = (
  { id: decision, title, circle }: Row,
  what: Waiting['what'],
  more: Partial<Waiting> = {},
): Waiting => ({ decision, title, circle, what, as: [], closesAt: null, ...more })

/** Open objections to what somebody proposed, and answers to those they made. */
async function ofObjections(
  db: Reader,
  { records, speaks }: { records: readonly PersonId[]; speaks: readonly string[] },
): Promise<Waiting[]> {
  const rows = await inTalk(db)
    .innerJoin('decision_objections', 'decision_objections.decision', 'decisions.id')
    .select(['decisions.id', 'title', 'decisions.circle', 'made_by', 'member', 'due_at'])
    .select('decision_objections.state as stands')
    .where('decision_objections.state', 'in', ['open', 'answered'])
    .where((eb) => eb.or([eb('made_by', 'in', [...records]), eb('member', 'in', [...speaks])]))
    .orderBy('decisions.id')
    .execute()
  const confirm = rows.filter(
    ({ stands, member }) => stands === 'answered' && speaks.includes(member),
  )
  const open = rows.filter(({ stands, made_by }) => stands === 'open' && records.includes(made_by))
  return [
    ...confirm.map((row) =>
      waits(row, 'confirm', {
        as: isCircle(row.member) ? [row.member] : [],
        closesAt: row.due_at,
      }),
    ),
    ...[...new Map(open.map((row) => [row.id, row])).values()].map((row) =>
      waits(row, 'object-answer'),
    ),
  ]
}

/** Advice that somebody was asked for and has not given. */
async function toAdvise(db: Reader, records: readonly PersonId[]): Promise<Waiting[]> {
  const rows = await inTalk(db)
    .innerJoin('decision_askings', 'decision_askings.decision', 'decisions.id')
    .leftJoin('decision_advice', (join) =>
      join
        .onRef('decision_advice.decision', '=', 'decisions.id')
        .onRef('decision_advice.person', '=', 'decision_askings.person'),
    )
    .select(['decisions.id', 'title', 'decisions.circle'])
    .where('decision_askings.person', 'in', [...records])
    .where('decision_advice.person', 'is', null)
    .orderBy('decisions.id')
    .execute()
  return rows.map((row) => waits(row, 'advise'))
}

/** Proposals that whoever made them may decide, having heard enough. */
async function toDecide(
  db: Reader,
  records: readonly PersonId[],
  now: Instant,
): Promise<Waiting[]> {
  const rows = await inTalk(db)
    .selectAll('decisions')
    .select('title')
    .where('made_by', 'in', [...records])
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('decision_askings')
          .select('decision_askings.person')
          .whereRef('decision_askings.decision', '=', 'decisions.id'),
      ),
    )
    .orderBy('decisions.id')
    .execute()
  const zone = (await coop(db))?.zone ?? 'UTC'
  const found: Waiting[] = []
  for (const row of rows) {
    const kinds = await kindsIn(db, row.circle, now, wordsIn('en'))
    const method = kinds?.kinds.find(({ key }) => key === row.kind)?.method
    if (method?.kind !== 'advice') continue
    const { heard } = await heardOf(db, row, zone)
    if (!refuseUnheard(method, heard, { opensAt: row.opens_at ?? now, now }))
      found.push(waits(row, 'decide'))
  }
  return found
}

/** All of it, what asks for an answer first. `speaks`: for whom somebody speaks, themselves among them. */
export async function waitingInTalk(
  db: Reader,
  given: { records: readonly PersonId[]; speaks: readonly string[] },
  now: Instant,
): Promise<Waiting[]> {
  const [objections, advise, decide] = await Promise.all([
    ofObjections(db, given),
    toAdvise(db, given.records),
    toDecide(db, given.records, now),
  ])
  return [...objections, ...advise, ...decide]
}
