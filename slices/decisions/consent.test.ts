/** Consent: objections made, answered, kept, withdrawn and judged, as members meet them. */
import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { eraseMe } from '#slices/people/api/me.ts'
import { ownData } from '#slices/people/store/own-data.ts'
import { giveRole } from '#slices/circles/index.ts'
import { daysPass, decidingCommons, proposed } from '#testing/decisions.ts'
import { openTestHall } from '#testing/hall.ts'
import { signInAgain, type Somebody } from '#testing/people.ts'
import { dataFolder, moothall } from '#testing/terminal.ts'
import * as making from './api/making.ts'
import * as api from './api/objections.ts'
import * as reading from './api/reading.ts'
import * as voting from './api/voting.ts'
import type { Step } from './rules/consent/objections.ts'
import type { Answer } from './rules/count/votes.ts'
import type { Kind } from './rules/kinds/kind.ts'
import type { DecisionId, ObjectionId } from './store/tables.ts'
import { keepDecisions } from './timers/keeping.ts'
import { lettersJob } from './timers/letters.ts'

const hall = await openTestHall({ now: '2027-03-01T10:00:00.000Z' })
after(() => hall.close())
/** An ordinary matter is decided by consent; of membership stewards judge objections. */
const judged = (kind: Kind): Kind =>
  kind.key === 'membership'
    ? { ...kind, talkDays: 0, leastDays: 1, method: { kind: 'consent', judges: 'stewards' } }
    : kind
const { coop, radio, maren, custodians, producers, delegates } = await decidingCommons(hall, judged)
const [, chiara = maren, joost = maren] = custodians
const [oisin = maren, ngozi = maren, devika = maren] = producers
const [yuki] = delegates
const everybody = [...custodians, ...producers, ...delegates]

const at = (decision: DecisionId) => ({ params: { decision } })
const read = (who: Somebody, decision: DecisionId) =>
  who.browser.call(reading.readDecision, at(decision))
const objections = (who: Somebody, decision: DecisionId) =>
  who.browser.call(api.readObjections, at(decision))
const object = async (who: Somebody, decision: DecisionId, harm: string, more = {}) =>
  (
    await who.browser.call(api.makeObjection, {
      ...at(decision),
      body: { harm, seen: 1, ...more },
    })
  ).objection
const step = (
  who: Somebody,
  [decision, objection]: [DecisionId, ObjectionId],
  given: Step,
  words = '',
) =>
  who.browser.call(api.stepObjection, {
    params: { decision, objection },
    body: { step: given, words },
  })
const refusedStep = async (
  who: Somebody,
  [decision, objection]: [DecisionId, ObjectionId],
  given: Step,
  words = '',
) =>
  (
    await who.browser.refused(api.stepObjection, {
      params: { decision, objection },
      body: { step: given, words },
    })
  ).name
const amend = (who: Somebody, decision: DecisionId, seen: number, answers: ObjectionId[]) =>
  who.browser.call(making.amendDecision, {
    ...at(decision),
    body: {
      title: 'Tea before assemblies',
      question: `There is tea before each assembly, text ${seen + 1}.`,
      why: 'The night shift comes later.',
      seen,
      answers,
    },
  })
const cast = (who: Somebody, decision: DecisionId, given: Answer, said = '') =>
  who.browser.call(voting.castBallot, {
    ...at(decision),
    body: { vote: { kind: 'answer', answer: given }, said },
  })
const tea = (who: Somebody, kind = 'ordinary') =>
  proposed(
    who,
    coop,
    { kind, title: 'Tea before assemblies', question: 'There is tea before each assembly.' },
    kind === 'ordinary' ? { talkDays: 3, openDays: 5 } : { talkDays: 0, openDays: 1 },
  )
const oneOf = async (decision: DecisionId, objection: ObjectionId) =>
  (await objections(oisin, decision)).objections.find((one) => one.objection === objection)
/** Letters of a kind that are to be written, by whom they go to. */
async function lettersOf(decision: DecisionId, about: string): Promise<string[]> {
  const { rows } = await sql<{ data: Record<string, unknown> }>`select data from pgboss.job
    where name = ${lettersJob.name} and data ->> 'decision' = ${decision}
      and data ->> 'about' = ${about}`.execute(hall.hall.db)
  const { db } = hall.hall
  for (const { data } of rows) await lettersJob.run(hall.hall, data)
  const found = await sql<{ person: string }>`select distinct person from decision_letters
    where decision = ${decision} and about like ${`${about} %`}`.execute(db)
  return found.rows.map(({ person }) => person)
}

