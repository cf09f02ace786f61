/**
 * Codes: how somebody shows that an address is theirs.
 * 1. A code has six digits and lives ten minutes from its asking. It works once.
 * 2. It belongs to the browser that asked: only there it can be tried, five times. Tries and
 *    askings elsewhere change nothing, so nobody can burn a code of somebody else.
 * 3. One browser may ask for an address three times in an hour at once; after that each asking has
 *    to wait, twice as long each time, from half a minute to eight minutes.
 * 4. Browsers that are strangers to the address share 20 askings in a quarter of an hour from one
 *    network address and 60 in an hour in all, so that nobody is flooded and nobody can guess on.
 *    A browser in which the person has signed in before has its own share and never waits for theirs.
 * 5. An address that nobody here has meets the same answers at the same pace.
 */
import { type Change, happen, refuse } from '#kernel/change.ts'
import { HOUR, type Instant, MINUTE, msBetween } from '#kernel/clock.ts'

export const CODE_MINUTES = 10
export const TRIES = 5
const FREE_ASKINGS = 3
const FIRST_WAIT_MS = 30_000
const LONGEST_WAIT_MS = 8 * MINUTE
const STRANGERS = [
  { within: 15 * MINUTE, most: 20, sameIp: true },
  { within: HOUR, most: 60, sameIp: false },
] as const

export type Asking = { browser: string; ip: string; at: Instant }

/** How long this browser has to wait before it may ask again, in seconds; 0 when it may. */
export function waitToAsk(askings: readonly Asking[], asks: Asking & { known: boolean }): number {
  const own = askings.filter(({ browser }) => browser === asks.browser)
  const wait = Math.max(backoff(own, asks.at), asks.known ? 0 : strangersWait(askings, asks))
  return Math.max(0, Math.ceil(wait / 1000))
}

function backoff(own: readonly Asking[], now: Instant): number {
  const recent = own.filter(({ at }) => msBetween(at, now) < HOUR).map(({ at }) => at)
  const last = recent.toSorted().at(-1)
  if (last === undefined || recent.length < FREE_ASKINGS) return 0
  const pause = Math.min(FIRST_WAIT_MS * 2 ** (recent.length - FREE_ASKINGS), LONGEST_WAIT_MS)
  return pause - msBetween(last, now)
}

function strangersWait(askings: readonly Asking[], { ip, at: now }: Asking): number {
  const waits = STRANGERS.map(({ within, most, sameIp }) => {
    const recent = askings
      .filter((asking) => msBetween(asking.at, now) < within && (!sameIp || asking.ip === ip))
      .map(({ at }) => at)
      .toSorted()
    const oldest = recent[recent.length - most]
    return oldest === undefined ? 0 : within - msBetween(oldest, now)
  })
  return Math.max(...waits)
}

export type Code = { matches: boolean; tries: number; expiresAt: Instant; usedAt: Instant | null }

/**
 * One try against the codes of this browser for this address. Refuses `code-expired` when none
 * lives any more, `code-spent` after five wrong tries, `code-wrong` with the tries `left`.
 */
export function tryCode(codes: readonly Code[], now: Instant): Change {
  const unused = codes.filter(({ usedAt }) => usedAt === null)
  const alive = unused.filter(({ expiresAt }) => expiresAt > now)
  if (codes.length === 0) return refuse('code-wrong', { left: 0 })
  if (alive.length === 0) return refuse('code-expired')
  const open = alive.filter(({ tries }) => tries < TRIES)
  if (open.length === 0) return refuse('code-spent')
  if (open.some(({ matches }) => matches)) return happen('code.matched', {})
  const left = Math.max(...open.map(({ tries }) => TRIES - tries - 1))
  return left > 0 ? refuse('code-wrong', { left }) : refuse('code-spent')
}
