/** Ballots by a link in a mail, as members meet them. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { leaveCircle } from '#slices/circles/index.ts'
import { recallDelegate } from '#slices/circles/api/members.ts'
import { daysPass, decidingCommons, proposed } from '#testing/decisions.ts'
import { openTestHall } from '#testing/hall.ts'
import { signInAgain, type Somebody } from '#testing/people.ts'
import { openPost } from '#testing/post.ts'
import * as links from './api/links.ts'
import { supportDecision } from './api/making.ts'
import * as reading from './api/reading.ts'
import * as voting from './api/voting.ts'
import type { DecisionId } from './store/tables.ts'
import { keepDecisions } from './timers/keeping.ts'

const post = await openPost()
const hall = await openTestHall({
  now: '2026-10-20T10:00:00.000Z',
  config: { smtpUrl: post.url },
})
after(async () => {
  await hall.close()
  await post[Symbol.asyncDispose]()
})
const commons = await decidingCommons(hall, (kind) => ({ ...kind, talkDays: 0, leastDays: 1 }))
const { coop, radio, maren, custodians, producers, delegates } = commons
const [, chiara = maren, joost = maren] = custodians
const [oisin = maren, ngozi = maren, devika = maren] = producers
const [yuki, tomasz] = delegates

const at = (decision: DecisionId) => ({ params: { decision } })
const turnout = async (decision: DecisionId) =>
  (await maren.browser.call(reading.readDecision, at(decision))).turnout?.voted
/** The addresses below `/b/` in the last letter to somebody whose subject begins so. */
async function linksIn(who: Somebody, subject: string, title: string): Promise<string[]> {
  for (let count = 1; ; count += 1) {
    const { subject: said = '', text = '' } = await post.lettersTo(who.email, count)
    if (said === `${subject}: ${title}`)
      return [...text.matchAll(/\/b\/[\w-]+/g)].map(([path]) => path)
  }
}
/** A browser that is nobody's: a mail scanner, or somebody who does not sign in. */
const stranger = hall.browser()
const form = (fields: Record<string, string>) => ({
  method: 'POST',
  body: new URLSearchParams(fields),
})
const send = (path: string, fields: Record<string, string>) => stranger.fetch(path, form(fields))

async function opened(title: string, kind = 'extraordinary', more = {}) {
  const days = { talkDays: 0, openDays: 7 }
  const decision = await proposed(oisin, coop, { kind, title, ...more }, days)
  await chiara.browser.call(supportDecision, { ...at(decision), body: { on: true } })
  await keepDecisions(hall.hall, hall.clock.now())
  return decision
}

test('Chiara votes from her mail without signing in; opening the link casts nothing', async () => {
  const decision = await opened('A cargo bike')
  const [link = ''] = await linksIn(chiara, 'Open', 'A cargo bike')
  // A scanner looks at every link of a mail, and follows what it finds.
  for (const method of ['GET', 'HEAD', 'GET']) {
    const answer = await stranger.fetch(link, { method })
    assert.equal(answer.status, 200)
    assert.equal(answer.headers.get('referrer-policy'), 'no-referrer')
  }
  assert.equal(await turnout(decision), 0)
  const page = await (await stranger.fetch(link)).text()
  assert.match(page, /The ballot of Chiara Bellandi/)
  assert.match(page, /Nothing is cast yet/)

  const early = await send(link, { said: 'It pays in two years.' })
  assert.equal(early.status, 422)
  // What was written is not lost.
  assert.match(await early.text(), /Nothing is chosen[\s\S]*It pays in two years\./)
  const [one, two] = await Promise.all([
    send(link, { answer: 'favour' }),
    send(link, { answer: 'favour' }),
  ])
  assert.deepEqual([one.status, two.status], [303, 303])
  assert.match(await (await stranger.fetch(one.headers.get('location') ?? '')).text(), /in the urn/)
  assert.equal((await send(link, { answer: 'against', said: 'Too dear.' })).status, 303)
  assert.equal(await turnout(decision), 1)
  const mine = (await chiara.browser.call(reading.readDecision, at(decision))).mine[0]
  assert.deepEqual([mine?.ballot, mine?.said], [{ kind: 'answer', answer: 'against' }, 'Too dear.'])
  const [told = ''] = await linksIn(chiara, 'Your ballot was cast by a link', 'A cargo bike')
  assert.notEqual(told, link)
  await send(link, { answer: 'block' }).then(async (answer) => {
    assert.equal(answer.status, 422)
    assert.match(await answer.text(), /do not offer that answer/)
  })

  // A forged link, and one that is cut off.
  for (const forged of [
    `${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}`,
    link.slice(0, 20),
  ]) {
    assert.equal((await stranger.fetch(forged)).status, 404)
    assert.equal((await send(forged, { answer: 'favour' })).status, 404)
  }
  // It was not her: the links end, the stewards are told, and by signing in she votes anew.
  assert.equal((await send(`${told}/stop`, { why: 'not-me' })).status, 200)
  assert.equal((await stranger.fetch(link)).status, 410)
  assert.equal((await send(link, { answer: 'favour' })).status, 410)
  await linksIn(maren, 'Somebody did not cast their ballot', 'A cargo bike')
  const vote = { kind: 'answer' as const, answer: 'favour' as const }
  await chiara.browser.call(voting.castBallot, { ...at(decision), body: { vote } })
  assert.equal(await turnout(decision), 1)
})

