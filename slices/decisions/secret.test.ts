/** Secret ballots, as members meet them, and as somebody meets them who would like to know more. */
import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { DAY } from '#kernel/clock.ts'
import { changeClass, joinCircle, leaveCircle } from '#slices/circles/index.ts'
import { daysPass, decidingCommons, proposed } from '#testing/decisions.ts'
import { openTestHall } from '#testing/hall.ts'
import { castsWith, drawnBy, paperOf, refusedWith, takes } from '#testing/papers.ts'
import { signInAgain, somebody, type Somebody } from '#testing/people.ts'
import { dataFolder } from '#testing/terminal.ts'
import * as making from './api/making.ts'
import * as reading from './api/reading.ts'
import * as secret from './api/secret.ts'
import * as voting from './api/voting.ts'
import { recountFile } from './routes/recount.ts'
import { fingerprintOf, recountDecision } from './rules/count/publication.ts'
import { Published } from './rules/count/published.ts'
import type { Vote } from './rules/count/votes.ts'
import { shortOf } from './rules/secret/paper.ts'
import { isSigned, signBlind } from './rules/secret/signing.ts'
import type { DecisionId } from './store/tables.ts'
import { signedPaper } from './web/secret/blinding.ts'
import { keepDecisions } from './timers/keeping.ts'
import { lettersJob } from './timers/letters.ts'

const hall = await openTestHall({ now: '2026-12-01T09:00:00.000Z' })
after(() => hall.close())
const commons = await decidingCommons(hall, (kind) => {
  const soon = { ...kind, talkDays: 0, leastDays: 1 }
  if (kind.about === 'election') return { ...soon, secrecy: 'secret', quorum: null }
  // By class: three custodians are too few.
  if (kind.about === 'extraordinary') return { ...soon, secrecy: 'secret', supporters: 0 }
  return kind.about === 'spending'
    ? { ...soon, secrecy: 'secret', weights: { kind: 'flat' }, quorum: null }
    : soon
})
const { coop, radio, maren, custodians, producers, delegates } = commons
const [, chiara = maren, joost = maren] = custodians
const [oisin = maren, ngozi = maren, devika = maren] = producers
const [yuki, tomasz] = delegates
const stranger = await somebody(hall, 'Nobody Known')
const everybody = [...custodians, ...producers, ...delegates]

const at = (decision: DecisionId) => ({ params: { decision } })
const order = (...given: number[]): Vote => ({ kind: 'order', order: given })
const options = ['Chiara Bellandi', 'Ngozi Okafor', 'Yuki Tanabe'].map((name) => ({
  name,
  note: '',
  person: null,
}))
const ELECTION = { kind: 'election', title: 'A keeper', question: 'Who keeps the keys?', options }
const DAYS = { talkDays: 0, openDays: 3 }

async function opened(given: Parameters<typeof proposed>[2] = ELECTION): Promise<DecisionId> {
  const decision = await proposed(maren, coop, given, DAYS)
  await keepDecisions(hall.hall, hall.clock.now())
  return decision
}
const cast = (decision: DecisionId, token: Parameters<typeof castsWith>[2], vote: Vote) =>
  castsWith(hall.origin, decision, token, vote)
const refusedCast = (decision: DecisionId, token: Parameters<typeof castsWith>[2], vote: Vote) =>
  refusedWith(hall.origin, decision, token, vote)
async function signingKey(decision: DecisionId): Promise<Buffer | null> {
  const { rows } = await sql<{ private_key: Buffer }>`select private_key
    from decision_signing_keys where decision = ${decision}`.execute(hall.hall.db)
  return rows[0]?.private_key ?? null
}
async function publicationOf(who: Somebody, decision: DecisionId): Promise<Published> {
  const answer = await who.browser.fetch(`/api/decisions/${decision}/publication`)
  return Published.parse(await answer.json())
}
const recounted = (published: Published) => {
  const again = recountDecision(published)
  return 'differs' in again ? again.differs : [again.refused]
}

