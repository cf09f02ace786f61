/** Records of one person made one, and circles that close: what becomes of it in all slices. */
import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import { DAY } from '#kernel/clock.ts'
import { wordsIn } from '#kernel/words.ts'
import { giveRole, leave, makeCircle } from '#slices/circles/api.ts'
import { changeMemberClass, readHistory, showMe } from '#slices/circles/api/members.ts'
import { closeCircle, foretellShape } from '#slices/circles/api/shaping.ts'
import { adoptParts, allSections, presetParts } from '#slices/constitutions/index.ts'
import { callGathering, readGathering } from '#slices/gatherings/api.ts'
import { apply, myApplications } from '#slices/membrane/api/door.ts'
import { makeNote, readNote } from '#slices/notes/api/keeping.ts'
import { changeMe, eraseMe, whoAmI } from '#slices/people/api/me.ts'
import * as api from '#slices/people/api/records.ts'
import { askForCode, signInWithCode } from '#slices/people/api/sign-in.ts'
import { namesOf } from '#slices/people/index.ts'
import { recordEvidence } from '#slices/standing/api/keeping.ts'
import { readRoll } from '#slices/standing/api/roll.ts'
import type { Browser } from '#testing/browser.ts'
import { keysPlan } from '#testing/gatherings.ts'
import { openTestHall } from '#testing/hall.ts'
import { foundedHall, type Somebody, somebody } from '#testing/people.ts'
import { codeIn, openPost } from '#testing/post.ts'

const post = await openPost()
const hall = await openTestHall({ config: { smtpUrl: post.url } })
after(async () => {
  await hall.close()
  await post[Symbol.asyncDispose]()
})
const { coop, maren } = await foundedHall(hall)
const { db } = hall.hall
const tools = await maren.browser.call(makeCircle, {
  params: { circle: coop },
  body: { name: 'Tools circle' },
})
const at = { params: { circle: coop } }
const pass = (days: number) => hall.clock.pass(days * DAY)

/** Not of the two records: what is written whatever happens. */
const APART = new Set([
  'record',
  'topics',
  'merges',
  'handed_over',
  'sessions',
  'outbox',
  'repeats',
  'seals',
])

/** Every row of every table, in an order of its own. */
async function wholeHall(): Promise<Map<string, string[]>> {
  const { rows: tables } = await sql<{ name: string }>`select table_name as name
    from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'
    order by 1`.execute(db)
  const all = new Map<string, string[]>()
  for (const { name } of tables.filter((one) => !APART.has(one.name))) {
    const { rows } = await sql<{ row: string }>`select to_jsonb(t)::text as row
      from ${sql.table(name)} t order by 1`.execute(db)
    all.set(
      name,
      rows.map(({ row }) => row),
    )
  }
  return all
}

/** A second Oisín, with something in every slice; `double` is the record that stays. */
async function twice(): Promise<{ kept: Somebody; other: Somebody }> {
  const other = await somebody(hall, 'Oisín Farrelly', { circles: [coop, tools.id] })
  pass(5)
  await maren.browser.call(changeMemberClass, {
    params: { circle: coop, member: other.id },
    body: { class: 'producer' },
  })
  pass(5)
  const kept = await somebody(hall, 'Oisín at Work', { circles: [coop] })
  await kept.browser.call(changeMe, { body: { name: 'Oisin Farrelly' } })
  await maren.browser.call(giveRole, {
    params: { circle: tools.id, person: other.id, role: 'facilitator' },
  })
  await other.browser.call(showMe, { params: { circle: tools.id }, body: { shown: 'name' } })
  await maren.browser.call(recordEvidence, {
    ...at,
    body: { member: other.id, unit: 'EUR', amount: 5000, happened: '2026-12-05', note: 'Cash' },
  })
  await other.browser.call(makeNote, {
    body: { title: 'What the lathe needs', holder: { kind: 'circle', id: tools.id } },
  })
  const plan = { ...keysPlan(tools.id), starts: '2027-03-04T19:00', access: 'members' as const }
  await other.browser.call(callGathering, { body: plan })
  return { kept, other }
}

const pairOf = ({ kept, other }: { kept: Somebody; other: Somebody }) => ({
  params: { person: kept.id, other: other.id },
})

async function signIn(email: string): Promise<Browser> {
  const browser = hall.browser()
  const code = await codeFor(email, () => browser.call(askForCode, { body: { email } }))
  await browser.call(signInWithCode, { body: { email, code } })
  return browser
}

/** The code that comes by mail once it is asked for; other letters may come before it. */
async function codeFor(email: string, ask: () => Promise<unknown>): Promise<string> {
  let count = post.mails.filter(({ raw }) => raw.includes(email)).length
  await ask()
  for (;;) {
    count += 1
    const letter = await post.lettersTo(email, count)
    if (letter.subject?.includes('is your code')) return codeIn(letter)
  }
}