test('an election by mail: places once each, an empty ballot only when it is meant', async () => {
  const options = ['Rye', 'Oat', 'Spelt'].map((name) => ({ name, note: '', person: null }))
  const decision = await opened('The bread of spring', 'election', { options })
  const [link = ''] = await linksIn(ngozi, 'Open', 'The bread of spring')
  const twice = await send(link, { p1: '1', p3: '1' })
  assert.match(await twice.text(), /Place 1 is given twice/)
  assert.equal((await send(link, { p1: '', p2: '' })).status, 422)
  assert.equal((await send(link, { p3: '1', p1: '5' })).status, 303)
  const ballot = async () =>
    (await ngozi.browser.call(reading.readDecision, at(decision))).mine[0]?.ballot
  assert.deepEqual(await ballot(), { kind: 'order', order: [3, 1] })
  assert.equal((await send(link, { empty: 'yes' })).status, 303)
  assert.deepEqual(await ballot(), { kind: 'order', order: [] })
})

test('links end with whoever leaves, is replaced or wants none; after the close they open nothing', async () => {
  const decision = await opened('A new roof')
  const by = { by: maren.id, now: hall.clock.now() }
  const [yukis = ''] = await linksIn(yuki, 'Open', 'A new roof')
  const [tomaszs = ''] = await linksIn(tomasz, 'Open', 'A new roof')
  const [devikas = ''] = await linksIn(devika, 'Open', 'A new roof')
  const [joosts = ''] = await linksIn(joost, 'Open', 'A new roof')
  assert.match(await (await stranger.fetch(yukis)).text(), /The ballot of Night Ferry Radio/)
  assert.equal((await send(yukis, { answer: 'against' })).status, 303)
  // The delegate is replaced during the vote: the last valid vote counts, and hers no more.
  await maren.browser.call(recallDelegate, {
    params: { circle: coop, body: radio, person: yuki.id },
  })
  assert.equal((await send(yukis, { answer: 'favour' })).status, 410)
  assert.equal((await send(tomaszs, { answer: 'favour' })).status, 303)
  const asRadio = (await tomasz.browser.call(reading.readDecision, at(decision))).mine.find(
    ({ member }) => member === radio,
  )
  assert.equal(asRadio?.by?.name, 'Tomasz Wrona')
  // Excluded in between: the link ends, the frozen roll stands.
  await hall.hall.transact((tx) => leaveCircle(tx, coop, devika.id, by))
  assert.equal((await send(devikas, { answer: 'favour' })).status, 410)
  const vote = { kind: 'answer' as const, answer: 'favour' as const }
  await devika.browser.call(voting.castBallot, { ...at(decision), body: { vote } })
  // Stopped in the hall, and not wanted any more.
  const mine = await joost.browser.call(links.readMyLinks)
  assert.ok(mine.links.some(({ title }) => title === 'A new roof'))
  await joost.browser.call(links.stopMyLinks, at(decision))
  assert.equal((await stranger.fetch(joosts)).status, 410)
  await joost.browser.call(links.wishLinks, { body: { wanted: false } })
  assert.deepEqual((await joost.browser.call(links.readMyLinks)).links, [])
  const [again = ''] = await linksIn(oisin, 'Open', 'A new roof')

  // Seven days of the clock; on the way it was set back by an hour.
  assert.equal(
    (await maren.browser.call(reading.readDecision, at(decision))).closesAt,
    '2026-10-27T11:00:00.000Z',
  )
  hall.clock.set('2026-10-26T11:00:00.000Z')
  await keepDecisions(hall.hall, hall.clock.now())
  const [last = ''] = await linksIn(oisin, 'Closes soon', 'A new roof')
  assert.equal((await stranger.fetch(again)).status, 200)
  assert.deepEqual(await linksIn(joost, 'Closes soon', 'A new roof'), [])
  await daysPass(hall, 1)
  const late = await send(last, { answer: 'favour' })
  assert.equal(late.status, 410)
  assert.match(await late.text(), /It is closed/)
  await signInAgain(hall, maren)
  assert.equal(await turnout(decision), 2)
})

test('nothing broke behind our backs', () => {
  assert.deepEqual(hall.errors, [])
})
