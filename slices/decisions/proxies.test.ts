/** Votes by proxy and by phone, and a decision that is open for longer, as members meet them. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { leaveCircle } from '#slices/circles/index.ts'
import { adoptParts, constitutionOf, todayIn } from '#slices/constitutions/index.ts'
import { daysPass, decidingCommons, proposed } from '#testing/decisions.ts'
import { openTestHall } from '#testing/hall.ts'
import { signInAgain, type Somebody } from '#testing/people.ts'
import { supportDecision } from './api/making.ts'
import * as api from './api/proxies.ts'
import * as reading from './api/reading.ts'
import * as voting from './api/voting.ts'
import { recountDecision } from './rules/count/publication.ts'
import type { Answer } from './rules/count/votes.ts'
import type { DecisionId } from './store/tables.ts'
import { closeDue, keepDecisions } from './timers/keeping.ts'

const hall = await openTestHall({ now: '2026-10-20T10:00:00.000Z' })
after(() => hall.close())
const commons = await decidingCommons(hall, (kind) =>
  // By advice nobody votes.
  kind.method.kind === 'advice'
    ? kind
    : {
        ...kind,
        talkDays: 0,
        leastDays: 1,
        quorum: { of: 'voters', reach: { of: 1, in: 2 } },
        extension: { days: 3, most: 1 },
      },
)
const { coop, maren, custodians, producers, delegates } = commons
const [, chiara = maren, joost = maren] = custodians
const [oisin = maren, ngozi = maren, devika = maren] = producers
const all = [...custodians, ...producers, ...delegates]

const at = (decision: DecisionId) => ({ params: { decision } })
const read = (who: Somebody, decision: DecisionId) =>
  who.browser.call(reading.readDecision, at(decision))
const cast = (who: Somebody, decision: DecisionId, given: Answer, as: Somebody | null = null) =>
  who.browser.call(voting.castBallot, {
    ...at(decision),
    body: { vote: { kind: 'answer', answer: given }, ...(as ? { as: as.id } : {}) },
  })
const says = 'I travel without a network and trust you in this.'
const ask = (holder: Somebody, decision: DecisionId | null, until: string | null = null) => ({
  params: { circle: coop },
  body: { holder: holder.id, decision, until, says },
})
async function opened(title: string) {
  const days = { talkDays: 0, openDays: 7 }
  const decision = await proposed(oisin, coop, { kind: 'extraordinary', title }, days)
  await chiara.browser.call(supportDecision, { ...at(decision), body: { on: true } })
  await keepDecisions(hall.hall, hall.clock.now())
  return decision
}

test('where the rules do not say it, nobody votes for another', async () => {
  const decision = await opened('A shared cellar')
  const refused = await chiara.browser.refused(api.giveProxy, ask(joost, decision))
  assert.equal(refused.name, 'no-proxies-here')
  const now = hall.clock.now()
  await hall.hall.transact(async (tx) => {
    const { parts = {} } = (await constitutionOf(tx, coop, now)) ?? {}
    const delegation = Object.assign({}, parts['delegation'], { proxies: { most: 1 } })
    const given = { ...parts, delegation }
    await adoptParts(tx, coop, { parts: given, day: await todayIn(tx, now) }, { by: null, now })
  })
  // What is open goes on by the rules that were fixed at its opening.
  const still = await chiara.browser.refused(api.giveProxy, ask(joost, decision))
  assert.equal(still.name, 'no-proxies-here')
})

test('Chiara asks Joost to vote for her, votes after all, and her own vote wins', async () => {
  const decision = await opened('A shared roof')
  const give = (who: Somebody, to: Somebody) => who.browser.call(api.giveProxy, ask(to, decision))
  const refusedGive = async (who: Somebody, to: Somebody, of: DecisionId | null = decision) =>
    (await who.browser.refused(api.giveProxy, ask(to, of, of ? null : '2026-12-01'))).name
  const { proxy } = await give(chiara, joost)
  assert.equal(await refusedGive(ngozi, joost), 'proxy-full')
  assert.equal(await refusedGive(ngozi, chiara), 'proxy-to-who-gave')
  assert.equal(await refusedGive(joost, ngozi), 'proxy-of-who-holds')
  assert.equal(await refusedGive(joost, chiara), 'proxy-in-a-circle')
  assert.equal(await refusedGive(joost, ngozi, null), 'proxy-of-who-holds')
  // All on the roll see who votes for whom.
  const roll = await devika.browser.call(reading.readRoll, at(decision))
  assert.equal(roll.lines.find(({ member }) => member === chiara.id)?.proxy, joost.name)

  // Joost votes for each as he judges; for whom he has to say.
  await cast(joost, decision, 'favour')
  const waits = await joost.browser.call(reading.waitsForMe)
  assert.deepEqual(waits.waiting.find((one) => one.decision === decision)?.as, [chiara.name])
  await cast(joost, decision, 'against', chiara)
  const hers = (await read(chiara, decision)).mine[0]
  assert.deepEqual([hers?.way, hers?.by?.name], ['proxy', joost.name])
  assert.equal((await read(chiara, decision)).turnout?.voted, 2)
  // Her own vote takes its place, and nobody votes over it; he does not see it.
  await cast(chiara, decision, 'abstain')
  const over = await joost.browser.refused(voting.castBallot, {
    ...at(decision),
    body: { vote: { kind: 'answer', answer: 'favour' }, as: chiara.id },
  })
  assert.equal(over.name, 'voted-themselves')
  const seen = (await read(joost, decision)).mine.find(({ member }) => member === chiara.id)
  assert.deepEqual([seen?.through, seen?.way, seen?.ballot], ['proxy', 'hall', null])
  await assert.rejects(
    sql`update decision_ballots set way = 'proxy' where decision = ${decision}
      and member = ${chiara.id}`.execute(hall.hall.db),
    /is their own/,
  )
  // Taken back, it is over.
  await chiara.browser.call(api.endProxy, { params: { circle: coop, proxy } })
  assert.equal((await read(joost, decision)).mine.length, 1)
  await give(ngozi, joost)
  await cast(joost, decision, 'favour', ngozi)
  // Until a day, for all decisions; and who leaves takes theirs along.
  await devika.browser.call(api.giveProxy, ask(maren, null, '2026-12-01'))
  assert.equal((await read(maren, decision)).mine.length, 2)
  await hall.hall.transact((tx) =>
    leaveCircle(tx, coop, devika.id, { by: maren.id, now: hall.clock.now() }),
  )
  assert.equal((await read(maren, decision)).mine.length, 1)

  await cast(oisin, decision, 'favour')
  await daysPass(hall, 8)
  await signInAgain(hall, ...all)
  const { ballots } = await chiara.browser.call(voting.listBallots, at(decision))
  assert.deepEqual(
    ballots.filter(({ way }) => way === 'proxy').map(({ name, by }) => [name, by]),
    [[ngozi.name, joost.name]],
  )
  const published = await chiara.browser.call(voting.readPublication, at(decision))
  const entry = published.roll.entries.find(({ member }) => member === ngozi.id)
  assert.deepEqual([entry?.way, entry?.by], ['proxy', joost.id])
})

test('a steward records a vote by phone: told to the voter, who changes it', async () => {
  const decision = await opened('A second oven')
  const record = (member: Somebody, answer: Answer) => ({
    ...at(decision),
    body: {
      member: member.id,
      vote: { kind: 'answer' as const, answer },
      heard: 'Called at noon.',
    },
  })
  assert.equal(
    (await oisin.browser.refused(voting.recordByPhone, record(ngozi, 'favour'))).status,
    403,
  )
  const own = await maren.browser.refused(voting.recordByPhone, record(maren, 'favour'))
  assert.equal(own.name, 'your-own-vote')
  await maren.browser.call(voting.recordByPhone, record(ngozi, 'favour'))
  const mine = (await read(ngozi, decision)).mine[0]
  assert.deepEqual([mine?.way, mine?.by?.name], ['phone', 'Maren Solheim'])
  await cast(ngozi, decision, 'against')
  const late = await maren.browser.refused(voting.recordByPhone, record(ngozi, 'favour'))
  assert.equal(late.name, 'voted-themselves')
  const { rows } = await sql<{ data: { heard?: string } }>`select data from record
    where topic = ${`decision:${decision}`} and kind = 'decision.recorded'`.execute(hall.hall.db)
  assert.deepEqual(
    rows.map(({ data }) => data.heard),
    ['Called at noon.'],
  )
})

test('too few took part: it is open for longer by rule, once, and nobody extends it by hand', async () => {
  hall.clock.set('2026-11-09T10:00:00.000Z')
  await signInAgain(hall, ...all)
  const decision = await opened('A third oven')
  await cast(ngozi, decision, 'favour')
  hall.clock.set('2026-11-16T10:00:00.000Z')
  const now = hall.clock.now()
  await Promise.all([1, 2, 3].map(() => closeDue(hall.hall, decision, now)))
  await signInAgain(hall, ...all)
  const longer = await read(ngozi, decision)
  assert.deepEqual(
    [longer.state, longer.extended, longer.closesAt],
    ['open', 1, '2026-11-19T10:00:00.000Z'],
  )
  await assert.rejects(
    sql`update decisions set closes_at = '2026-12-24' where id = ${decision}`.execute(hall.hall.db),
    /closes when its rules say/,
  )
  await cast(oisin, decision, 'favour')
  await daysPass(hall, 3)
  await signInAgain(hall, oisin)
  const closed = await read(oisin, decision)
  assert.deepEqual([closed.state, closed.outcome?.result], ['counted', 'no-quorum'])
})

test('a candidate withdraws during the vote: ballots stay, and go on to whom they name next', async () => {
  const options = [chiara, ngozi, joost].map(({ id, name }) => ({ name, note: '', person: id }))
  const given = { kind: 'election', title: 'A keeper of the keys', options }
  const decision = await proposed(maren, coop, given, { talkDays: 0, openDays: 7 })
  await keepDecisions(hall.hall, hall.clock.now())
  await signInAgain(hall, ...all)
  for (const [who, order] of [
    [maren, [1, 3]],
    [chiara, [1, 3]],
    [oisin, [2]],
    [joost, [1]],
  ] as const)
    await who.browser.call(voting.castBallot, {
      ...at(decision),
      body: { vote: { kind: 'order', order: [...order] } },
    })
  const going = { ...at(decision), body: { option: 1, words: 'I move to the coast.' } }
  assert.equal(
    (await maren.browser.refused(voting.withdrawOption, going)).name,
    'not-yours-to-withdraw',
  )
  await chiara.browser.call(voting.withdrawOption, going)
  assert.deepEqual(
    (await read(oisin, decision)).withdrawn.map(({ option, words }) => [option, words]),
    [[1, 'I move to the coast.']],
  )
  await daysPass(hall, 8)
  await signInAgain(hall, chiara)
  const how = await chiara.browser.call(voting.readCount, at(decision))
  assert.deepEqual(how.elected, [3])
  const published = await chiara.browser.call(voting.readPublication, at(decision))
  const again = recountDecision(published)
  assert.deepEqual([published.withdrawn, 'fits' in again && again.fits], [[1], true])
})

test('nothing broke behind our backs', () => {
  assert.deepEqual(hall.errors, [])
})
