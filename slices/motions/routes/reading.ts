/** The motions of a gathering, as somebody in its room reads them. */
import type { Reader } from '#kernel/database.ts'
import { isIdOf } from '#kernel/ids.ts'
import { type Locale, wordsIn } from '#kernel/words.ts'
import { lastSeq } from '#kernel/record.ts'
import { type Call, serve } from '#kernel/serve.ts'
import { allCircles, type CircleId } from '#slices/circles/index.ts'
import {
  announcedIn,
  atGathering,
  type Ballot,
  ballotsOf,
  choosesOptions,
  decisionOf,
  type Kind,
  mayMove,
  type RollRow,
  rollRows,
  speaksFor,
  textOf,
  unmovable,
  unopenableInRoom,
  WAYS,
} from '#slices/decisions/index.ts'
import { namesOf, shownName } from '#slices/people/index.ts'
import { readMotions } from '../api.ts'
import { nextStep, pendingOf } from '../rules/motions.ts'
import { nextCalled } from '../rules/voting.ts'
import { type Motion, motionsOf } from '../store/motions.ts'
import { type MotionId, topicOf } from '../store/tables.ts'
import { type Here, isOf, kindOf, presentIn, readerHere, type Ruled, ruledHere } from './here.ts'

type Reading = Call<typeof readMotions>
type NameOf = (id: string) => string

const isPerson = isIdOf('per')
const isCircle = isIdOf('cir')
const MOST_VOTERS = 1000

async function namesFor(db: Reader, ids: readonly string[]): Promise<NameOf> {
  const persons = await namesOf(db, ids.filter(isPerson))
  const circles = ids.some(isCircle) ? await allCircles(db) : []
  const called = new Map<string, string>(circles.map(({ id, name }) => [id, name]))
  for (const [id, name] of persons) called.set(id, shownName(name))
  return (id) => called.get(id) ?? ''
}

async function kindsFor(call: Reading, { me }: Here, ruled: Ruled | null) {
  const { circle, classes, kinds = [] } = ruled ?? {}
  if (!circle || !classes) return []
  const shown = kinds
    .filter((kind) => unmovable(kind) === null && (kind.gathering || kind.talkDays === 0))
    .map(async (kind) => ({
      key: kind.key,
      name: kind.name,
      choosing: choosesOptions(kind.method),
      seconds: atGathering(kind)?.seconds ?? 0,
      mayMove: await mayMove(call.db, me, {
        circle: circle.id,
        kind,
        classes,
        now: call.now,
      }),
    }))
  return Promise.all(shown)
}

/** What was announced for a gathering of this circle, with whether it is ripe, and I may move it. */
async function announcedFor(call: Reading, { me }: Here, ruled: Ruled | null) {
  if (!ruled) return []
  const { db, caller, now } = call
  const { circle, classes, kinds } = ruled
  const at = { now, words: wordsIn(caller.locale) }
  const all = await announcedIn(db, { circle: circle.id, kinds }, at)
  const shown = all.map(async ({ decision, unripe: left }) => {
    const kind = kinds.find(({ key }) => key === decision.kind)
    const { title, question } = await textOf(db, decision)
    const may = kind && (await mayMove(db, me, { circle: circle.id, kind, classes, now }))
    return {
      decision: decision.id,
      title,
      question,
      kind: kind?.name ?? decision.kind,
      from: decision.opens_at !== null && now < decision.opens_at ? decision.opens_at : null,
      ripe: left === null,
      mayMove: may === true,
    }
  })
  return Promise.all(shown)
}

function kindOrNone(ruled: Ruled | null, one: Motion, locale: Locale): Kind | null {
  const known = ruled?.kinds.some(({ key }) => key === one.row.kind)
  return ruled && known ? kindOf(ruled, one, locale) : null
}

function shownMotion(one: Motion, kind: Kind | null, nameOf: NameOf) {
  const { row, texts } = one
  const stands = texts.at(-1)
  const named = (person: string) => ({ person, name: nameOf(person) })
  return {
    motion: one.id,
    over: row.over,
    state: one.state,
    kind: {
      key: row.kind,
      name: kind?.name ?? row.kind,
      choosing: kind ? choosesOptions(kind.method) : row.options.length > 0,
    },
    title: stands?.title ?? '',
    question: stands?.question ?? '',
    before: texts
      .slice(0, -1)
      .map(({ title, question, by, at }) => ({ title, question, by: nameOf(by), at })),
    options: row.options,
    seats: row.seats,
    movedBy: named(one.movedBy),
    movedAt: row.moved_at,
    needed: one.needed,
    seconders: one.seconders.map(named),
    leaveAsked: one.leaveAsked,
    ways: kind ? WAYS.filter((way) => unopenableInRoom(kind, way) === null) : [],
    decision: row.decision,
    counted: row.counted,
    announced: row.announced !== null,
    draft: row.draft,
    endedAt: row.ended_at,
  }
}

