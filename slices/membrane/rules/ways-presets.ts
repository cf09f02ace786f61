/** The ways in and out of the models, to begin with. */
import type { Marked } from '#kernel/asked.ts'
import type { Preset, Say } from '#slices/constitutions/index.ts'
import type { Application, Way, Ways } from './ways.ts'

const W = {
  why: /*i18n*/ { id: 'membrane.preset.why', message: 'What brings you here?' },
  give: /*i18n*/ {
    id: 'membrane.preset.give',
    message: 'What would you like to give, and to find?',
  },
  who: /*i18n*/ {
    id: 'membrane.preset.who',
    message: 'Who are you together, and how do you decide?',
  },
  act: /*i18n*/ { id: 'membrane.preset.act', message: 'What do you do where you are?' },
  appealMeeting: /*i18n*/ {
    id: 'membrane.preset.appeal-meeting',
    message: 'the next general meeting hears it',
  },
  appealCouncil: /*i18n*/ {
    id: 'membrane.preset.appeal-council',
    message: 'the next council hears it, with a spoke of another assembly in the chair',
  },
  appealAll: /*i18n*/ {
    id: 'membrane.preset.appeal-all',
    message: 'write to the stewards, and the next assembly hears it',
  },
} satisfies Record<string, Marked>

const shut = (key: string): Way => ({
  class: key,
  open: false,
  invitation: null,
  application: null,
  first: null,
  trialMonths: null,
})
const open = (key: string): Way => ({ ...shut(key), open: true })
const STEWARDS = { kind: 'role', role: 'steward' } as const
const THIS = { kind: 'circle', circle: '' } as const

const out: Pick<Ways, 'noticeDays' | 'pause' | 'exclusion'> = {
  noticeDays: 0,
  pause: { days: 365, grants: 'oneself' },
  exclusion: {
    noticeDays: 14,
    hearing: true,
    decides: STEWARDS,
    appealDays: 30,
    againMonths: 12,
  },
}

function asking(
  say: Say,
  questions: Record<string, Marked>,
  rest: Omit<Application, 'questions' | 'appeal'> & { appeal: Marked },
): Application {
  return {
    ...rest,
    appeal: say(rest.appeal),
    questions: Object.entries(questions).map(([key, text]) => ({ key, text: say(text) })),
  }
}

const openSource = (): Ways => ({
  ...out,
  ways: [
    { ...shut('maintainer'), invitation: { by: 'members', days: 30, uses: 1 } },
    { ...open('contributor'), invitation: { by: 'members', days: 30, uses: 20 } },
    open('user'),
  ],
})

function consumer(say: Say): Ways {
  const decided = { sponsors: 0, waitDays: 0, decides: STEWARDS, decideDays: 30 }
  const application = asking(say, { why: W.why }, { ...decided, appeal: W.appealMeeting })
  const first = { kind: 'fee' as const, amount: { minor: 2500, currency: 'EUR' } }
  return {
    ...out,
    pause: { days: 365, grants: 'stewards' },
    ways: [{ ...shut('member'), application, first }, open('supporter')],
  }
}

function movement(say: Say): Ways {
  const decided = { sponsors: 2, waitDays: 28, decides: THIS, decideDays: 28 }
  const questions = { who: W.who, act: W.act }
  const application = asking(say, questions, { ...decided, appeal: W.appealCouncil })
  return {
    ...out,
    exclusion: out.exclusion && { ...out.exclusion, decides: THIS },
    ways: [{ ...shut('assembly'), application }, open('person')],
  }
}

function fullCommons(say: Say): Ways {
  const decided = { sponsors: 2, waitDays: 14, decides: STEWARDS, decideDays: 14 }
  const questions = { why: W.why, give: W.give }
  const application = asking(say, questions, { ...decided, appeal: W.appealAll })
  const custodian: Way = {
    ...shut('custodian'),
    invitation: { by: 'stewards', days: 30, uses: 1 },
    first: { kind: 'hours', hours: 40 },
    trialMonths: 6,
  }
  return {
    ...out,
    exclusion: out.exclusion && { ...out.exclusion, decides: THIS },
    ways: [custodian, { ...shut('producer'), application }, open('consumer'), open('individual')],
  }
}

function parliamentary(say: Say): Ways {
  const decided = { sponsors: 1, waitDays: 0, decides: THIS, decideDays: 60 }
  const application = asking(say, { why: W.why }, { ...decided, appeal: W.appealMeeting })
  return {
    ...out,
    exclusion: out.exclusion && { ...out.exclusion, decides: THIS },
    ways: [{ ...shut('member'), application }],
  }
}

/** The ways of each preset, in the words of a language. */
export function waysPresets(say: Say): Record<Preset, Ways> {
  return {
    'open-source': openSource(),
    consumer: consumer(say),
    movement: movement(say),
    'full-commons': fullCommons(say),
    parliamentary: parliamentary(say),
  }
}
