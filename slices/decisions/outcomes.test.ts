/** An outcome does what it says: applications, roles, rules, cases. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { classOf } from '#slices/circles/index.ts'
import * as rules from '#slices/constitutions/api.ts'
import * as door from '#slices/membrane/api/door.ts'
import * as leaving from '#slices/membrane/api/leaving.ts'
import * as rolesApi from '#slices/roles/api/roles.ts'
import { daysPass, decidingCommons } from '#testing/decisions.ts'
import { openTestHall } from '#testing/hall.ts'
import { signInAgain, somebody, type Somebody } from '#testing/people.ts'
import * as making from './api/making.ts'
import * as reading from './api/reading.ts'
import { readSubject } from './api/subjects.ts'
import * as voting from './api/voting.ts'
import type { Vote } from './rules/count/votes.ts'
import type { DecisionId } from './store/tables.ts'

const hall = await openTestHall({ now: '2026-10-19T10:00:00.000Z' })
after(() => hall.close())
const quick = { talkDays: 0, leastDays: 1, supporters: 0, quorum: null }
const commons = await decidingCommons(hall, (kind) => ({ ...kind, ...quick }))
const { coop, maren, custodians, producers } = commons
const [, chiara = maren, joost = maren] = custodians
const [oisin = maren, ngozi = maren, devika = maren] = producers
const consumer = await somebody(hall, 'Pieter Mol', { circles: [coop] })
const everybody = [...custodians, ...producers, consumer]
const { db } = hall.hall
const inCoop = { params: { circle: coop } }

type Given = { about: string; ref: string; from?: string; person?: Somebody['id'] }
type More = { options?: { name: string; person: Somebody['id'] }[]; seats?: number; kind?: string }
const KIND: Record<string, string> = { role: 'election', rules: 'rules' }

const bodyFor = (subject: Given, { options = [], seats = 1, kind }: More = {}) => ({
  kind: kind ?? KIND[subject.about] ?? 'membership',
  title: 'Shall it be so?',
  question: 'As it lies before us.',
  subject: { from: null, person: null, ...subject },
  options: options.map((one) => ({ ...one, note: '' })),
  seats,
})

async function put(who: Somebody, subject: Given, more: More = {}, days = [0, 1]) {
  const body = bodyFor(subject, more)
  const { decision } = await who.browser.call(making.draftDecision, { ...inCoop, body })
  const [talkDays = 0, openDays = 1] = days
  const set = { params: { decision }, body: { talkDays, openDays } }
  await who.browser.call(making.proposeDecision, set)
  return decision
}
async function refusedPut(who: Somebody, subject: Given, more: More = {}) {
  const body = bodyFor(subject, more)
  return (await who.browser.refused(making.draftDecision, { ...inCoop, body })).name
}
const read = (who: Somebody, decision: DecisionId) =>
  who.browser.call(reading.readDecision, { params: { decision } })
const cast = (who: Somebody, decision: DecisionId, vote: Vote, said = '') =>
  who.browser.call(voting.castBallot, { params: { decision }, body: { vote, said } })
const answer = (given: 'consent' | 'object' | 'favour' | 'against'): Vote => ({
  kind: 'answer',
  answer: given,
})
async function pass(days: number) {
  await daysPass(hall, days)
  await signInAgain(hall, ...everybody)
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
  return { ...who, application, subject: { about: 'application', ref: application } }
}

test('an applicant is in after the vote, and nobody decides it by hand meanwhile', async () => {
  const ilse = await applicant('Ilse Brandsma')
  assert.equal(await refusedPut(maren, ilse.subject), 'still-waiting')
  await pass(14)
  assert.equal(await refusedPut(maren, ilse.subject, { kind: 'ordinary' }), 'kind-does-not-fit')
  assert.equal(await refusedPut(oisin, ilse.subject), 'not-yours-to-put')
  const lies = { params: { circle: coop, ...ilse.subject } }
  const offered = await maren.browser.call(readSubject, lies)
  assert.deepEqual([offered.kinds, offered.why], [['membership'], null])
  assert.match(offered.title, /Ilse Brandsma asks to come in/)

  const decision = await put(maren, ilse.subject)
  assert.equal(await refusedPut(maren, ilse.subject), 'voted-on-already')
  const byHand = { params: { application: ilse.application }, body: { accept: true } }
  const problem = await maren.browser.refused(door.decideApplication, byHand)
  assert.equal(problem.name, 'being-voted')
  await pass(0)
  const open = await read(oisin, decision)
  assert.equal(open.state, 'open')
  assert.equal(open.subject?.passes, 'Ilse Brandsma is in, at once.')
  await cast(oisin, decision, answer('consent'))
  await pass(1)
  assert.equal(await classOf(db, { circle: coop, member: ilse.id }), 'producer')
  const counted = await read(oisin, decision)
  assert.deepEqual([counted.outcome?.result, counted.subject?.did], ['passed', 'done'])

  // Called void, nothing is taken back, and the page says what stands.
  const words = { why: 'rules' as const, words: 'It was open for too short a time.' }
  await maren.browser.call(making.voidDecision, { params: { decision }, body: words })
  assert.match((await read(oisin, decision)).subject?.stands ?? '', /nobody is put out by this/)
  assert.equal(await classOf(db, { circle: coop, member: ilse.id }), 'producer')
})

test('an application that fails is refused with the decision as its reason', async () => {
  const bram = await applicant('Bram Visser')
  await pass(14)
  const decision = await put(maren, bram.subject)
  await pass(0)
  await cast(devika, decision, answer('object'), 'We have no room before spring.')
  await pass(1)
  await signInAgain(hall, bram)
  const at = { params: { application: bram.application } }
  const told = await bram.browser.call(door.readApplication, at)
  assert.equal(told.state, 'refused')
  assert.match(told.reason ?? '', /did not pass: “Shall it be so\?”/)
  assert.equal(await classOf(db, { circle: coop, member: bram.id }), null)
})

test('who withdraws during the vote is not in, and the page says so', async () => {
  const noor = await applicant('Noor Haddad')
  await pass(14)
  const decision = await put(maren, noor.subject)
  await pass(0)
  await signInAgain(hall, noor)
  await noor.browser.call(door.withdrawApplication, { params: { application: noor.application } })
  await cast(oisin, decision, answer('consent'))
  await pass(1)
  const { outcome, subject } = await read(oisin, decision)
  assert.deepEqual([outcome?.result, subject?.did], ['passed', 'not'])
  assert.match(subject?.lacks[0] ?? '', /Nobody came in: the application was withdrawn/)

  // Before it opens, it does not open.
  const again = await applicant('Sanne Kok')
  await pass(14)
  const waits = await put(maren, again.subject, {}, [3, 1])
  await signInAgain(hall, again)
  await again.browser.call(door.withdrawApplication, {
    params: { application: again.application },
  })
  await pass(3)
  const stuck = await read(oisin, waits)
  assert.deepEqual([stuck.state, stuck.waits.map((one) => one.for)], ['talk', ['subject']])
  await maren.browser.call(making.withdrawDecision, { params: { decision: waits }, body: {} })
})

test('an elected holder’s term starts on its day; who left meanwhile does not hold it', async () => {
  const subject = { about: 'role', ref: 'treasurer', from: '2027-02-01' }
  const { people } = await maren.browser.call(readSubject, {
    params: { circle: coop, about: 'role', ref: 'treasurer' },
  })
  assert.ok(people.some(({ person }) => person === chiara.id))
  const options = [chiara, ngozi].map(({ id, name }) => ({ name, person: id }))
  const decision = await put(maren, subject, { options })
  const named = { params: { circle: coop, role: 'treasurer' }, body: { person: chiara.id } }
  assert.equal((await maren.browser.refused(rolesApi.nameHolder, named)).name, 'being-voted')
  await pass(0)
  for (const who of [oisin, chiara]) await cast(who, decision, { kind: 'order', order: [2, 1] })
  await pass(1)
  const counted = await read(oisin, decision)
  assert.deepEqual([counted.outcome?.elected, counted.subject?.did], [[2], 'done'])
  const { roles } = await oisin.browser.call(rolesApi.readRoles, inCoop)
  const next = roles.find(({ key }) => key === 'treasurer')?.coming[0]
  assert.deepEqual(
    [next?.person, next?.from, next?.result],
    // The first moment of the day in Amsterdam.
    [ngozi.id, '2027-01-31T23:00:00.000Z', 'Shall it be so?'],
  )

  // The seat is taken until then: there is nothing to elect.
  assert.equal(await refusedPut(maren, subject, { options }), 'no-seat')
})

test('a version of the rules stands still while members vote, and holds from its day', async () => {
  const begun = await maren.browser.call(rules.beginDraft, { ...inCoop, body: { from: 'now' } })
  assert.ok(begun)
  const draftOf = async () => (await maren.browser.call(rules.readDraft, inCoop)).draft
  const version = (await draftOf())?.version.id ?? ''
  const subject = { about: 'rules', ref: version, from: '2027-03-01' }
  const decision = await put(maren, subject, {}, [14, 10])
  assert.equal((await draftOf())?.version.state, 'proposed')
  assert.equal((await maren.browser.refused(rules.takeBackProposal, inCoop)).name, 'being-voted')
  await chiara.browser.call(making.supportDecision, { params: { decision }, body: { on: true } })
  await pass(14)
  for (const who of [oisin, chiara, maren, consumer]) await cast(who, decision, answer('favour'))
  await pass(10)
  const counted = await read(oisin, decision)
  assert.deepEqual([counted.outcome?.result, counted.subject?.did], ['passed', 'done'])
  const shown = await oisin.browser.call(rules.readConstitution, inCoop)
  const adopted = shown.versions.find(({ id }) => id === version)
  assert.deepEqual([adopted?.number, adopted?.day, adopted?.adopters], [2, '2027-03-01', []])
  assert.notEqual(shown.inForce, version)

  // From now on members decide on changes; a vote that fails makes it a draft again.
  await maren.browser.call(rules.beginDraft, { ...inCoop, body: { from: 'now' } })
  const byHand = { ...inCoop, body: { day: '2027-06-01' } }
  assert.equal((await maren.browser.refused(rules.adopt, byHand)).name, 'members-decide')
  const next = { about: 'rules', ref: (await draftOf())?.version.id ?? '' }
  const failing = await put(maren, next, {}, [14, 10])
  await chiara.browser.call(making.supportDecision, {
    params: { decision: failing },
    body: { on: true },
  })
  await pass(14)
  // By now some are behind with their duties and not on the roll.
  for (const who of everybody)
    if ((await read(who, failing)).mine.some(({ votes }) => votes))
      await cast(who, failing, answer('against'))
  await pass(10)
  const failed = await read(oisin, failing)
  assert.deepEqual([failed.outcome?.result, failed.subject?.did], ['failed', 'done'])
  assert.equal((await draftOf())?.version.state, 'draft')
})

test('nobody decides on themselves: whom an exclusion is about is not on its roll', async () => {
  const { exclusion } = await maren.browser.call(leaving.openExclusion, {
    ...inCoop,
    body: { member: devika.id, reason: 'Keys were not given back.' },
  })
  const subject = { about: 'exclusion', ref: exclusion }
  assert.equal(await refusedPut(joost, subject), 'notice-runs')
  const heard = { params: { exclusion }, body: { text: 'I gave them to Joost.' } }
  await devika.browser.call(leaving.beHeard, heard)
  await pass(14)
  const decision = await put(joost, subject)
  await pass(0)
  const mine = (await read(devika, decision)).mine[0]
  assert.deepEqual(
    [mine?.votes, mine?.reason],
    [false, 'It is about them; nobody decides on themselves.'],
  )
  await cast(oisin, decision, answer('object'), 'She did give them back.')
  await pass(1)
  const counted = await read(oisin, decision)
  assert.deepEqual([counted.outcome?.result, counted.subject?.did], ['failed', 'done'])
  const { outcome } = await devika.browser.call(leaving.readExclusion, { params: { exclusion } })
  assert.equal(outcome, 'stays')
})

test('nothing broke behind our backs', () => {
  assert.deepEqual(hall.errors, [])
})
