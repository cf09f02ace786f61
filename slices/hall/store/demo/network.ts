/**
 * A real network looks back: fifteen decisions of CoTech, 26 worker co-ops in technology, and how many
 * co-ops voted on each (gist chrisroos/6a5fc69b). How they voted is not in it; nothing was stopped, so
 * they stand as in favour. Voters whose co-op is not known are named in the question, and not counted.
 */
import { DAY, type Instant, plus } from '#kernel/clock.ts'
import type { Transaction } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { joinCircle, makeCircle } from '#slices/circles/index.ts'
import { keepPast, type Kind } from '#slices/decisions/index.ts'
import type { Cast } from './people.ts'

const COOPS = 26
const APART = 21

const DECISIONS: readonly [title: string, coops: number, unknown: number][] = [
  ['GreenNet', 13, 0],
  ['Reconfigure', 8, 1],
  ['Summer camp', 12, 1],
  ['DTC', 6, 2],
  ['Discourse', 8, 5],
  ['Open Loomio', 12, 2],
  ['Retreat', 9, 0],
  ['Wortley', 12, 2],
  ['Source', 9, 1],
  ['Content', 12, 1],
  ['E-mail', 10, 2],
  ['Pay Loomio', 11, 4],
  ['Enspiral', 2, 0],
  ['Membership', 1, 0],
  ['Wortley costs', 2, 0],
]

/** One co-op one vote, cast by any person of it; consensus, no quorum, at least seven days. */
const KIND: Kind = {
  key: 'ordinary',
  name: 'A proposal',
  about: 'ordinary',
  above: null,
  opens: 'propose',
  supporters: 0,
  method: {
    kind: 'question',
    threshold: null,
    base: 'cast',
    inEach: null,
    block: { kind: 'stops', allowed: 0 },
    leastFavour: null,
    mostAgainst: null,
  },
  voters: ['coop'],
  weights: { kind: 'flat' },
  quorum: null,
  talkDays: 0,
  leastDays: 7,
  mostDays: 90,
  urgent: null,
  gathering: null,
  secrecy: 'open',
  shows: 'close',
  reviewDays: null,
}

function questionOf(coops: number, unknown: number): string {
  const voted = `${coops} of ${COOPS} co-ops voted on it.`
  if (unknown === 0) return voted
  const more = unknown === 1 ? 'One more vote' : `${unknown} more votes`
  return `${voted} ${more} came from people whose co-op is not known, and ${unknown === 1 ? 'is' : 'are'} not counted.`
}

/** A circle with what the network decided: to be counted again under a quorum, or another model. */
export async function lookBack(tx: Transaction, cast: Cast, now: Instant): Promise<void> {
  const by = { by: cast.id('maren'), now }
  const circle = await makeCircle(
    tx,
    {
      parent: cast.coop,
      name: 'A network looks back',
      purpose: `${DECISIONS.length} decisions of ${COOPS} worker co-ops, as they published who voted. What if half of them had to?`,
      kind: 'working',
    },
    by,
  )
  for (const key of ['maren', 'oisin', 'lina'] as const)
    await joinCircle(tx, circle, cast.id(key), by)
  const ruling = { kind: KIND, classes: [{ key: 'coop', name: 'Member co-op', weight: 1 }] }
  for (const [at, [title, coops, unknown]] of DECISIONS.entries()) {
    const opened = plus(now, -(DECISIONS.length - at) * APART * DAY)
    const closed = plus(opened, 7 * DAY)
    const past = {
      id: newId('dcn', Date.parse(opened)),
      circle,
      by: cast.id('maren'),
      times: { made: opened, opened, closed },
      title,
      question: questionOf(coops, unknown),
      options: [],
      seats: 1,
      ruling,
      entries: Array.from({ length: COOPS }, (_, nr) => ({
        member: `co-op ${nr + 1}`,
        kind: 'co-op' as const,
        class: 'coop',
        voted: nr < coops,
      })),
      papers: Array.from({ length: coops }, () => ({
        class: 'coop',
        vote: { kind: 'answer' as const, answer: 'favour' as const },
      })),
      ballots: [],
      outcome: null,
      source: { origin: 'loomio', key: title, link: null, assumed: false, anonymous: true },
    }
    await keepPast(tx, past, now)
  }
}
