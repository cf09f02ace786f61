/** The page of the membrane, as data; with one's own place in it. */
import { DAY, type Instant, plus } from '#kernel/clock.ts'
import type { Reader } from '#kernel/database.ts'
import { serve } from '#kernel/serve.ts'
import { wordsIn } from '#kernel/words.ts'
import {
  type CircleId,
  historyOf,
  howShown,
  isInside,
  isSteward,
  pausesOf,
} from '#slices/circles/index.ts'
import type { PersonId } from '#slices/people/index.ts'
import { readMembrane } from '../api.ts'
import { departureOf } from '../store/leaving.ts'
import { membraneOf } from '../store/reading.ts'
import { wishOf } from '../store/wishes.ts'
import { type Rules, wayTo } from '../store/rules.ts'
import { circleIn } from './coming.ts'

function monthsLater(from: Instant, months: number): Instant {
  const at = new Date(from)
  at.setUTCMonth(at.getUTCMonth() + months)
  return at.toISOString()
}

type Mine = { circle: CircleId; person: PersonId; rules: Rules; now: Instant }

async function placeOf(db: Reader, { circle, person, rules, now }: Mine) {
  const history = await historyOf(db, person, circle)
  const stands = history.find(({ until }) => until === null) ?? null
  const [pauses, leaving, shown, inside, steward, wish] = await Promise.all([
    pausesOf(db, circle, person),
    departureOf(db, circle, person),
    howShown(db, circle, person),
    isInside(db, person, circle),
    isSteward(db, person, circle),
    wishOf(db, { circle, person }),
  ])
  const trial = stands && wayTo(rules, stands.class)?.trialMonths
  const until = stands && trial && !steward ? monthsLater(stands.from, trial) : null
  const pause = pauses.find((one) => one.until === null && one.ends > now)
  const members = rules.ways.ways.some(({ invitation }) => invitation?.by === 'members')
  return {
    class: stands?.class ?? null,
    from: stands?.from ?? null,
    shown,
    trialUntil: until && until > now ? until : null,
    pausedUntil: pause?.ends ?? null,
    leaves: leaving?.leaves_at ?? null,
    invites: steward || (inside && members),
    pauses: rules.ways.pause?.grants === 'oneself',
    pauseDays: rules.ways.pause?.days ?? null,
    wish: wish?.days ?? null,
    noticeDays: rules.ways.noticeDays,
    wouldLeave: plus(now, rules.ways.noticeDays * DAY),
  }
}

export const membraneServings = [
  serve(readMembrane, async ({ db, params, caller, now }) => {
    const circle = await circleIn(db, params.circle)
    const { say } = wordsIn(caller.locale)
    const { rules, classes, ...shown } = await membraneOf(db, circle, say, now)
    const { person } = caller
    const mine = person ? await placeOf(db, { circle: circle.id, person, rules, now }) : null
    return { ...shown, classes, mine }
  }),
]
