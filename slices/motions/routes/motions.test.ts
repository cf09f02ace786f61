/** Motions in a room, as an assembly meets them. */
import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { entriesOf } from '#kernel/record.ts'
import { readDecision } from '#slices/decisions/api/reading.ts'
import {
  castBallot,
  listBallots,
  readCount,
  readPublication,
} from '#slices/decisions/api/voting.ts'
import type { Kind } from '#slices/decisions/rules/kinds/kind.ts'
import type { Answer } from '#slices/decisions/rules/count/votes.ts'
import { waitsForMe, listDecisions } from '#slices/decisions/api/reading.ts'
import { endTheGathering, enterTheRoom, readTheRoom } from '#slices/room/api.ts'
import { openAssembly } from '#testing/assembly.ts'
import { decidingCommons } from '#testing/decisions.ts'
import { openTestHall } from '#testing/hall.ts'
import type { Somebody } from '#testing/people.ts'
import { dataFolder, moothall } from '#testing/terminal.ts'
import * as api from '../api.ts'
import { topicOf } from '../store/tables.ts'

const HALF = { reach: { of: 1, in: 2 }, strict: true }
const QUESTION: Kind['method'] = {
  kind: 'question',
  threshold: HALF,
  base: 'present',
  inEach: null,
  block: { kind: 'forbidden' },
  leastFavour: null,
  mostAgainst: null,
}

/** Decisions of weight at the general meeting, with a second and a quorum of who is there. */
function assembly(kind: Kind): Kind {
  const floor = { seconds: 1, quorum: 'present' as const }
  if (kind.key === 'extraordinary')
    return {
      ...kind,
      method: QUESTION,
      quorum: { of: 'voters', reach: { of: 1, in: 2 } },
      gathering: floor,
    }
  if (kind.key === 'election') return { ...kind, quorum: null, secrecy: 'named', gathering: floor }
  return kind
}

const hall = await openTestHall({ now: '2026-10-19T17:00:00.000Z' })
after(() => hall.close())
const commons = await decidingCommons(hall, assembly)
const { coop, radio, maren, custodians, producers, delegates } = commons
const [, chiara = maren, joost = maren] = custodians
const [oisin = maren, ngozi = maren, devika = maren] = producers
const [yuki, tomasz] = delegates

type Params = { gathering: `gth_${string}` }

/** A gathering of the co-op that Maren facilitates, with these people in its room. */
const room = (...people: readonly Somebody[]): Promise<Params> =>
  openAssembly(hall, { circle: coop, facilitator: maren }, people)

const read = (who: Somebody, params: Params) => who.browser.call(api.readMotions, { params })
const move = (who: Somebody, params: Params, more: object = {}) =>
  who.browser
    .call(api.moveMotion, {
      params,
      body: {
        kind: 'extraordinary',
        title: 'A second oven',
        question: 'We buy a second oven for 4,000 euros.',
        ...more,
      },
    })
    .then(({ motion }) => ({ ...params, motion }))
type At = Awaited<ReturnType<typeof move>>
const second = (who: Somebody, at: At) => who.browser.call(api.secondMotion, { params: at })
const state = (at: At) => maren.browser.call(api.stateMotion, { params: at })
const put = (at: At, way: 'hands' | 'calls' | 'ballot' = 'hands') =>
  maren.browser.call(api.putToVote, { params: at, body: { way } })
const answer = (given: Answer) => ({ kind: 'answer' as const, answer: given })
const vote = (who: Somebody, at: At, given: Answer, as: string | null = null) =>
  who.browser.call(api.voteOnMotion, { params: at, body: { vote: answer(given), as } })
const count = (at: At) => maren.browser.call(api.countVote, { params: at })

