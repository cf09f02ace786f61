/** What each of the models is for, to begin with. */
import type { Marked } from '#kernel/asked.ts'
import type { Purpose } from './purpose.ts'
import type { Preset, Say } from './section.ts'

type Line = readonly [key: string, text: Marked]
type Template = Pick<Purpose, 'readers'> & {
  statement: Marked
  does: readonly Line[]
  principles: readonly Line[]
}

const TEMPLATES: Record<Preset, Template> = {
  'open-source': {
    readers: 'anyone',
    statement: /*i18n*/ {
      id: 'constitutions.start.open.purpose',
      message: 'We make and keep something that everybody may use, study, change and pass on.',
    },
    does: [
      [
        'make',
        /*i18n*/ {
          id: 'constitutions.start.open.make',
          message: 'Whatever we make is published under a free licence.',
        },
      ],
      [
        'listen',
        /*i18n*/ {
          id: 'constitutions.start.open.listen',
          message: 'Whoever uses it may ask, report and suggest in the open.',
        },
      ],
    ],
    principles: [
      [
        'doing',
        /*i18n*/ {
          id: 'constitutions.start.open.doing',
          message: 'Who cares for a thing decides about it, and says why.',
        },
      ],
      [
        'fork',
        /*i18n*/ {
          id: 'constitutions.start.open.fork',
          message: 'Anybody may go on with it elsewhere, in another way.',
        },
      ],
    ],
  },
  consumer: {
    readers: 'anyone',
    statement: /*i18n*/ {
      id: 'constitutions.start.consumer.purpose',
      message: 'We own together what we need, and it serves those who use it.',
    },
    does: [
      [
        'provide',
        /*i18n*/ {
          id: 'constitutions.start.consumer.provide',
          message: 'The co-op provides its services to its members at what they cost.',
        },
      ],
      [
        'surplus',
        /*i18n*/ {
          id: 'constitutions.start.consumer.surplus',
          message:
            'What is left at the end of a year stays in the co-op, or goes where the general meeting says.',
        },
      ],
    ],
    principles: [
      [
        'one-vote',
        /*i18n*/ {
          id: 'constitutions.start.consumer.one-vote',
          message: 'One member, one vote, however many shares somebody holds.',
        },
      ],
      [
        'open-books',
        /*i18n*/ {
          id: 'constitutions.start.consumer.open-books',
          message: 'Every member may look into the books.',
        },
      ],
    ],
  },
  movement: {
    readers: 'anyone',
    statement: /*i18n*/ {
      id: 'constitutions.start.movement.purpose',
      message: 'We are assemblies that act together and stay their own.',
    },
    does: [
      [
        'meet',
        /*i18n*/ {
          id: 'constitutions.start.movement.meet',
          message: 'The assemblies meet in a council of their spokes.',
        },
      ],
      [
        'act',
        /*i18n*/ {
          id: 'constitutions.start.movement.act',
          message: 'What an assembly does by itself, it does in its own name.',
        },
      ],
    ],
    principles: [
      [
        'autonomy',
        /*i18n*/ {
          id: 'constitutions.start.movement.autonomy',
          message: 'No assembly is bound to what it did not agree to.',
        },
      ],
      [
        'rotation',
        /*i18n*/ {
          id: 'constitutions.start.movement.rotation',
          message:
            'Whoever speaks for others does so for a short time, and then somebody else does.',
        },
      ],
    ],
  },
  'full-commons': {
    readers: 'anyone',
    statement: /*i18n*/ {
      id: 'constitutions.start.commons.purpose',
      message: 'We keep tools in common, and all who use them take part in keeping them.',
    },
    does: [
      [
        'tools',
        /*i18n*/ {
          id: 'constitutions.start.commons.tools',
          message: 'We run the tools that we share, and write down who carries what.',
        },
      ],
      [
        'balance',
        /*i18n*/ {
          id: 'constitutions.start.commons.balance',
          message: 'Money, hours, machines and care count as contributions.',
        },
      ],
    ],
    principles: [
      [
        'all-steward',
        /*i18n*/ {
          id: 'constitutions.start.commons.all-steward',
          message: 'Stewarding is everybody’s duty, each by what they can.',
        },
      ],
      [
        'not-all',
        /*i18n*/ {
          id: 'constitutions.start.commons.not-all',
          message: 'Not everyone can be a steward; giving money or computing power is as valuable.',
        },
      ],
      [
        'light',
        /*i18n*/ {
          id: 'constitutions.start.commons.light',
          message: 'Who is in many commons at once may be in this one lightly.',
        },
      ],
    ],
  },
  parliamentary: {
    readers: 'anyone',
    statement: /*i18n*/ {
      id: 'constitutions.start.parliamentary.purpose',
      message: 'We are a society of members who decide together at their meetings.',
    },
    does: [
      [
        'meet',
        /*i18n*/ {
          id: 'constitutions.start.parliamentary.meet',
          message: 'We meet, deliberate and vote; what the majority decides, all carry.',
        },
      ],
    ],
    principles: [
      [
        'one-thing',
        /*i18n*/ {
          id: 'constitutions.start.parliamentary.one-thing',
          message: 'One question at a time, and whoever wishes to speak on it is heard.',
        },
      ],
      [
        'rights',
        /*i18n*/ {
          id: 'constitutions.start.parliamentary.rights',
          message: 'The majority decides; what would take rights from the few takes two thirds.',
        },
      ],
    ],
  },
}

/** The purposes of the presets in the words of a language, to be changed by whoever starts from one. */
export function purposePresets(say: Say): Record<Preset, Purpose> {
  const made = ({ readers, statement, does, principles }: Template): Purpose => ({
    readers,
    statement: say(statement),
    does: does.map(([key, text]) => ({ key, text: say(text) })),
    principles: principles.map(([key, text]) => ({ key, text: say(text) })),
  })
  return {
    'open-source': made(TEMPLATES['open-source']),
    consumer: made(TEMPLATES.consumer),
    movement: made(TEMPLATES.movement),
    'full-commons': made(TEMPLATES['full-commons']),
    parliamentary: made(TEMPLATES.parliamentary),
  }
}
