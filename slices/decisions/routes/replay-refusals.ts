/** Why a past decision can't be counted again under other rules, or which rules were not found. */
import type { RefusalMeanings } from '#kernel/problem.ts'

export const replayRefusals: RefusalMeanings = {
  'what-if-unsaid': {
    status: 422,
    say: /*i18n*/ {
      id: 'decisions.refused.what-if',
      message: 'Say under what to count again: a model, a version, rules of a circle, or a change.',
    },
  },
  'rules-not-whole': {
    status: 409,
    say: /*i18n*/ {
      id: 'decisions.refused.not-whole',
      message:
        'The kinds of decision or the classes there are not written to the end, so nothing can be counted under them. Finish them first.',
    },
  },
  'rules-not-there': {
    status: 404,
    say: /*i18n*/ {
      id: 'decisions.refused.no-rules',
      message: 'There are no such rules that you may read. Choose others.',
    },
  },
  'kind-unsaid': {
    status: 422,
    say: /*i18n*/ {
      id: 'decisions.refused.kind-unsaid',
      message: 'These rules say nothing of how “{kind}” is decided.',
    },
  },
  'classes-unsaid': {
    status: 422,
    say: /*i18n*/ {
      id: 'decisions.refused.classes',
      message:
        'These rules look at classes and know nothing of {classes}, who were on the roll. So it can not be told.',
    },
  },
  'nobody-votes': {
    status: 422,
    say: /*i18n*/ {
      id: 'decisions.refused.nobody-votes',
      message:
        'By these rules nobody who was on the roll votes on "{kind}". So it can not be told.',
    },
  },
  'objections-unsaid': {
    status: 422,
    say: /*i18n*/ {
      id: 'decisions.refused.objections',
      message:
        '{against, plural, one {One was} other {# were}} against, and nobody was asked whether they object. So nothing can be told of consent.',
    },
  },
  'asked-otherwise': {
    status: 422,
    say: /*i18n*/ {
      id: 'decisions.refused.asked-otherwise',
      message:
        'These rules ask this otherwise: a question by yes and no, or a choice among options. The ballots do not say that.',
    },
  },
  'publication-unread': {
    status: 422,
    say: /*i18n*/ {
      id: 'decisions.refused.publication-unread',
      message: 'What was published of it can not be read here, so it is not counted again.',
    },
  },
}
