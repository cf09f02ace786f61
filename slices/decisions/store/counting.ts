/** The count of a decision: computed from its frozen roll and its ballots, stored, chained in the record. */
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { note } from '#kernel/record.ts'
import type { Paper } from '../rules/count/count.ts'
import { publishBeside } from './count-work.ts'
import type { Published, RollEntry, SecretPart } from '../rules/count/published.ts'
import type { Ruling } from '../rules/count/ruling.ts'
import { readVote } from '../rules/count/votes.ts'
import { dayAfter } from '../rules/life/days.ts'
import { groupsOf } from '../rules/secret/groups.ts'
import { advicePart } from './advice.ts'
import { ballotsOf, rollRows } from './ballots.ts'
import { textOf } from './decisions.ts'
import { judgmentsOf } from './judgments.ts'
import { publicKeysOf } from './keys.ts'
import { urnOf } from './papers.ts'
import { subjectRow } from './subjects.ts'
import { type Decision, type DecisionId, reading, topicOf, writing } from './tables.ts'
import { withdrawalsOf } from './withdrawing.ts'

/** What is published of the ballots as they lie now; null while the decision has not opened. */
export async function publicationOf(db: Reader, decision: Decision) {
  const { ruling, ruled_by, ruled_version, opened_at, closes_at } = decision
  if (!ruling || !ruled_by || ruled_version === null || !opened_at || !closes_at) return null
  const [gone, judged, advice, text, rows, ballots] = await Promise.all([
    withdrawalsOf(db, decision.id),
    judgmentsOf(db, decision.id),
    advicePart(db, decision),
    textOf(db, decision),
    rollRows(db, decision.id),
    ballotsOf(db, decision.id),
  ])
  const on = rows.filter(({ votes }) => votes)
  const classes = new Map(on.map((row) => [row.member, row.class]))
  const named = ballots.map(({ member, vote }): Paper => ({
    class: classes.get(member) ?? '',
    vote,
  }))
  const notValid = judged.map(({ member, by, at }) => ({
    class: classes.get(member) ?? '',
    by,
    at,
  }))
  const by = new Map(
    ballots.flatMap(({ member, way, by: who }) =>
      way === 'phone' || way === 'proxy' ? [[member, { way, by: who }]] : [],
    ),
  )
  const secret = ruling.kind.secrecy === 'secret' ? await secretOf(db, decision.id, ruling) : null
  const roll = on.map(({ member, kind, class: inClass, voted_at, present }): RollEntry => ({
    member,
    kind,
    class: inClass,
    voted: voted_at !== null,
    ...(present === null ? {} : { present }),
    ...by.get(member),
  }))
  return publishBeside({
    decision: decision.id,
    circle: decision.circle,
    title: text.title,
    question: text.question,
    constitution: { circle: ruled_by, version: ruled_version },
    ruling,
    options: text.options.map(({ name }) => name),
    ...(gone.length > 0 ? { withdrawn: gone.map(({ option }) => option) } : {}),
    seats: text.seats,
    lot: decision.lot,
    ...(decision.gathering === null ? {} : { gathering: decision.gathering }),
    opened: opened_at,
    closed: decision.closed_at ?? closes_at,
    roll,
    papers: secret?.papers ?? named,
    ...(secret ? { secret: secret.part } : {}),
    ...(notValid.length > 0
      ? { notValid: notValid.toSorted((a, b) => (a.at < b.at ? -1 : 1)) }
      : {}),
    ...(advice ? { advice } : {}),
  })
}

/** What was in the urn, and with what it is checked. */
async function secretOf(
  db: Reader,
  decision: DecisionId,
  { kind, classes }: Ruling,
): Promise<{ papers: Paper[]; part: SecretPart }> {
  const [cast, keys] = await Promise.all([urnOf(db, decision), publicKeysOf(db, decision)])
  const order = groupsOf({ kind, classes }).map(({ key }) => key)
  const part = {
    keys: keys
      .toSorted((a, b) => order.indexOf(a.group) - order.indexOf(b.group))
      .map((one) => ({
        group: one.group,
        classes: one.classes,
        publicKey: one.public_key.toString('base64'),
      })),
    tokens: cast.map(({ tracker, signature }) => ({ tracker, signature })),
  }
  const papers = cast.flatMap(({ group, vote: written }): Paper[] => {
    const vote = readVote(written, kind.method)
    return vote ? [{ class: group, vote }] : []
  })
  return { papers, part }
}

/** The publication of a decision that was counted. */
export async function publishedOf(db: Reader, decision: DecisionId): Promise<Published | null> {
  const found = await reading(db)
    .selectFrom('decision_counts')
    .select('publication')
    .where('decision', '=', decision)
    .executeTakeFirst()
  return found?.publication ?? null
}

/** Counts a decision that the transaction holds and whose close has come. */
export async function countHeld(
  tx: Transaction,
  decision: Decision,
  { zone, now }: { zone: string; now: Instant },
): Promise<void> {
  const made = await publicationOf(tx, decision)
  if (!made || !decision.ruling || !decision.closes_at) return
  const { id, circle } = decision
  const { published } = made
  const { kind } = decision.ruling
  const review = kind.reviewDays === null ? null : dayAfter(published.closed, kind.reviewDays, zone)
  await writing(tx)
    .insertInto('decision_counts')
    .values({
      decision: id,
      publication: JSON.stringify(published),
      fingerprint: published.fingerprint,
    })
    .execute()
  await writing(tx)
    .updateTable('decisions')
    .set({ state: 'counted', counted_at: now, result: published.outcome, review_on: review })
    .where('id', '=', id)
    .execute()
  const { options } = await textOf(tx, decision)
  const elected = published.elected.map((option) => ({
    option,
    name: options[option - 1]?.name ?? '',
    person: options[option - 1]?.person ?? null,
  }))
  const row = await subjectRow(tx, id)
  const subject = row && { about: row.about, ref: row.ref }
  const told = { circle, decision: id, decides: kind.key, about: kind.about, subject }
  const counted = {
    ...told,
    roll: published.roll.sha256,
    ballots: published.ballots.length,
    ...(published.secret
      ? { papers: published.roll.entries.filter((one) => one.voted).length }
      : {}),
    fingerprint: published.fingerprint,
  }
  const outcome = { ...told, result: published.outcome, elected, closed: published.closed }
  await note(
    tx,
    topicOf(id),
    [
      { kind: 'decision.counted', data: counted },
      { kind: 'decision.outcome', data: outcome },
    ],
    { now, actor: null },
  )
}
