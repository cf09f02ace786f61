/** Applications, and what members say to them. */
import type { Selectable } from 'kysely'
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { note } from '#kernel/record.ts'
import type { CircleId } from '#slices/circles/index.ts'
import type { PersonId } from '#slices/people/index.ts'
import type { State, WordKind } from '../rules/applying.ts'
import {
  type Answer,
  type ApplicationId,
  type By,
  type Coop,
  reading,
  type Tables,
  topicOf,
  writing,
} from './tables.ts'

export type Application = Selectable<Tables['applications']>
export type WordRow = Selectable<Tables['application_words']>

const OPEN = ['vouching', 'waiting'] as const

export type Applying = {
  circle: CircleId
  class: string
  person: PersonId
  coop: Coop | null
  answers: readonly Answer[]
  /** Where nobody has to vouch, it is shown at once. */
  shown: boolean
}

/** Puts an application at the door; the record says that there is one, never what it says. */
export async function makeApplication(
  tx: Transaction,
  { circle, class: named, person, coop, answers, shown }: Applying,
  now: Instant,
): Promise<ApplicationId> {
  const id = newId('apl', Date.parse(now))
  await writing(tx)
    .insertInto('applications')
    .values({
      id,
      circle,
      class: named,
      person,
      coop: coop && JSON.stringify(coop),
      answers: JSON.stringify(answers),
      state: shown ? 'waiting' : 'vouching',
      made_at: now,
      shown_at: shown ? now : null,
      decided_at: null,
      decided_by: null,
      reason: null,
      reminded_at: null,
    })
    .execute()
  const data = { application: id, class: named, person }
  await note(tx, topicOf(circle), [{ kind: 'application.made', data }], { now, actor: person })
  return id
}

