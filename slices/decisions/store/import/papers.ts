/** Who of a poll was on the roll and what they cast, with names or without. */
import type { Instant } from '#kernel/clock.ts'
import type { PersonId } from '#slices/people/index.ts'
import type { Paper } from '../../rules/count/count.ts'
import type { RollEntry } from '../../rules/count/published.ts'
import { Vote } from '../../rules/count/votes.ts'
import type { Poll } from '../../rules/import/loomio-lines.ts'
import type { Shape } from '../../rules/import/loomio-poll.ts'
import { plainText } from '../../rules/import/plain.ts'
import type { Cast, Found } from './ballots.ts'
import { type Bringing, personFor } from './known.ts'

export const CLASS = 'member'
const LONGEST_SAID = 2000

/** A moment as the export writes it; null for what is none. */
export const instant = (text: string | null): Instant | null => {
  const at = Date.parse(text ?? '')
  return Number.isNaN(at) ? null : new Date(at).toISOString()
}

export type Times = { made: Instant; opened: Instant; closed: Instant }

type Ballot = { member: PersonId; vote: Vote; said: string; at: Instant }

export type Counted = {
  papers: Paper[]
  entries: RollEntry[]
  /** By name, where they have names. */
  ballots: Ballot[]
}

function entryOf(member: string, voted: boolean): RollEntry {
  return { member, kind: 'person', class: CLASS, voted }
}

function voteOf(shape: Shape, cast: Cast): Vote | null {
  const read = Vote.safeParse(shape.voteOf(cast))
  return read.success ? read.data : null
}

const paperOf = (vote: Vote): Paper => ({ class: CLASS, vote })

/** Ballots with names: one a person, even if they had two names there. */
export async function byName(
  bringing: Bringing,
  { cast, voters }: Found,
  { shape, times, poll }: { shape: Shape; times: Times; poll: Poll },
): Promise<Counted> {
  const ballots = new Map<PersonId, Ballot>()
  const roll = new Set<PersonId>()
  for (const { user } of voters) roll.add(await personFor(bringing, user))
  for (const one of cast) {
    const vote = voteOf(shape, one)
    if (!vote || one.user === null) {
      const { key, title } = poll
      bringing.report.left.push({ what: 'ballot', key, title, why: 'says-nothing' })
      continue
    }
    const member = await personFor(bringing, one.user)
    roll.add(member)
    const cast1 = instant(one.at) ?? times.opened
    const latest = new Date(Date.parse(times.closed) - 1).toISOString()
    const at = cast1 < times.closed ? cast1 : latest
    const said = plainText(one.said.text, one.said.format, LONGEST_SAID)
    ballots.set(member, { member, vote, said, at })
  }
  const entries = [...roll].map((member) => entryOf(member, ballots.has(member)))
  const all = [...ballots.values()]
  return { papers: all.map(({ vote }) => paperOf(vote)), entries, ballots: all }
}

/** Ballots without names; where the export does not say who voted, the roll has as many as voted. */
export async function withoutNames(
  bringing: Bringing,
  { cast, voters }: Found,
  { shape, poll }: { shape: Shape; poll: Poll },
): Promise<Counted> {
  const votes = cast.flatMap((one) => voteOf(shape, one) ?? [])
  const papers = votes.map(paperOf)
  const voted = voters.filter((one) => one.voted).length
  if (voted === votes.length) {
    const entries = new Map<PersonId, RollEntry>()
    for (const one of voters) {
      const member = await personFor(bringing, one.user)
      entries.set(member, entryOf(member, one.voted ?? false))
    }
    const marked = [...entries.values()].filter((one) => one.voted).length
    if (marked === votes.length) return { papers, entries: [...entries.values()], ballots: [] }
  }
  const { key, title } = poll
  bringing.report.left.push({ what: 'poll', key, title, why: 'roll-unsaid' })
  const size = Math.max(voters.length, votes.length)
  const entries = Array.from({ length: size }, (_, at) =>
    entryOf(`unnamed-${String(at + 1).padStart(6, '0')}`, at < votes.length),
  )
  return { papers, entries, ballots: [] }
}
