/** What the items of the templates are called. */
import type { MessageDescriptor } from '@lingui/core'
import type { TemplateName } from '../rules/repeat.ts'

export const titles: Record<string, MessageDescriptor> = {
  arriving: /*i18n*/ { id: 'gatherings.template.arriving', message: 'Arriving: how are we here?' },
  'since-last': /*i18n*/ { id: 'gatherings.template.since-last', message: 'Since last time' },
  matters: /*i18n*/ { id: 'gatherings.template.matters', message: 'What is on our table' },
  decisions: /*i18n*/ { id: 'gatherings.template.decisions', message: 'Decisions' },
  'who-does-what': /*i18n*/ {
    id: 'gatherings.template.who-does-what',
    message: 'Who does what, by when',
  },
  leaving: /*i18n*/ { id: 'gatherings.template.leaving', message: 'Leaving: how was it?' },
  welcome: /*i18n*/ { id: 'gatherings.template.welcome', message: 'Welcome' },
  talk: /*i18n*/ { id: 'gatherings.template.talk', message: 'Talk' },
  panel: /*i18n*/ { id: 'gatherings.template.panel', message: 'Panel' },
  breakouts: /*i18n*/ { id: 'gatherings.template.breakouts', message: 'Breakouts' },
  break: /*i18n*/ { id: 'gatherings.template.break', message: 'Break' },
  'came-up': /*i18n*/ { id: 'gatherings.template.came-up', message: 'Plenary: what came up' },
  'wrap-up': /*i18n*/ { id: 'gatherings.template.wrap-up', message: 'Wrap-up' },
  opening: /*i18n*/ {
    id: 'gatherings.template.opening',
    message: 'Opening: the roll, the agenda, who keeps time',
  },
  report: /*i18n*/ { id: 'gatherings.template.report', message: 'Report and accounts' },
  'report-talk': /*i18n*/ {
    id: 'gatherings.template.report-talk',
    message: 'Questions about the report',
  },
  proposals: /*i18n*/ { id: 'gatherings.template.proposals', message: 'Proposals' },
  votes: /*i18n*/ { id: 'gatherings.template.votes', message: 'Votes' },
  elections: /*i18n*/ { id: 'gatherings.template.elections', message: 'Elections' },
  closing: /*i18n*/ { id: 'gatherings.template.closing', message: 'Closing' },
}

export const names: Record<TemplateName, MessageDescriptor> = {
  circle: /*i18n*/ { id: 'gatherings.template-name.circle', message: 'Circle meeting' },
  panel: /*i18n*/ {
    id: 'gatherings.template-name.panel',
    message: 'Panel with breakouts and plenary',
  },
  assembly: /*i18n*/ { id: 'gatherings.template-name.assembly', message: 'General assembly' },
}

export const question = /*i18n*/ {
  id: 'gatherings.template.question',
  message: 'Question {number}',
}
