/** Members in and out as a table. */
import assert from 'node:assert/strict'
import { after, suite, test } from 'node:test'
import fc from 'fast-check'
import { classOf, membersOn } from '#slices/circles/index.ts'
import { personAt } from '#slices/people/index.ts'
import { openTestHall } from '#testing/hall.ts'
import { foundedHall, somebody } from '#testing/people.ts'
import {
  dayIn,
  decode,
  delimiterIn,
  guessMapping,
  isMistake,
  marked,
  readLine,
  unmarked,
} from './rules/import.ts'

const hall = await openTestHall()
after(() => hall.close())
const { coop, maren } = await foundedHall(hall)
const { db } = hall.hall

/** The columns of Open Collective's members.csv, and of its newer contributors.csv, in their order. */
const MEMBERS_EXPORT =
  'MemberId createdAt type role tier isActive totalAmountDonated currency lastTransactionAt lastTransactionAmount profile name company description image email twitter github website'.split(
    ' ',
  )
const CONTRIBUTORS_EXPORT =
  'contributorUrl contributorName contributorType totalContributions currency activeRecurringContribution activeRecurringContributionTier activeRecurringContributionAmount activeRecurringContributionFrequency firstContributionDate latestContributionDate email website'.split(
    ' ',
  )

async function send(bytes: string | Uint8Array, query = '') {
  const answer = await maren.browser.fetch(`/api/circles/${coop}/members/import${query}`, {
    method: 'POST',
    body: typeof bytes === 'string' ? bytes : Buffer.from(bytes),
    headers: { 'content-type': 'text/csv' },
  })
  const text = await answer.text()
  return {
    status: answer.status,
    lines: text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  }
}

suite('a table', () => {
  test('is read in the encodings that people have, with the delimiter it has', () => {
    const said = 'Nombre;Correo\nNúñez;n@example.org'
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(said, 'utf16le')])
    assert.deepEqual(decode(utf16), { text: said, encoding: 'utf-16le' })
    assert.deepEqual(decode(Buffer.from(said, 'latin1')), { text: said, encoding: 'windows-1252' })
    assert.deepEqual(decode(Buffer.from(said)), { text: said, encoding: 'utf-8' })
    assert.equal(delimiterIn('"a,b,c";d;e'), ';')
    assert.deepEqual(guessMapping(['Nombre', 'Correo', 'Desde']), {
      name: 'Nombre',
      email: 'Correo',
      from: 'Desde',
    })
    assert.deepEqual(guessMapping(MEMBERS_EXPORT), {
      name: 'name',
      email: 'email',
      class: 'tier',
      from: 'createdAt',
    })
    assert.deepEqual(guessMapping(CONTRIBUTORS_EXPORT), {
      name: 'contributorName',
      email: 'email',
      class: 'activeRecurringContributionTier',
      from: 'firstContributionDate',
    })
  })
  test('has days as people write them, and no others', () => {
    assert.deepEqual(
      ['2024-05-31', '31.5.2024', '31/05/2024', '2024-05-31 10:11', '2024-02-31', 'May'].map(dayIn),
      ['2024-05-31', '2024-05-31', '2024-05-31', '2024-05-31', undefined, undefined],
    )
  })
  test('names a class by its key or its name, and no other', () => {
    const mapping = { name: 'name', class: 'tier' }
    const read = (tier: string, classes: Record<string, string>) => {
      const row = readLine(
        { name: 'Ana', tier },
        2,
        { mapping, classes, today: '2026-12-03' },
        new Map(),
      )
      return isMistake(row) ? row.why : row.class
    }
    const ruled = { producer: 'producer', producers: 'producer' }
    assert.deepEqual(
      ['Producers', 'PRODUCER', 'Backer', ''].map((tier) => read(tier, ruled)),
      ['producer', 'producer', 'no-class', null],
    )
    assert.deepEqual(
      ['backer', 'Gold Backer'].map((tier) => read(tier, {})),
      ['backer', 'no-class'],
    )
  })
  test('goes out and comes in the same, and no cell is a formula', () => {
    fc.assert(
      fc.property(fc.string(), (cell) => {
        assert.ok(!/^[=+\-@\t\r]/.test(marked(cell)))
        if (/^[=+\-@\t\r]/.test(cell)) assert.equal(unmarked(marked(cell)), cell)
      }),
    )
  })
})

suite('members from a table', () => {
  const table = [
    'Name,E-mail,Since',
    'Ilse Brandsma,ilse@example.org,2021-05-01',
    'Ilse Again,ILSE@example.org,2022-01-01',
    ',nobody@example.org,',
    "'=SUM(A1),formula@example.org,",
    'No Address,,31.12.2023',
    'Bad Address,not an address,',
    'Later,later@example.org,2031-01-01',
  ].join('\r\n')

  test('are looked at first, with what is wrong line by line, and nothing is written', async () => {
    const { lines } = await send(table)
    const [preview] = lines
    assert.equal(preview.count, 3)
    assert.deepEqual(
      preview.mistakes.map(({ line, why }: { line: number; why: string }) => [line, why]),
      [
        [3, 'doubled'],
        [4, 'no-name'],
        [7, 'bad-email'],
        [8, 'bad-day'],
      ],
    )
    assert.equal((await membersOn(db, coop)).length, 1)
  })

  test('come in since their day; the same file again changes nothing; and out they go again', async () => {
    const first = (await send(table, '?run=true')).lines.at(-1)
    assert.deepEqual([first.made, first.already, first.mistakes], [3, 0, 4])
    const ilse = await personAt(db, 'ilse@example.org')
    assert.ok(ilse)
    assert.equal(await classOf(db, { circle: coop, member: ilse.id }, '2021-06-01'), 'member')
    assert.equal(await classOf(db, { circle: coop, member: ilse.id }, '2021-04-01'), null)
    const again = (await send(table, '?run=true')).lines
    assert.deepEqual([again.at(-1).made, again.at(-1).already], [0, 3])
    const two = (await send(`${table}\r\nNo Address,,31.12.2023`, '?run=true')).lines
    assert.deepEqual([two.at(-1).made, two.at(-1).already], [1, 3])
    const out = await maren.browser.fetch(`/api/circles/${coop}/members/export`)
    const text = await out.text()
    assert.match(text, /"'=SUM\(A1\)","formula@example\.org"/)
    const member = await somebody(hall, 'Plain Member', { circles: [coop] })
    const refused = await member.browser.fetch(`/api/circles/${coop}/members/export`)
    assert.equal(refused.status, 403)
  })

  test('fifty thousand lines with bad bytes and doubled addresses are read beside the hall', async () => {
    const many = Array.from({ length: 50_000 }, (_, nr) => `Mém ${nr},m${nr % 40_000}@example.org`)
    const bytes = Buffer.from(`name,email\n${many.join('\n')}`, 'latin1')
    let held = 0
    let last = performance.now()
    const beat = setInterval(() => {
      held = Math.max(held, performance.now() - last)
      last = performance.now()
    }, 5)
    const { lines } = await send(bytes)
    clearInterval(beat)
    assert.deepEqual(
      [lines[0].count, lines[0].mistakeCount, lines[0].encoding],
      [40_000, 10_000, 'windows-1252'],
    )
    assert.equal(lines[0].rows[0].name, 'Mém 0')
    assert.ok(held < 1000, `the event loop was held for ${held} ms`)
    const long = Buffer.from(`name\n${'x\n'.repeat(50_001)}`)
    assert.equal((await send(long)).lines[0].name, 'table-too-long')
  })
})

test('nothing broke behind our backs', () => {
  assert.deepEqual(hall.errors, [])
})