test('moved, seconded, stated, amended twice, put by show of hands: the result is in the minutes and counts again', async () => {
  const params = await room(oisin, ngozi, devika, chiara, yuki, tomasz)
  const at = await move(oisin, params)
  assert.deepEqual((await read(ngozi, params)).step, {
    do: 'second',
    motion: at.motion,
    missing: 1,
  })
  const own = await oisin.browser.refused(api.secondMotion, { params: at })
  assert.match(own.title, /You moved it yourself; somebody else seconds it/)
  assert.equal((await maren.browser.refused(api.stateMotion, { params: at })).name, 'not-seconded')
  await second(ngozi, at)
  await state(at)

  const change = (text: string) => ({ title: 'A second oven', question: text })
  const cheaper = 'We buy a second oven for 3,000 euros.'
  const used = 'We buy a second oven, a used one, for 3,000 euros.'
  const { motion: first } = await devika.browser.call(api.amendMotion, {
    params: at,
    body: change(cheaper),
  })
  const { motion: deeper } = await chiara.browser.call(api.amendMotion, {
    params: { ...params, motion: first },
    body: change(used),
  })
  for (const motion of [first, deeper]) await second(ngozi, { ...params, motion })
  const early = await maren.browser.refused(api.putToVote, { params: at, body: { way: 'hands' } })
  assert.match(early.title, /An amendment is pending: it is voted on first/)

  for (const motion of [deeper, first]) {
    await put({ ...params, motion })
    for (const who of [oisin, ngozi, devika]) await vote(who, { ...params, motion }, 'favour')
    await vote(maren, { ...params, motion }, 'against')
    assert.equal((await count({ ...params, motion })).result, 'passed')
  }
  const [pending] = (await read(chiara, params)).pending
  assert.equal(pending?.question, used)

  // One co-op has one vote, however many delegates it sends; the last one counts.
  const { decision, voters } = await put(at)
  assert.equal(voters, 7)
  await vote(yuki, at, 'against')
  await vote(tomasz, at, 'favour')
  for (const who of [oisin, ngozi, devika]) await vote(who, at, 'favour')
  await vote(maren, at, 'against')
  await vote(maren, at, 'abstain')
  const open = (await read(oisin, params)).vote
  assert.deepEqual(
    open?.voters.map(({ name, answer: given }) => [name, given]),
    [
      ['Chiara Bellandi', null],
      ['Devika Rao', 'favour'],
      ['Maren Solheim', 'abstain'],
      ['Ngozi Okafor', 'favour'],
      ['Night Ferry Radio', 'favour'],
      ['Oisín Farrelly', 'favour'],
    ],
  )
  const counted = await count(at)
  assert.deepEqual(counted, {
    result: 'passed',
    answers: { favour: 4, abstain: 1 },
    elected: [],
    eligible: 7,
    present: 6,
    voted: 5,
  })

  const { room: after1 } = await oisin.browser.call(readTheRoom, { params })
  const written = after1.written.at(-1)
  assert.equal(written?.decision, decision)
  assert.equal(
    written?.text,
    'A second oven: it passed. 4 in favour and 1 abstained. 6 of 7 on the roll were there, 5 voted. Moved by Oisín Farrelly, seconded by Ngozi Okafor. The text: We buy a second oven, a used one, for 3,000 euros.',
  )
  const page = await oisin.browser.call(readDecision, { params: { decision } })
  assert.deepEqual(
    [page.state, page.gathering, page.text.question, page.before.length],
    ['counted', params.gathering, used, 1],
  )
  const { ballots } = await oisin.browser.call(listBallots, { params: { decision } })
  assert.deepEqual(ballots.find(({ member }) => member === radio)?.by, 'Tomasz Wrona')
  const told = await oisin.browser.call(readCount, { params: { decision } })
  assert.match(
    told.steps.join(' '),
    /were there, .* Quorum: 85\.71 % were there; at least 50 % was needed/,
  )
  const listed = await oisin.browser.call(listDecisions, {
    params: { circle: coop },
    query: { which: 'over' },
  })
  assert.deepEqual(
    listed.decisions.map((one) => one.decision),
    [decision],
    'amendments stand in no list',
  )
  await recounts(oisin, decision)
})

/** What was published counts to the same end, offline. */
async function recounts(who: Somebody, decision: `dcn_${string}`) {
  await using folder = await dataFolder()
  const file = join(folder.path, 'decision.json')
  const published = await who.browser.call(readPublication, { params: { decision } })
  await writeFile(file, JSON.stringify(published))
  const again = await moothall(['recount', file, '--json'], { LANG: 'en' })
  assert.equal(again.code, 0, again.said)
  const forged = {
    ...published,
    roll: {
      ...published.roll,
      entries: published.roll.entries.map((one) => ({ ...one, present: true })),
    },
  }
  await writeFile(file, JSON.stringify(forged))
  assert.equal(
    (await moothall(['recount', file, '--json'], { LANG: 'en' })).code,
    1,
    'who was present can not be changed',
  )
}