test('papers are taken by name, cast by nobody, changed until the close, and counted again from the file', async () => {
  const decision = await opened()
  const named = { ...at(decision), body: { vote: order(1) } }
  assert.equal((await chiara.browser.refused(voting.castBallot, named)).name, 'paper-needed')

  // A lost answer loses no paper: the same is signed alike; another is not.
  const drawn = await drawnBy(chiara, decision)
  const paper = await takes(chiara, decision, drawn)
  assert.deepEqual(await takes(chiara, decision, drawn), paper)
  const another = { ...at(decision), body: { blinded: (await drawnBy(chiara, decision)).blinded } }
  const refused = await chiara.browser.refused(secret.takePaper, another)
  assert.equal(refused.name, 'paper-taken')
  assert.match(refused.title, /^Chiara Bellandi took this paper already/)
  const broken = { ...at(decision), body: { blinded: '_'.repeat(342) } }
  assert.equal((await joost.browser.refused(secret.takePaper, broken)).name, 'paper-broken')

  // Of two devices at once, one has the paper.
  const twice = await Promise.allSettled(
    [1, 2].map(async () => takes(oisin, decision, await drawnBy(oisin, decision))),
  )
  assert.deepEqual(twice.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
  const oisins = twice.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))[0] ?? paper

  // A co-op has one paper, of the delegate who took it; also after they were replaced.
  const radios = await takes(yuki, decision, await drawnBy(yuki, decision, radio), radio)
  const second = {
    ...at(decision),
    body: { as: radio, blinded: (await drawnBy(tomasz, decision, radio)).blinded },
  }
  const taken = await tomasz.browser.refused(secret.takePaper, second)
  assert.match(taken.title, /^Yuki Tanabe took this paper already/)

  // Who was excluded since the opening is on the frozen roll and takes a paper.
  const by = { by: maren.id, now: hall.clock.now() }
  await hall.hall.transact((tx) => leaveCircle(tx, coop, devika.id, by))
  const devikas = await paperOf(devika, decision)
  await hall.hall.transact(async (tx) => {
    await joinCircle(tx, coop, devika.id, by)
    await changeClass(tx, { circle: coop, member: devika.id, to: 'producer' }, by)
  })

  await cast(decision, paper, order(2, 1))
  await cast(decision, oisins, order(1))
  await cast(decision, radios, order(3))
  await cast(decision, devikas, order())
  // Cookies are not read, even those of a session that is none; a ballot is replaced by its paper.
  const nosy = hall.browser()
  nosy.cookies.set('moothall_session', 'nobody')
  await nosy.call(secret.castPaper, { ...at(decision), body: { ...paper, vote: order(1, 2) } })
  assert.equal(nosy.cookies.size, 1)
  await cast(decision, paper, order(1, 2))

  // Who took a paper is there for all to see; nothing else is.
  const { keys, papers, mine } = await joost.browser.call(secret.readPapers, at(decision))
  assert.deepEqual(papers.map(({ name, by: who }) => [name, who]).toSorted(), [
    ['Chiara Bellandi', null],
    ['Devika Rao', null],
    ['Night Ferry Radio', 'Yuki Tanabe'],
    ['Oisín Farrelly', null],
  ])
  assert.deepEqual(
    [keys.map(({ group, on, taken: count }) => [group, on, count]), mine[0]?.by],
    [[['all', 7, 4]], null],
  )
  const roll = await joost.browser.call(reading.readRoll, at(decision))
  assert.equal(roll.lines.find(({ member }) => member === oisin.id)?.voted, true)
  for (const op of [voting.readCount, voting.readPublication, secret.readUrn])
    assert.equal((await joost.browser.refused(op, at(decision))).name, 'results-hidden')
  const { rows: entries } = await sql<{ kind: string; count: number }>`select kind, count(*)::int
    as count from record where topic = ${`decision:${decision}`} group by 1`.execute(hall.hall.db)
  assert.deepEqual(entries.map(({ kind, count }) => `${kind} ${count}`).toSorted(), [
    'decision.drafted 1',
    'decision.opened 1',
    'decision.paper-taken 4',
    'decision.proposed 1',
  ])

  // Reminders go to those who took none.
  await daysPass(hall, 2)
  await lettersJob.run(hall.hall, { decision, about: 'remind', which: '' })
  const { rows: reminded } = await sql<{ person: string }>`select person from decision_letters
    where decision = ${decision} and about like 'remind%'`.execute(hall.hall.db)
  assert.deepEqual(
    reminded.map(({ person }) => person).toSorted(),
    [maren.id, joost.id, ngozi.id].map(String).toSorted(),
  )

  // At the last second a vote is changed; a second later no paper is good any more.
  const last = await paperOf(ngozi, decision)
  hall.clock.pass(DAY - 1)
  await cast(decision, last, order(2))
  await cast(decision, last, order(2, 3))
  hall.clock.pass(1)
  assert.equal(await refusedCast(decision, last, order(1)), 'ballots-closed')
  assert.notEqual(await signingKey(decision), null)
  await keepDecisions(hall.hall, hall.clock.now())
  assert.equal(await signingKey(decision), null)
  await signInAgain(hall, ...everybody)
  const late = { ...at(decision), body: { blinded: (await drawnBy(joost, decision)).blinded } }
  assert.equal((await joost.browser.refused(secret.takePaper, late)).name, 'ballots-closed')
  assert.equal(await refusedCast(decision, last, order(1)), 'ballots-closed')

  // Five papers, five ballots; each finds their own by what they wrote down of it.
  const counted = await chiara.browser.call(voting.readCount, at(decision))
  assert.deepEqual([counted.result, counted.papers], ['elected', { taken: 5, cast: 5 }])
  const found = await stranger.browser.call(secret.readUrn, at(decision)).catch(() => null)
  assert.equal(found, null)
  const short = shortOf(paper.tracker).toLowerCase()
  const own = await chiara.browser.call(secret.readUrn, {
    ...at(decision),
    query: { tracker: short },
  })
  assert.deepEqual(
    own.ballots.map(({ tracker, vote }) => [tracker, vote]),
    [[paper.tracker, order(1, 2)]],
  )
  const ballots = await chiara.browser.refused(voting.listBallots, at(decision))
  assert.equal(ballots.name, 'ballots-secret')

  await using folder = await dataFolder()
  const file = join(folder.path, 'decision.json')
  const published = await publicationOf(chiara, decision)
  await writeFile(file, JSON.stringify(published))
  const lines: string[] = []
  assert.equal(
    recountFile([file], (line) => lines.push(line), 'en'),
    0,
    lines.join(),
  )
  assert.match(lines.join(), /Counted again from 5 ballots, everything is the same/)
})

