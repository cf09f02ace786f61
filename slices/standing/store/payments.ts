/** Where a circle takes payments, by which reference, and payments that nobody could place. */
import { randomInt } from 'node:crypto'
import type { Reader, Transaction } from '#kernel/database.ts'
import { note } from '#kernel/record.ts'
import type { CircleId, MemberId } from '#slices/circles/index.ts'
import { creditorReference } from '../rules/reference.ts'
import { type BankPaymentId, type By, ledgerOf, reading, type Tables, writing } from './tables.ts'

export type BankPayment = Tables['bank_payments']
export type Account = { name: string; iban: string }

const DIGITS = 8
/** RF, two check digits, eight digits: all references of a hall have one length. */
const makeReference = () => creditorReference(String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0'))

/** The reference of a member, made when it is asked for the first time. */
export async function referenceOf(
  tx: Transaction,
  circle: CircleId,
  member: MemberId,
): Promise<string> {
  const own = writing(tx)
  for (;;) {
    const found = await own
      .selectFrom('payment_references')
      .select('reference')
      .where('circle', '=', circle)
      .where('member', '=', member)
      .executeTakeFirst()
    if (found) return found.reference
    await own
      .insertInto('payment_references')
      .values({ circle, member, reference: makeReference() })
      .onConflict((oc) => oc.doNothing())
      .execute()
  }
}

/** All references of a circle, by member. */
export async function referencesOf(db: Reader, circle: CircleId): Promise<Map<MemberId, string>> {
  const rows = await reading(db)
    .selectFrom('payment_references')
    .select(['member', 'reference'])
    .where('circle', '=', circle)
    .execute()
  return new Map(rows.map(({ member, reference }) => [member, reference]))
}

export async function accountOf(db: Reader, circle: CircleId): Promise<Account | null> {
  const row = await reading(db)
    .selectFrom('payment_accounts')
    .select(['name', 'iban'])
    .where('circle', '=', circle)
    .executeTakeFirst()
  return row ?? null
}

export async function setAccount(
  tx: Transaction,
  circle: CircleId,
  { name, iban }: Account,
  { by, now }: By,
): Promise<void> {
  await writing(tx)
    .insertInto('payment_accounts')
    .values({ circle, name, iban, set_at: now, by })
    .onConflict((oc) => oc.column('circle').doUpdateSet({ name, iban, set_at: now, by }))
    .execute()
  await note(tx, ledgerOf(circle), [{ kind: 'account.set', data: { name, iban } }], {
    now,
    actor: by,
  })
}

/** Keeps payments that nobody could place; those known by their key are left out. */
export async function keepOpen(tx: Transaction, rows: readonly BankPayment[]): Promise<void> {
  for (let from = 0; from < rows.length; from += 1000)
    await writing(tx)
      .insertInto('bank_payments')
      .values(rows.slice(from, from + 1000))
      .onConflict((oc) => oc.columns(['circle', 'key']).doNothing())
      .execute()
}

/** Which of these keys were imported before, placed or not. */
export async function knownKeys(
  db: Reader,
  circle: CircleId,
  keys: readonly string[],
): Promise<Set<string>> {
  const known = new Set<string>()
  const own = reading(db)
  for (let from = 0; from < keys.length; from += 5000) {
    const some = keys.slice(from, from + 5000)
    const [placed, kept] = await Promise.all([
      own
        .selectFrom('evidence')
        .select('source_key as key')
        .where('circle', '=', circle)
        .where('source', '=', 'bank')
        .where('source_key', 'in', some)
        .execute(),
      own
        .selectFrom('bank_payments')
        .select('key')
        .where('circle', '=', circle)
        .where('key', 'in', some)
        .execute(),
    ])
    for (const { key } of [...placed, ...kept]) if (key !== null) known.add(key)
  }
  return known
}

export async function openPayments(db: Reader, circle: CircleId): Promise<BankPayment[]> {
  return reading(db)
    .selectFrom('bank_payments')
    .selectAll()
    .where('circle', '=', circle)
    .where('state', '=', 'open')
    .orderBy('day')
    .orderBy('id')
    .limit(500)
    .execute()
}

/** One payment, held until the transaction ends. */
export async function lockPayment(
  tx: Transaction,
  circle: CircleId,
  id: BankPaymentId,
): Promise<BankPayment | null> {
  const row = await writing(tx)
    .selectFrom('bank_payments')
    .selectAll()
    .where('circle', '=', circle)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ?? null
}

export async function savePayment(
  tx: Transaction,
  id: BankPaymentId,
  what: Pick<BankPayment, 'state' | 'member' | 'evidence'>,
): Promise<void> {
  await writing(tx).updateTable('bank_payments').set(what).where('id', '=', id).execute()
}
