/** Reading decisions. */
import type { Reader } from '#kernel/database.ts'
import { Refused } from '#kernel/problem.ts'
import { type Call, serve } from '#kernel/serve.ts'
import { meIn } from '#kernel/session.ts'
import { wordsIn } from '#kernel/words.ts'
import { circleOf, isSteward } from '#slices/circles/index.ts'
import { citeIn, constitutionOf } from '#slices/constitutions/index.ts'
import type { PersonId } from '#slices/people/index.ts'
import { listDecisions, readDecision, waitsForMe } from '../api/reading.ts'
import type { Kind } from '../rules/kinds/kind.ts'
import { kindProse } from '../rules/kinds/prose.ts'
import { supportNeeded } from '../rules/life/life.ts'
import { turnoutOf } from '../store/ballots.ts'
import { publishedOf } from '../store/counting.ts'
import { sourceOf } from '../store/import/sources.ts'
import { followerOf, textsOf } from '../store/decisions.ts'
import { decisionsIn, type Listed, PAGE } from '../store/listing.ts'
import { kindsIn, namedClasses } from '../store/kinds.ts'
import { waitingFor, waitsForGroup } from '../store/opening.ts'
import { contestsOf, supportersOf } from '../store/support.ts'
import { mostHere } from '../store/proxies.ts'
import type { Decision, Text } from '../store/tables.ts'
import { withdrawalsOf } from '../store/withdrawing.ts'
import { waitingOf } from '../store/waiting.ts'
import { draftNow } from './draft.ts'
import { mineIn } from './mine.ts'
import { mayRecord } from './policies.ts'
import { decisionAt, namesFor, zoneOf } from './shown.ts'
import { shownSubject } from './subjects.ts'

type Reading = Call<typeof readDecision>
const GOING = ['draft', 'talk', 'open'] as const
const OVER = ['counted', 'withdrawn', 'void'] as const

/** The kind and the classes: as they were fixed, or as the rules have them now. */
export async function ruledBy(
  { db, caller, now }: Pick<Call, 'db' | 'caller' | 'now'>,
  decision: Decision,
): Promise<{
  kind: Kind | null
  classes: { key: string; name: string }[]
  version: number | null
}> {
  const { ruling, ruled_version } = decision
  if (ruling) return { kind: ruling.kind, classes: ruling.classes, version: ruled_version }
  const kinds = await kindsIn(db, decision.circle, now, wordsIn(caller.locale))
  const kind = kinds?.kinds.find(({ key }) => key === decision.kind) ?? null
  return { kind, classes: kinds?.classes ?? [], version: kinds?.constitution.number ?? null }
}

async function rulesOf(call: Reading, decision: Decision) {
  const { kind, classes, version } = await ruledBy(call, decision)
  const constitution = await constitutionOf(call.db, decision.circle, call.now)
  const cite = constitution && (await citeIn(call.db, constitution))
  const { say } = wordsIn(call.caller.locale)
  const prose = kind ? kindProse(kind, say, namedClasses(classes)) : []
  const rules = prose.map(({ key, text }) => ({
    key,
    text,
    cite: cite?.('decisions', key) ?? null,
  }))
  return { kind, classes, version, rules, ruledBy: constitution?.circle ?? null }
}

/** For what a proposal that is talked about waits, the size of its groups among it. */
async function waitsNow(call: Reading, decision: Decision) {
  if (decision.state !== 'talk') return []
  const { db, caller, now } = call
  const waits = await waitingFor(db, decision, { now, words: wordsIn(caller.locale) })
  const draft = await draftNow(call, decision)
  return [...waits, ...(draft ? waitsForGroup(draft) : [])]
}

async function outcomeOf(db: Reader, decision: Decision, nameOf: (id: string) => string) {
  const { result, outcome: words, outcome_by: by, review_on: reviewOn } = decision
  if (result === null) return null
  const published = await publishedOf(db, decision.id)
  const elected = published?.elected ?? []
  return {
    result,
    elected,
    words,
    by: by === null ? null : { person: by, name: nameOf(by) },
    reviewOn,
  }
}

function shownText({ options, by, ...text }: Text, nameOf: (id: string) => string) {
  const { decision: _, ...rest } = text
  return { ...rest, options, by: { person: by, name: nameOf(by) } }
}

/** By advice nobody votes. */
const votes = ({ ruling }: Pick<Decision, 'ruling'>) => ruling?.kind.method.kind !== 'advice'

/** What is read of a decision beside its text. */
async function around(call: Reading, decision: Decision) {
  const { db, caller, now } = call
  const { id, circle, text } = decision
  const [texts, supporters, contests, follower, of, zone, steward, records, proxies, gone] =
    await Promise.all([
      textsOf(db, id),
      supportersOf(db, id, text),
      contestsOf(db, id),
      followerOf(db, id),
      circleOf(db, circle),
      zoneOf(db),
      isSteward(db, caller.person, circle),
      mayRecord(db, caller.person, circle),
      mostHere(db, decision, now),
      withdrawalsOf(db, id),
    ])
  const opened = decision.opened_at !== null
  return {
    texts,
    supporters,
    follower,
    of,
    zone,
    steward,
    records,
    proxies,
    withdrawn: gone.map(({ option, words, at }) => ({ option, words, at })),
    contests: contests.filter(({ answer }) => answer === null).length,
    imported: await sourceOf(db, id),
    turnout: opened && votes(decision) ? await turnoutOf(db, id) : null,
    waits: await waitsNow(call, decision),
  }
}