test('a recount fails when a ballot, a token, a key, a rule or a paper was changed, also with a new fingerprint', async () => {
  const decision = await opened()
  for (const [at1, who] of [chiara, joost, oisin, ngozi, devika].entries())
    await cast(decision, await paperOf(who, decision), order(1 + (at1 % 2), 3))
  // One paper is taken and not cast: the difference is published.
  await paperOf(maren, decision)
  await daysPass(hall, 3)
  await signInAgain(hall, ...everybody)
  const published = await publicationOf(chiara, decision)
  const { papers } = await chiara.browser.call(voting.readCount, at(decision))
  assert.deepEqual(papers, { taken: 6, cast: 5 })
  assert.deepEqual(recounted(published), [])
  const { secret: part, ballots, roll } = published
  assert.ok(part)
  const [token, ...tokens] = part.tokens
  const [key] = part.keys
  assert.ok(token && key)
  const other = await opened()
  const otherKey = (await chiara.browser.call(secret.readPapers, at(other))).keys[0]
  const sealed = {
    ...token,
    signature: token.signature.replace(/^./, (a) => (a === 'A' ? 'B' : 'A')),
  }
  const spare = { ...token, tracker: token.tracker.replace(/.$/, (a) => (a === 'Z' ? 'Y' : 'Z')) }
  const changes: [what: string, change: Partial<Published>, differs: string][] = [
    ['a signature', { secret: { ...part, tokens: [sealed, ...tokens] } }, 'tokens'],
    ['a tracker', { secret: { ...part, tokens: [spare, ...tokens] } }, 'tokens'],
    [
      'a key',
      { secret: { ...part, keys: [{ ...key, publicKey: otherKey?.publicKey ?? '' }] } },
      'tokens',
    ],
    ['a ballot without a token', { ballots: [...ballots, 'all 1'] }, 'tokens'],
    [
      'one token for two ballots',
      {
        ballots: [...ballots, ballots.at(-1) ?? ''],
        secret: { ...part, tokens: [...part.tokens, part.tokens.at(-1) ?? token] },
      },
      'tokens',
    ],
    [
      'fewer papers taken than ballots',
      {
        roll: { ...roll, entries: roll.entries.map((one) => ({ ...one, voted: false })) },
      },
      'ballots',
    ],
    ['the tokens left out', { secret: undefined } as never, 'tokens'],
    ['another ruling', { ruling: { ...published.ruling, classes: [] } }, 'tokens'],
  ]
  for (const [what, change, differs] of changes) {
    const { fingerprint: _, ...rest } = { ...published, ...change }
    const forged = { ...rest, fingerprint: fingerprintOf(JSON.parse(JSON.stringify(rest))) }
    assert.ok(
      recounted(Published.parse(JSON.parse(JSON.stringify(forged)))).includes(differs),
      what,
    )
  }
  const [first = '', ...others] = ballots
  const turned = first.replace(/ .*/, first.includes(' 3') ? ' 1' : ' 3>2')
  assert.ok(recounted({ ...published, ballots: [turned, ...others] }).includes('fingerprint'))
})

