/** The telling of what was decided by advice: who was asked, how it was taken, what was decided. */
import type { Sentence } from '../telling.ts'
import type { Detail } from './count.ts'

type Marked = { id: string; message: string }

const ASKED = /*i18n*/ {
  id: 'decisions.count.asked',
  message:
    '{asked, plural, one {One person was asked for advice} other {# people were asked for advice}}; the rules ask for {least} at least.',
}
const GIVEN = /*i18n*/ {
  id: 'decisions.count.advised',
  message:
    '{given, plural, =0 {Nobody gave any.} one {One person gave advice} other {# people gave advice}}{unasked, plural, =0 {} one {, one of them unasked} other {, # of them unasked}}{given, plural, =0 {} other {: {taken} taken, {partly} taken in part, {not} not taken.}}',
}
const SILENT = /*i18n*/ {
  id: 'decisions.count.silent',
  message:
    '{silent, plural, one {One of those asked gave none in the days they had.} other {# of those asked gave none in the days they had.}}',
}
const END: Record<'does' | 'leaves' | 'broken', Marked> = {
  does: /*i18n*/ {
    id: 'decisions.count.advice-does',
    message: 'Whoever proposed it decided that it is done.',
  },
  leaves: /*i18n*/ {
    id: 'decisions.count.advice-leaves',
    message: 'Whoever proposed it decided that it is not done.',
  },
  broken: /*i18n*/ {
    id: 'decisions.count.advice-broken',
    message:
      'The rule of advice was not kept: too few were asked, or it was not waited long enough.',
  },
}

/** Who was asked and heard, and the end. */
export function tellAdvice({ does, advice }: Extract<Detail, { method: 'advice' }>): Sentence[] {
  const { asked, least, given, unasked, silent, taken, kept } = advice
  return [
    { message: ASKED, values: { asked, least } },
    { message: GIVEN, values: { given, unasked, ...taken } },
    ...(silent > 0 ? [{ message: SILENT, values: { silent } }] : []),
    ...(kept ? [] : [{ message: END.broken, values: {} }]),
    { message: END[does ? 'does' : 'leaves'], values: {} },
  ]
}
