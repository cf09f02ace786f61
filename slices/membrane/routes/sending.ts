/** One letter to several people, to each in their language. */
import type { Transaction } from '#kernel/database.ts'
import type { Hall } from '#kernel/hall.ts'
import { wordsIn } from '#kernel/words.ts'
import { type Person, type PersonId, personOf } from '#slices/people/index.ts'

type Marked = { id: string; message: string }
export type Written = { subject: Marked; text: Marked; values: Record<string, unknown> }

export async function sendAll(
  tx: Transaction,
  hall: Hall,
  people: readonly Person[],
  { subject, text, values }: Written,
): Promise<void> {
  for (const { name, email, locale } of people) {
    if (!email) continue
    const { say } = wordsIn(locale ?? 'en')
    await hall.mail.send(tx, {
      to: { name, address: email },
      subject: say(subject, values),
      text: say(text, values),
    })
  }
}

export async function sendTo(
  tx: Transaction,
  hall: Hall,
  ids: readonly PersonId[],
  written: Written,
): Promise<void> {
  const people = await Promise.all(ids.map((id) => personOf(tx, id)))
  await sendAll(
    tx,
    hall,
    people.flatMap((person) => person ?? []),
    written,
  )
}