test('a forged paper, or one of another decision or group, is not taken', async () => {
  const [decision, other] = [await opened(), await opened({ ...ELECTION, title: 'Another' })]
  const paper = await paperOf(chiara, decision)
  assert.equal(await refusedCast(other, paper, order(1)), 'paper-not-signed')
  const forged = { ...paper, tracker: paper.tracker.replace(/^./, (a) => (a === 'Z' ? 'Y' : 'Z')) }
  assert.equal(await refusedCast(decision, forged, order(1)), 'paper-not-signed')
  assert.equal(
    await refusedCast(decision, { ...paper, group: 'weight-2' }, order(1)),
    'paper-not-signed',
  )
  assert.equal(await refusedCast(decision, paper, order(1, 1)), 'option-twice')
  assert.equal(
    await refusedCast(decision, paper, { kind: 'answer', answer: 'favour' }),
    'ballot-of-another-kind',
  )
  const open = await opened({ kind: 'ordinary', title: 'Tea', question: 'Shall we?' })
  assert.equal(await refusedCast(open, paper, order(1)), 'not-secret')
  // So often that it would only be noise.
  const names = new Set<string>()
  for (let times = 0; times < 25; times += 1)
    await cast(decision, paper, order(1 + (times % 3))).catch((cause) =>
      names.add(cause.problem?.name),
    )
  assert.deepEqual([...names], ['too-often'])
})