test('who was there but did not vote is in the base of those present; who is not there does not vote', async () => {
  const params = await room(oisin, ngozi, devika, chiara)
  const at = await move(oisin, params)
  await second(ngozi, at)
  await state(at)
  const { decision } = await put(at)
  for (const who of [oisin, ngozi]) await vote(who, at, 'favour')
  const away = await joost.browser.refused(api.voteOnMotion, {
    params: at,
    body: { vote: answer('favour') },
  })
  assert.equal(away.name, 'not-in-the-room')
  const outside = await joost.browser.refused(castBallot, {
    params: { decision },
    body: { vote: answer('favour') },
  })
  assert.match(outside.title, /It is decided at a gathering, in the room/)
  assert.deepEqual((await joost.browser.call(waitsForMe)).waiting, [])
  const counted = await count(at)
  // Two of five who are there, though nobody was against.
  assert.deepEqual([counted.result, counted.present, counted.voted], ['failed', 5, 2])
  assert.equal((await maren.browser.refused(api.countVote, { params: at })).name, 'no-vote-open')
})

test('too few there: nothing is decided, and the minutes say so', async () => {
  const params = await room(oisin, ngozi)
  const at = await move(oisin, params)
  await second(ngozi, at)
  await state(at)
  await put(at)
  for (const who of [oisin, ngozi, maren]) await vote(who, at, 'favour')
  assert.equal((await count(at)).result, 'no-quorum')
  const { room: now } = await oisin.browser.call(readTheRoom, { params })
  assert.match(
    now.written[0]?.text ?? '',
    /too few were there, so nothing is decided\. 3 in favour/,
  )
})

test('a roll call: names are called, an answer is recorded with notice, and changed by whose it is', async () => {
  const params = await room(oisin, ngozi, devika, chiara)
  const at = await move(oisin, params)
  await second(ngozi, at)
  await state(at)
  await put(at, 'calls')
  const ear = await ngozi.browser.listen({ [topicOf(params.gathering)]: 0 })
  const early = await ngozi.browser.refused(api.voteOnMotion, {
    params: at,
    body: { vote: answer('favour') },
  })
  assert.match(early.title, /answers when one’s name is called/)
  const order: string[] = []
  for (;;) {
    const next = (await read(maren, params)).vote?.next
    if (!next) break
    order.push(next)
    await maren.browser.call(api.callName, { params: at, body: { member: next } })
  }
  assert.deepEqual(
    order,
    [chiara, devika, maren, ngozi, oisin].map(({ id }) => id),
  )
  const record = { member: ngozi.id, vote: answer('against') }
  await maren.browser.call(api.recordVote, { params: at, body: record })
  await ear.until(() =>
    ear
      .entries(topicOf(params.gathering))
      .some(({ data }) => data['recorded'] === true && data['member'] === ngozi.id),
  )
  ear.close()
  const [mine] = (await read(ngozi, params)).vote?.mine ?? []
  assert.deepEqual([mine?.by?.name, mine?.vote], ['Maren Solheim', answer('against')])
  await vote(ngozi, at, 'favour')
  for (const who of [oisin, devika, chiara]) await vote(who, at, 'favour')
  const absent = await maren.browser.refused(api.callName, {
    params: at,
    body: { member: joost.id },
  })
  assert.equal(absent.name, 'not-there-to-call')
  assert.deepEqual((await count(at)).answers, { favour: 4 })
})

