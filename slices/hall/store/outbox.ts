/** The outbox as stewards see it: what could be used to come in as somebody is masked. */
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import type { Id } from '#kernel/ids.ts'
import { note } from '#kernel/record.ts'
import type { PersonId } from '#slices/people/index.ts'

const SHOWN_MOST = 200
/** Codes, and the tokens of one-time links. */
const SECRET = /\b\d{6}\b|[\w-]{32,}/g

export type MailId = Id<'out'>
export const STEWARDS_TOPIC = 'hall:stewards'

export const masked = (text: string): string =>
  text.replaceAll(SECRET, (found) => '•'.repeat(Math.min(found.length, 6)))

function isMail(id: string): id is MailId {
  return id.startsWith('out_')
}

/** The letters in the outbox, newest first. */
export async function letters(db: Reader) {
  const rows = await db
    .selectFrom('outbox')
    .selectAll()
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(SHOWN_MOST)
    .execute()
  return rows.flatMap(({ id, recipient: to, body, expires_at: expires, ...row }) =>
    isMail(id)
      ? [
          {
            ...row,
            id,
            to,
            expires,
            subject: masked(row.subject),
            body: body === null ? null : masked(body),
          },
        ]
      : [],
  )
}

/** The whole text of a letter; null once it has expired or is gone. Notes `letter.shown`. */
export async function showLetter(
  tx: Transaction,
  { mail, by, now }: { mail: MailId; by: PersonId | null; now: Instant },
): Promise<string | null> {
  const row = await tx
    .selectFrom('outbox')
    .select('body')
    .where('id', '=', mail)
    .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', now)]))
    .executeTakeFirst()
  if (!row?.body) return null
  const facts = [{ kind: 'letter.shown', data: { mail } }]
  await note(tx, STEWARDS_TOPIC, facts, { now, actor: by })
  return row.body
}

/** Takes a letter out; false when it is not there. Notes `letter.dropped`. */
export async function dropLetter(
  tx: Transaction,
  { mail, by, now }: { mail: MailId; by: PersonId | null; now: Instant },
): Promise<boolean> {
  const gone = await tx.deleteFrom('outbox').where('id', '=', mail).executeTakeFirst()
  if (gone.numDeletedRows === 0n) return false
  const facts = [{ kind: 'letter.dropped', data: { mail } }]
  await note(tx, STEWARDS_TOPIC, facts, { now, actor: by })
  return true
}
