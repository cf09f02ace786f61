/** The advice process: asked, advised, decided by whoever proposed it. */
import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { leaveCircle } from '#slices/circles/index.ts'
import { eraseMe } from '#slices/people/api/me.ts'
import { daysPass, decidingCommons, proposed } from '#testing/decisions.ts'
import { openTestHall } from '#testing/hall.ts'
import { signInAgain, type Somebody, somebody } from '#testing/people.ts'
import { dataFolder, moothall } from '#testing/terminal.ts'
import * as api from './api/advice.ts'
import * as making from './api/making.ts'
import * as reading from './api/reading.ts'
import * as voting from './api/voting.ts'
import * as whatIf from './api/what-if.ts'
import type { Taken } from './rules/advice/advice.ts'
import type { DecisionId } from './store/tables.ts'
import { keepDecisions, reviewDecisions } from './timers/keeping.ts'
import { lettersJob } from './timers/letters.ts'

const hall = await openTestHall({ now: '2027-03-01T10:00:00.000Z' })
after(() => hall.close())
const { coop, maren, custodians, producers, delegates } = await decidingCommons(hall)
const [, chiara = maren] = custodians
const [oisin = maren, ngozi = maren, devika = maren] = producers
const [yuki] = delegates
const stranger = await somebody(hall, 'Nobody Known')
const everybody = [...custodians, ...producers, ...delegates]

const at = (decision: DecisionId) => ({ params: { decision } })
const readAdvice = (who: Somebody, decision: DecisionId) =>
  who.browser.call(api.readAdvice, at(decision))
const ask = (who: Somebody, decision: DecisionId, of: Somebody, why = '') => ({
  op: api.askForAdvice,
  who,
  given: { ...at(decision), body: { person: of.id, why } },
})
const asks = ({ who, op, given }: ReturnType<typeof ask>) => who.browser.call(op, given)
const refusedAsk = async ({ who, op, given }: ReturnType<typeof ask>) =>
  (await who.browser.refused(op, given)).name
const advise = (who: Somebody, decision: DecisionId, words: string) =>
  who.browser.call(api.giveAdvice, { ...at(decision), body: { words } })
const decision = async (decided: DecisionId, taken: [Somebody, Taken, string][], more = {}) => ({
  ...at(decided),
  body: {
    does: true,
    words: 'I buy the press, used, from the printers in the harbour.',
    taken: taken.map(([{ id: person }, how, why]) => ({ person, how, why })),
    seen: (await readAdvice(maren, decided)).seen,
    ...more,
  },
})
const press = (who: Somebody) =>
  proposed(
    who,
    coop,
    { kind: 'advice', title: 'A used press', question: 'I would buy a used press for posters.' },
    { talkDays: 0, openDays: 0 },
  )
const waiting = async (who: Somebody, of: DecisionId) =>
  (await who.browser.call(reading.waitsForMe)).waiting
    .filter((one) => one.decision === of)
    .map(({ what }) => what)
async function lettersOf(of: DecisionId, about: string): Promise<string[]> {
  const { db } = hall.hall
  const { rows } = await sql<{ data: Record<string, unknown> }>`select data from pgboss.job
    where name = ${lettersJob.name} and data ->> 'decision' = ${of}
      and data ->> 'about' = ${about}`.execute(db)
  for (const { data } of rows) await lettersJob.run(hall.hall, data)
  const found = await sql<{ person: string }>`select distinct person from decision_letters
    where decision = ${of} and about like ${`${about} %`}`.execute(db)
  return found.rows.map(({ person }) => person).toSorted()
}

