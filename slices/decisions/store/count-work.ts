/** Counting for a publication: large rolls in a worker thread, so that a living hall goes on meanwhile. */
import { z } from 'zod'
import type { Refusal } from '#kernel/change.ts'
import { offer, workOn } from '#kernel/work.ts'
import type { Counted } from '../rules/count/count.ts'
import { countPublished, type Given, publishDecision } from '../rules/count/publication.ts'
import { type Near, nearDecision } from '../rules/count/near.ts'
import type { Published } from '../rules/count/published.ts'

type Made = ReturnType<typeof publishDecision>

const GivenOf = z.custom<Given>()
const PublishedOf = z.custom<Published>()
const FoundOf = z.custom<[Counted, Published]>()

offer({
  publish: (given) => publishDecision(GivenOf.parse(given)),
  count: (published) => countPublished(PublishedOf.parse(published)),
  near: (found) => nearDecision(...FoundOf.parse(found)),
})

const file = new URL(import.meta.url)
/** A roll of so many is published and counted within the event loop's 20 ms. */
const SMALL = 500

/** Publishes what was cast. */
export async function publishBeside(given: Given): Promise<Made> {
  if (given.roll.length <= SMALL) return publishDecision(given)
  return workOn({ file, task: 'publish', given, answer: z.custom<Made>(), stays: true })
}

/** Counts a publication again. */
export async function countBeside(published: Published): Promise<Counted | Refusal> {
  if (published.roll.entries.length <= SMALL) return countPublished(published)
  const answer = z.custom<Counted | Refusal>()
  return workOn({ file, task: 'count', given: published, answer, stays: true })
}

/** Of so many publications it is kept what would have changed them: they never change. */
const KEPT = 200
const kept = new Map<string, Near | null>()

/** What would have changed the outcome of a publication, where a short search finds it. */
export async function nearBeside(counted: Counted, published: Published): Promise<Near | null> {
  const { fingerprint, ruling } = published
  const before = kept.get(fingerprint)
  if (before !== undefined) return before
  // Where options are chosen it is counted up to sixty times.
  const small = published.roll.entries.length <= SMALL && !('ties' in ruling.kind.method)
  const answer = z.custom<Near | null>()
  const near = small
    ? nearDecision(counted, published)
    : await workOn({ file, task: 'near', given: [counted, published], answer, stays: true })
  if (kept.size >= KEPT) kept.clear()
  kept.set(fingerprint, near)
  return near
}
