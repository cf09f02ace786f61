/**
 * Section 2, classes: who may be a member, and what each class gives.
 * 1. A member is in one class at a time; a class holds persons, co-ops, or both.
 * 2. A class gives exactly the rights it names: to come, to speak, to propose, to vote, to stand for
 *    roles, to see, to use tools. What it does not name, it does not give.
 * 3. A class may have a least and a greatest number of members. Nobody is put out when there are more;
 *    nobody comes in until there is a place.
 */
import { z } from 'zod'
import { asked } from '#kernel/asked.ts'
import { line } from '#kernel/text.ts'
import type { Section } from '#slices/constitutions/index.ts'
import { checkClasses } from './classes-check.ts'
import { classesPresets } from './classes-presets.ts'
import { classesProse } from './classes-prose.ts'
import * as words from './classes-words.ts'

export const Key = z
  .string()
  .max(40)
  .regex(/^[a-z][a-z0-9-]*$/)

export const Rights = z.object({
  attend: asked(z.boolean(), { title: words.ATTEND }),
  speak: asked(z.boolean(), { title: words.SPEAK }),
  propose: asked(z.boolean(), { title: words.PROPOSE }),
  vote: asked(z.boolean(), { title: words.VOTE }),
  stand: asked(z.boolean(), { title: words.STAND }),
  see: asked(z.enum(['everything', 'decided', 'public']), {
    title: words.SEE,
    choices: words.SIGHTS,
  }),
})
export type Rights = z.infer<typeof Rights>

export const MemberClass = z.object({
  key: Key,
  name: asked(line(60), { title: words.NAME, hint: words.NAME_HINT }),
  line: asked(line(200).or(z.literal('')), { title: words.LINE }),
  holds: asked(z.enum(['persons', 'co-ops', 'both']), {
    title: words.HOLDS,
    choices: words.HOLDERS,
  }),
  rights: asked(Rights, { title: words.RIGHTS }),
  weight: asked(z.int().min(1).max(1000), { title: words.WEIGHT }),
  tools: asked(line(200).or(z.literal('')), { title: words.TOOLS, hint: words.TOOLS_HINT }),
  least: asked(z.int().min(1).max(1_000_000).nullable(), { title: words.LEAST }),
  most: asked(z.int().min(1).max(1_000_000).nullable(), { title: words.MOST }),
})
export type MemberClass = z.infer<typeof MemberClass>

export const Classes = z.object({
  classes: asked(z.array(MemberClass).max(20), { title: words.CLASSES, item: words.A_CLASS }),
})
export type Classes = z.infer<typeof Classes>

export const classes: Section<Classes> = {
  name: 'classes',
  order: 20,
  title: words.TITLE,
  schema: Classes,
  empty: { classes: [] },
  presets: classesPresets,
  names: (part) =>
    part.classes.map(({ key, name, holds, most, weight, rights }) => ({
      kind: 'class',
      key,
      name,
      facts: { votes: rights.vote, stands: rights.stand, holds, most, weight },
    })),
  concerns: (_part, key) => [key.split('.')[0] ?? ''],
  prose: classesProse,
  check: checkClasses,
}