test('Ngozi asks two who know, hears a third, and decides; anybody can check that she kept the rule', async () => {
  const of = await press(ngozi)
  const rules = (await ngozi.browser.call(reading.readDecision, at(of))).rules.map(
    ({ text }) => text,
  )
  assert.match(rules.join(' '), /At least 2 people are asked; anybody of the circle may give/)
  assert.ok(!/quorum|Ballots|vote on it|One vote/.test(rules.join(' ')), rules.join('\n'))
  const hasty = await ngozi.browser.refused(api.decideByAdvice, await decision(of, []))
  assert.equal(hasty.name, 'too-few-asked')
  assert.match(hasty.title, /at least 2 people are asked for advice first; so far nobody was/)

  assert.equal(await refusedAsk(ask(ngozi, of, ngozi)), 'own-advice')
  assert.equal(await refusedAsk(ask(ngozi, of, stranger)), 'adviser-outside')
  assert.equal(await refusedAsk(ask(chiara, of, oisin)), 'not-allowed')
  assert.equal(await refusedAsk(ask(maren, of, oisin)), 'proposer-decides')
  await asks(ask(ngozi, of, oisin, 'You ran one for ten years.'))
  await asks(ask(ngozi, of, yuki))
  assert.equal(await refusedAsk(ask(ngozi, of, yuki)), 'asked-before')
  assert.deepEqual(await lettersOf(of, 'advice-asked'), [oisin.id, yuki.id].toSorted())
  assert.deepEqual(await waiting(oisin, of), ['advise'])

  await advise(oisin, of, 'Buy one with a guard.')
  await advise(oisin, of, 'Buy one with a guard, and see it run first.')
  await advise(chiara, of, 'There is no room for it.')
  const own = { ...at(of), body: { words: 'Yes.' } }
  assert.equal((await ngozi.browser.refused(api.giveAdvice, own)).name, 'own-advice')
  assert.equal((await stranger.browser.refused(api.giveAdvice, own)).status, 404)
  assert.deepEqual(await lettersOf(of, 'advice-given'), [ngozi.id])

  // Yuki has seven days to answer; nothing opens or closes meanwhile.
  const outstanding = await ngozi.browser.refused(
    api.decideByAdvice,
    await decision(of, [
      [oisin, 'taken', 'I saw it run.'],
      [chiara, 'not', 'It goes into the cellar.'],
    ]),
  )
  assert.equal(outstanding.name, 'advice-outstanding')
  await daysPass(hall, 6)
  await signInAgain(hall, ...everybody, stranger)
  const talk = await ngozi.browser.call(reading.readDecision, at(of))
  assert.deepEqual([talk.state, talk.waits], ['talk', [{ for: 'advice' }]])
  assert.deepEqual(await waiting(ngozi, of), [])
  await daysPass(hall, 1)
  assert.deepEqual(await waiting(ngozi, of), ['decide'])

  const wordless = await decision(of, [[oisin, 'taken', 'I saw it run.']])
  assert.equal((await ngozi.browser.refused(api.decideByAdvice, wordless)).name, 'advice-untaken')
  const whole = await decision(of, [
    [oisin, 'taken', 'I saw it run.'],
    [chiara, 'not', 'It goes into the cellar.'],
  ])
  // What came while she wrote is read first; and nobody decides in her place.
  await advise(chiara, of, 'There is no room for it, not even in the cellar.')
  assert.equal((await ngozi.browser.refused(api.decideByAdvice, whole)).name, 'advice-changed')
  const read = await decision(of, [
    [oisin, 'taken', 'I saw it run.'],
    [chiara, 'partly', 'It goes into the shed.'],
  ])
  assert.equal((await maren.browser.refused(api.decideByAdvice, read)).name, 'proposer-decides')
  await ngozi.browser.call(api.decideByAdvice, read)
  assert.deepEqual(await lettersOf(of, 'advice-decided'), [oisin.id, yuki.id, chiara.id].toSorted())

  const done = await oisin.browser.call(reading.readDecision, at(of))
  assert.deepEqual(
    [done.state, done.outcome?.result, done.outcome?.by?.name, done.turnout],
    ['counted', 'passed', 'Ngozi Okafor', null],
  )
  assert.equal(done.outcome?.reviewOn, '2027-09-04')
  const { given } = await readAdvice(oisin, of)
  assert.deepEqual(given.map(({ name, unasked, taken }) => [name, unasked, taken]).toSorted(), [
    ['Chiara Bellandi', true, 'partly'],
    ['Oisín Farrelly', false, 'taken'],
  ])
  const how = await oisin.browser.call(voting.readCount, at(of))
  assert.deepEqual(how.steps, [
    '2 people were asked for advice; the rules ask for 2 at least.',
    '2 people gave advice, one of them unasked: 1 taken, 1 taken in part, 0 not taken.',
    'One of those asked gave none in the days they had.',
    'Whoever proposed it decided that it is done.',
  ])
  assert.equal(await advise(devika, of, 'Late.').catch(() => 'no'), 'no')
  for (const change of [
    sql`update decision_advice set words = 'Never' where decision = ${of}`,
    sql`update decision_advice set taken = 'not' where decision = ${of}`,
    sql`delete from decision_askings where decision = ${of}`,
  ])
    await assert.rejects(change.execute(hall.hall.db), /stands/)

  // From the file alone: the rule was kept; and would not have been a day before.
  await using folder = await dataFolder()
  const file = join(folder.path, 'decision.json')
  const saved = await oisin.browser.fetch(`/api/decisions/${of}/publication`)
  const text = await saved.text()
  assert.ok(!text.includes('guard') && !text.includes('shed'))
  await writeFile(file, text)
  const again = await moothall(['recount', file], { LANG: 'en' })
  assert.equal(again.code, 0, again.said)
  await writeFile(file, text.replace('"closed":"2027-03-08', '"closed":"2027-03-07'))
  assert.match((await moothall(['recount', file], { LANG: 'en' })).said, /differs in: advice/)

  // There are no ballots to be counted another way, and it says so.
  const { decision: told } = await maren.browser.call(whatIf.whatIfDecision, {
    ...at(of),
    query: { model: 'consumer' },
  })
  assert.match(told.why[0] ?? '', /there are no ballots to be counted another way/)
})

