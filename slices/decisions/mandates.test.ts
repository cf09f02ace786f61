/** A co-op decides by itself how its delegate votes, as its members and those around it meet it. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { circleOf, joinCircle } from '#slices/circles/index.ts'
import { recallDelegate } from '#slices/circles/api/members.ts'
import { adoptParts, constitutionOf, todayIn } from '#slices/constitutions/index.ts'
import { daysPass, decidingCommons, proposed } from '#testing/decisions.ts'
import { openTestHall } from '#testing/hall.ts'
import { signInAgain, type Somebody } from '#testing/people.ts'
import * as api from './api/mandates.ts'
import * as making from './api/making.ts'
import * as voting from './api/voting.ts'
import type { Answer, Vote } from './rules/count/votes.ts'
import type { DecisionId } from './store/tables.ts'
import { keepDecisions } from './timers/keeping.ts'

const hall = await openTestHall({ now: '2026-10-20T10:00:00.000Z' })
after(() => hall.close())
const commons = await decidingCommons(hall, (kind) => ({
  ...kind,
  talkDays: 0,
  leastDays: 1,
  supporters: 0,
  quorum: null,
}))
const { coop, radio, maren, producers, delegates } = commons
const [ngozi = maren] = producers
const [yuki, tomasz] = delegates

/** The radio has rules of its own, by which its delegates are bound to what it decides. */
await hall.hall.transact(async (tx) => {
  const now = hall.clock.now()
  const by = { by: maren.id, now }
  const { parts = {} } = (await constitutionOf(tx, coop, now)) ?? {}
  const delegation = Object.assign({}, parts['delegation'], {
    delegates: {
      ...Object(Reflect.get(Object(parts['delegation']), 'delegates')),
      mandate: 'bound',
    },
  })
  await adoptParts(tx, radio, { parts: { ...parts, delegation }, day: await todayIn(tx, now) }, by)
  for (const { id } of delegates) await joinCircle(tx, radio, id, by)
  assert.equal((await circleOf(tx, radio))?.name, 'Night Ferry Radio')
})

const at = (decision: DecisionId) => ({ params: { decision } })
const answered = (answer: Answer): Vote => ({ kind: 'answer', answer })
const cast = (answer: Answer, as?: typeof radio) => ({
  vote: answered(answer),
  ...(as ? { as } : {}),
})
const votes = (who: Somebody, decision: DecisionId, answer: Answer, as?: typeof radio) =>
  who.browser.call(voting.castBallot, { ...at(decision), body: cast(answer, as) })
const read = (who: Somebody, decision: DecisionId) =>
  who.browser.call(api.readMandates, at(decision))
const opened = async (who: Somebody, circle: typeof coop, title: string, openDays: number) => {
  const days = { talkDays: 0, openDays }
  const decision = await proposed(who, circle, { kind: 'extraordinary', title }, days)
  await keepDecisions(hall.hall, hall.clock.now())
  return decision
}
const drafted = async (title: string) =>
  (
    await yuki.browser.call(making.draftDecision, {
      params: { circle: radio },
      body: { kind: 'extraordinary', title, question: 'Shall our delegate agree?' },
    })
  ).decision
const tie = (own: DecisionId, decision: DecisionId, failed: Answer | null) => ({
  ...at(own),
  body: { decision, passed: answered('favour'), failed: failed && answered(failed) },
})