test('a host that gives itself papers is seen, and the database keeps more ballots than papers out', async () => {
  const decision = await opened()
  const papers = new Map<Somebody, Awaited<ReturnType<typeof paperOf>>>()
  for (const who of [chiara, oisin, ngozi]) papers.set(who, await paperOf(who, decision))
  for (const token of papers.values()) await cast(decision, token, order(1))
  // With the key from the database another paper is signed, and laid into the urn.
  const key = await signingKey(decision)
  assert.ok(key)
  const drawn = await drawnBy(maren, decision)
  const blind = signBlind(key, drawn.blinded)
  assert.ok(typeof blind === 'string')
  const extra = await signedPaper(decision, drawn, blind)
  assert.ok(isSigned(Buffer.from(drawn.publicKey, 'base64'), decision, extra))
  const spent = await castsWith(hall.origin, decision, extra, order(2)).catch(
    (cause) => cause.problem,
  )
  assert.equal(spent?.status, 500)
  assert.match(hall.errors.splice(0).join(), /more ballots than papers were taken/)
  for (const change of [
    sql`update decision_urns set ballots = '{"all": {}}' where decision = ${decision}`,
    sql`delete from decision_urns where decision = ${decision}`,
    sql`delete from decision_papers where decision = ${decision}`,
    sql`update decision_roll set voted_at = now() where decision = ${decision} and member = ${maren.id}`,
    sql`insert into decision_papers values (${decision}, ${maren.id}, 'all', ${'0'.repeat(64)}, ${maren.id})`,
    sql`insert into decision_ballots values (${decision}, ${chiara.id}, '{}', '', ${chiara.id}, ${hall.clock.now()}, 0)`,
    sql`update decision_keys set public_key = '' where decision = ${decision}`,
  ])
    await assert.rejects(
      change.execute(hall.hall.db),
      /taken out|stays|stand|not those of its roll|are secret/,
    )
  // A paper in the name of somebody who took none: they read their name among those who did.
  await hall.hall.transact(async (tx) => {
    await sql`insert into decision_papers
      values (${decision}, ${joost.id}, 'all', ${'0'.repeat(64)}, ${joost.id})`.execute(tx)
    await sql`update decision_roll set voted_at = ${hall.clock.now()}
      where decision = ${decision} and member = ${joost.id}`.execute(tx)
  })
  await cast(decision, extra, order(2))
  const list = await joost.browser.call(secret.readPapers, at(decision))
  assert.deepEqual([list.mine[0]?.by, list.keys[0]?.taken], ['Joost Aalbers', 4])
  // Called void, nothing is signed any more.
  await maren.browser.call(making.voidDecision, {
    ...at(decision),
    body: { why: 'rules', words: 'Joost never took a paper.' },
  })
  assert.equal(await signingKey(decision), null)
  assert.equal(await refusedCast(decision, extra, order(1)), 'not-decided-any-more')
})

test('with fewer than five who are counted by themselves nothing opens as secret, and it is said', async () => {
  const draft = { kind: 'extraordinary', title: 'Rent it', question: 'Shall we?' }
  const { decision } = await maren.browser.call(making.draftDecision, {
    params: { circle: coop },
    body: draft,
  })
  const refused = await maren.browser.refused(making.proposeDecision, {
    ...at(decision),
    body: DAYS,
  })
  assert.equal(refused.name, 'group-too-small')
  assert.match(
    refused.title,
    /Only 3 on the roll would be counted as “Custodians”, and with fewer than 5/,
  )

  // Enough when it was proposed, too few when it would open.
  const later = await proposed(maren, coop, ELECTION, { talkDays: 1, openDays: 3 })
  const by = { by: maren.id, now: hall.clock.now() }
  for (const who of [joost, devika, ngozi])
    await hall.hall.transact((tx) => leaveCircle(tx, coop, who.id, by))
  await daysPass(hall, 1)
  const waiting = await maren.browser.call(reading.readDecision, at(later))
  assert.deepEqual(
    [waiting.state, waiting.waits],
    ['talk', [{ for: 'group', group: 'Custodians, Producers, Consumers', on: 4, least: 5 }]],
  )
})

