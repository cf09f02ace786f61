/** Classes, in sentences. */
import type { Marked } from '#kernel/asked.ts'
import type { Say, Sentence } from '#slices/constitutions/index.ts'
import type { Classes, MemberClass } from './classes.ts'

const WHO: Record<MemberClass['holds'], Marked> = {
  persons: /*i18n*/ { id: 'membrane.said.persons', message: '{name} are persons.' },
  'co-ops': /*i18n*/ { id: 'membrane.said.coops', message: '{name} are co-ops.' },
  both: /*i18n*/ { id: 'membrane.said.both', message: '{name} are persons and co-ops.' },
}
const DO = /*i18n*/ { id: 'membrane.said.do', message: '{name}: {line}' }
const MAY = /*i18n*/ { id: 'membrane.said.may', message: '{name} may {rights}.' }
const MAY_NOT = /*i18n*/ { id: 'membrane.said.may-not', message: '{name} may not {rights}.' }
const NO_ONE = /*i18n*/ {
  id: 'membrane.said.no-rights',
  message: '{name} take no part in gatherings and decisions.',
}
const RIGHTS: Record<'attend' | 'speak' | 'propose' | 'vote' | 'stand', Marked> = {
  attend: /*i18n*/ { id: 'membrane.said.attend', message: 'come to gatherings' },
  speak: /*i18n*/ { id: 'membrane.said.speak', message: 'speak in them' },
  propose: /*i18n*/ { id: 'membrane.said.propose', message: 'make proposals' },
  vote: /*i18n*/ { id: 'membrane.said.vote', message: 'vote' },
  stand: /*i18n*/ { id: 'membrane.said.stand', message: 'stand for roles' },
}
const AND = /*i18n*/ { id: 'membrane.said.and', message: '{list} and {last}' }
const OR = /*i18n*/ { id: 'membrane.said.or', message: '{list} or {last}' }
const VOTES = /*i18n*/ {
  id: 'membrane.said.votes',
  message:
    'Each of the {name} has {weight, plural, one {one vote} other {# votes}}; a co-op among them speaks with one voice.',
}
const SEES: Record<'everything' | 'decided' | 'public', Marked> = {
  everything: /*i18n*/ {
    id: 'membrane.said.see-everything',
    message: '{name} see all that is shared here.',
  },
  decided: /*i18n*/ {
    id: 'membrane.said.see-decided',
    message: '{name} see minutes and decisions.',
  },
  public: /*i18n*/ {
    id: 'membrane.said.see-public',
    message: '{name} see what everybody sees.',
  },
}
const TOOLS = /*i18n*/ { id: 'membrane.said.tools', message: '{name} use these tools: {tools}.' }
const BETWEEN = /*i18n*/ {
  id: 'membrane.said.between',
  message: 'There are at least {least} and at most {most} of them ({name}).',
}
const LEAST = /*i18n*/ {
  id: 'membrane.said.least',
  message: 'There are at least {least} {name}.',
}
const MOST = /*i18n*/ { id: 'membrane.said.most', message: 'There are at most {most} {name}.' }

/** "a, b and c". */
export function listed(parts: readonly string[], say: Say, joint: Marked = AND): string {
  const last = parts.at(-1) ?? ''
  return parts.length < 2 ? last : say(joint, { list: parts.slice(0, -1).join(', '), last })
}

/** Ends with a mark. */
export const closed = (text: string): string => (/[.!?…。]$/u.test(text) ? text : `${text}.`)

const KINDS = ['attend', 'speak', 'propose', 'vote', 'stand'] as const

/** "come to gatherings, speak in them and vote"; null for a class that may nothing of it. */
export function rightsIn({ rights }: MemberClass, say: Say): string | null {
  const may = KINDS.filter((kind) => rights[kind])
  return may.length === 0
    ? null
    : listed(
        may.map((kind) => say(RIGHTS[kind])),
        say,
      )
}

function numbersIn({ key, name, least, most }: MemberClass, say: Say): Sentence[] {
  const sentence = (text: string): Sentence[] => [{ key: `${key}.numbers`, text }]
  if (least !== null && most !== null) return sentence(say(BETWEEN, { name, least, most }))
  if (least !== null) return sentence(say(LEAST, { name, least }))
  return most === null ? [] : sentence(say(MOST, { name, most }))
}

function classIn(one: MemberClass, say: Say): Sentence[] {
  const { key, name, rights, weight, tools } = one
  const may = rightsIn(one, say)
  const lacks = KINDS.filter((kind) => !rights[kind]).map((kind) => say(RIGHTS[kind]))
  const not = may !== null && lacks.length > 0
  return [
    { key, text: say(WHO[one.holds], { name }) },
    ...(one.line ? [{ key: `${key}.line`, text: closed(say(DO, { name, line: one.line })) }] : []),
    {
      key: `${key}.rights`,
      text: may === null ? say(NO_ONE, { name }) : say(MAY, { name, rights: may }),
    },
    ...(not
      ? [
          {
            key: `${key}.not`,
            text: say(MAY_NOT, { name, rights: listed(lacks, say, OR) }),
          },
        ]
      : []),
    ...(rights.vote ? [{ key: `${key}.votes`, text: say(VOTES, { name, weight }) }] : []),
    { key: `${key}.see`, text: say(SEES[rights.see], { name }) },
    ...(tools ? [{ key: `${key}.tools`, text: say(TOOLS, { name, tools }) }] : []),
    ...numbersIn(one, say),
  ]
}

export function classesProse({ classes }: Classes, say: Say): Sentence[] {
  return classes.flatMap((one) => classIn(one, say))
}
