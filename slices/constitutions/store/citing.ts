/** Numbers of rules, for those who explain by them. */
import type { Reader } from '#kernel/database.ts'
import { allSections } from './sections.ts'
import { numbersOf, type Constitution } from './versions.ts'

/** How a rule of these rules is cited: `cite('duties', 'producer.dues')` is "4.2"; null if it has no number. */
export async function citeIn(
  db: Reader,
  { circle }: Constitution,
): Promise<(section: string, key: string) => string | null> {
  const numbers = await numbersOf(db, circle)
  const orders = new Map(allSections().map(({ name, order }) => [name, order / 10]))
  return (section, key) => {
    const second = numbers.get(section)?.get(key)
    return second === undefined ? null : `${orders.get(section) ?? ''}.${second}`
  }
}