test('the radio mandates its delegate, who is bound to it; after the close all compare', async () => {
  const mill = await opened(ngozi, coop, 'A shared mill', 7)
  assert.deepEqual(
    (await read(yuki, mill)).coops.map(({ name }) => name),
    ['Night Ferry Radio'],
  )
  const own = await drafted('Our vote on the mill')
  await yuki.browser.call(api.tieMandate, tie(own, mill, 'against'))
  // A draft is before nobody yet, and there is one for each co-op.
  assert.deepEqual((await read(ngozi, mill)).mandates, [])
  const second = await drafted('Our vote on the mill, again')
  const twice = await yuki.browser.refused(api.tieMandate, tie(second, mill, null))
  assert.equal(twice.name, 'mandate-there')

  await yuki.browser.call(making.proposeDecision, {
    ...at(own),
    body: { talkDays: 0, openDays: 2, urgent: false },
  })
  await keepDecisions(hall.hall, hall.clock.now())
  const stands = await yuki.browser.refused(api.tieMandate, tie(own, mill, null))
  assert.equal(stands.name, 'mandate-stands')
  const theirs = (await read(tomasz, own)).mandatesFor
  assert.deepEqual(
    [theirs?.title, theirs?.sees, theirs?.passed, theirs?.bound],
    ['A shared mill', true, answered('favour'), 'bound'],
  )
  // Nobody is held before it is decided.
  await votes(yuki, mill, 'abstain', radio)
  await votes(yuki, own, 'favour')
  await votes(tomasz, own, 'favour')
  await daysPass(hall, 2)
  await signInAgain(hall, maren, ngozi, ...delegates)

  // Both delegates are told by letter that they are mandated, each once.
  const { rows } = await sql<{ data: { to: string[] } }>`select data from pgboss.job
    where name = 'decisions.letters' and data->>'about' = 'mandated'`.execute(hall.hall.db)
  assert.deepEqual(
    rows.map(({ data }) => data.to.toSorted()),
    [[yuki.id, tomasz.id].toSorted()],
  )

  const told = (await read(tomasz, mill)).mandates[0]
  assert.deepEqual(
    [told?.title, told?.says, told?.own, told?.bound, told?.kept],
    ['Our vote on the mill', answered('favour'), true, 'bound', false],
  )
  // Others see that there is one, and not yet what it says.
  const others = (await read(ngozi, mill)).mandates[0]
  assert.deepEqual(
    [others?.name, others?.title, others?.says, others?.cast],
    ['Night Ferry Radio', null, null, null],
  )
  const against = await tomasz.browser.refused(voting.castBallot, {
    ...at(mill),
    body: cast('against', radio),
  })
  assert.equal(against.name, 'against-the-mandate')
  // The delegate is replaced during the vote; the mandate is of the co-op and holds for whoever comes.
  await maren.browser.call(recallDelegate, {
    params: { circle: coop, body: radio, person: yuki.id },
  })
  // She speaks for it no more and is no member there: it is nothing that she sees.
  const recalled = await yuki.browser.refused(voting.castBallot, {
    ...at(mill),
    body: cast('favour', radio),
  })
  assert.equal(recalled.name, 'not-found')
  await votes(tomasz, mill, 'favour', radio)
  await daysPass(hall, 6)
  await signInAgain(hall, ngozi, ...delegates)
  const compared = (await read(ngozi, mill)).mandates[0]
  assert.deepEqual(
    [compared?.says, compared?.cast, compared?.kept],
    [answered('favour'), answered('favour'), true],
  )
  const atHome = (await read(yuki, own)).mandatesFor
  assert.deepEqual([atHome?.cast, atHome?.kept], [answered('favour'), true])
})

test('a text that changed since was not meant; what is withdrawn leaves its place', async () => {
  const given = { kind: 'extraordinary', title: 'A boat', question: 'Shall we buy the boat?' }
  const boat = await proposed(ngozi, coop, given, { talkDays: 3, openDays: 7 })
  const own = await drafted('Our vote on the boat')
  // She speaks for it no more, so she sees nothing of the circle around it.
  const unseen = await yuki.browser.refused(api.tieMandate, tie(own, boat, null))
  assert.equal(unseen.name, 'not-found')
  const his = (
    await tomasz.browser.call(making.draftDecision, {
      params: { circle: radio },
      body: { kind: 'extraordinary', title: 'Our boat', question: 'Shall he agree?' },
    })
  ).decision
  await tomasz.browser.call(api.tieMandate, tie(his, boat, null))
  hall.clock.pass(1000)
  await ngozi.browser.call(making.amendDecision, {
    ...at(boat),
    body: { seen: 1, title: 'A boat', question: 'Shall we buy both boats?', why: 'Two are sold.' },
  })
  assert.equal((await read(tomasz, his)).mandatesFor?.changed, true)
  await tomasz.browser.call(making.withdrawDecision, { ...at(his), body: { words: '' } })
  assert.equal((await read(tomasz, boat)).mandates.length, 0)
  const anew = (
    await tomasz.browser.call(making.draftDecision, {
      params: { circle: radio },
      body: { kind: 'extraordinary', title: 'Our boats', question: 'Shall he agree?' },
    })
  ).decision
  await tomasz.browser.call(api.tieMandate, tie(anew, boat, 'against'))
  assert.equal((await read(tomasz, anew)).mandatesFor?.changed, false)
  await tomasz.browser.call(api.untieMandate, at(anew))
  assert.equal((await read(tomasz, anew)).mandatesFor, null)
})

test('nothing broke behind our backs', () => {
  assert.deepEqual(hall.errors, [])
})
