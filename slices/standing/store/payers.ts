/** Those who may have given something in a circle, as imports look for them. */
import type { Reader } from '#kernel/database.ts'
import { plain } from '#kernel/text.ts'
import { type CircleId, type MemberId, stretchesOf } from '#slices/circles/index.ts'
import { applicantsIn } from '#slices/membrane/index.ts'
import { emailsOf, leadingTo } from '#slices/people/index.ts'
import type { Asking } from '../rules/facts.ts'
import { nameKey, type Payer } from '../rules/matching.ts'
import { explain } from '../rules/explain.ts'
import { referencesOf } from './payments.ts'
import { judge } from './standings.ts'
import { memberNames } from './telling.ts'

export type KnownPayer = Payer & { member: MemberId; email: string }

/** What would meet something a member owes now, in minor units of money; by member. */
async function owing(db: Reader, circle: CircleId, asked: Asking): Promise<Map<string, number[]>> {
  const { judging, all } = await judge(db, circle, null, asked, false)
  return new Map(
    all.map(({ member, facts, standing }) => {
      const lines = explain(judging.plan, facts, standing, asked)
      const money = lines
        .flatMap(({ owed, missing }) => [...owed, ...missing])
        .filter(({ unit }) => /^[A-Z]{3}$/.test(unit))
      return [member, [...new Set(money.map(({ amount }) => amount))]]
    }),
  )
}

/**
 * All who are or were members, ask to come in, or have a reference; with name, address, reference and,
 * if asked, what they owe. Who has another reference from a record that became one with theirs comes
 * again with just that.
 */
export async function payersIn(
  db: Reader,
  circle: CircleId,
  asked: Asking,
  withOwed: boolean,
): Promise<KnownPayer[]> {
  const [stays, asks, references] = await Promise.all([
    stretchesOf(db, circle),
    applicantsIn(db, circle),
    referencesOf(db, circle),
  ])
  const stayed = stays.map(({ member }) => member)
  const members = [...new Set([...stayed, ...asks, ...references.keys()])]
  const [names, emails, owes] = await Promise.all([
    memberNames(db, members),
    emailsOf(db, members),
    withOwed ? owing(db, circle, asked) : new Map<string, number[]>(),
  ])
  const known = members.map((member) => ({
    member,
    name: names.get(member) ?? '',
    email: emails.get(member) ?? '',
    reference: references.get(member) ?? '',
    owes: owes.get(member) ?? [],
  }))
  const leads = await leadingTo(db, [...references.keys()])
  const further = [...references].flatMap(([of, reference]) => {
    const member = leads.get(of)
    return member ? [{ member, name: '', email: '', reference, owes: [] }] : []
  })
  return [...known, ...further]
}

export type Finder = (who: string) => MemberId | 'nobody' | 'several'

/** Finds the member that a cell of a table means: by address, by reference, else by name. */
export function finderOf(payers: readonly KnownPayer[]): Finder {
  const byKey = new Map<string, Set<MemberId>>()
  const add = (key: string, member: MemberId) => {
    if (key === '') return
    const known = byKey.get(key)
    if (known) known.add(member)
    else byKey.set(key, new Set([member]))
  }
  for (const { member, name, email, reference } of payers) {
    add(plain(email), member)
    add(`ref ${reference}`, member)
    add(`name ${nameKey(name)}`, member)
  }
  return (who) => {
    const reference = who.replaceAll(/[^0-9a-zA-Z]/g, '').toUpperCase()
    const found =
      byKey.get(plain(who.trim())) ??
      byKey.get(`ref ${reference}`) ??
      byKey.get(`name ${nameKey(who)}`)
    const [only] = found ?? []
    if (only === undefined) return 'nobody'
    return found?.size === 1 ? only : 'several'
  }
}