const read = serve(readDecision, async (call) => {
  const { db, params, caller } = call
  const decision = await decisionAt(db, params.decision)
  const me: PersonId = meIn(caller)
  const { made_by, ended_by, outcome_by, ended_at } = decision
  const [ruled, there] = await Promise.all([rulesOf(call, decision), around(call, decision)])
  const { texts, supporters, of } = there
  const nameOf = await namesFor(db, [
    made_by,
    ...supporters,
    ...texts.map(({ by }) => by),
    ...[ended_by, outcome_by].filter((one) => one !== null),
  ])
  const named = (person: string) => ({ person, name: nameOf(person) })
  const [stands, ...before] = texts.map((text) => shownText(text, nameOf))
  if (!stands || !of) throw new Refused('not-found')
  const { kind } = ruled
  const ended = ended_at !== null && {
    at: ended_at,
    by: ended_by ? named(ended_by) : null,
    why: decision.ended_why,
    words: decision.ended_words ?? '',
  }
  return {
    decision: decision.id,
    circle: { id: of.id, name: of.name },
    zone: there.zone,
    state: decision.state,
    kind: kind && {
      key: kind.key,
      name: kind.name,
      method: kind.method,
      shows: kind.shows,
      secrecy: kind.secrecy,
    },
    rules: ruled.rules,
    version: ruled.version,
    ruledBy: ruled.ruledBy,
    text: stands,
    before,
    madeBy: named(made_by),
    madeAt: decision.made_at,
    urgent: decision.urgent,
    openDays: decision.open_days,
    proposedAt: decision.proposed_at,
    opensAt: decision.opens_at,
    openedAt: decision.opened_at,
    closesAt: decision.closed_at ?? decision.closes_at,
    gathering: decision.gathering,
    countedAt: decision.counted_at,
    ended: ended || null,
    follows: decision.follows,
    thread: decision.thread,
    followedBy: there.follower?.id ?? null,
    waits: there.waits,
    support: {
      needed: kind ? supportNeeded(kind, decision.urgent) : 0,
      by: supporters.map(named),
      mine: supporters.includes(me),
    },
    turnout: there.imported?.turnout ?? there.turnout,
    imported: there.imported?.shown ?? null,
    mine: await mineIn(call, decision, ruled.classes),
    proxies: there.proxies,
    withdrawn: there.withdrawn,
    extended: decision.extended,
    contests: there.contests,
    outcome: await outcomeOf(db, decision, nameOf),
    subject: await shownSubject(call, decision),
    may: {
      keep: me === made_by || there.steward,
      steward: there.steward,
      record: there.records,
    },
  }
})

async function shownListed(db: Reader, one: Listed, kinds: ReadonlyMap<string, string>) {
  return {
    decision: one.id,
    title: one.title,
    kind: one.ruling?.kind.name ?? kinds.get(one.kind) ?? one.kind,
    state: one.state,
    opensAt: one.opens_at,
    closesAt: one.closes_at,
    endedAt: one.ended_at ?? one.closed_at ?? one.closes_at,
    result: one.state === 'counted' ? one.result : null,
    turnout: one.opened_at === null || !votes(one) ? null : await turnoutOf(db, one.id),
  }
}

const list = serve(listDecisions, async ({ db, params, query, caller, now }) => {
  const { circle } = params
  const of = await circleOf(db, circle)
  if (!of) throw new Refused('not-found')
  const steward = await isSteward(db, caller.person, circle)
  const found = await decisionsIn(db, circle, {
    states: query.which === 'going' ? GOING : OVER,
    after: query.after ?? null,
    draftsOf: steward ? 'all' : caller.person,
  })
  const page = found.slice(0, PAGE)
  const kinds = await kindsIn(db, circle, now, wordsIn(caller.locale))
  const called = new Map(kinds?.kinds.map(({ key, name }) => [key, name]))
  return {
    circle: of.name,
    decisions: await Promise.all(page.map((one) => shownListed(db, one, called))),
    next: found.length > PAGE ? (page.at(-1)?.id ?? null) : null,
  }
})

const mine = serve(waitsForMe, async ({ db, caller, now }) => {
  const found = await waitingOf(db, meIn(caller), now)
  const nameOf = await namesFor(
    db,
    found.flatMap(({ circle, as }) => [circle, ...as]),
  )
  return {
    waiting: found.map(({ decision, title, circle, what, as, closesAt }) => ({
      decision,
      title,
      circle: nameOf(circle),
      what,
      as: as.map(nameOf),
      closesAt,
    })),
  }
})

export const readingServings = [read, list, mine]