async function mineIn(
  db: Reader,
  { circle, person, now }: { circle: CircleId; person: Here['me']; now: string },
): Promise<string[]> {
  return person === null ? [] : speaksFor(db, { circle, person, now })
}

type Part = {
  mine: readonly string[]
  cast: ReadonlyMap<string, Ballot>
  nameOf: NameOf
  me: Here['me']
}

/** The entries for which somebody votes, with what was cast for them, and by whom else. */
function mineShown(on: readonly RollRow[], { mine, cast, nameOf, me }: Part) {
  return on
    .filter(({ member }) => mine.includes(member))
    .map(({ member, kind }) => {
      const ballot = cast.get(member)
      const other = ballot && ballot.by !== me
      return {
        member,
        name: nameOf(member),
        kind,
        vote: ballot?.vote ?? null,
        said: ballot?.said ?? '',
        by: other ? { person: ballot.by, name: nameOf(ballot.by) } : null,
      }
    })
}

/** The vote that is open: who is there, who voted what as far as it may be seen, and my part in it. */
async function shownVote(call: Reading, here: Here, one: Motion | undefined) {
  const { db, now, caller } = call
  if (!one?.row.decision || !one.row.way) return null
  const { decision: id, way, circle, called } = one.row
  const [decision, rows, ballots, present, mine] = await Promise.all([
    decisionOf(db, id),
    rollRows(db, id),
    ballotsOf(db, id),
    presentIn(db, { room: here.room, circle, now }),
    mineIn(db, { circle, person: here.me, now }),
  ])
  if (!decision?.ruling) return null
  const on = rows.filter(({ votes }) => votes)
  const cast = new Map(ballots.map((ballot) => [ballot.member, ballot]))
  const nameOf = await namesFor(db, [
    ...on.map(({ member }) => member),
    ...ballots.map(({ by }) => by),
  ])
  const order = new Intl.Collator(caller.locale)
  const shown = on
    .map(({ member, kind, present: atFirst }) => {
      const vote = cast.get(member)?.vote
      return {
        member,
        name: nameOf(member),
        kind,
        present: atFirst === true || present.has(member),
        called: called.includes(member),
        voted: vote !== undefined,
        answer: vote?.kind === 'answer' && way !== 'ballot' ? vote.answer : null,
      }
    })
    .filter((voter) => voter.present || voter.voted)
    .toSorted((a, b) => order.compare(a.name, b.name) || (a.member < b.member ? -1 : 1))
  const there = shown.filter((voter) => voter.present).map(({ member }) => member)
  return {
    decision: id,
    way,
    method: decision.ruling.kind.method,
    eligible: on.length,
    present: shown.length,
    voted: ballots.length,
    voters: way === 'ballot' ? [] : shown.slice(0, MOST_VOTERS),
    calling: way === 'calls' ? (called.at(-1) ?? null) : null,
    next: way === 'calls' ? nextCalled(there, called) : null,
    mine: mineShown(on, { mine, cast, nameOf, me: here.me }),
  }
}

const read = serve(readMotions, async (call) => {
  const { db, params, caller, now } = call
  const here = await readerHere(call)
  const seq = await lastSeq(db, topicOf(params.gathering))
  const [all, ruled] = await Promise.all([motionsOf(db, params.gathering), ruledHere(call)])
  const nameOf = await namesFor(
    db,
    all.flatMap(({ movedBy, seconders, texts }) => [
      movedBy,
      ...seconders,
      ...texts.map(({ by }) => by),
    ]),
  )
  const shown = (one: Motion) => shownMotion(one, kindOrNone(ruled, one, caller.locale), nameOf)
  const pending = pendingOf(all)
  const step = nextStep(pending)
  const { circle } = ruled ?? {}
  return {
    seq,
    circle: circle ? { id: circle.id, name: circle.name } : null,
    kinds: await kindsFor(call, here, ruled),
    announced: await announcedFor(call, here, ruled),
    member: circle ? await isOf(db, here.me, circle.id, now) : false,
    pending: pending.map(shown),
    step: step && {
      do: step.do,
      motion: step.id as MotionId,
      missing: step.do === 'second' ? step.missing : 0,
    },
    vote: await shownVote(
      call,
      here,
      pending.find(({ state }) => state === 'voting'),
    ),
    over: all
      .filter((one) => one.row.ended_at !== null)
      .toSorted((a, b) => ((a.row.ended_at ?? '') < (b.row.ended_at ?? '') ? 1 : -1))
      .map(shown),
  }
})

export const readingServings = [read]
