/** A constitution as the other rules of a what-if: its kinds of decision and its classes. */
import type { Words } from '#kernel/words.ts'
import { amendmentSection, type Parts } from '#slices/constitutions/index.ts'
import { classesSection } from '#slices/membrane/index.ts'
import { kindOfRules } from '../rules/kinds/changing-rules.ts'
import { kindsSection } from '../rules/kinds/section.ts'
import type { Instead } from '../rules/replay/other-rules.ts'
import { OF_RULES } from './kinds.ts'

/** Null where its kinds, classes or the change of its rules don't fit their schemas (a draft's may not). */
export function insteadFrom(parts: Parts, { say }: Words): Instead | null {
  const part = (section: { name: string; empty: unknown }) => parts[section.name] ?? section.empty
  const kinds = kindsSection.schema.safeParse(part(kindsSection))
  const classes = classesSection.schema.safeParse(part(classesSection))
  const amendment = amendmentSection.schema.safeParse(part(amendmentSection))
  if (!kinds.success || !classes.success || !amendment.success) return null
  return {
    by: 'constitution',
    kinds: [...kinds.data.kinds, kindOfRules(amendment.data, say(OF_RULES))],
    classes: classes.data.classes.map(({ key, name, weight, rights }) => ({
      key,
      name,
      weight,
      votes: rights.vote,
    })),
  }
}