test('an election by ballot: names are put forward from the floor, and nothing shows before the close', async () => {
  const params = await room(oisin, ngozi, devika, chiara)
  const given = { kind: 'election', title: 'A treasurer', question: 'Who keeps the books?' }
  const at = await move(oisin, params, { ...given, options: [{ name: 'Chiara Bellandi' }] })
  await second(ngozi, at)
  await state(at)
  const open = { params: at, body: { way: 'hands' as const } }
  const alone = await maren.browser.refused(api.putToVote, { ...open, body: { way: 'ballot' } })
  assert.equal(alone.name, 'options-missing')
  await devika.browser.call(api.addOption, { params: at, body: { name: 'Joost Aalbers' } })
  assert.equal((await maren.browser.refused(api.putToVote, open)).name, 'ballot-only')
  await put(at, 'ballot')
  const ranks = (who: Somebody, order: number[]) =>
    who.browser.call(api.voteOnMotion, { params: at, body: { vote: { kind: 'order', order } } })
  for (const who of [oisin, ngozi, devika]) await ranks(who, [2, 1])
  await ranks(chiara, [1])
  const seen = (await read(oisin, params)).vote
  assert.deepEqual([seen?.voted, seen?.voters], [4, []])
  const news = await entriesOf(hall.hall.db, topicOf(params.gathering), { limit: 100 })
  const told = news.filter(({ kind }) => kind === 'motion.voted')
  assert.deepEqual(
    told.map(({ data }) => Object.keys(data).toSorted()),
    told.map(() => ['again', 'motion']),
  )
  assert.deepEqual((await count(at)).elected, ['Joost Aalbers'])
})

test('a guest is told why not, and what to do; so is a motion of a kind for days', async () => {
  const params = await room(oisin)
  const guest = hall.browser()
  await guest.call(enterTheRoom, { params, body: { name: 'Aroha Ngata' } })
  const body = { kind: 'extraordinary', title: 'x', question: 'y' }
  const refused = await guest.refused(api.moveMotion, { params, body })
  assert.match(
    refused.title,
    /You are here as a guest: members of the circle move and vote\. Ask for the floor/,
  )
  assert.equal((await guest.call(api.readMotions, { params })).member, false)
  const days = await oisin.browser.refused(api.moveMotion, {
    params,
    body: { ...body, kind: 'spending' },
  })
  assert.match(days.title, /the rules let it be decided over days only/)
  const notFacilitating = await move(oisin, params)
  assert.equal(
    (await oisin.browser.refused(api.stateMotion, { params: notFacilitating })).name,
    'only-facilitators',
  )
  assert.equal(
    (await oisin.browser.refused(api.moveMotion, { params, body })).name,
    'motion-pending',
  )
})

test('withdrawn by leave, kept by one objection; postponed it is a draft over days', async () => {
  const params = await room(oisin, ngozi, devika)
  const at = await move(oisin, params)
  await second(ngozi, at)
  await state(at)
  assert.deepEqual(await oisin.browser.call(api.withdrawMotion, { params: at }), { asked: true })
  await devika.browser.call(api.refuseLeave, { params: at })
  assert.equal((await maren.browser.refused(api.giveLeave, { params: at })).name, 'no-leave-asked')
  await oisin.browser.call(api.withdrawMotion, { params: at })
  await maren.browser.call(api.giveLeave, { params: at })
  assert.equal((await read(ngozi, params)).over[0]?.state, 'withdrawn')

  const later = await move(oisin, params)
  await second(ngozi, later)
  await state(later)
  const { draft } = await maren.browser.call(api.postponeMotion, { params: later })
  assert.ok(draft)
  const page = await oisin.browser.call(readDecision, { params: { decision: draft } })
  assert.deepEqual(
    [page.state, page.madeBy.person, page.text.title],
    ['draft', oisin.id, 'A second oven'],
  )
})

test('when the gathering ends an open vote is counted as it stands, once, and pressing twice counts once', async () => {
  const params = await room(oisin, ngozi, devika)
  const at = await move(oisin, params)
  await second(ngozi, at)
  await state(at)
  const { decision } = await put(at)
  for (const who of [oisin, ngozi, devika]) await vote(who, at, 'favour')
  const tries = await Promise.allSettled([
    maren.browser.call(endTheGathering, { params }),
    count(at),
    count(at),
  ])
  assert.ok(tries.some(({ status }) => status === 'fulfilled'))
  const news = await entriesOf(hall.hall.db, `decision:${decision}`, { limit: 100 })
  assert.equal(news.filter(({ kind }) => kind === 'decision.outcome').length, 1)
  const motions = await entriesOf(hall.hall.db, topicOf(params.gathering), { limit: 100 })
  assert.equal(motions.filter(({ kind }) => kind === 'motion.counted').length, 1)
})
