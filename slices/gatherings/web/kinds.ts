/** Words for kinds, access, answers, weekdays and states. */
import { msg } from '@lingui/core/macro'
import type { MessageDescriptor } from '@lingui/core'
import type { Access } from '../rules/calling.ts'
import type { Phase } from '../rules/doors.ts'
import type { ItemKind } from '../rules/items.ts'
import type { Weekday } from '../rules/recurrence.ts'

export const KIND_NAMES: Record<ItemKind, MessageDescriptor> = {
  context: msg`Context`,
  talk: msg`Talk`,
  panel: msg`Panel`,
  round: msg`Round`,
  breakouts: msg`Breakouts`,
  plenary: msg`Plenary`,
  decision: msg({ message: 'Decision', context: 'an item of the running order' }),
  break: msg`Break`,
  'wrap-up': msg`Wrap-up`,
}

/** How long an item of a kind usually is, in minutes. */
export const USUAL_MINUTES: Record<ItemKind, number> = {
  context: 10,
  talk: 15,
  panel: 30,
  round: 15,
  breakouts: 25,
  plenary: 20,
  decision: 15,
  break: 10,
  'wrap-up': 5,
}

export const ACCESS_NAMES: Record<Access, { name: MessageDescriptor; hint: MessageDescriptor }> = {
  public: { name: msg`Open to everybody`, hint: msg`Anybody with the address may read and come.` },
  members: { name: msg`For members`, hint: msg`Members of the circle, and guests with the link.` },
  invited: {
    name: msg`For those who are invited`,
    hint: msg`Only who gets an invitation, or the link.`,
  },
}

export const PHASE_NAMES: Record<Phase, MessageDescriptor> = {
  coming: msg`Coming`,
  open: msg`Doors open`,
  past: msg`Over`,
  cancelled: msg`Called off`,
}

export const ANSWER_NAMES = { yes: msg`Yes`, maybe: msg`Maybe`, no: msg`No` } as const

export const WEEKDAY_NAMES: Record<Weekday, MessageDescriptor> = {
  MO: msg`Monday`,
  TU: msg`Tuesday`,
  WE: msg`Wednesday`,
  TH: msg`Thursday`,
  FR: msg`Friday`,
  SA: msg`Saturday`,
  SU: msg`Sunday`,
}
