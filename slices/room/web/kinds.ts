/** The words for kinds of items, requests, signals and roles. */
import { msg } from '@lingui/core/macro'
import type { MessageDescriptor } from '@lingui/core'
import type { ItemKind } from '../rules/call.ts'
import type { RequestKind, Role, Signal } from '../rules/state.ts'

export const ITEM_KINDS: Record<ItemKind, MessageDescriptor> = {
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

export const REQUESTS: Record<RequestKind, { name: MessageDescriptor; hint: MessageDescriptor }> = {
  point: { name: msg`Point`, hint: msg`something to say` },
  reply: { name: msg`Reply`, hint: msg`to the speaker` },
  question: { name: msg`Question`, hint: msg`to anybody` },
  clarification: { name: msg`Clarify`, hint: msg`a fact, a word` },
  process: { name: msg`Process`, hint: msg`how we do this` },
}

export const SIGNAL_NAMES: Record<Signal, MessageDescriptor> = {
  agree: msg`Agree`,
  unsure: msg`Unsure`,
  disagree: msg`Disagree`,
  slower: msg`Slower`,
  louder: msg`Louder`,
  question: msg`My question`,
}

export const ROLE_NAMES: Record<Role, MessageDescriptor> = {
  facilitator: msg`facilitates`,
  timekeeper: msg`keeps time`,
  'note-taker': msg`takes notes`,
  speaker: msg`speaks`,
}
