/**
 * Proxies: a member votes for another who asked them in writing.
 * 1. A person of a circle gives a proxy to another person of it, for one decision or until a day, for all
 *    decisions of the circle in between. A co-op gives none: it sends delegates.
 * 2. Section 6 of the rules says for how many others somebody may vote in one decision; none means that
 *    nobody does. A kind may rule proxies out, and secret ballots do. What held at the opening of a
 *    decision holds for it: of more, those given first count.
 * 3. A proxy is not passed on: who gave theirs holds none, and who holds one gives none, where both would
 *    hold for one decision. So there are no chains and no circles.
 * 4. A member has one holder in a decision: whom they named for it, else whom they named until a day. A
 *    new proxy for the same takes the place of the one before.
 * 5. Until the close whoever gave it takes it back and whoever holds it lays it down. What was cast by
 *    then stays in the urn, as no ballot is taken out, until the member votes.
 * 6. The member's own vote goes first, whenever they cast it (ways.ts).
 * 7. Who votes for whom is shown to all on the roll. It ends when one of the two leaves the circle.
 */
import { type Change, happen, refuse } from '#kernel/change.ts'
import type { Instant } from '#kernel/clock.ts'

export type Proxy = {
  id: string
  giver: string
  holder: string
  /** Null: for all until `until`. */
  decision: string | null
  until: Instant | null
  given_at: Instant
}

type Scope = Pick<Proxy, 'decision'>

/** Whether two proxies could hold for one decision. */
function meet(a: Scope, b: Scope): boolean {
  return a.decision === null || b.decision === null || a.decision === b.decision
}

/** Those that have not run out. */
function living(proxies: readonly Proxy[], now: Instant): Proxy[] {
  return proxies.filter(({ until }) => until === null || now < until)
}

/** Law 4: who gives a proxy for a decision, and the one that holds for it. Null: in any other decision. */
function inForce(proxies: readonly Proxy[], decision: string | null): Map<string, Proxy> {
  const found = new Map<string, Proxy>()
  for (const proxy of proxies)
    if (proxy.decision === null && !found.has(proxy.giver)) found.set(proxy.giver, proxy)
  for (const proxy of proxies)
    if (proxy.decision !== null && proxy.decision === decision) found.set(proxy.giver, proxy)
  return found
}

export type Asked = { decision: string; most: number; now: Instant }

/** Laws 2 and 4: who votes for whom in a decision, by whose vote it is. `proxies`: none that has ended. */
export function proxiesIn(
  proxies: readonly Proxy[],
  { decision, most, now }: Asked,
): Map<string, Proxy> {
  const held = new Map<string, number>()
  const found = new Map<string, Proxy>()
  const first = (a: Proxy, b: Proxy) =>
    a.given_at === b.given_at ? (a.id < b.id ? -1 : 1) : a.given_at < b.given_at ? -1 : 1
  for (const proxy of [...inForce(living(proxies, now), decision).values()].toSorted(first)) {
    const already = held.get(proxy.holder) ?? 0
    if (already >= most) continue
    held.set(proxy.holder, already + 1)
    found.set(proxy.giver, proxy)
  }
  return found
}

/** For how many others somebody would vote where they vote for most. */
function heldAtMost(proxies: readonly Proxy[], holder: string, { decision }: Scope): number {
  const named =
    decision === null ? new Set([null, ...proxies.map((one) => one.decision)]) : [decision]
  const counts = [...named].map(
    (one) => [...inForce(proxies, one).values()].filter((proxy) => proxy.holder === holder).length,
  )
  return Math.max(0, ...counts)
}

export type Giving = {
  giver: string
  holder: string
  decision: string | null
  until: Instant | null
  /** For how many others somebody may vote by the rules; 0: nobody votes for another. */
  most: number
  now: Instant
}

/** Laws 1 to 4. `all`: those of the circle that have not ended. */
export function giveProxy(all: readonly Proxy[], giving: Giving): Change {
  const { giver, holder, decision, until, most, now } = giving
  if (giver === holder) return refuse('proxy-to-oneself')
  if (most === 0) return refuse('no-proxies-here')
  if (until !== null && until <= now) return refuse('proxy-day-passed')
  const others = living(all, now).filter(
    (one) => !(one.giver === giver && one.decision === decision),
  )
  const touching = others.filter((one) => meet(one, giving))
  if (touching.some((one) => one.giver === holder && one.holder === giver))
    return refuse('proxy-in-a-circle')
  if (touching.some((one) => one.giver === holder)) return refuse('proxy-to-who-gave')
  if (touching.some((one) => one.holder === giver)) return refuse('proxy-of-who-holds')
  const held = heldAtMost(
    others.filter((one) => one.giver !== giver),
    holder,
    giving,
  )
  return held >= most ? refuse('proxy-full', { most }) : happen('decision.proxy-given', {})
}