test('Ngozi objects, Oisín changes the text, she confirms, and it opens', async () => {
  const decision = await tea(oisin)
  assert.deepEqual(
    (await objections(ngozi, decision)).mayObject.map(({ name }) => name),
    ['Ngozi Okafor'],
  )
  const harm = 'Half an hour earlier is in the middle of the night shift.'
  const made = await object(ngozi, decision, harm, { wouldAnswer: 'Begin after the shift.' })
  assert.deepEqual(await lettersOf(decision, 'objected'), [oisin.id])
  // It waits for that, and each of both knows what is next.
  await daysPass(hall, 3)
  await signInAgain(hall, ...everybody)
  assert.deepEqual((await read(chiara, decision)).waits, [{ for: 'objections', open: 1 }])
  const mine = async (who: Somebody) =>
    (await who.browser.call(reading.waitsForMe)).waiting
      .filter((one) => one.decision === decision)
      .map(({ what }) => what)
  assert.deepEqual(await mine(oisin), ['object-answer'])
  assert.deepEqual((await objections(chiara, decision)).objections[0]?.may, [])

  const wrong: [Somebody, Step, string, string][] = [
    [oisin, 'answer', '', 'text-not-changed'],
    [oisin, 'keep', '', 'step-reason-missing'],
    [oisin, 'withdraw', '', 'not-your-objection'],
    [ngozi, 'accept', '', 'objection-over'],
    [chiara, 'keep', 'Enough.', 'not-your-objection'],
    [maren, 'judge', 'A preference.', 'nobody-judges'],
  ]
  for (const [who, given, words, name] of wrong)
    assert.equal(await refusedStep(who, [decision, made], given, words), name, given)
  const late = { ...at(decision), body: { harm: 'x', seen: 1 } }
  assert.equal((await oisin.browser.refused(api.makeObjection, late)).name, 'own-proposal-objected')

  await amend(oisin, decision, 1, [made])
  assert.deepEqual(await lettersOf(decision, 'objection-answered'), [ngozi.id])
  assert.deepEqual(await mine(oisin), [])
  assert.deepEqual(await mine(ngozi), ['confirm'])
  await keepDecisions(hall.hall, hall.clock.now())
  assert.equal((await read(ngozi, decision)).state, 'talk')
  const stale = await chiara.browser.refused(api.makeObjection, late)
  assert.equal(stale.name, 'text-changed-meanwhile')

  // Not answered: it is open again, and the next text answers it.
  await step(ngozi, [decision, made], 'reject', 'It is still in the shift.')
  assert.deepEqual(await lettersOf(decision, 'objection-moved'), [oisin.id])
  await amend(oisin, decision, 2, [made])
  await step(ngozi, [decision, made], 'accept')
  const [told] = (await objections(chiara, decision)).objections
  assert.deepEqual(
    [told?.state, told?.text, told?.steps.map(({ state, by, text }) => [state, by?.name, text])],
    [
      'integrated',
      1,
      [
        ['answered', 'Oisín Farrelly', 2],
        ['open', 'Ngozi Okafor', 2],
        ['answered', 'Oisín Farrelly', 3],
        ['integrated', 'Ngozi Okafor', 3],
      ],
    ],
  )
  await keepDecisions(hall.hall, hall.clock.now())
  assert.equal((await read(ngozi, decision)).state, 'open')
  assert.equal(
    (await ngozi.browser.refused(api.makeObjection, { ...late, body: { harm: 'x', seen: 3 } }))
      .name,
    'no-objections-now',
  )
  await assert.rejects(
    sql`delete from decision_objections where decision = ${decision}`.execute(hall.hall.db),
    /stands as it was made/,
  )
  for (const change of [
    sql`update decision_objections set harm = 'Another' where decision = ${decision}`,
    sql`update decision_objection_steps set state = 'kept'`,
  ])
    await assert.rejects(change.execute(hall.hall.db), /stands/)
})

test('who supported a text is told that it changed, though it changed once more at once', async () => {
  await signInAgain(hall, ...everybody)
  const decision = await tea(oisin)
  await chiara.browser.call(making.supportDecision, { ...at(decision), body: { on: true } })
  await amend(oisin, decision, 1, [])
  await devika.browser.call(making.supportDecision, { ...at(decision), body: { on: true } })
  await amend(oisin, decision, 2, [])
  assert.deepEqual(
    (await lettersOf(decision, 'amended')).toSorted(),
    [chiara.id, devika.id].toSorted(),
  )
  const { before } = await read(oisin, decision)
  assert.deepEqual(
    before.map(({ number }) => number),
    [2, 1],
  )
})

