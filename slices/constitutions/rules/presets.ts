/** The four models of 2020, and assemblies by Robert’s Rules of Order; each in three sentences: what it is, who it suits, where it is weak. */
import type { Marked } from '#kernel/asked.ts'
import type { Preset } from './section.ts'

export type Model = { name: Marked; what: Marked; suits: Marked; weakness: Marked }

export const MODELS: Record<Preset, Model> = {
  'open-source': {
    name: /*i18n*/ { id: 'constitutions.model.open', message: 'Open source' },
    what: /*i18n*/ {
      id: 'constitutions.model.open.what',
      message:
        'Maintainers steward what they make, contributors bring changes, users enjoy it and stand openly outside.',
    },
    suits: /*i18n*/ {
      id: 'constitutions.model.open.suits',
      message: 'It suits a few who build something for many and owe nobody an answer by Monday.',
    },
    weakness: /*i18n*/ {
      id: 'constitutions.model.open.weakness',
      message:
        'Its weakness: whoever depends on it has no say in it, and those who carry it carry it alone.',
    },
  },
  consumer: {
    name: /*i18n*/ { id: 'constitutions.model.consumer', message: 'Consumer co-op' },
    what: /*i18n*/ {
      id: 'constitutions.model.consumer.what',
      message:
        'Members own shares and have one vote each; a general meeting elects a board that runs the co-op.',
    },
    suits: /*i18n*/ {
      id: 'constitutions.model.consumer.suits',
      message:
        'It suits many who need the same service and want it to be theirs without running it.',
    },
    weakness: /*i18n*/ {
      id: 'constitutions.model.consumer.weakness',
      message:
        'Its weakness: most members become customers, and the board decides with the few who come.',
    },
  },
  movement: {
    name: /*i18n*/ { id: 'constitutions.model.movement', message: 'Movement' },
    what: /*i18n*/ {
      id: 'constitutions.model.movement.what',
      message:
        'Autonomous assemblies send spokes to a council, which finds consensus and binds nobody who did not agree.',
    },
    suits: /*i18n*/ {
      id: 'constitutions.model.movement.suits',
      message: 'It suits groups that act together now and then, and otherwise stay their own.',
    },
    weakness: /*i18n*/ {
      id: 'constitutions.model.movement.weakness',
      message:
        'Its weakness: consensus among many is slow, and a single assembly can hold up all others.',
    },
  },
  'full-commons': {
    name: /*i18n*/ { id: 'constitutions.model.commons', message: 'Full commons' },
    what: /*i18n*/ {
      id: 'constitutions.model.commons.what',
      message:
        'Custodians, producers and consumers each have a voice, and stewarding is everybody’s duty by what they can: money, hours or machines.',
    },
    suits: /*i18n*/ {
      id: 'constitutions.model.commons.suits',
      message:
        'It suits people and co-ops who share tools for long, with a light membership for those who are in many commons at once.',
    },
    weakness: /*i18n*/ {
      id: 'constitutions.model.commons.weakness',
      message:
        'Its weakness: duties have to be kept count of, and it tires people unless roles go round.',
    },
  },
  parliamentary: {
    name: /*i18n*/ { id: 'constitutions.model.parliamentary', message: 'Robert’s Rules of Order' },
    what: /*i18n*/ {
      id: 'constitutions.model.parliamentary.what',
      message:
        'Members meet, move, second, amend and vote; more than half of the votes cast decide, two thirds where rights or rules are at stake, and more than half of the members are a quorum.',
    },
    suits: /*i18n*/ {
      id: 'constitutions.model.parliamentary.suits',
      message:
        'It suits societies and unions whose bylaws name Robert’s Rules, and whoever wants the majority to decide after all were heard.',
    },
    weakness: /*i18n*/ {
      id: 'constitutions.model.parliamentary.weakness',
      message:
        'Its weakness: the many outvote the few, and whoever knows the rules best has the better of those who don’t.',
    },
  },
}
