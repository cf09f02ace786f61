/** The links of a letter: one for each ballot that its reader casts, as long as it is open. */
import type { Instant } from '#kernel/clock.ts'
import type { Transaction } from '#kernel/database.ts'
import type { Hall } from '#kernel/hall.ts'
import { wordsIn } from '#kernel/words.ts'
import { circleOf } from '#slices/circles/index.ts'
import type { Person } from '#slices/people/index.ts'
import { linksFor as carries } from '../rules/voices/links.ts'
import { entriesOf, speaksFor } from '../store/ballots.ts'
import { makeLink, wantsLinks } from '../store/links.ts'
import type { Decision } from '../store/tables.ts'
import { isIdOf } from '#kernel/ids.ts'
import { LINKS } from './voice-letter-words.ts'

const isCircle = isIdOf('cir')

type Given = { decision: Decision; to: Person; about: string; now: Instant }

/** The end of a letter that opens ballots; empty where it may not, or its reader wants none. */
export async function linksFor(
  { mail, config }: Pick<Hall, 'mail' | 'config'>,
  tx: Transaction,
  { decision, to, about, now }: Given,
): Promise<string> {
  const { circle, id, ruling, state, closes_at } = decision
  const open = state === 'open' && closes_at !== null && now < closes_at
  if (!open || !ruling || !carries(ruling.kind, mail.leaves)) return ''
  if (!(await wantsLinks(tx, to.id))) return ''
  const entries = await entriesOf(tx, id, await speaksFor(tx, { circle, person: to.id, now }))
  const { say } = wordsIn(to.locale ?? 'en')
  const lines: string[] = []
  for (const { member, votes, voted_at } of entries) {
    if (!votes || ((about === 'remind' || about === 'extended') && voted_at !== null)) continue
    const token = await makeLink(tx, decision, { member, person: to.id, now })
    const address = `${config.origin}/b/${token}`
    const name = isCircle(member) ? ((await circleOf(tx, member))?.name ?? '') : null
    lines.push(name === null ? say(LINKS.own, { address }) : say(LINKS.other, { name, address }))
  }
  return lines.length === 0 ? '' : `\n\n${say(LINKS.intro)}\n${lines.join('\n')}`
}
