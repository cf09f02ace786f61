/** The classes of the models, to begin with. */
import type { Marked } from '#kernel/asked.ts'
import type { Preset, Say } from '#slices/constitutions/index.ts'
import type { Classes, MemberClass, Rights } from './classes.ts'

const W = {
  maintainer: /*i18n*/ { id: 'membrane.preset.maintainer', message: 'Maintainers' },
  maintainerLine: /*i18n*/ {
    id: 'membrane.preset.maintainer-line',
    message: 'keep what we make, and answer for it',
  },
  contributor: /*i18n*/ { id: 'membrane.preset.contributor', message: 'Contributors' },
  contributorLine: /*i18n*/ {
    id: 'membrane.preset.contributor-line',
    message: 'make things better, a piece at a time',
  },
  user: /*i18n*/ { id: 'membrane.preset.user', message: 'Users' },
  userLine: /*i18n*/ {
    id: 'membrane.preset.user-line',
    message: 'use what is made, openly outside of deciding',
  },
  member: /*i18n*/ { id: 'membrane.preset.member', message: 'Members' },
  memberLine: /*i18n*/ {
    id: 'membrane.preset.member-line',
    message: 'own the co-op together, one share each',
  },
  societyLine: /*i18n*/ {
    id: 'membrane.preset.society-line',
    message: 'attend, speak, move and vote at meetings',
  },
  supporter: /*i18n*/ { id: 'membrane.preset.supporter', message: 'Supporters' },
  supporterLine: /*i18n*/ {
    id: 'membrane.preset.supporter-line',
    message: 'help it along without a vote',
  },
  assembly: /*i18n*/ { id: 'membrane.preset.assembly', message: 'Assemblies' },
  assemblyLine: /*i18n*/ {
    id: 'membrane.preset.assembly-line',
    message: 'decide for themselves, and meet in the council by their spokes',
  },
  person: /*i18n*/ { id: 'membrane.preset.person', message: 'People of the movement' },
  personLine: /*i18n*/ {
    id: 'membrane.preset.person-line',
    message: 'act, speak and propose wherever they are',
  },
  custodian: /*i18n*/ { id: 'membrane.preset.custodian', message: 'Custodians' },
  custodianLine: /*i18n*/ {
    id: 'membrane.preset.custodian-line',
    message: 'keep the tools running and the keys safe',
  },
  producer: /*i18n*/ { id: 'membrane.preset.producer', message: 'Producers' },
  producerLine: /*i18n*/ {
    id: 'membrane.preset.producer-line',
    message: 'make things with the tools, and bring others in',
  },
  consumer: /*i18n*/ { id: 'membrane.preset.consumer', message: 'Consumers' },
  consumerLine: /*i18n*/ {
    id: 'membrane.preset.consumer-line',
    message: 'use the tools, and pay for them',
  },
  individual: /*i18n*/ { id: 'membrane.preset.individual', message: 'Individuals' },
  individualLine: /*i18n*/ {
    id: 'membrane.preset.individual-line',
    message: 'are in many commons at once, and give what they can',
  },
  everyTool: /*i18n*/ { id: 'membrane.preset.every-tool', message: 'every tool, and its log' },
  twenty: /*i18n*/ {
    id: 'membrane.preset.twenty',
    message: 'rooms up to 20 people, pad, forum',
  },
  hundred: /*i18n*/ {
    id: 'membrane.preset.hundred',
    message: 'rooms up to 100 people, cloud, pad, forum',
  },
  published: /*i18n*/ { id: 'membrane.preset.published', message: 'all that is published' },
} satisfies Record<string, Marked>

const ALL: Rights = {
  attend: true,
  speak: true,
  propose: true,
  vote: true,
  stand: true,
  see: 'everything',
}
const SPEAKS: Rights = { ...ALL, vote: false, stand: false, see: 'decided' }
const LISTENS: Rights = { ...SPEAKS, propose: false }
const COMES: Rights = { ...LISTENS, speak: false, see: 'public' }

type Given = Pick<MemberClass, 'key' | 'holds' | 'rights'> & {
  name: Marked
  line: Marked
  tools?: Marked
  least?: number
}

const OPEN_SOURCE: readonly Given[] = [
  {
    key: 'maintainer',
    name: W.maintainer,
    line: W.maintainerLine,
    holds: 'persons',
    rights: ALL,
    tools: W.everyTool,
  },
  {
    key: 'contributor',
    name: W.contributor,
    line: W.contributorLine,
    holds: 'persons',
    rights: SPEAKS,
    tools: W.twenty,
  },
  {
    key: 'user',
    name: W.user,
    line: W.userLine,
    holds: 'both',
    rights: COMES,
    tools: W.published,
  },
]
const CONSUMER: readonly Given[] = [
  {
    key: 'member',
    name: W.member,
    line: W.memberLine,
    holds: 'persons',
    rights: ALL,
    tools: W.hundred,
    least: 3,
  },
  {
    key: 'supporter',
    name: W.supporter,
    line: W.supporterLine,
    holds: 'both',
    rights: LISTENS,
    tools: W.twenty,
  },
]
const PARLIAMENTARY: readonly Given[] = [
  {
    key: 'member',
    name: W.member,
    line: W.societyLine,
    holds: 'persons',
    rights: ALL,
    tools: W.hundred,
  },
]
const MOVEMENT: readonly Given[] = [
  {
    key: 'assembly',
    name: W.assembly,
    line: W.assemblyLine,
    holds: 'co-ops',
    rights: ALL,
    tools: W.everyTool,
  },
  {
    key: 'person',
    name: W.person,
    line: W.personLine,
    holds: 'persons',
    rights: SPEAKS,
    tools: W.twenty,
  },
]
const FULL_COMMONS: readonly Given[] = [
  {
    key: 'custodian',
    name: W.custodian,
    line: W.custodianLine,
    holds: 'both',
    rights: ALL,
    tools: W.everyTool,
    least: 3,
  },
  {
    key: 'producer',
    name: W.producer,
    line: W.producerLine,
    holds: 'both',
    rights: ALL,
    tools: W.hundred,
  },
  {
    key: 'consumer',
    name: W.consumer,
    line: W.consumerLine,
    holds: 'both',
    rights: ALL,
    tools: W.twenty,
  },
  {
    key: 'individual',
    name: W.individual,
    line: W.individualLine,
    holds: 'persons',
    rights: LISTENS,
    tools: W.twenty,
  },
]

/** The classes of each preset, in the words of a language. */
export function classesPresets(say: Say): Record<Preset, Classes> {
  const one = ({ name, line, tools, least, ...rest }: Given): MemberClass => ({
    ...rest,
    name: say(name),
    line: say(line),
    tools: tools ? say(tools) : '',
    weight: 1,
    least: least ?? null,
    most: null,
  })
  return {
    'open-source': { classes: OPEN_SOURCE.map(one) },
    consumer: { classes: CONSUMER.map(one) },
    movement: { classes: MOVEMENT.map(one) },
    'full-commons': { classes: FULL_COMMONS.map(one) },
    parliamentary: { classes: PARLIAMENTARY.map(one) },
  }
}
