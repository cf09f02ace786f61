/** Seeing standings: one's own, another's, everybody's. */
import { Refused } from '#kernel/problem.ts'
import { type Call, type Serving, serve } from '#kernel/serve.ts'
import { plain } from '#kernel/text.ts'
import { wordsIn } from '#kernel/words.ts'
import { circleOf, type CircleId } from '#slices/circles/index.ts'
import { listStandings, readStanding } from '../api/standing.ts'
import { covers, dayAt, NEVER } from '../rules/days.ts'
import { NO_DUTIES } from '../rules/duty.ts'
import { discreet, explain } from '../rules/explain.ts'
import { aheadTexts, anyOf, quantityText } from '../rules/explain-text.ts'
import { seenText } from '../rules/prose.ts'
import { versionOn } from '../rules/plan.ts'
import { STATES } from '../rules/states.ts'
import type { Brief } from '../store/briefs.ts'
import { claimsOf } from '../store/claims.ts'
import { listEvidence } from '../store/evidence.ts'
import { briefsBeside } from '../store/judging-work.ts'
import { isOwn, keepsStanding, seesAll, seesStanding } from '../store/seeing.ts'
import { askedFor, judge } from '../store/standings.ts'
import { memberNames, tellingIn } from '../store/telling.ts'
import { claimsShown, dayOrNull, evidenceShown, hardshipShown, lineShown } from './shown.ts'

const LATEST = 20
const PAGE = 50

/** The telling for a caller, with the names of circles and of these members. */
export async function tellingFor({ db, caller }: Pick<Call, 'db' | 'caller'>, ids: string[] = []) {
  const names = await memberNames(db, ids)
  return { telling: tellingIn(wordsIn(caller.locale), names), names }
}

export async function circleNamed({ db }: Pick<Call, 'db'>, circle: CircleId): Promise<string> {
  const found = await circleOf(db, circle)
  if (!found) throw new Refused('not-found')
  return found.name
}

const readServing = serve(readStanding, async (call) => {
  const { db, params, query, caller, now } = call
  const { circle, member } = params
  if (!(await seesStanding(db, caller.person, params, now))) throw new Refused('standing-not-yours')
  const asked = await askedFor(db, now, { on: query.on ?? null, known: query.known ?? null })
  const { judging, all } = await judge(db, circle, member, asked)
  const [one] = all
  if (!one) throw new Refused('no-such-member')
  const { standing, facts, changes } = one
  const { telling, names } = await tellingFor(call, [member])
  const version = versionOn(judging.plan, asked.on)
  const part = version?.part ?? NO_DUTIES
  const { state, since, rests } = standing
  const [mine, keeps] = await Promise.all([
    isOwn(db, caller.person, params),
    keepsStanding(db, caller.person, circle),
  ])
  const trusted = mine || keeps
  const pause = facts.pauses.find((span) => state === 'paused' && covers([span], asked.on))
  const inside = facts.classes.find(({ from, until }) => from <= asked.on && asked.on < until)
  const [claims, evidence] = await Promise.all([
    trusted ? claimsOf(db, circle, member) : [],
    listEvidence(db, circle, { member, limit: LATEST }),
  ])
  return {
    circle: await circleNamed(call, circle),
    name: names.get(member) ?? '',
    mine,
    keeps,
    day: dayAt(asked.on),
    state,
    since: dayOrNull(since),
    until: pause && pause.until < NEVER ? dayAt(pause.until - 1) : null,
    idle: standing.idle,
    class: standing.class,
    inside: dayOrNull(inside?.from ?? null),
    version: standing.version,
    rests: [...rests],
    cites: {
      behind: version?.cites['behind'] ?? null,
      rests: version?.cites['rests'] ?? null,
      seen: version?.cites['seen'] ?? null,
      pause: version?.cites[standing.idle ? 'idle' : 'pause'] ?? null,
    },
    lines: explain(judging.plan, facts, standing, asked).map((line) =>
      lineShown(trusted ? line : discreet(line), telling),
    ),
    ahead: aheadTexts(
      {
        state,
        since,
        changes,
        resting: rests,
        rests: part.behind.rests,
        restsAfter: part.behind.restsAfter,
      },
      telling,
    ),
    changes: dayOrNull(changes),
    seenBy: seenText(part, telling.say),
    hardship: trusted ? await hardshipShown(db, params, part, telling) : null,
    claims: await claimsShown(db, claims, telling),
    evidence: await evidenceShown(db, evidence, telling),
    uncounted: standing.uncounted.map((given) => quantityText(given, telling.say)),
  }
})

type Wanted = {
  state?: Brief['state'] | undefined
  words?: string | undefined
  soon?: boolean | undefined
}

function wanted(brief: Brief, name: string, { state, words, soon }: Wanted): boolean {
  if (state && brief.state !== state) return false
  if (soon && brief.changes === null) return false
  return !words || plain(name).includes(plain(words))
}

const listServing = serve(listStandings, async (call) => {
  const { db, params, query, caller, now, hall } = call
  if (!(await seesAll(db, caller.person, params.circle, now)))
    throw new Refused('standing-not-yours')
  const asked = await askedFor(db, now, { on: query.on ?? null, known: query.known ?? null })
  const briefs = await briefsBeside(hall, params.circle, asked)
  const { telling, names } = await tellingFor(
    call,
    briefs.map(({ member }) => member),
  )
  const order = new Intl.Collator(caller.locale)
  const nameOf = ({ member }: Brief) => names.get(member) ?? ''
  const found = briefs
    .filter((brief) => wanted(brief, nameOf(brief), query))
    .toSorted((a, b) => order.compare(nameOf(a), nameOf(b)) || (a.member < b.member ? -1 : 1))
  const from = query.after ? found.findIndex(({ member }) => member === query.after) + 1 : 0
  const page = found.slice(from, from + PAGE)
  const counts = Object.fromEntries(
    STATES.map((state) => [state, briefs.filter((brief) => brief.state === state).length]),
  )
  return {
    day: dayAt(asked.on),
    counts: { good: 0, behind: 0, paused: 0, left: 0, ...counts },
    found: found.length,
    members: page.map((brief) => ({
      member: brief.member,
      name: nameOf(brief),
      class: brief.class,
      state: brief.state,
      since: dayOrNull(brief.since),
      changes: dayOrNull(brief.changes),
      rests: brief.rests.length > 0,
      missing: anyOf(brief.missing, telling.say),
    })),
    next: from + PAGE < found.length ? (page.at(-1)?.member ?? null) : null,
  }
})

export const seeingServings: readonly Serving[] = [readServing, listServing]
