/**
 * What a Loomio export says, line by line: `{"table": …, "record": …}` with all columns of a row, in no
 * certain order (a parent may follow its child). Only what is taken here is read; a column that is missing
 * in an older export counts as empty. Schema of 2026-08-31 (db/schema.rb, group_export_service.rb).
 */
import { z } from 'zod'

/** Ids are numbers, of anonymous ballots they are uuids; here they are text. */
const Key = z.union([z.string(), z.number()]).transform(String)
const key = Key.nullish().transform((one) => one ?? null)
const text = z
  .string()
  .nullish()
  .transform((one) => one ?? '')
const day = z
  .string()
  .nullish()
  .transform((one) => one ?? null)
const yes = z
  .boolean()
  .nullish()
  .transform((one) => one ?? false)
const number = z
  .number()
  .nullish()
  .transform((one) => one ?? null)

const Group = z.object({
  id: Key,
  key: text,
  name: text,
  parent_id: key,
  description: text,
  archived_at: day,
})
const User = z.object({
  id: Key,
  key: text,
  name: text,
  username: text,
  email: day,
  email_verified: yes,
})
const Membership = z.object({
  id: Key,
  group_id: Key,
  user_id: Key,
  accepted_at: day,
  revoked_at: day,
})
const Topic = z.object({
  id: Key,
  group_id: key,
  topicable_type: text,
  topicable_id: key,
  locked_at: day,
})
const TopicItem = z.object({ topic_id: key, itemable_type: text, itemable_id: key })
const Reaction = z.object({
  reactable_type: text,
  reactable_id: key,
  user_id: key,
  reaction: text,
  created_at: day,
})
const Discussion = z.object({
  id: Key,
  key: text,
  topic_id: key,
  group_id: key,
  author_id: key,
  title: text,
  description: text,
  description_format: text,
  template: yes,
  discarded_at: day,
  created_at: day,
})
export type Discussion = z.output<typeof Discussion>
const Comment = z.object({
  id: Key,
  parent_type: text,
  parent_id: key,
  discussion_id: key,
  user_id: key,
  body: text,
  body_format: text,
  edited_at: day,
  discarded_at: day,
  created_at: day,
})
const Poll = z.object({
  id: Key,
  key: text,
  topic_id: key,
  discussion_id: key,
  group_id: key,
  author_id: key,
  title: text,
  details: text,
  details_format: text,
  poll_type: text,
  template: yes,
  opened_at: day,
  closed_at: day,
  created_at: day,
  discarded_at: day,
  anonymous: yes,
  min_score: number,
  max_score: number,
  maximum_stance_choices: number,
  dots_per_person: number,
  quorum_pct: number,
  stv_method: day,
  stv_quota: day,
  stv_seats: number,
})
export type Poll = z.output<typeof Poll>
const PollOption = z.object({
  id: Key,
  poll_id: Key,
  name: text,
  icon: text,
  meaning: text,
  priority: number,
  total_score: number,
  voter_count: number,
  test_operator: day,
  test_against: day,
  test_percent: number,
})
export type PollOption = z.output<typeof PollOption>
const Stance = z.object({
  id: Key,
  poll_id: Key,
  participant_id: key,
  latest: z
    .boolean()
    .nullish()
    .transform((one) => one ?? true),
  cast_at: day,
  reason: text,
  reason_format: text,
  option_scores: z
    .record(z.string(), z.number())
    .nullish()
    .transform((one) => one ?? {}),
  none_of_the_above: yes,
  revoked_at: day,
  redacted_at: day,
})
export type Stance = z.output<typeof Stance>
const StanceChoice = z.object({ stance_id: Key, poll_option_id: Key, score: z.number() })
const Receipt = z.object({
  poll_id: Key,
  voter_id: key,
  vote_cast: z
    .boolean()
    .nullish()
    .transform((one) => one ?? null),
})
const AnonymousBallot = z.object({ id: Key, poll_id: Key, none_of_the_above: yes })
const AnonymousChoice = z.object({
  anonymous_ballot_id: Key,
  poll_option_id: Key,
  score: z.number(),
})
const AnonymousVoter = z.object({ poll_id: Key, voter_id: key, ballot_submitted: yes })
const Outcome = z.object({
  id: Key,
  poll_id: Key,
  author_id: key,
  statement: text,
  statement_format: text,
  created_at: day,
  latest: z
    .boolean()
    .nullish()
    .transform((one) => one ?? true),
})
export type Outcome = z.output<typeof Outcome>

/** The tables that are taken, each with what it says; `of`: by which column it is found again. */
export const TABLES = {
  groups: { schema: Group, of: 'parent_id' },
  users: { schema: User, of: null },
  memberships: { schema: Membership, of: 'group_id' },
  topics: { schema: Topic, of: 'topicable_id' },
  topic_items: { schema: TopicItem, of: 'itemable_id' },
  discussions: { schema: Discussion, of: 'topic_id' },
  comments: { schema: Comment, of: null },
  reactions: { schema: Reaction, of: 'reactable_id' },
  polls: { schema: Poll, of: 'topic_id' },
  poll_options: { schema: PollOption, of: 'poll_id' },
  stances: { schema: Stance, of: 'poll_id' },
  stance_choices: { schema: StanceChoice, of: 'stance_id' },
  stance_receipts: { schema: Receipt, of: 'poll_id' },
  anonymous_ballots: { schema: AnonymousBallot, of: 'poll_id' },
  anonymous_ballot_choices: { schema: AnonymousChoice, of: 'anonymous_ballot_id' },
  anonymous_poll_voters: { schema: AnonymousVoter, of: 'poll_id' },
  outcomes: { schema: Outcome, of: 'poll_id' },
} as const
export type TableName = keyof typeof TABLES
export type RowOf<T extends TableName> = z.output<(typeof TABLES)[T]['schema']>

const Line = z.object({ table: z.string(), record: z.record(z.string(), z.unknown()) })

export type Read =
  | { kind: 'row'; table: TableName; id: string; of: string | null; record: object }
  | { kind: 'other'; table: string }
  | { kind: 'broken'; why: 'no-json' | 'no-row' | 'unfit'; table: string | null }

const isTable = (name: string): name is TableName => Object.hasOwn(TABLES, name)

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

/** Reads one line. */
export function readLine(line: string): Read {
  const whole = parsed(line)
  if (whole === undefined) return { kind: 'broken', why: 'no-json', table: null }
  const read = Line.safeParse(whole)
  if (!read.success) return { kind: 'broken', why: 'no-row', table: null }
  const { table, record } = read.data
  if (!isTable(table)) return { kind: 'other', table }
  const { schema, of } = TABLES[table]
  const row = schema.safeParse(record)
  if (!row.success) return { kind: 'broken', why: 'unfit', table }
  const found = of === null ? null : Key.nullish().parse(record[of])
  const id = Key.safeParse(record['id'])
  return { kind: 'row', table, id: id.success ? id.data : '', of: found ?? null, record: row.data }
}
