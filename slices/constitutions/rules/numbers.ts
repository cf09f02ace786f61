/**
 * The numbers that sentences are cited by.
 * 1. The first part of a number is the section's, for ever; the second belongs to the key of the rule.
 * 2. A number is given when a version is proposed, and never given again in that circle.
 * 3. Before that, a new sentence shows the number that it would get.
 */
import type { Section, Sentence } from './section.ts'

/** The second part of each number by section and key, of all that were ever given in a circle. */
export type Numbers = ReadonlyMap<string, ReadonlyMap<string, number>>

export type Numbered = Sentence & {
  /** `4.2` */
  number: string
  /** Given for good; else it is only what the sentence would get. */
  given: boolean
}

/** Sentences with their numbers; two under one key are a mistake of the section, and throw. */
export function numberProse(
  section: Pick<Section<unknown>, 'name' | 'order'>,
  sentences: readonly Sentence[],
  numbers: Numbers,
): Numbered[] {
  const given = numbers.get(section.name) ?? new Map<string, number>()
  const seen = new Set<string>()
  let next = Math.max(0, ...given.values()) + 1
  return sentences.map(({ key, text }) => {
    if (seen.has(key)) throw new Error(`two sentences of ${section.name} have the key ${key}`)
    seen.add(key)
    const known = given.get(key)
    const second = known ?? next
    if (known === undefined) next += 1
    return {
      key,
      text,
      number: `${section.order / 10}.${second}`,
      given: known !== undefined,
    }
  })
}

export type Given = { section: string; key: string; number: number }

/** What is to be given for good, of the sentences that have no number yet. */
export function newNumbers(
  prose: readonly { name: string; sentences: readonly Numbered[] }[],
): Given[] {
  return prose.flatMap(({ name, sentences }) =>
    sentences
      .filter(({ given }) => !given)
      .map(({ key, number }) => ({
        section: name,
        key,
        number: Number(number.split('.')[1]),
      })),
  )
}