test('silence keeps an objection, and never integrates it; kept, it lets the proposal open', async () => {
  await signInAgain(hall, ...everybody)
  const decision = await tea(oisin)
  const first = await object(ngozi, decision, 'We have no money for tea.')
  const other = await object(devika, decision, 'The kitchen is locked by then.')
  const forCoop = await object(yuki, decision, 'Our studio is on air at that hour.')
  assert.equal((await oneOf(decision, forCoop))?.member, radio)
  const statesOf = async () =>
    Promise.all([first, other, forCoop].map(async (one) => (await oneOf(decision, one))?.state))
  await amend(oisin, decision, 1, [first])
  await step(devika, [decision, other], 'withdraw', 'I have the key.')
  // Nobody cuts the days short in which Ngozi says whether it is answered.
  assert.equal(await refusedStep(oisin, [decision, first], 'keep', 'Enough.'), 'not-your-objection')
  await step(oisin, [decision, forCoop], 'keep', 'We spoke for an hour, and it does not go away.')
  assert.deepEqual((await lettersOf(decision, 'objection-kept')).length, 2)
  await daysPass(hall, 6)
  await signInAgain(hall, ...everybody)
  assert.deepEqual(await statesOf(), ['answered', 'withdrawn', 'kept'])
  assert.equal((await read(oisin, decision)).state, 'talk')
  await daysPass(hall, 1)
  assert.deepEqual(await statesOf(), ['kept', 'withdrawn', 'kept'])
  assert.equal((await oneOf(decision, first))?.steps.at(-1)?.by, null)
  assert.equal((await read(oisin, decision)).state, 'open')
  // Whoever made it may still take it back while ballots are cast.
  await step(ngozi, [decision, first], 'withdraw')
  assert.equal(await refusedStep(yuki, [decision, forCoop], 'accept'), 'no-objections-now')
})

test('who would not vote may not object, nor is anything objected to that is not by consent', async () => {
  const decision = await tea(oisin)
  const circleMember = await objections(chiara, decision)
  assert.equal(circleMember.mayObject.length, 1)
  await oisin.browser.call(making.contestRoll, {
    ...at(decision),
    body: { member: chiara.id, says: 'She moved away.' },
  })
  const roll = await maren.browser.call(reading.readRoll, at(decision))
  await maren.browser.call(making.answerContest, {
    params: { decision, contest: roll.contests[0]?.contest ?? 'cts_' },
    body: { answer: 'taken-off', reason: 'So she says.' },
  })
  const body = { harm: 'It harms.', seen: 1 }
  const refused = await chiara.browser.refused(api.makeObjection, { ...at(decision), body })
  assert.equal(refused.name, 'not-on-the-draft')
  const weight = await proposed(
    oisin,
    coop,
    { kind: 'extraordinary' },
    { talkDays: 14, openDays: 10 },
  )
  const other = await chiara.browser.refused(api.makeObjection, { ...at(weight), body })
  assert.equal(other.name, 'not-by-consent')
  assert.equal((await objections(chiara, weight)).consent, false)
})

