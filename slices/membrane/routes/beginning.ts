/** Other rules begin to hold: members of no class begin in one, and whom it concerns is to be told. */
import type { Transaction } from '#kernel/database.ts'
import { idOf } from '#kernel/ids.ts'
import type { Entry } from '#kernel/record.ts'
import { z } from 'zod'
import { membersOn } from '#slices/circles/index.ts'
import { placeMembers } from '../store/entering.ts'
import { addLetters } from '../store/rules-letters.ts'
import { rulesOf } from '../store/rules.ts'

const CircleId = idOf('cir', 'a circle')
const Version = idOf('cst', 'a version')
const Began = z.object({
  version: Version,
  before: Version.nullable(),
  from: z.string(),
  adopters: z.array(z.string()),
})

/** News `constitution.began`. */
export async function beginRules(tx: Transaction, { topic, at, data }: Entry): Promise<void> {
  const circle = CircleId.parse(topic.slice(topic.indexOf(':') + 1))
  const { version, before, from, adopters } = Began.parse(data)
  const { classes } = await rulesOf(tx, circle, from)
  const stood = new Map((await membersOn(tx, circle)).map((one) => [one.member, one.class]))
  const first = classes.find(({ rights }) => rights.vote && rights.stand)?.key ?? null
  await placeMembers(tx, { circle, first, from }, { by: null, now: at })
  const told = (await membersOn(tx, circle)).filter(({ member }) => !adopters.includes(member))
  const letters = told.map((one) => ({
    circle,
    member: one.member,
    version,
    before,
    class_before: stood.get(one.member) ?? one.class,
    class_now: one.class,
    at: from,
    done_at: null,
  }))
  await addLetters(tx, letters)
}