test('a circle that closes leaves its notes and gatherings to the one around it', async () => {
  const dye = await maren.browser.call(makeCircle, {
    params: { circle: coop },
    body: { name: 'Dye circle' },
  })
  const holder = { kind: 'circle' as const, id: dye.id }
  const { note } = await maren.browser.call(makeNote, { body: { title: 'Madder', holder } })
  const plan = { ...keysPlan(dye.id), starts: '2027-03-04T19:00', access: 'members' as const }
  const { gathering } = await maren.browser.call(callGathering, { body: plan })
  const params = { circle: dye.id }
  const told = await maren.browser.call(foretellShape, { params, query: { act: 'close' } })
  assert.deepEqual(told.says.slice(2), [
    'Its note goes to Quillmarsh Commons, whose members read and write there from then on.',
    'Its gathering to come will be one of Quillmarsh Commons, whose members may come; past ones, too.',
  ])
  const member = await somebody(hall, 'Idrissa Kone', { circles: [coop] })
  assert.equal((await member.browser.refused(readNote, { params: { note } })).status, 404)
  await maren.browser.call(closeCircle, { params })
  assert.equal((await member.browser.call(readNote, { params: { note } })).title, 'Madder')
  const shown = await member.browser.call(readGathering, { params: { gathering } })
  assert.equal(shown.circle?.id, coop)
})

let pair: Awaited<ReturnType<typeof twice>>
before(async () => {
  pair = await twice()
})

