/** The small shapes that the sections of this slice are made of, and how they are said. */
import { z } from 'zod'
import { asked, type Marked } from '#kernel/asked.ts'
import { line } from '#kernel/text.ts'
import type { Say } from './section.ts'

export const Key = z
  .string()
  .max(60)
  .regex(/^[a-z][a-z0-9-]*$/)

/** A part of a whole, exact: `of` parts `in` so many. */
export const Fraction = z.object({ of: z.int().min(1).max(1000), in: z.int().min(1).max(1000) })
export type Fraction = z.infer<typeof Fraction>

/** A list of things that people say in a line each. */
export function sayings(words: { title: Marked; hint?: Marked; item: Marked }) {
  const saying = z.object({
    key: Key,
    text: asked(line(300), {
      title: /*i18n*/ { id: 'constitutions.saying', message: 'In one sentence' },
      as: 'long',
    }),
  })
  return asked(z.array(saying).max(30), words)
}

/** The text as a sentence: it ends with a mark. */
export function closed(text: string): string {
  return /[.!?…。！？؟]["'”’)»]?$/u.test(text) ? text : `${text}.`
}

const COMMON: Record<string, Marked> = {
  '1/2': /*i18n*/ { id: 'constitutions.half', message: 'half' },
  '1/3': /*i18n*/ { id: 'constitutions.third', message: 'a third' },
  '2/3': /*i18n*/ { id: 'constitutions.two-thirds', message: 'two thirds' },
  '1/4': /*i18n*/ { id: 'constitutions.quarter', message: 'a quarter' },
  '3/4': /*i18n*/ { id: 'constitutions.three-quarters', message: 'three quarters' },
  '4/5': /*i18n*/ { id: 'constitutions.four-fifths', message: 'four fifths' },
  '1/10': /*i18n*/ { id: 'constitutions.tenth', message: 'a tenth' },
  '1/1': /*i18n*/ { id: 'constitutions.all', message: 'all' },
}
const OTHER = /*i18n*/ { id: 'constitutions.fraction', message: '{of} in {whole}' }

/** "two thirds", "9 in 10". */
export function fractionIn(words: Say, fraction: Fraction): string {
  const common = COMMON[`${fraction.of}/${fraction.in}`]
  return common ? words(common) : words(OTHER, { of: fraction.of, whole: fraction.in })
}

/** Compares exactly: negative when `a` is the smaller one. */
export function compareFractions(a: Fraction, b: Fraction): number {
  return a.of * b.in - b.of * a.in
}