test('who is outside is not waited for, and the day to look at it again comes', async () => {
  await signInAgain(hall, ...everybody)
  const of = await press(oisin)
  await asks(ask(oisin, of, devika))
  await asks(ask(oisin, of, chiara))
  await advise(chiara, of, 'Do it.')
  const by = { by: maren.id, now: hall.clock.now() }
  await hall.hall.transact((tx) => leaveCircle(tx, coop, devika.id, by))
  const given = await decision(of, [[chiara, 'taken', 'Yes.']], { does: false })
  await oisin.browser.call(api.decideByAdvice, given)
  const done = await oisin.browser.call(reading.readDecision, at(of))
  assert.equal(done.outcome?.result, 'failed')
  const wrong = { why: 'rules', words: 'Nobody was to decide that alone.' } as const
  await daysPass(hall, 181)
  await reviewDecisions(hall.hall, hall.clock.now())
  await signInAgain(hall, ...everybody)
  assert.deepEqual(await waiting(oisin, of), ['review'])
  await maren.browser.call(making.voidDecision, { ...at(of), body: wrong })
  assert.deepEqual(await lettersOf(of, 'voided'), [devika.id, chiara.id].toSorted())
  await chiara.browser.call(eraseMe, {})
  const left = (await readAdvice(oisin, of)).given
  assert.deepEqual(
    left.map(({ words, taken }) => [words, taken]),
    [['', 'taken']],
  )
})

test('a kind by advice asks for no days to be open, and its text may change until it is decided', async () => {
  await signInAgain(hall, maren, oisin, ngozi)
  const of = await press(oisin)
  await oisin.browser.call(making.amendDecision, {
    ...at(of),
    body: { title: 'A used press', question: 'I would rent one first.', why: '', seen: 1 },
  })
  await keepDecisions(hall.hall, hall.clock.now())
  const { state, text } = await ngozi.browser.call(reading.readDecision, at(of))
  assert.deepEqual([state, text.number], ['talk', 2])
  const may = await readAdvice(maren, of)
  assert.deepEqual([may.mayDecide, may.mayAdvise, may.mayAsk], [false, true, false])
})
