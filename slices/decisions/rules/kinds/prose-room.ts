/** What prose says of how a gathering decides a kind. */
import type { Say } from '#slices/constitutions/index.ts'
import { atGathering, choosesOptions, type Kind } from './kind.ts'

type Words = { id: string; message: string }

const FROM_THE_FLOOR: Record<'present' | 'voted', Words> = {
  present: /*i18n*/ {
    id: 'decisions.says.floor-present',
    message:
      'At a gathering it can be moved from the floor without days of talk{seconds, plural, =0 {} one {, if another member seconds it} other {, if # other members second it}}; a quorum counts who is in the room when the vote opens, and whoever votes.',
  },
  voted: /*i18n*/ {
    id: 'decisions.says.floor-voted',
    message:
      'At a gathering it can be moved from the floor without days of talk{seconds, plural, =0 {} one {, if another member seconds it} other {, if # other members second it}}; a quorum counts who votes.',
  },
}
const IN_THE_ROOM = {
  question: /*i18n*/ {
    id: 'decisions.says.amendments',
    message:
      'There, amendments are voted on first, the newest before the rest, and pass when more are in favour than against.',
  },
  other: /*i18n*/ {
    id: 'decisions.says.amendments-so',
    message: 'There, amendments are decided first, the newest before the rest, in the same way.',
  },
}
const HANDS = /*i18n*/ {
  id: 'decisions.says.hands',
  message: 'A show of hands and a roll call are seen by everybody in the room, at once.',
}

/** The key of each rule, and its sentence; none where it is decided over days alone. */
export function gatheringText(kind: Kind, say: Say): [string, string][] {
  const how = atGathering(kind)
  if (!how) return []
  const floor = say(FROM_THE_FLOOR[how.quorum], { seconds: how.seconds })
  const amendments = IN_THE_ROOM[kind.method.kind === 'question' ? 'question' : 'other']
  return [
    ...(kind.gathering ? [['floor', floor] as [string, string]] : []),
    ...(choosesOptions(kind.method) ? [] : [['amendments', say(amendments)] as [string, string]]),
    ...(kind.secrecy === 'open' ? [['hands', say(HANDS)] as [string, string]] : []),
  ]
}
