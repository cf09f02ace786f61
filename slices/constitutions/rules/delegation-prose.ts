/** Who decides what, in sentences. */
import type { Marked } from '#kernel/asked.ts'
import type { Delegation } from './delegation.ts'
import { closed } from './parts.ts'
import type { Say, Sentence } from './section.ts'

const NEAREST = /*i18n*/ {
  id: 'constitutions.delegation.said-nearest',
  message:
    'What concerns one circle is decided in it; the circle around it takes up what is brought to it, and what concerns several.',
}
const LINKS: Record<'one' | 'double', Marked> = {
  one: /*i18n*/ {
    id: 'constitutions.delegation.said-one',
    message: 'Each circle names somebody who speaks for it in the circle around it.',
  },
  double: /*i18n*/ {
    id: 'constitutions.delegation.said-double',
    message:
      'Each circle is joined to the one around it by two: one named by it, who speaks for it there, and one named there, who speaks in it.',
  },
}
const MOST = /*i18n*/ {
  id: 'constitutions.delegation.said-most',
  message:
    'A member circle names {most, plural, one {one delegate} other {up to # delegates}} for {months, plural, one {a month} other {# months}}.',
}
const VOICE = /*i18n*/ {
  id: 'constitutions.delegation.said-voice',
  message: 'It has one voice, however many of its delegates come.',
}
const ALTERNATES = /*i18n*/ {
  id: 'constitutions.delegation.said-alternates',
  message: 'Whoever cannot come sends somebody whom their circle named for that.',
}
const MANDATES: Record<'free' | 'asked' | 'bound', Marked> = {
  free: /*i18n*/ {
    id: 'constitutions.delegation.said-free',
    message: 'Delegates speak as they judge, and tell their circle what they said and why.',
  },
  asked: /*i18n*/ {
    id: 'constitutions.delegation.said-asked',
    message: 'Delegates ask their circle before they vote on its behalf.',
  },
  bound: /*i18n*/ {
    id: 'constitutions.delegation.said-bound',
    message: 'Delegates vote only as their circle told them, in writing.',
  },
}
const RECALL = /*i18n*/ {
  id: 'constitutions.delegation.said-recall',
  message: 'A circle may call its delegates back at any time.',
}
const PROXIES = /*i18n*/ {
  id: 'constitutions.delegation.said-proxies',
  message:
    'Who cannot vote may ask another member in writing, for one decision or until a day; nobody votes for more than {most, plural, one {one other} other {# others}}, and who votes after all is counted themselves.',
}
const NO_PROXIES = /*i18n*/ {
  id: 'constitutions.delegation.said-no-proxies',
  message: 'Nobody votes for another member.',
}

function delegatesProse(part: NonNullable<Delegation['delegates']>, say: Say): Sentence[] {
  const { most, months } = part
  return [
    { key: 'delegates', text: say(MOST, { most, months }) },
    { key: 'delegates.voice', text: say(VOICE) },
    { key: 'delegates.mandate', text: say(MANDATES[part.mandate]) },
    ...(part.alternates ? [{ key: 'delegates.alternates', text: say(ALTERNATES) }] : []),
    ...(part.recall ? [{ key: 'delegates.recall', text: say(RECALL) }] : []),
  ]
}

export function delegationProse(part: Delegation, say: Say): Sentence[] {
  return [
    ...(part.nearest ? [{ key: 'nearest', text: say(NEAREST) }] : []),
    ...part.reserved.map(({ key, text }) => ({
      key: `reserved.${key}`,
      text: reservedIn(say, text),
    })),
    ...(part.link === 'none' ? [] : [{ key: 'link', text: say(LINKS[part.link]) }]),
    ...(part.delegates ? delegatesProse(part.delegates, say) : []),
    part.proxies
      ? { key: 'proxies', text: say(PROXIES, { most: part.proxies.most }) }
      : { key: 'proxies', text: say(NO_PROXIES) },
  ]
}

function reservedIn(say: Say, matter: string): string {
  return closed(
    say(
      /*i18n*/ {
        id: 'constitutions.delegation.said-reserved',
        message: 'Only the whole decides on this: {matter}',
      },
      { matter },
    ),
  )
}
