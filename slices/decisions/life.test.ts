/** Decisions over days, as members meet them. */
import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { HOUR } from '#kernel/clock.ts'
import { leaveCircle } from '#slices/circles/index.ts'
import { daysPass, decidingCommons, proposed } from '#testing/decisions.ts'
import { openTestHall } from '#testing/hall.ts'
import { signInAgain, somebody, type Somebody } from '#testing/people.ts'
import { dataFolder, moothall } from '#testing/terminal.ts'
import * as making from './api/making.ts'
import * as reading from './api/reading.ts'
import * as voting from './api/voting.ts'
import type { Answer } from './rules/count/votes.ts'
import type { DecisionId } from './store/tables.ts'
import { lettersJob } from './timers/letters.ts'
import { closeDue, keepDecisions, reviewDecisions } from './timers/keeping.ts'

const hall = await openTestHall({ now: '2026-10-19T10:00:00.000Z' })
after(() => hall.close())
const commons = await decidingCommons(hall)
const { coop, radio, maren, custodians, producers, delegates } = commons
const [, chiara = maren, joost = maren] = custodians
const [oisin = maren, ngozi = maren, devika = maren] = producers
const [yuki, tomasz] = delegates
const stranger = await somebody(hall, 'Nobody Known')

const at = (decision: DecisionId) => ({ params: { decision } })
const read = (who: Somebody, decision: DecisionId) =>
  who.browser.call(reading.readDecision, at(decision))
const answer = (given: Answer) => ({ kind: 'answer' as const, answer: given })
const cast = (who: Somebody, decision: DecisionId, given: Answer, more = {}) =>
  who.browser.call(voting.castBallot, { ...at(decision), body: { vote: answer(given), ...more } })
const refusedCast = async (who: Somebody, decision: DecisionId, body: object) =>
  (await who.browser.refused(voting.castBallot, { ...at(decision), body })).name
/** To whom letters went, once they are written. */
async function lettersOf(decision: DecisionId, about: string): Promise<string[]> {
  await lettersJob.run(hall.hall, {
    decision,
    about,
    which: about === 'review' ? '2027-02-01' : '',
  })
  const { rows } = await sql<{ person: string }>`select person from decision_letters
    where decision = ${decision} and about like ${`${about} %`}`.execute(hall.hall.db)
  return rows.map(({ person }) => person).toSorted()
}
async function entriesOf(decision: DecisionId, kind: string): Promise<number> {
  const { rows } = await sql`select 1 from record
    where topic = ${`decision:${decision}`} and kind = ${kind}`.execute(hall.hall.db)
  return rows.length
}
const idsOf = (people: readonly Somebody[]) => people.map(({ id }) => id as string).toSorted()
const kindsFor = async (who: Somebody) =>
  (await who.browser.call(making.readKinds, { params: { circle: coop } })).kinds

test('whoever proposes reads under which rules', async () => {
  const kinds = await kindsFor(oisin)
  assert.deepEqual(
    kinds.map(({ kind, mayPropose }) => [kind.key, mayPropose]),
    ['ordinary', 'extraordinary', 'election', 'membership', 'spending', 'advice', 'rules'].map(
      (key) => [key, true],
    ),
  )
  const weight = kinds.find(({ kind }) => kind.key === 'extraordinary')
  assert.match(weight?.rules.map(({ text }) => text).join(' ') ?? '', /In each class on its own/)
  assert.match(weight?.rules[0]?.cite ?? '', /^7\.\d+$/)
})