/** One application, locked when it is to be changed. */
export async function applicationOf(
  db: Reader,
  id: ApplicationId,
): Promise<Application | undefined> {
  return reading(db).selectFrom('applications').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function lockApplication(
  tx: Transaction,
  id: ApplicationId,
): Promise<Application | undefined> {
  return writing(tx)
    .selectFrom('applications')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

/** Those at the door of a circle, the oldest first. */
export async function atTheDoor(db: Reader, circle: CircleId): Promise<Application[]> {
  return reading(db)
    .selectFrom('applications')
    .selectAll()
    .where('circle', '=', circle)
    .where('state', 'in', OPEN)
    .orderBy('made_at')
    .limit(500)
    .execute()
}

/** All applications of a person, the newest first. */
export async function applicationsBy(db: Reader, person: PersonId): Promise<Application[]> {
  return reading(db)
    .selectFrom('applications')
    .selectAll()
    .where('person', '=', person)
    .orderBy('made_at', 'desc')
    .limit(50)
    .execute()
}

/** What was said to applications, in order. */
export async function wordsTo(db: Reader, ids: readonly ApplicationId[]): Promise<WordRow[]> {
  if (ids.length === 0) return []
  return reading(db)
    .selectFrom('application_words')
    .selectAll()
    .where('application', 'in', ids)
    .orderBy('at')
    .orderBy('id')
    .execute()
}

type Saying = { application: Application; person: PersonId; kind: WordKind; text: string }

/** Somebody vouches, asks, answers, objects or consents; the first three of these at most once each. */
export async function sayTo(
  tx: Transaction,
  { application, person, kind, text }: Saying,
  now: Instant,
): Promise<void> {
  const id = newId('wrd', Date.parse(now))
  const said = await writing(tx)
    .insertInto('application_words')
    .values({ id, application: application.id, person, kind, text, at: now, taken_back_at: null })
    .onConflict((oc) => oc.doNothing())
    .executeTakeFirst()
  if (said.numInsertedOrUpdatedRows === 0n) return
  const data = { application: application.id, word: kind }
  await note(tx, topicOf(application.circle), [{ kind: 'application.word', data }], {
    now,
    actor: person,
  })
}

/** Takes back what somebody said of this kind. */
export async function takeBack(
  tx: Transaction,
  { application, person, kind }: Omit<Saying, 'text'>,
  now: Instant,
): Promise<void> {
  await writing(tx)
    .updateTable('application_words')
    .set({ taken_back_at: now })
    .where('application', '=', application.id)
    .where('person', '=', person)
    .where('kind', '=', kind)
    .where('taken_back_at', 'is', null)
    .execute()
  const data = { application: application.id, word: kind, back: true }
  await note(tx, topicOf(application.circle), [{ kind: 'application.word', data }], {
    now,
    actor: person,
  })
}

/** Enough have vouched: the waiting time begins. */
export async function showToAll(
  tx: Transaction,
  { id, circle }: Application,
  { by, now }: By,
): Promise<void> {
  await writing(tx)
    .updateTable('applications')
    .set({ state: 'waiting', shown_at: now })
    .where('id', '=', id)
    .execute()
  const data = { application: id }
  await note(tx, topicOf(circle), [{ kind: 'application.shown', data }], { now, actor: by })
}

/** The end of an application; the reason is told to the applicant, not to the record. */
export async function endApplication(
  tx: Transaction,
  { id, circle }: Application,
  { state, reason = null }: { state: State; reason?: string | null },
  { by, now }: By,
): Promise<void> {
  await writing(tx)
    .updateTable('applications')
    .set({ state, reason, decided_at: now, decided_by: by })
    .where('id', '=', id)
    .execute()
  const data = { application: id }
  await note(tx, topicOf(circle), [{ kind: `application.${state}`, data }], { now, actor: by })
}

/** Who was erased leaves the door, and their words with them. */
export async function forgetApplicant(tx: Transaction, person: PersonId): Promise<void> {
  const own = writing(tx)
  await own
    .updateTable('applications')
    .set({ answers: '[]', coop: null, reason: null })
    .where('person', '=', person)
    .execute()
  await own
    .updateTable('applications')
    .set({ state: 'withdrawn' })
    .where('person', '=', person)
    .where('state', 'in', OPEN)
    .execute()
  await own
    .updateTable('application_words')
    .set({ text: '' })
    .where('person', '=', person)
    .execute()
}

/** Counts what was refused quietly; nothing else is kept of it. */
export async function countQuiet(
  tx: Transaction,
  circle: CircleId,
  why: string,
  now: Instant,
): Promise<void> {
  await writing(tx)
    .insertInto('quiet_refusals')
    .values({ circle, day: now.slice(0, 10), why, count: 1 })
    .onConflict((oc) =>
      oc.columns(['circle', 'day', 'why']).doUpdateSet((eb) => ({
        count: eb('quiet_refusals.count', '+', 1),
      })),
    )
    .execute()
}

/** How many were refused quietly since a day. */
export async function quietSince(db: Reader, circle: CircleId, day: string): Promise<number> {
  const row = await reading(db)
    .selectFrom('quiet_refusals')
    .select((eb) => eb.fn.sum<string | null>('count').as('count'))
    .where('circle', '=', circle)
    .where('day', '>=', day)
    .executeTakeFirst()
  return Number(row?.count ?? 0)
}

/** Applications that wait for a decision for longer than a moment, without a reminder yet. */
export async function unreminded(db: Reader): Promise<Application[]> {
  return reading(db)
    .selectFrom('applications')
    .selectAll()
    .where('state', '=', 'waiting')
    .where('reminded_at', 'is', null)
    .orderBy('made_at')
    .limit(200)
    .execute()
}

export async function markReminded(tx: Transaction, id: ApplicationId, now: Instant) {
  await writing(tx)
    .updateTable('applications')
    .set({ reminded_at: now })
    .where('id', '=', id)
    .execute()
}

/** Who asks to come in, themselves or for a co-op: they may give something first. */
export async function applicantsIn(db: Reader, circle: CircleId): Promise<PersonId[]> {
  const rows = await reading(db)
    .selectFrom('applications')
    .select('person')
    .distinct()
    .where('circle', '=', circle)
    .where('state', 'in', OPEN)
    .execute()
  return rows.map(({ person }) => person)
}