/** Every row of every table as somebody with the database reads it: with its place and its transaction. */
async function dump() {
  const { rows: tables } = await sql<{ name: string }>`select table_name as name
    from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(
    hall.hall.db,
  )
  const all: { table: string; place: string; xmin: number; row: string }[] = []
  for (const { name } of tables) {
    const { rows } = await sql<{ place: string; xmin: string; row: string }>`select ctid::text
      as place, xmin::text, to_jsonb(t)::text as row from ${sql.table(name)} t`.execute(
      hall.hall.db,
    )
    all.push(...rows.map((one) => ({ ...one, xmin: Number(one.xmin), table: name })))
  }
  return all
}

test('from a full dump no linker finds whose ballot is whose better than chance', async () => {
  const people = await Promise.all(
    Array.from({ length: 16 }, (_, nr) => somebody(hall, `Voter ${nr}`, { circles: [coop] })),
  )
  const by = { by: maren.id, now: hall.clock.now() }
  await hall.hall.transact(async (tx) => {
    for (const { id: member } of people)
      await changeClass(tx, { circle: coop, member, to: 'producer' }, by)
  })
  const decision = await opened()
  // Each takes a paper and casts at once, a minute apart: the worst for them.
  const mine = new Map<string, string>()
  for (const who of people) {
    const paper = await paperOf(who, decision)
    await cast(decision, paper, order(1 + (mine.size % 3)))
    mine.set(who.id, paper.tracker)
    hall.clock.pass(60_000)
  }
  const rows = await dump()
  const trackers = [...mine.values()].toSorted()
  // A tracker stands in one row, with all others, and nobody's id stands in it.
  for (const tracker of trackers) {
    const holding = rows.filter(({ row }) => row.includes(tracker))
    assert.deepEqual(
      holding.map(({ table }) => table),
      ['decision_urns'],
    )
    for (const other of trackers) assert.ok(holding[0]?.row.includes(other))
    assert.ok(!/(per|cir)_|T\d\d:\d\d/.test(holding[0]?.row ?? ''))
  }
  // The orders in which papers can be read, against those in which ballots can.
  const papers = rows.filter(
    ({ table, row }) => table === 'decision_papers' && row.includes(decision),
  )
  const memberIn = (row: string) => people.find(({ id }) => row.includes(id))?.id ?? ''
  const urn = rows.find(({ table, row }) => table === 'decision_urns' && row.includes(decision))
  const stored = trackers.toSorted(
    (a, b) => (urn?.row.indexOf(a) ?? 0) - (urn?.row.indexOf(b) ?? 0),
  )
  assert.deepEqual(stored, trackers, 'the order in the urn is that of the trackers')
  const orders = [
    papers.toSorted((a, b) => a.xmin - b.xmin),
    papers.toSorted((a, b) => (a.place < b.place ? -1 : 1)),
    papers.toSorted((a, b) => (a.row < b.row ? -1 : 1)),
  ].map((list) => list.map(({ row }) => memberIn(row)).filter(Boolean))
  for (const linker of orders) {
    const right = linker.filter((id, nr) => mine.get(id) === stored[nr]).length
    // By chance it is one in the mean; eight or more come once in a hundred thousand tries.
    assert.ok(right < 8, `${right} of 16 were linked`)
  }
  // Only one row changes with a ballot, and no entry of the record, no job and no repeat tells of it.
  const before = new Map(rows.map(({ table, place, xmin }) => [`${table} ${place} ${xmin}`, true]))
  const again = people[3]
  assert.ok(again)
  const [changing = ''] = trackers
  const { rows: kept } = await sql<{
    signature: string
  }>`select ballots -> 'all' -> ${changing} ->> 1
    as signature from decision_urns where decision = ${decision}`.execute(hall.hall.db)
  const token = { group: 'all', tracker: changing, signature: kept[0]?.signature ?? '' }
  await cast(decision, token, order(3, 2, 1))
  const changed = (await dump()).filter(
    ({ table, place, xmin }) => !before.has(`${table} ${place} ${xmin}`),
  )
  assert.deepEqual(
    changed.map(({ table }) => table),
    ['decision_urns'],
  )
})

test('nothing broke behind our backs', () => {
  assert.deepEqual(hall.errors, [])
})