test('two classes as colleges: from the draft to the outcome, and what is published counts again', async () => {
  const options = { talkDays: 14, openDays: 10 }
  const short = { kind: 'extraordinary', title: 'x', question: 'y' }
  const draft = await oisin.browser.call(making.draftDecision, {
    params: { circle: coop },
    body: short,
  })
  assert.equal((await chiara.browser.refused(reading.readDecision, at(draft.decision))).status, 404)
  const hasty = { ...at(draft.decision), body: { talkDays: 3, openDays: 10 } }
  assert.equal((await oisin.browser.refused(making.proposeDecision, hasty)).name, 'talk-too-short')
  const decision = await proposed(oisin, coop, { kind: 'extraordinary' }, options)

  // The draft of the roll is there for all to see, and contested.
  const roll = await chiara.browser.call(reading.readRoll, at(decision))
  assert.deepEqual([roll.on, roll.frozenAt, roll.contestable], [7, null, true])
  const contests = {
    ...at(decision),
    body: { member: devika.id, says: 'She moved away in spring.' },
  }
  const { contest } = await chiara.browser.call(making.contestRoll, contests)
  await chiara.browser.call(making.supportDecision, { ...at(decision), body: { on: true } })

  // A changed text needs its support anew, and whoever gave it is told.
  const text = {
    title: 'A shared workshop',
    question: 'Shall we rent it, for a year at first?',
    why: 'A year is enough to see.',
    seen: 1,
  }
  await oisin.browser.call(making.amendDecision, { ...at(decision), body: text })
  const stale = await oisin.browser.refused(making.amendDecision, { ...at(decision), body: text })
  assert.equal(stale.name, 'text-changed-meanwhile')
  // Fourteen days of the clock: on the way it was set back by an hour.
  await daysPass(hall, 14)
  await signInAgain(hall, maren, chiara, oisin)
  assert.equal((await read(chiara, decision)).waits[0]?.for, 'day')
  hall.clock.pass(HOUR)
  await keepDecisions(hall.hall, hall.clock.now())
  const waiting = await read(chiara, decision)
  assert.deepEqual(
    waiting.waits.map((one) => one.for),
    ['support', 'contests'],
  )
  assert.equal(waiting.before[0]?.question, 'Shall we rent the workshop together?')
  assert.equal(await refusedCast(chiara, decision, { vote: answer('favour') }), 'not-open-yet')
  await chiara.browser.call(making.supportDecision, { ...at(decision), body: { on: true } })
  const inWords = { answer: 'stays' as const, reason: 'She still pays and comes.' }
  const params = { decision, contest }
  assert.equal(
    (await chiara.browser.refused(making.answerContest, { params, body: inWords })).status,
    403,
  )
  await maren.browser.call(making.answerContest, { params, body: inWords })
  await keepDecisions(hall.hall, hall.clock.now())

  const open = await read(oisin, decision)
  assert.equal(open.state, 'open')
  // Ten days later by the clock of Amsterdam.
  assert.equal(open.closesAt, '2026-11-12T11:00:00.000Z')
  const frozen = await chiara.browser.call(reading.readRoll, at(decision))
  assert.match(frozen.sha256 ?? '', /^[0-9a-f]{64}$/)
  const late = await chiara.browser.refused(making.contestRoll, contests)
  assert.equal(late.name, 'roll-stands')

  // The database refuses whoever would change the roll, the text or the rules now.
  for (const change of [
    sql`update decision_roll set votes = false where decision = ${decision}`,
    sql`insert into decision_roll values (${decision}, 'per_x', 'person', 'producer', 1, true, 'class', null, null)`,
    sql`delete from decision_roll where decision = ${decision}`,
    sql`update decisions set text = 1 where id = ${decision}`,
    sql`update decisions set ruling = '{}' where id = ${decision}`,
    sql`update decision_roll set voted_at = now() where decision = ${decision} and member = ${joost.id}`,
  ])
    await assert.rejects(
      change.execute(hall.hall.db),
      /frozen|its rules stand|not those of its roll/,
    )

  // Ballots: changed until the close, the last one counts; the same again changes nothing.
  await signInAgain(hall, joost, ngozi, devika, yuki, tomasz, stranger)
  assert.deepEqual(await cast(chiara, decision, 'against'), { changes: 0, at: hall.clock.now() })
  assert.equal((await cast(chiara, decision, 'favour', { said: 'After all.' })).changes, 1)
  assert.equal((await cast(chiara, decision, 'favour', { said: 'After all.' })).changes, 1)
  const twice = await Promise.all([
    cast(maren, decision, 'favour'),
    cast(maren, decision, 'favour'),
  ])
  assert.deepEqual(
    twice.map(({ changes }) => changes),
    [0, 0],
  )
  for (const who of [oisin, ngozi]) await cast(who, decision, 'favour')
  await cast(joost, decision, 'against')
  // A co-op has one vote however many delegates; the last one counts, and both see it.
  await cast(yuki, decision, 'against')
  await cast(tomasz, decision, 'favour')
  const asRadio = (await read(yuki, decision)).mine.find(({ member }) => member === radio)
  assert.deepEqual([asRadio?.voted, asRadio?.by?.name], [true, 'Tomasz Wrona'])
  assert.equal((await read(chiara, decision)).turnout?.voted, 6)
  // Nothing but how many voted shows.
  for (const op of [voting.readCount, voting.listBallots, voting.readPublication])
    assert.equal((await chiara.browser.refused(op, at(decision))).name, 'results-hidden')
  assert.equal((await stranger.browser.refused(reading.readDecision, at(decision))).status, 404)
  assert.equal(
    await refusedCast(chiara, decision, { vote: { kind: 'order', order: [1] } }),
    'ballot-of-another-kind',
  )
  assert.equal(await refusedCast(chiara, decision, { vote: answer('block') }), 'answer-not-offered')

  // Who was excluded since is on the frozen roll, and votes.
  const by = { by: maren.id, now: hall.clock.now() }
  await hall.hall.transact((tx) => leaveCircle(tx, coop, devika.id, by))
  assert.equal((await cast(devika, decision, 'abstain')).changes, 0)

  // A day before the close whoever has not voted is reminded; once.
  assert.deepEqual(
    await lettersOf(decision, 'opened'),
    idsOf([...custodians, ...producers, ...delegates]),
  )
  await daysPass(hall, 9)
  await keepDecisions(hall.hall, hall.clock.now())
  assert.deepEqual(await lettersOf(decision, 'remind'), [])
  await signInAgain(hall, ...custodians, ...producers)
  hall.clock.set('2026-11-12T10:59:59.999Z')
  await cast(joost, decision, 'against', { said: 'At the last second.' })
  hall.clock.set('2026-11-12T11:00:00.000Z')
  assert.equal(await refusedCast(joost, decision, { vote: answer('favour') }), 'ballots-closed')

  // Two nodes close it at once: it is counted once.
  const now = hall.clock.now()
  await Promise.all([1, 2, 3].map(() => closeDue(hall.hall, decision, now)))
  await keepDecisions(hall.hall, now)
  const told = await sql<{
    kind: string
  }>`select kind from record where topic = ${`decision:${decision}`}
    and kind in ('decision.counted', 'decision.outcome')`.execute(hall.hall.db)
  assert.equal(told.rows.length, 2)
  const counted = await read(chiara, decision)
  assert.deepEqual(
    [counted.state, counted.outcome?.result, counted.turnout],
    ['counted', 'passed', { eligible: 7, voted: 7 }],
  )
  const how = await chiara.browser.call(voting.readCount, at(decision))
  assert.ok(
    how.steps.includes('Of Custodians, 66.66 % are in favour; more than 50 % was needed.'),
    how.steps.join('\n'),
  )
  const { ballots } = await chiara.browser.call(voting.listBallots, at(decision))
  assert.deepEqual(ballots.find(({ member }) => member === radio)?.by, 'Tomasz Wrona')

  // From the file alone it is counted again; a changed ballot is found.
  await using folder = await dataFolder()
  const file = join(folder.path, 'decision.json')
  const saved = await chiara.browser.fetch(`/api/decisions/${decision}/publication`)
  const published = await saved.text()
  assert.ok(!published.includes('Chiara'))
  await writeFile(file, published)
  const again = await moothall(['recount', file], { LANG: 'en' })
  assert.equal(again.code, 0, again.said)
  assert.match(again.said, /Counted again from 7 ballots, everything is the same\. It passed\./)
  await writeFile(file, published.replace('"custodian against"', '"custodian favour"'))
  assert.equal((await moothall(['recount', file])).code, 1)
})

