/** For the membrane: what somebody gave before they came in, and how they pay what is lacking. */
import type { Reader, Transaction } from '#kernel/database.ts'
import type { Giver } from '#slices/membrane/index.ts'
import { epcCode } from '../rules/epc.ts'
import { inGroups } from '../rules/reference.ts'
import { accountOf, referenceOf } from './payments.ts'
import { reading } from './tables.ts'

type Of = Giver & { unit: string }

async function given(db: Reader, { circle, person, unit }: Of): Promise<number> {
  const row = await reading(db)
    .selectFrom('evidence')
    .select((eb) => eb.fn.sum<string | null>('amount').as('sum'))
    .where('circle', '=', circle)
    .where('member', '=', person)
    .where('unit', '=', unit)
    .executeTakeFirst()
  return Number(row?.sum ?? 0)
}

async function paying(tx: Transaction, { circle, person, unit, amount }: Of & { amount: number }) {
  const reference = await referenceOf(tx, circle, person)
  const account = await accountOf(tx, circle)
  if (!account || unit !== 'EUR') return null
  return {
    name: account.name,
    iban: inGroups(account.iban),
    reference: inGroups(reference),
    code: epcCode({ ...account, minor: amount, reference }),
  }
}

export const giftsBefore = { given, paying }
