/** The words of the form in which duties are written. */
import type { Asked } from '#kernel/asked.ts'

export const className: Asked = {
  title: /*i18n*/ { id: 'standing.form.class', message: 'Class' },
  refersTo: 'class',
}
export const dutyName: Asked = {
  title: /*i18n*/ { id: 'standing.form.duty-name', message: 'Duty' },
}
export const roleName: Asked = {
  title: /*i18n*/ { id: 'standing.form.role-name', message: 'Role' },
  refersTo: 'role',
}
export const key: Asked = {
  title: /*i18n*/ { id: 'standing.form.key', message: 'Short name' },
  hint: /*i18n*/ {
    id: 'standing.form.key-hint',
    message: 'Small letters and hyphens; it stays for ever, so that its rule keeps its number.',
  },
}
export const least: Asked = {
  title: /*i18n*/ { id: 'standing.form.least', message: 'Amount' },
  hint: /*i18n*/ { id: 'standing.form.least-hint', message: 'Of a sliding scale: the least.' },
  as: 'money',
}
export const most: Asked = {
  title: /*i18n*/ { id: 'standing.form.most', message: 'The most, in cents' },
  hint: /*i18n*/ {
    id: 'standing.form.most-hint',
    message:
      'For “what you can, between the amount and this”; leave it empty for one fixed amount.',
  },
}
export const hours: Asked = {
  title: /*i18n*/ { id: 'standing.form.hours', message: 'Hours' },
}
export const resourceKey: Asked = {
  title: /*i18n*/ { id: 'standing.form.resource-key', message: 'Short name of the thing' },
  hint: /*i18n*/ {
    id: 'standing.form.resource-key-hint',
    message: 'As evidence will name it: server.',
  },
}
export const resourceName: Asked = {
  title: /*i18n*/ { id: 'standing.form.resource-name', message: 'How it reads' },
  hint: /*i18n*/ {
    id: 'standing.form.resource-name-hint',
    message: 'As it stands in the sentence: a server.',
  },
}
export const share: Asked = {
  title: /*i18n*/ { id: 'standing.form.share', message: 'Of the gatherings' },
  as: 'fraction',
}
export const whoseGatherings: Asked = {
  title: /*i18n*/ { id: 'standing.form.whose-gatherings', message: 'Gatherings of another circle' },
  hint: /*i18n*/ {
    id: 'standing.form.whose-gatherings-hint',
    message: 'The id of that circle; leave it empty for this circle.',
  },
}
export const circleCount: Asked = {
  title: /*i18n*/ { id: 'standing.form.circle-count', message: 'Working circles' },
}
export const roleCount: Asked = {
  title: /*i18n*/ { id: 'standing.form.role-count', message: 'Roles' },
}
export const classes: Asked = {
  title: /*i18n*/ { id: 'standing.form.classes', message: 'Asked of' },
  item: /*i18n*/ { id: 'standing.item.class', message: 'a class' },
}
export const asks: Asked = {
  title: /*i18n*/ { id: 'standing.form.asks', message: 'What is asked' },
  hint: /*i18n*/ {
    id: 'standing.form.asks-hint',
    message: 'The first is the duty, the others are worth the same; parts of several add up.',
  },
  choices: {
    dues: /*i18n*/ { id: 'standing.choice.ask-dues', message: 'Dues' },
    hours: /*i18n*/ { id: 'standing.choice.ask-hours', message: 'Hours' },
    resource: /*i18n*/ { id: 'standing.choice.ask-resource', message: 'A resource' },
    attendance: /*i18n*/ { id: 'standing.choice.ask-attendance', message: 'Coming to gatherings' },
    circles: /*i18n*/ {
      id: 'standing.choice.ask-circles',
      message: 'Belonging to working circles',
    },
    roles: /*i18n*/ { id: 'standing.choice.ask-roles', message: 'Holding a role' },
  },
  item: /*i18n*/ { id: 'standing.item.ask', message: 'something worth the same' },
}
export const every: Asked = {
  title: /*i18n*/ { id: 'standing.form.every', message: 'How often' },
  hint: /*i18n*/ {
    id: 'standing.form.every-hint',
    message: 'Belonging and roles are asked at every moment.',
  },
  choices: {
    month: /*i18n*/ { id: 'standing.choice.every-month', message: 'Every month' },
    quarter: /*i18n*/ { id: 'standing.choice.every-quarter', message: 'Every quarter' },
    'half-year': /*i18n*/ { id: 'standing.choice.every-half-year', message: 'Every half-year' },
    year: /*i18n*/ { id: 'standing.choice.every-year', message: 'Every year' },
    once: /*i18n*/ { id: 'standing.choice.every-once', message: 'Once' },
  },
}
export const due: Asked = {
  title: /*i18n*/ { id: 'standing.form.due', message: 'Due' },
  choices: {
    end: /*i18n*/ { id: 'standing.choice.due-end', message: 'At the end of the period' },
    start: /*i18n*/ { id: 'standing.choice.due-start', message: 'At its start' },
  },
}
export const part: Asked = {
  title: /*i18n*/ { id: 'standing.form.part', message: 'For a part of a period' },
  hint: /*i18n*/ {
    id: 'standing.form.part-hint',
    message: 'Who joins, pauses or is excused in the middle.',
  },
  choices: {
    days: /*i18n*/ { id: 'standing.choice.part-days', message: 'By days' },
    whole: /*i18n*/ { id: 'standing.choice.part-whole', message: 'The whole' },
    nothing: /*i18n*/ { id: 'standing.choice.part-nothing', message: 'Nothing' },
  },
}
export const grace: Asked = {
  title: /*i18n*/ { id: 'standing.form.grace', message: 'Days of grace' },
}
export const roles: Asked = {
  title: /*i18n*/ { id: 'standing.form.exempt-roles', message: 'Roles' },
  hint: /*i18n*/ { id: 'standing.form.exempt-roles-hint', message: 'None named: any role.' },
  item: /*i18n*/ { id: 'standing.item.role', message: 'a role' },
}
export const whichCircle: Asked = {
  title: /*i18n*/ { id: 'standing.form.exempt-circle', message: 'Circle' },
  hint: /*i18n*/ {
    id: 'standing.form.exempt-circle-hint',
    message: 'The id of a circle; leave it empty for any working circle.',
  },
}
export const exempt: Asked = {
  title: /*i18n*/ { id: 'standing.form.exempt', message: 'Who is excused' },
  choices: {
    role: /*i18n*/ { id: 'standing.choice.exempt-role', message: 'Who holds a role' },
    circle: /*i18n*/ {
      id: 'standing.choice.exempt-circle',
      message: 'Who belongs to a working circle',
    },
    hardship: /*i18n*/ {
      id: 'standing.choice.exempt-hardship',
      message: 'Who was granted it, in hardship',
    },
  },
}
export const exemptFrom: Asked = {
  title: /*i18n*/ { id: 'standing.form.exempt-from', message: 'From which duties' },
  hint: /*i18n*/ { id: 'standing.form.exempt-from-hint', message: 'None named: from all.' },
  item: /*i18n*/ { id: 'standing.item.duty-name', message: 'a duty' },
}
export const missed: Asked = {
  title: /*i18n*/ { id: 'standing.form.missed', message: 'So many periods missed' },
}
export const ofPeriods: Asked = {
  title: /*i18n*/ { id: 'standing.form.of-periods', message: 'Of the last so many' },
  hint: /*i18n*/ { id: 'standing.form.of-periods-hint', message: 'Leave it empty for all.' },
}
export const rests: Asked = {
  title: /*i18n*/ { id: 'standing.form.rests', message: 'What rests for who is behind' },
  choices: {
    vote: /*i18n*/ { id: 'standing.choice.rests-vote', message: 'Voting' },
    propose: /*i18n*/ { id: 'standing.choice.rests-propose', message: 'Proposing' },
    stand: /*i18n*/ { id: 'standing.choice.rests-stand', message: 'Standing for roles' },
    tools: /*i18n*/ { id: 'standing.choice.rests-tools', message: 'Using tools' },
  },
}
export const restsAfter: Asked = {
  title: /*i18n*/ { id: 'standing.form.rests-after', message: 'So many days after falling behind' },
}
export const duties: Asked = {
  title: /*i18n*/ { id: 'standing.form.duties', message: 'Duties' },
  item: /*i18n*/ { id: 'standing.item.duty', message: 'a duty' },
}
export const exemptions: Asked = {
  title: /*i18n*/ { id: 'standing.form.exemptions', message: 'Exemptions' },
  hint: /*i18n*/ {
    id: 'standing.form.exemptions-hint',
    message: 'Who is paused owes nothing anyway.',
  },
  item: /*i18n*/ { id: 'standing.item.exemption', message: 'an exemption' },
}
export const behind: Asked = {
  title: /*i18n*/ { id: 'standing.form.behind', message: 'What behind means' },
}
export const idle: Asked = {
  title: /*i18n*/ { id: 'standing.form.idle', message: 'Days without a trace until a pause' },
  hint: /*i18n*/ {
    id: 'standing.form.idle-hint',
    message:
      'Who comes to nothing and gives nothing for so long is paused until the next time; leave it empty for never.',
  },
}
export const seenBy: Asked = {
  title: /*i18n*/ {
    id: 'standing.form.seen-by',
    message: 'Who sees the standing of a member, beside the member',
  },
  choices: {
    treasurer: /*i18n*/ { id: 'standing.choice.seen-treasurer', message: 'The treasurer' },
    stewards: /*i18n*/ { id: 'standing.choice.seen-stewards', message: 'The stewards' },
    members: /*i18n*/ { id: 'standing.choice.seen-members', message: 'All members' },
  },
}