test('an election: ranked, a tie drawn before the first ballot, and who was not asked sees why', async () => {
  await signInAgain(hall, ...custodians, ...producers, ...delegates)
  const options = ['Chiara Bellandi', 'Ngozi Okafor', 'Yuki Tanabe'].map((name) => ({
    name,
    note: '',
    person: null,
  }))
  const body = {
    kind: 'election',
    title: 'A keeper of the keys',
    question: 'Who keeps them?',
    options: options.slice(0, 1),
  }
  const one = await maren.browser.refused(making.draftDecision, { params: { circle: coop }, body })
  assert.equal(one.name, 'options-missing')
  const decision = await proposed(maren, coop, { ...body, options }, { talkDays: 4, openDays: 7 })
  await daysPass(hall, 4)
  await signInAgain(hall, ...custodians, ...producers, ...delegates)
  const order = (...given: number[]) => ({ vote: { kind: 'order' as const, order: given } })
  assert.equal(await refusedCast(chiara, decision, order(1, 1)), 'option-twice')
  assert.equal(await refusedCast(chiara, decision, order(4)), 'option-unknown')
  const rank = (who: Somebody, ...given: number[]) =>
    who.browser.call(voting.castBallot, { ...at(decision), body: order(...given) })
  await rank(chiara, 1)
  await rank(joost, 2)
  await rank(ngozi, 2, 1)
  await rank(oisin, 1, 2)
  await daysPass(hall, 6)
  assert.deepEqual(await lettersOf(decision, 'remind'), idsOf([maren, ...delegates]))
  await daysPass(hall, 1)
  await signInAgain(hall, chiara, stranger)
  const how = await chiara.browser.call(voting.readCount, at(decision))
  // Both have two; whoever the lot names first is excluded.
  const [, drawn] = how.lot.filter((name) => name !== 'Yuki Tanabe')
  const elected = how.elected.map((at1) => options[at1 - 1]?.name)
  assert.deepEqual(elected, [drawn])
  // Ballots of elections are named here: who is not on the roll does not see them.
  assert.equal((await chiara.browser.call(voting.listBallots, at(decision))).ballots.length, 4)
})