test('stewards judge objections of ballots, publicly; a changed ballot ends that; it counts again', async () => {
  const by = { by: maren.id, now: hall.clock.now() }
  await hall.hall.transact((tx) =>
    giveRole(tx, { circle: coop, person: joost.id, role: 'steward' }, by),
  )
  await signInAgain(hall, ...everybody)
  const decision = await tea(maren, 'membership')
  const spoken = await object(ngozi, decision, 'I like coffee better.')
  // Not by whoever proposed it, though she is a steward.
  assert.equal(await refusedStep(maren, [decision, spoken], 'judge', 'A taste.'), 'proposer-judges')
  await step(joost, [decision, spoken], 'judge', 'It says what she likes, not what it harms.')
  assert.deepEqual(await lettersOf(decision, 'objection-judged'), [ngozi.id])
  await keepDecisions(hall.hall, hall.clock.now())
  await cast(ngozi, decision, 'object', 'I like coffee better.')
  await cast(joost, decision, 'object', 'We have no cups.')
  await cast(oisin, decision, 'consent')
  const judging = (who: Somebody, member: Somebody) =>
    who.browser.refused(api.judgeBallot, {
      params: { decision, member: member.id },
      body: { words: 'A taste.' },
    })
  assert.equal((await judging(chiara, ngozi)).name, 'stewards-judge')
  assert.equal((await judging(maren, ngozi)).name, 'proposer-judges')
  assert.equal((await judging(joost, joost)).name, 'own-objection-judged')
  assert.equal((await judging(joost, oisin)).name, 'no-objection-there')
  const seen = await objections(chiara, decision)
  assert.deepEqual(seen.ballots?.map(({ name, mayJudge }) => [name, mayJudge]).toSorted(), [
    ['Joost Aalbers', false],
    ['Ngozi Okafor', false],
  ])
  const judge = () =>
    joost.browser.call(api.judgeBallot, {
      params: { decision, member: ngozi.id },
      body: { words: 'A taste harms nobody.' },
    })
  await judge()
  assert.equal((await judging(joost, ngozi)).name, 'judged-already')
  assert.deepEqual(await lettersOf(decision, 'ballot-judged'), [ngozi.id])
  // Changed, the judgment falls; the same words once more do not bring it back.
  await cast(ngozi, decision, 'object', 'Tea stains the only carpet we have.')
  const fallen = await objections(chiara, decision)
  assert.ok(fallen.ballots?.every(({ judged: one }) => one === null))
  await judge()
  await cast(joost, decision, 'aside')
  await daysPass(hall, 1)
  await signInAgain(hall, ...everybody)
  assert.equal((await read(chiara, decision)).outcome?.result, 'passed')
  const how = await chiara.browser.call(voting.readCount, at(decision))
  assert.match(how.steps.join(' '), /One objection was judged not valid by a steward/)
  await using folder = await dataFolder()
  const file = join(folder.path, 'decision.json')
  const saved = await chiara.browser.fetch(`/api/decisions/${decision}/publication`)
  const text = await saved.text()
  assert.ok(!text.includes('taste'))
  await writeFile(file, text)
  assert.equal((await moothall(['recount', file], { LANG: 'en' })).code, 0)
  await writeFile(file, text.replace('"judges":"stewards"', '"judges":"nobody"'))
  const unruled = await moothall(['recount', file], { LANG: 'en' })
  assert.match(unruled.said, /notValid/)
  assert.equal(unruled.code, 1)
  await assert.rejects(
    sql`insert into decision_judgments select decision, circle, member, 9, by, words, at
      from decision_judgments limit 1`.execute(hall.hall.db),
    /no objection to|is judged/,
  )
})

test('what failed for objections is proposed again with them, and an erased person leaves no words', async () => {
  const decision = await tea(oisin)
  await daysPass(hall, 3)
  await signInAgain(hall, ...everybody)
  await cast(ngozi, decision, 'object', 'We have no money for tea.')
  await cast(chiara, decision, 'consent')
  await daysPass(hall, 5)
  await signInAgain(hall, ...everybody)
  assert.equal((await read(oisin, decision)).outcome?.result, 'failed')
  assert.equal((await objections(oisin, decision)).carry, true)
  const body = {
    kind: 'ordinary',
    title: 'Tea for who brings it',
    question: 'Everybody brings their own tea.',
    follows: decision,
    takeUp: true,
  }
  const again = await oisin.browser.call(making.draftDecision, { params: { circle: coop }, body })
  const days = { talkDays: 3, openDays: 5 }
  await oisin.browser.call(making.proposeDecision, { ...at(again.decision), body: days })
  assert.deepEqual(await lettersOf(again.decision, 'objection-carried'), [ngozi.id])
  const [carried] = (await objections(ngozi, again.decision)).objections
  assert.ok(carried)
  assert.deepEqual(
    [carried.text, carried.carriedFrom, carried.harm, carried.state],
    [0, decision, 'We have no money for tea.', 'open'],
  )
  // The text that stands may answer it as it is: it is later than the objection.
  await step(oisin, [again.decision, carried.objection], 'answer', 'It costs nothing now.')
  await step(ngozi, [again.decision, carried.objection], 'accept', 'It does.')
  const nothing = await oisin.browser.refused(making.draftDecision, {
    params: { circle: coop },
    body: { ...body, follows: again.decision },
  })
  assert.equal(nothing.name, 'nothing-to-take-up')

  const whose = { person: ngozi.id, browser: null, now: hall.clock.now() }
  const held = JSON.stringify((await ownData(hall.hall.db, whose)).held['decisions'])
  assert.match(held, /We have no money for tea/)
  await ngozi.browser.call(eraseMe, { body: {} })
  const left = (await objections(oisin, again.decision)).objections[0]
  assert.deepEqual([left?.harm, left?.state, left?.steps.at(-1)?.words], ['', 'integrated', ''])
})
