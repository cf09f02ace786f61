/** Exclusions and appeals that members vote on. */
import { isRefusal, refuse, type Refusal } from '#kernel/change.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import type { Hall } from '#kernel/hall.ts'
import { isIdOf } from '#kernel/ids.ts'
import { Refused } from '#kernel/problem.ts'
import { type Words, wordsIn } from '#kernel/words.ts'
import { type CircleId, isSteward } from '#slices/circles/index.ts'
import { type PersonId, personOf } from '#slices/people/index.ts'
import { decideAppeal, waitsFor } from '../rules/leaving.ts'
import { decidesCase } from '../store/cases.ts'
import { decidingCircle } from '../store/deciding.ts'
import { asCase, caseOf, type ExclusionRow, lockCase } from '../store/leaving.ts'
import { memberNames } from '../store/names.ts'
import { rulesOf } from '../store/rules.ts'
import { endAppeal, endCase } from './decided.ts'
import { type Doing, type Lack, sayLack } from './voted.ts'
import { SAID } from './voted-words.ts'

const isCase = isIdOf('exc')
const isPerson = isIdOf('per')

type Which = { ref: string; now: string }
type Asking = Which & { words: Words }

const caseAt = async (db: Reader, ref: string) => (isCase(ref) ? caseOf(db, ref) : undefined)

async function nameOf(db: Reader, { member }: ExclusionRow): Promise<string> {
  return (await memberNames(db, [member]))(member)
}

async function reasonFor(tx: Transaction, { member }: ExclusionRow, title: string) {
  const person = isPerson(member) ? await personOf(tx, member) : null
  return wordsIn(person?.locale ?? 'en').say(SAID.decided, { title })
}

/** Why a case is not decided now: over, its notice runs, its hearing is to come. */
async function goneIn(db: Reader, row: ExclusionRow, now: string): Promise<Refusal | null> {
  const { ways } = await rulesOf(db, row.circle, now)
  if (!ways.exclusion) return refuse('no-process')
  const waits = waitsFor(asCase(row), ways.exclusion, now)
  if (waits === 'nothing') return refuse('case-over')
  if (waits === 'notice') return refuse('notice-runs', { day: row.decide_from.slice(0, 10) })
  if (waits === 'hearing') return refuse('hearing-comes', { day: row.hearing_at?.slice(0, 10) })
  return waits === 'hearing-day' ? refuse('not-heard') : null
}

/** The circle whose members decide on exclusions by the rules; null where a role does. */
async function circleFor(db: Reader, { circle }: ExclusionRow, now: string) {
  const by = (await rulesOf(db, circle, now)).ways.exclusion?.decides
  return by?.kind === 'circle' ? decidingCircle(db, circle, by.circle) : null
}

type Told = { title: string; passes: string; fails: string; stands: string }

const looked = (row: ExclusionRow, decidedIn: CircleId, gone: Refusal | null, told: Told) => ({
  ...told,
  decidedIn,
  gone,
  href: `/exclusions/${row.id}`,
  aside: [row.member],
  asksPerson: false,
})

const suggested = (title: string, question: string) => ({
  title,
  question,
  options: [],
  seats: 1,
  people: [],
  takesDay: false,
})

export const exclusionsVoted = {
  kinds: ['membership'],
  say: sayLack,
  async look(db: Reader, { ref, now, words: { say } }: Asking) {
    const row = await caseAt(db, ref)
    if (!row) return null
    const name = await nameOf(db, row)
    const decidedIn = (await circleFor(db, row, now)) ?? row.circle
    return looked(row, decidedIn, await goneIn(db, row, now), {
      title: say(SAID.out, { name }),
      passes: say(SAID.isOut, { name }),
      fails: say(SAID.stays, { name }),
      stands: say(SAID.caseStands),
    })
  },
  /** Where the rules let a circle decide; whoever is of it, save whom it is about. */
  async mayPut(db: Reader, person: PersonId, { ref, now }: Which): Promise<boolean> {
    const row = await caseAt(db, ref)
    if (!row || row.member === person || (await circleFor(db, row, now)) === null) return false
    return decidesCase(db, person, row, now)
  },
  async suggest(db: Reader, { ref, words: { say } }: Asking) {
    const row = await caseAt(db, ref)
    const name = row ? await nameOf(db, row) : ''
    return suggested(say(SAID.out, { name }), say(SAID.outQuestion, { name }))
  },
  async act(tx: Transaction, hall: Hall, { ref, does, title, now }: Doing): Promise<Lack[]> {
    const row = isCase(ref) ? await lockCase(tx, ref) : undefined
    const { ways } = row ? await rulesOf(tx, row.circle, now) : { ways: null }
    if (!row || !ways?.exclusion) return [{ who: null, refusal: refuse('case-over') }]
    const gone = await goneIn(tx, row, now)
    if (gone) return [{ who: null, refusal: gone }]
    const reason = await reasonFor(tx, row, title)
    const verdict = { out: does === 'passes', reason, rule: ways.exclusion }
    try {
      await endCase(tx, hall, row, verdict, { by: null, now })
    } catch (cause) {
      // Refused before anything was written: the last steward.
      if (cause instanceof Refused) return [{ who: null, refusal: cause.refusal }]
      throw cause
    }
    return []
  },
}

/** Nobody in particular decides: members do. */
const MEMBERS = ''

export const appealsVoted = {
  kinds: ['membership'],
  say: sayLack,
  async look(db: Reader, { ref, now, words: { say } }: Asking) {
    const row = await caseAt(db, ref)
    if (!row) return null
    const name = await nameOf(db, row)
    const change = decideAppeal(asCase(row), MEMBERS)
    const decidedIn = (await circleFor(db, row, now)) ?? row.circle
    return looked(row, decidedIn, isRefusal(change) ? change : null, {
      title: say(SAID.appeal, { name }),
      passes: say(SAID.lifted, { name }),
      fails: say(SAID.holds),
      stands: say(SAID.caseStands),
    })
  },
  /** A steward who did not decide the case. */
  async mayPut(db: Reader, person: PersonId, { ref }: Which): Promise<boolean> {
    const row = await caseAt(db, ref)
    if (!row || isRefusal(decideAppeal(asCase(row), person))) return false
    return isSteward(db, person, row.circle)
  },
  async suggest(db: Reader, { ref, words: { say } }: Asking) {
    const row = await caseAt(db, ref)
    const name = row ? await nameOf(db, row) : ''
    return suggested(say(SAID.appeal, { name }), say(SAID.appealQuestion, { name }))
  },
  async act(tx: Transaction, hall: Hall, { ref, does, title, now }: Doing): Promise<Lack[]> {
    const row = isCase(ref) ? await lockCase(tx, ref) : undefined
    const change = row ? decideAppeal(asCase(row), MEMBERS) : refuse('no-appeal')
    if (!row || isRefusal(change)) return [{ who: null, refusal: refuse('no-appeal') }]
    const reason = await reasonFor(tx, row, title)
    await endAppeal(tx, hall, row, { lifted: does === 'passes', reason }, { by: null, now })
    return []
  },
}