test('called void by a steward, with a reason; withdrawn by whoever made it', async () => {
  await signInAgain(hall, ...custodians, ...producers)
  const decision = await proposed(ngozi, coop, { kind: 'ordinary' }, { talkDays: 3, openDays: 5 })
  const early = await maren.browser.refused(making.voidDecision, {
    ...at(decision),
    body: { why: 'roll', words: 'x' },
  })
  assert.equal(early.name, 'nothing-to-void')
  await daysPass(hall, 3)
  await signInAgain(hall, maren, ngozi, oisin)
  assert.equal(
    await refusedCast(oisin, decision, { vote: answer('object') }),
    'ballot-reason-missing',
  )
  assert.equal(
    (await ngozi.browser.refused(making.withdrawDecision, at(decision))).name,
    'not-withdrawn-any-more',
  )
  await maren.browser.call(making.voidDecision, {
    ...at(decision),
    body: { why: 'text', words: 'It asked two things at once.' },
  })
  assert.equal(
    await refusedCast(oisin, decision, { vote: answer('consent') }),
    'not-decided-any-more',
  )
  const { decisions } = await oisin.browser.call(reading.listDecisions, {
    params: { circle: coop },
    query: { which: 'over' },
  })
  assert.deepEqual(
    decisions.map(({ state }) => state),
    ['void', 'counted', 'counted'],
  )
})

test('the outcome is put into words, and asked again on its day, once', async () => {
  const { decisions } = await oisin.browser.call(reading.listDecisions, {
    params: { circle: coop },
    query: { which: 'over' },
  })
  const decision = decisions.at(-1)?.decision
  assert.ok(decision)
  const words = { words: 'We rent it for a year.', reviewOn: '2027-02-01' }
  const passed = { ...words, reviewOn: '2026-11-01' }
  assert.equal(
    (await oisin.browser.refused(making.wordOutcome, { ...at(decision), body: passed })).name,
    'review-passed',
  )
  await oisin.browser.call(making.wordOutcome, { ...at(decision), body: words })
  hall.clock.set('2027-02-01T08:00:00.000Z')
  await reviewDecisions(hall.hall, hall.clock.now())
  await reviewDecisions(hall.hall, hall.clock.now())
  assert.equal(await entriesOf(decision, 'decision.review-due'), 1)
  await signInAgain(hall, oisin, maren)
  const { waiting } = await oisin.browser.call(reading.waitsForMe)
  assert.deepEqual(
    waiting.map(({ what }) => what),
    ['review'],
  )
  assert.deepEqual(await lettersOf(decision, 'review'), [maren.id, oisin.id].toSorted())
})

test('nothing broke behind our backs', () => {
  assert.deepEqual(hall.errors, [])
})
