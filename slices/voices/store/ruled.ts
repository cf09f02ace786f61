/** What facilitators ruled: the shape, whom they let speak, whom all look at, how many share. */
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import type { Fact } from '#kernel/change.ts'
import { note } from '#kernel/record.ts'
import type { Shape, Shares } from '../rules/voices.ts'
import { reading, topicOf, writing } from './tables.ts'

export type Ruled = {
  /** Null: nobody chose. */
  shape: Shape | null
  shares: Shares
  spotlight: string | null
  /** By `who`: let speak, or only listen. */
  let: Readonly<Record<string, boolean>>
}

export async function ruledFor(db: Reader, gathering: string): Promise<Ruled> {
  const [row, ones] = await Promise.all([
    reading(db)
      .selectFrom('voices')
      .select(['shape', 'shares', 'spotlight'])
      .where('gathering', '=', gathering)
      .executeTakeFirst(),
    reading(db)
      .selectFrom('voices_let')
      .select(['who', 'speak'])
      .where('gathering', '=', gathering)
      .execute(),
  ])
  const { shape = null, shares = 'one', spotlight = null } = row ?? {}
  return {
    shape,
    shares,
    spotlight,
    let: Object.fromEntries(ones.map((one) => [one.who, one.speak])),
  }
}

type By = { gathering: string; by: string; now: Instant }

const tell = (tx: Transaction, { gathering, by, now }: By, fact: Fact) =>
  note(tx, topicOf(gathering), [fact], { now, actor: by })

export type Rule = { [Part in 'shape' | 'shares' | 'spotlight']?: Ruled[Part] | undefined }

/** Keeps what was ruled anew; what is not in it stands. */
export async function keepRule(
  tx: Transaction,
  { shape, shares, spotlight }: Rule,
  by: By,
): Promise<void> {
  const rule = {
    ...(shape === undefined ? {} : { shape }),
    ...(shares === undefined ? {} : { shares }),
    ...(spotlight === undefined ? {} : { spotlight }),
  }
  if (Object.keys(rule).length === 0) return
  await writing(tx)
    .insertInto('voices')
    .values({ gathering: by.gathering, shape: null, ...rule })
    .onConflict((oc) => oc.column('gathering').doUpdateSet(rule))
    .execute()
  await tell(tx, by, { kind: 'voices.ruled', data: { ...rule, by: by.by } })
}

/** Lets somebody speak, or only listen; null: as the shape has it. */
export async function keepLet(
  tx: Transaction,
  { who, speak }: { who: string; speak: boolean | null },
  by: By,
): Promise<void> {
  const { gathering } = by
  if (speak === null)
    await writing(tx)
      .deleteFrom('voices_let')
      .where('gathering', '=', gathering)
      .where('who', '=', who)
      .execute()
  else
    await writing(tx)
      .insertInto('voices_let')
      .values({ gathering, who, speak })
      .onConflict((oc) => oc.columns(['gathering', 'who']).doUpdateSet({ speak }))
      .execute()
  await tell(tx, by, { kind: 'voices.let', data: { who, speak, by: by.by } })
}
