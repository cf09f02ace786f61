/** Parts of a whole as people say them, and as counts need them. */
import type { Say } from '#slices/constitutions/index.ts'
import { type Fraction, fraction } from '../exact.ts'
import type { Part } from './kind.ts'

const COMMON: Record<string, { id: string; message: string }> = {
  '1/2': /*i18n*/ { id: 'decisions.half', message: 'half' },
  '1/3': /*i18n*/ { id: 'decisions.third', message: 'a third' },
  '2/3': /*i18n*/ { id: 'decisions.two-thirds', message: 'two thirds' },
  '1/4': /*i18n*/ { id: 'decisions.quarter', message: 'a quarter' },
  '3/4': /*i18n*/ { id: 'decisions.three-quarters', message: 'three quarters' },
  '4/5': /*i18n*/ { id: 'decisions.four-fifths', message: 'four fifths' },
  '1/10': /*i18n*/ { id: 'decisions.tenth', message: 'a tenth' },
  '9/10': /*i18n*/ { id: 'decisions.nine-tenths', message: 'nine tenths' },
  '1/1': /*i18n*/ { id: 'decisions.all', message: 'all' },
}

/** "two thirds", "9 in 20". */
export function partIn(say: Say, part: Part): string {
  const common = COMMON[`${part.of}/${part.in}`]
  const other = /*i18n*/ { id: 'decisions.part', message: '{of} in {whole}' }
  return common ? say(common) : say(other, { of: part.of, whole: part.in })
}

/** The same number, exactly. */
export function exactly(part: Part): Fraction {
  return fraction(BigInt(part.of), BigInt(part.in))
}
