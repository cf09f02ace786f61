/** What does not fit a schema, in a sentence that somebody who fills in a form understands. */
import type { z } from 'zod'
import type { Marked } from '#kernel/asked.ts'
import type { Say } from './section.ts'

export const UNKNOWN_SECTION = /*i18n*/ {
  id: 'constitutions.unknown-section',
  message: 'Nothing in this hall knows a section “{name}”. Take it out, or mend its name.',
}
const MISSING = /*i18n*/ {
  id: 'constitutions.issue.missing',
  message: 'Something is missing here.',
}
const SMALL = /*i18n*/ {
  id: 'constitutions.issue.small',
  message: 'This is too little: {least} at least.',
}
const BIG = /*i18n*/ {
  id: 'constitutions.issue.big',
  message: 'This is too much: {most} at most.',
}
const LONG = /*i18n*/ {
  id: 'constitutions.issue.long',
  message: 'This is too long: {most} characters at most.',
}
const CHOICE = /*i18n*/ {
  id: 'constitutions.issue.choice',
  message: 'This is none of the choices: {choices}.',
}
const STRANGE = /*i18n*/ {
  id: 'constitutions.issue.strange',
  message: 'Nothing here has the name “{name}”.',
}
const OTHER = /*i18n*/ {
  id: 'constitutions.issue.other',
  message: 'This cannot be read here ({why}).',
}

type Spoken = readonly [Marked, Record<string, unknown>?]

function spoken(issue: z.core.$ZodIssue): Spoken {
  switch (issue.code) {
    case 'invalid_type':
      return issue.message.endsWith('received undefined')
        ? [MISSING]
        : [OTHER, { why: issue.message }]
    case 'too_small':
      return issue.origin === 'string' ? [MISSING] : [SMALL, { least: String(issue.minimum) }]
    case 'too_big':
      return [issue.origin === 'string' ? LONG : BIG, { most: String(issue.maximum) }]
    case 'invalid_value':
      return [CHOICE, { choices: issue.values.map(String).join(', ') }]
    case 'unrecognized_keys':
      return [STRANGE, { name: issue.keys.join(', ') }]
    case 'invalid_format':
      return issue.input === '' ? [MISSING] : [OTHER, { why: issue.message }]
    default:
      return issue.message === 'is empty' ? [MISSING] : [OTHER, { why: issue.message }]
  }
}

export function sentenceFor(issue: z.core.$ZodIssue, say: Say): string {
  const [message, values] = spoken(issue)
  return say(message, values)
}
