/**
 * Section 1, what the circle is for.
 * 1. The purpose is said in the circle's own words; what it does and what it holds to are lists, each
 *    line a sentence that can be cited.
 * 2. A constitution is read by members; by anybody only where it says so.
 */
import { z } from 'zod'
import { asked } from '#kernel/asked.ts'
import { optionalParagraphs } from '#kernel/text.ts'
import { closed, sayings } from './parts.ts'
import { purposePresets } from './purpose-presets.ts'
import type { Finding, Section, Sentence } from './section.ts'

const LINE = /*i18n*/ { id: 'constitutions.add-line', message: 'a line' }

export const Purpose = z.object({
  statement: asked(optionalParagraphs(1000), {
    title: /*i18n*/ { id: 'constitutions.purpose.statement', message: 'What are we for?' },
    hint: /*i18n*/ {
      id: 'constitutions.purpose.statement-hint',
      message: 'One or two sentences that a newcomer understands.',
    },
    as: 'long',
  }),
  does: sayings({
    title: /*i18n*/ { id: 'constitutions.purpose.does', message: 'What we do' },
    item: LINE,
  }),
  principles: sayings({
    title: /*i18n*/ { id: 'constitutions.purpose.principles', message: 'What we hold to' },
    item: LINE,
  }),
  readers: asked(z.enum(['members', 'anyone']), {
    title: /*i18n*/ { id: 'constitutions.purpose.readers', message: 'Who may read these rules' },
    choices: {
      members: /*i18n*/ { id: 'constitutions.purpose.readers-members', message: 'Members' },
      anyone: /*i18n*/ { id: 'constitutions.purpose.readers-anyone', message: 'Anybody' },
    },
  }),
})
export type Purpose = z.infer<typeof Purpose>

const READ = {
  members: /*i18n*/ {
    id: 'constitutions.purpose.said-members',
    message: 'These rules are read by members, and by whom a member shows them.',
  },
  anyone: /*i18n*/ {
    id: 'constitutions.purpose.said-anyone',
    message: 'Anybody may read these rules.',
  },
}

export const purpose: Section<Purpose> = {
  name: 'purpose',
  order: 10,
  title: /*i18n*/ { id: 'constitutions.purpose', message: 'Purpose' },
  schema: Purpose,
  empty: { statement: '', does: [], principles: [], readers: 'members' },
  presets: purposePresets,
  prose(part, say): Sentence[] {
    const lines = (list: Purpose['does'], under: string) =>
      list.map(({ key, text }) => ({ key: `${under}.${key}`, text: closed(text) }))
    return [
      ...(part.statement ? [{ key: 'statement', text: closed(part.statement) }] : []),
      ...lines(part.does, 'does'),
      ...lines(part.principles, 'principles'),
      { key: 'readers', text: say(READ[part.readers]) },
    ]
  },
  check(part, say): Finding[] {
    if (part.statement) return []
    const sentence = say(
      /*i18n*/ {
        id: 'constitutions.purpose.none',
        message: 'It does not say what the circle is for. Say it in a sentence or two.',
      },
    )
    return [{ severity: 'warning', path: 'statement', sentence }]
  },
}
