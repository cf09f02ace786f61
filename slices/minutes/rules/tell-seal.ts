/** What the seal says, in sentences. */
import type { Minutes } from './document.ts'
import { phrases } from './phrases.ts'
import { dayOf, listOf, type Speech } from './speech.ts'
import { readable } from './tell-facts.ts'

export function sealOf(minutes: Minutes, speech: Speech): string[] {
  const { say } = speech
  const { approval, supersedes, record } = minutes
  const names = listOf(approval?.by.map(({ name }) => name) ?? [], speech)
  const state = approval
    ? say(phrases.approvedOn, { day: dayOf(approval.at, speech), names })
    : say(phrases.notApproved)
  const older = supersedes.map(({ sha256, at, why }) =>
    say(why === 'erased' ? phrases.superseded : phrases.resealed, {
      day: dayOf(at, speech),
      sha256,
    }),
  )
  return [
    readable(state, speech),
    ...older,
    ...(approval ? [`${say(phrases.head, { seq: record.seq })}: ${record.head}`] : []),
  ]
}