suite('two records of one person', () => {
  test('are found by their name, and what would happen is said before', async () => {
    const { pairs } = await maren.browser.call(api.alikeRecords)
    assert.deepEqual(
      pairs.map(({ by, records }) => [by, records.map(({ name }) => name).toSorted()]),
      [['name', ['Oisin Farrelly', 'Oisín Farrelly']]],
    )
    const told = await maren.browser.call(api.foretellMerge, pairOf(pair))
    assert.deepEqual(told.stops, [])
    assert.deepEqual(told.kept.about, [
      'Quillmarsh Commons: in the class “Members” since 13 December 2026',
    ])
    assert.deepEqual(told.says, [
      'Both are members of Quillmarsh Commons; the person will be there once, in the class “Members” and not in “producer”.',
      'The history of the kept record in Quillmarsh Commons will have the class “Members” from 3 December 2026 until 8 December 2026.',
      'The history of the kept record in Quillmarsh Commons will have the class “producer” from 8 December 2026 until 13 December 2026.',
      'The history of the kept record in Tools circle will have the class “Members” from 3 December 2026 until 8 December 2026.',
      'The kept record will be a member of Tools circle, in the class “producer”, as the other has been since 8 December 2026.',
      'The kept record will be a facilitator in Tools circle.',
      'One thing that the other record gave counts for the kept one, on the days on which it was given.',
      'A note that the other record made, and words it wrote, will bear the name of the kept record.',
      'A gathering that the other record called will be called by the kept one.',
    ])
    const stranger = await somebody(hall, 'Late Stranger', { circles: [coop] })
    const refused = await stranger.browser.refused(api.mergeRecords, pairOf(pair))
    assert.equal(refused.name, 'not-allowed')
    const same = { params: { person: pair.kept.id, other: pair.kept.id } }
    assert.equal((await maren.browser.refused(api.mergeRecords, same)).name, 'same-record')
  })

  test('become one: on the roll once, signed in by either mail; parted, all is as it was', async () => {
    const { kept, other } = pair
    const whole = await wholeHall()
    const { merge } = await maren.browser.call(api.mergeRecords, pairOf(pair))
    for (const { email } of [kept, other])
      assert.match((await post.lettersTo(email)).text ?? '', /until 12 January 2027/)
    const { lines } = await maren.browser.call(readRoll, { ...at, query: { words: 'Farrelly' } })
    assert.deepEqual(
      lines.map(({ member, class: name }) => [member, name]),
      [[kept.id, 'member']],
    )
    const { history } = await maren.browser.call(readHistory, {
      params: { circle: coop, member: kept.id },
    })
    assert.deepEqual(
      history.map(({ class: name, from, until }) => [name, from.slice(0, 10), until?.slice(0, 10)]),
      [
        ['member', '2026-12-03', '2026-12-08'],
        ['producer', '2026-12-08', '2026-12-13'],
        ['member', '2026-12-13', undefined],
      ],
    )
    assert.equal((await namesOf(db, [other.id])).get(other.id)?.name, 'Oisin Farrelly')
    assert.equal((await other.browser.call(whoAmI)).person, null)
    const again = await maren.browser.refused(api.mergeRecords, pairOf(pair))
    assert.equal(again.name, 'record-merged')
    await maren.browser.call(api.partRecords, { params: { merge } })
    assert.deepEqual(await wholeHall(), whole)
    const twiceParted = await maren.browser.refused(api.partRecords, { params: { merge } })
    assert.equal(twiceParted.name, 'parted-already')
    const { merges } = await maren.browser.call(api.listMerges)
    assert.deepEqual(
      merges.map(({ by, partedBy, open }) => [by, partedBy, open]),
      [['Maren Solheim', 'Maren Solheim', false]],
    )
  })

  test('who has left since the merge has left with both', async () => {
    const { kept, other } = pair
    const { merge } = await maren.browser.call(api.mergeRecords, pairOf(pair))
    pass(1)
    const browser = await signIn(other.email)
    assert.equal((await browser.call(whoAmI)).person?.id, kept.id)
    await browser.call(leave, { params: { circle: tools.id } })
    await maren.browser.call(api.partRecords, { params: { merge } })
    const open = await sql<{ circle: string }>`select circle from members
      where person = ${other.id} and until is null`.execute(db)
    assert.deepEqual(open.rows, [{ circle: coop }])
  })

  test('the person makes them one, who shows that the other mail is theirs', async () => {
    const { kept, other } = pair
    const browser = await signIn(kept.email)
    assert.equal((await browser.refused(api.foretellMerge, pairOf(pair))).name, 'not-allowed')
    const { email } = other
    const code = await codeFor(email, () => browser.call(api.askForRecord, { body: { email } }))
    const shown = await browser.call(api.proveRecord, { body: { email, code } })
    assert.equal(shown.other, other.id)
    const { merge } = await browser.call(api.mergeRecords, pairOf(pair))
    assert.equal((await browser.call(api.myMerges)).merges[0]?.open, true)
    await browser.call(api.partRecords, { params: { merge } })
  })

  test('wait while both ask at one door', async () => {
    const { kept, other } = pair
    const mill = await maren.browser.call(makeCircle, {
      params: { circle: coop },
      body: { name: 'The Mill', kind: 'autonomous' },
    })
    await hall.hall.transact(async (tx) => {
      const parts = presetParts(allSections(), 'full-commons', wordsIn('en').say)
      const now = hall.clock.now()
      await adoptParts(tx, mill.id, { parts, day: now.slice(0, 10) }, { by: maren.id, now })
    })
    const answers = { why: 'Bread.', give: 'More bread.' }
    for (const { email } of [kept, other]) {
      const browser = await signIn(email)
      await browser.call(apply, {
        params: { circle: mill.id },
        body: { class: 'producer', answers },
      })
      assert.equal((await browser.call(myApplications)).applications.length, 1)
    }
    const refused = await maren.browser.refused(api.mergeRecords, pairOf(pair))
    assert.equal(refused.name, 'merge-waits')
    assert.match(refused.title, /Let one of them withdraw/)
  })

  test('are parted for thirty days, the last merge first, and never once erased', async () => {
    const first = await somebody(hall, 'Ana One', { circles: [coop] })
    const second = await somebody(hall, 'Ana Two', { circles: [coop] })
    const third = await somebody(hall, 'Ana Three', { circles: [coop] })
    const join = (kept: Somebody, other: Somebody) =>
      maren.browser.call(api.mergeRecords, pairOf({ kept, other }))
    const one = await join(second, first)
    pass(1)
    await join(third, second)
    assert.equal((await namesOf(db, [first.id])).get(first.id)?.name, 'Ana Three')
    const early = await maren.browser.refused(api.partRecords, { params: { merge: one.merge } })
    assert.equal(early.name, 'later-merge-first')
    const late = await join(
      await somebody(hall, 'Late One', { circles: [coop] }),
      await somebody(hall, 'Late Two', { circles: [coop] }),
    )
    pass(31)
    const steward = await signIn(maren.email)
    const over = await steward.refused(api.partRecords, { params: { merge: late.merge } })
    assert.equal(over.name, 'parting-over')
    assert.match(over.title, /30 days/)
    const browser = await signIn(first.email)
    await browser.call(eraseMe)
    const names = await namesOf(db, [first.id, second.id, third.id])
    assert.deepEqual(
      [...names.values()].map(({ former }) => former),
      [true, true, true],
    )
    const gone = await sql<{ email: string | null }>`select email from persons
      where id in (${first.id}, ${second.id}, ${third.id})`.execute(db)
    assert.deepEqual(gone.rows, [{ email: null }, { email: null }, { email: null }])
    const never = await steward.refused(api.partRecords, { params: { merge: one.merge } })
    assert.equal(never.name, 'record-gone')
  })
})
