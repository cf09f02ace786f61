/** Cases as people see them. */
import type { Instant } from '#kernel/clock.ts'
import type { Reader } from '#kernel/database.ts'
import type { Call } from '#kernel/serve.ts'
import { type Caller, meIn } from '#kernel/session.ts'
import { wordsIn } from '#kernel/words.ts'
import { allCircles, isSteward } from '#slices/circles/index.ts'
import { allSections, isVotedOn, namedIn } from '#slices/constitutions/index.ts'
import { namesOf } from '#slices/people/index.ts'
import type { listExclusions } from '../api/leaving.ts'
import { appealCase, decideAppeal, giveVoice, waitsFor } from '../rules/leaving.ts'
import { waysOut } from '../rules/ways-prose.ts'
import { isRefusal } from '#kernel/change.ts'
import { decidesCase, isAbout, othersWhoDecide, voicesIn } from '../store/cases.ts'
import { asCase, casesIn, type ExclusionRow } from '../store/leaving.ts'
import { memberNames } from '../store/names.ts'
import { rulesOf } from '../store/rules.ts'

/** The cases that a caller sees: all as a steward or as one who decides, else those about them. */
export async function casesFor({ db, params, caller, now }: Call<typeof listExclusions>) {
  const me = meIn(caller)
  const cases = await casesIn(db, params.circle)
  if (await isSteward(db, me, params.circle)) return cases
  const seen = await Promise.all(
    cases.map(async (row) => (await isAbout(db, me, row.member)) || decidesCase(db, me, row, now)),
  )
  return cases.filter((_, at) => seen[at])
}

export async function caseShown(db: Reader, cases: readonly ExclusionRow[]) {
  const [circles, nameOf] = await Promise.all([
    allCircles(db),
    memberNames(
      db,
      cases.map(({ member }) => member),
    ),
  ])
  return cases.map((row) => ({
    id: row.id,
    circle: row.circle,
    circleName: circles.find(({ id }) => id === row.circle)?.name ?? '',
    member: row.member,
    name: nameOf(row.member),
    openedBy: row.opened_by,
    opened: row.opened_at,
    reason: row.reason,
    decideFrom: row.decide_from,
    heard: row.heard,
    hearingAt: row.hearing_at,
    hearingWhere: row.hearing_where,
    outcome: row.outcome,
    decision: row.decision,
    decided: row.decided_at,
    appealUntil: row.appeal_until,
    appeal: row.appeal,
    appealOutcome: row.appeal_outcome,
    appealDecision: row.appeal_decision,
  }))
}

type Seeing = { caller: Caller; now: Instant }

async function mayIn(db: Reader, row: ExclusionRow, { caller, now }: Seeing) {
  const me = meIn(caller)
  const one = asCase(row)
  const { circle, id: ref } = row
  const [about, steward, decides, { others }, voted, appealVoted] = await Promise.all([
    isAbout(db, me, row.member),
    isSteward(db, me, row.circle),
    decidesCase(db, me, row, now),
    othersWhoDecide(db, row, now),
    isVotedOn(db, { circle, about: 'exclusion', ref }),
    isVotedOn(db, { circle, about: 'appeal', ref }),
  ])
  const open = row.outcome === null
  return {
    answer: open && about,
    setHearing: open && !about && (steward || decides),
    decide: decides && !voted && !isRefusal(giveVoice(one, { person: me, others })),
    appeal: about && !isRefusal(appealCase(one, row.member, now)),
    decideAppeal: steward && !appealVoted && !isRefusal(decideAppeal(one, me)),
  }
}

/** One case, whole: what the rules say of it, what was said, and what the caller may do. */
export async function wholeCase(db: Reader, row: ExclusionRow, seeing: Seeing) {
  const { say } = wordsIn(seeing.caller.locale)
  const [[shown], { ways, constitution }, voices, { together }, may] = await Promise.all([
    caseShown(db, [row]),
    rulesOf(db, row.circle, seeing.now),
    voicesIn(db, row.id),
    othersWhoDecide(db, row, seeing.now),
    mayIn(db, row, seeing),
  ])
  if (!shown) throw new Error('one case is shown as one')
  const named = namedIn(allSections(), constitution?.parts ?? {})
  const names = await namesOf(db, [row.opened_by, ...voices.map(({ person }) => person)])
  return {
    ...shown,
    openedByName: names.get(row.opened_by)?.name ?? '',
    rules: waysOut(ways, say, named)
      .filter(({ key }) => key === 'again' || key.startsWith('exclusion'))
      .map(({ text }) => text),
    hearing: ways.exclusion?.hearing ?? false,
    together,
    waits: waitsFor(asCase(row), { hearing: ways.exclusion?.hearing ?? false }, seeing.now),
    voices: voices.map(({ person, is_out: out, text }) => ({
      name: names.get(person)?.name ?? '',
      out,
      text,
    })),
    may,
  }
}
