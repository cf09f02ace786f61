/** What is decided at a gathering alone is announced over days, and does there what it says. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { classOf } from '#slices/circles/index.ts'
import * as making from '#slices/decisions/api/making.ts'
import { readDecision } from '#slices/decisions/api/reading.ts'
import { recountDecision } from '#slices/decisions/rules/count/publication.ts'
import { publicationOf } from '#slices/decisions/store/counting.ts'
import { decisionOf } from '#slices/decisions/store/decisions.ts'
import * as door from '#slices/membrane/api/door.ts'
import { endTheGathering } from '#slices/room/api.ts'
import { openAssembly } from '#testing/assembly.ts'
import { daysPass, decidingCommons } from '#testing/decisions.ts'
import { openTestHall } from '#testing/hall.ts'
import { signInAgain, somebody, type Somebody } from '#testing/people.ts'
import * as api from '../api.ts'

const hall = await openTestHall({ now: '2026-10-19T10:00:00.000Z' })
after(() => hall.close())
// Members are taken in by the general meeting, announced two weeks before and supported by one more.
const commons = await decidingCommons(hall, (kind) =>
  kind.key === 'membership'
    ? { ...kind, quorum: null, supporters: 1, talkDays: 14, leastDays: 0, mostDays: 0 }
    : kind,
)
const { coop, maren, custodians, producers } = commons
const [, chiara = maren, joost = maren] = custodians
const [oisin = maren] = producers
const inCoop = { params: { circle: coop } }

type Params = { gathering: `gth_${string}` }

const meet = (...people: readonly Somebody[]): Promise<Params> =>
  openAssembly(hall, { circle: coop, facilitator: maren }, people)

async function pass(days: number) {
  await daysPass(hall, days)
  await signInAgain(hall, ...custodians, ...producers)
}

async function applicant(name: string) {
  const who = await somebody(hall, name)
  const answers = { why: 'The rooms.', give: 'Bread on Thursdays.' }
  await who.browser.call(door.apply, { ...inCoop, body: { class: 'producer', answers } })
  const { applications } = await who.browser.call(door.myApplications)
  const application = applications[0]?.id
  assert.ok(application)
  for (const sponsor of [chiara, joost]) {
    const said = { params: { application }, body: { kind: 'vouch' as const } }
    await sponsor.browser.call(door.sayToApplication, said)
  }
  return { id: who.id, application }
}

const announced = (who: Somebody, params: Params) =>
  who.browser.call(api.readMotions, { params }).then((all) => all.announced)

test('an applicant is announced, waits for notice and support, and is taken in by the meeting', async () => {
  const ilse = await applicant('Ilse Brandsma')
  await pass(14)
  const subject = { about: 'application', ref: ilse.application, from: null, person: null }
  const body = { kind: 'membership', title: 'Ilse comes in', question: 'As she asks.', subject }
  const { decision } = await maren.browser.call(making.draftDecision, { ...inCoop, body })
  const at = { params: { decision } }
  const days = (talkDays: number) => ({ ...at, body: { talkDays, openDays: 0 } })
  const short = await maren.browser.refused(making.proposeDecision, days(3))
  assert.equal(short.name, 'talk-too-short')
  await maren.browser.call(making.proposeDecision, days(14))

  const early = await meet(chiara, oisin)
  const [waits] = await announced(oisin, early)
  assert.deepEqual([waits?.title, waits?.ripe], ['Ilse comes in', false])
  const move = (params: Params) => ({ params, body: { decision } })
  const why = async (who: Somebody, params: Params) =>
    (await who.browser.refused(api.moveAnnounced, move(params))).name
  assert.equal(await why(chiara, early), 'announced-not-ripe')
  await oisin.browser.call(making.supportDecision, { ...at, body: { on: true } })
  assert.equal(await why(chiara, early), 'notice-not-over')
  await maren.browser.call(endTheGathering, { params: early })

  // Its days pass, and by itself it never opens.
  await pass(15)
  const { state, waits: left } = await maren.browser.call(readDecision, at)
  assert.deepEqual([state, left.map((one) => one.for)], ['talk', ['gathering']])

  const params = await meet(chiara, oisin, joost)
  const { motion } = await chiara.browser.call(api.moveAnnounced, move(params))
  assert.equal(await why(oisin, params), 'motion-pending')
  const on = { params: { ...params, motion } }
  await maren.browser.call(api.stateMotion, on)
  const other = { ...on, body: { title: 'Ilse waits', question: 'Not yet.' } }
  const stands = await oisin.browser.refused(api.amendMotion, other)
  assert.equal(stands.name, 'stands-as-announced')
  await maren.browser.call(api.putToVote, { ...on, body: { way: 'ballot' } })
  for (const who of [maren, chiara, oisin]) {
    const vote = { kind: 'answer' as const, answer: 'consent' as const }
    await who.browser.call(api.voteOnMotion, { ...on, body: { vote } })
  }
  await maren.browser.call(api.countVote, on)
  assert.deepEqual(await announced(maren, params), [])

  // What it says is done once, and it counts again to the same end.
  await pass(0)
  await pass(0)
  assert.equal(await classOf(hall.hall.db, { circle: coop, member: ilse.id }), 'producer')
  const counted = await maren.browser.call(readDecision, at)
  assert.deepEqual([counted.outcome?.result, counted.subject?.did], ['passed', 'done'])
  const held = await decisionOf(hall.hall.db, decision)
  const published = held && (await publicationOf(hall.hall.db, held))
  assert.ok(published)
  const again = recountDecision(published.published)
  assert.ok('fits' in again && again.fits)
})

test('what was announced and fell at one meeting is moved at the next; withdrawn, it is not', async () => {
  const ruben = await applicant('Ruben Haak')
  await pass(14)
  const subject = { about: 'application', ref: ruben.application, from: null, person: null }
  const body = { kind: 'membership', title: 'Ruben comes in', question: 'As he asks.', subject }
  const { decision } = await maren.browser.call(making.draftDecision, { ...inCoop, body })
  const at = { params: { decision } }
  const days = { talkDays: 14, openDays: 0 }
  await maren.browser.call(making.proposeDecision, { ...at, body: days })
  await oisin.browser.call(making.supportDecision, { ...at, body: { on: true } })
  await pass(14)
  const first = await meet(chiara)
  await chiara.browser.call(api.moveAnnounced, { params: first, body: { decision } })
  await maren.browser.call(endTheGathering, { params: first })
  const second = await meet(chiara)
  assert.equal((await announced(chiara, second))[0]?.ripe, true)
  const moved = { params: second, body: { decision } }
  const { motion } = await chiara.browser.call(api.moveAnnounced, moved)
  const on = { params: { ...second, motion } }
  await maren.browser.call(api.stateMotion, on)
  await maren.browser.call(making.withdrawDecision, { ...at, body: {} })
  const put = await maren.browser.refused(api.putToVote, { ...on, body: { way: 'ballot' } })
  assert.equal(put.name, 'announced-not-ripe')
})
