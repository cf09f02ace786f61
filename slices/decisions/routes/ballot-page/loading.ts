/** What a link in a mail opens: loaded anew each time, and refused with a sentence. */
import type { Context } from 'hono'
import { callerAt } from '#kernel/caller.ts'
import type { Refusal } from '#kernel/change.ts'
import type { Reader } from '#kernel/database.ts'
import type { Hall } from '#kernel/hall.ts'
import { type Words, wordsIn } from '#kernel/words.ts'
import { circleOf } from '#slices/circles/index.ts'
import { type Person, personOf } from '#slices/people/index.ts'
import { refuseLink } from '../../rules/voices/links.ts'
import { ballotOf, entriesOf, speaksFor } from '../../store/ballots.ts'
import { decisionOf, textOf } from '../../store/decisions.ts'
import { linkOf } from '../../store/links.ts'
import type { Ballot, Decision, Link, Text } from '../../store/tables.ts'
import { withdrawalsOf } from '../../store/withdrawing.ts'
import { namesFor, zoneOf } from '../shown.ts'

export type Opened = {
  token: string
  link: Link
  decision: Decision & { ruling: NonNullable<Decision['ruling']>; closes_at: string }
  text: Text
  withdrawn: readonly number[]
  ballot: Ballot | null
  person: Person
  /** Whose ballot it is: the person's own, or that of a co-op. */
  name: string
  circle: string
  zone: string
  words: Words
}
export type Shut = { refusal: Refusal; link: Link | null; words: Words }

/** Whether a link may be used now, by the rule, for whatever is to be done with it. */
export async function whyShut(db: Reader, link: Link | null, now: string): Promise<Refusal | null> {
  const decision = link && (await decisionOf(db, link.decision))
  if (!link || !decision?.ruling) return refuseLink(null, now)
  const { state, closes_at: closesAt, ruling, circle, id } = decision
  const members = await speaksFor(db, { circle, person: link.person, now })
  const entries = await entriesOf(db, id, members)
  const speaks = entries.some(({ member, votes }) => votes && member === link.member)
  const { secrecy } = ruling.kind
  return refuseLink({ stopped: link.stopped_why, state, closesAt, secrecy, speaks }, now)
}

/** The ballot that a token opens for whoever has it, or why it opens none. */
export async function openLink(hall: Hall, c: Context): Promise<Opened | Shut> {
  const { db, clock } = hall
  const now = clock.now()
  const token = c.req.param('token') ?? ''
  const [link, caller] = await Promise.all([linkOf(db, token), callerAt(hall, c)])
  const person = link && (await personOf(db, link.person))
  const words = wordsIn(person?.locale ?? caller.locale)
  const refusal = await whyShut(db, link, now)
  const decision = link && (await decisionOf(db, link.decision))
  if (refusal || !link || !person || !decision?.ruling || !decision.closes_at)
    return { refusal: refusal ?? { refused: 'link-unknown' }, link, words }
  const [gone, text, ballot, circle, zone, nameOf] = await Promise.all([
    withdrawalsOf(db, decision.id),
    textOf(db, decision),
    ballotOf(db, decision.id, link.member),
    circleOf(db, decision.circle),
    zoneOf(db),
    namesFor(db, [link.member]),
  ])
  const { ruling, closes_at } = decision
  return {
    token,
    link,
    decision: { ...decision, ruling, closes_at },
    text,
    withdrawn: gone.map(({ option }) => option),
    ballot,
    person,
    name: nameOf(link.member),
    circle: circle?.name ?? '',
    zone,
    words,
  }
}
