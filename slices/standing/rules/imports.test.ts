/** What treasurers bring: tables and bank statements. */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { statement } from '#testing/statements.ts'
import { type CamtRead, readCamt } from './camt.ts'
import { amountIn, dayIn, type Mapping } from './csv-cells.ts'
import { readTable, textOf } from './csv.ts'
import { matchPayment, nameKey, payersOf } from './matching.ts'
import { creditorReference, inGroups } from './reference.ts'

function read(text: string, piece = 7): CamtRead {
  const reader = readCamt()
  for (let at = 0; at < text.length; at += piece) reader.feed(text.slice(at, at + piece))
  return reader.finish()
}

const dues = {
  amount: '60.00',
  day: '2026-05-04',
  name: 'Maren Solheim',
  text: 'Dues 2026',
  ref: 'B1',
}

suite('a bank statement (camt.053)', () => {
  test('gives each booked payment once, however the file is cut into pieces', () => {
    const file = statement([dues, { ...dues, amount: '12.5', name: 'لينا الخطيب', ref: 'B2' }])
    const whole = read(file, 100_000)
    for (const piece of [1, 3, 64]) assert.deepEqual(read(file, piece), whole)
    assert.equal(whole.fatal, null)
    assert.deepEqual(whole.troubles, [])
    const [first] = whole.statements
    assert.equal(first?.account, 'NL91ABNA0417164300')
    assert.deepEqual(
      first?.lines.map(({ minor, currency, direction, name, bankRef }) => [
        minor,
        currency,
        direction,
        name,
        bankRef,
      ]),
      [
        [6000, 'EUR', 'in', 'Maren Solheim', 'B1'],
        [1250, 'EUR', 'in', 'لينا الخطيب', 'B2'],
      ],
    )
    assert.match(first?.lines[0]?.text ?? '', /Dues 2026/)
  })

  test('tells what came back from what was paid out, and leaves alone what is not booked', () => {
    const file = statement([
      { ...dues, out: true, returned: true },
      { ...dues, out: true },
      { ...dues, status: 'PDNG' },
    ])
    const lines = read(file).statements[0]?.lines ?? []
    assert.deepEqual(
      lines.map(({ direction, returned }) => [direction, returned]),
      [
        ['out', true],
        ['out', false],
      ],
    )
  })

  test('takes the parts of a collected entry one by one', () => {
    const file = statement([
      {
        ...dues,
        amount: '72.50',
        parts: [
          { ...dues, ref: 'P1' },
          { ...dues, amount: '12.50', ref: 'P2' },
        ],
      },
    ])
    assert.deepEqual(
      read(file).statements[0]?.lines.map(({ minor, bankRef }) => [minor, bankRef]),
      [
        [6000, 'P1'],
        [1250, 'P2'],
      ],
    )
  })

  test('says the line of an entry without an amount or a day, and keeps the others', () => {
    const file = statement([{ ...dues, amount: 'sixty' }, dues, { ...dues, day: '' }])
    const { troubles, statements } = read(file)
    assert.deepEqual(
      troubles.map(({ what }) => what),
      ['no-amount', 'no-day'],
    )
    assert.equal(statements[0]?.lines.length, 1)
  })

  const body = statement([dues])
  const XML = '<?xml version="1.0" encoding="UTF-8"?>'
  const refused: [string, string, string][] = [
    [
      'an entity that reads a file',
      body
        .replace(XML, `${XML}<!DOCTYPE Document [<!ENTITY x SYSTEM "file:///etc/passwd">]>`)
        .replace('Dues 2026', '&x;'),
      'doctype',
    ],
    [
      'a billion laughs',
      body.replace(XML, `${XML}<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>`),
      'doctype',
    ],
    [
      'an outer document type',
      body.replace(XML, `${XML}<!DOCTYPE Document SYSTEM "http://x.example/y.dtd">`),
      'doctype',
    ],
    ['an unknown entity', body.replace('Dues 2026', '&secret;'), 'not-xml'],
    [
      'a style sheet',
      body.replace(XML, `${XML}<?xml-stylesheet href="http://x.example/"?>`),
      'instruction',
    ],
    ['another encoding', body.replace('UTF-8', 'ISO-8859-1'), 'encoding'],
    ['another kind of message', body.replace('camt.053', 'pain.001'), 'not-camt'],
    ['half a file', body.slice(0, body.length / 2), 'not-xml'],
    ['a table', 'name,amount\nMaren,60\n', 'not-xml'],
    ['nothing', '', 'not-xml'],
    ['a tower', body.replace('Dues 2026', `${'<a>'.repeat(50)}${'</a>'.repeat(50)}`), 'too-deep'],
  ]
  for (const [what, file, why] of refused)
    test(`refuses ${what} as a whole`, () => {
      const { fatal, statements } = read(file)
      assert.equal(fatal?.what, why)
      assert.deepEqual(statements, [])
    })

  test('whatever it is given, it answers and throws nothing', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        (noise) => void read(body.replace('Dues 2026', noise)),
      ),
    )
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (noise) => void read(noise)))
  })
})

const mapping: Mapping = {
  who: 'Member',
  day: 'Day',
  amount: 'Sum',
  id: null,
  note: 'What for',
  unit: 'EUR',
  order: 'dmy',
}

suite('a table (CSV)', () => {
  test('is read with its own delimiter, its own days and amounts', () => {
    const text =
      '\ufeffMember;Day;Sum;What for\r\nmaren@example.org;4.5.2026;"1.250,50";"Dues; 2026"\r\n'
    const { gifts, troubles } = readTable(text, mapping)
    assert.deepEqual(troubles, [])
    const [gift] = gifts
    assert.deepEqual(
      [gift?.who, gift?.day, gift?.amount, gift?.note, gift?.line],
      ['maren@example.org', '2026-05-04', 125_050, 'Dues; 2026', 2],
    )
  })

  test('says what is wrong by line and column, and keeps the other lines', () => {
    const text =
      'Member,Day,Sum,What for\n,4.5.2026,60,\nA,31.2.2026,60,\nB,4.5.2026,much,\nC,4.5.2026,-5,\nD,4.5.2026,60,ok\n'
    const { gifts, troubles } = readTable(text, mapping)
    assert.deepEqual(
      troubles.map(({ line, column, what }) => [line, column, what]),
      [
        [2, 'Member', 'no-who'],
        [3, 'Day', 'no-day'],
        [4, 'Sum', 'no-amount'],
        [5, 'Sum', 'no-amount'],
      ],
    )
    assert.deepEqual(
      gifts.map(({ who }) => who),
      ['D'],
    )
  })

  test('knows a line again: two equal lines are two gifts, the same file again is none', () => {
    const text = 'Member,Day,Sum,What for\nA,4.5.2026,60,\nA,4.5.2026,60,\n'
    const keys = readTable(text, mapping).gifts.map(({ key }) => key)
    assert.equal(new Set(keys).size, 2)
    assert.deepEqual(
      readTable(text, mapping).gifts.map(({ key }) => key),
      keys,
    )
    const own = readTable('Member,Day,Sum,What for,Id\nA,4.5.2026,60,,7\nA,5.5.2026,60,,7\n', {
      ...mapping,
      id: 'Id',
    })
    assert.equal(new Set(own.gifts.map(({ key }) => key)).size, 1, 'an id said twice is one gift')
  })

  test('takes a formula for the text it is, and old encodings for what they say', () => {
    const bytes = Buffer.from(
      'Member,Day,Sum,What for\n=1+1,4.5.2026,60,\nJos\xe9,4.5.2026,60,\n',
      'latin1',
    )
    assert.deepEqual(
      readTable(textOf(bytes), mapping).gifts.map(({ who }) => who),
      ['=1+1', 'José'],
    )
  })

  test('names the column that is not there', () => {
    assert.deepEqual(readTable('a,b\n1,2\n', mapping).troubles, [
      { line: 1, column: 'Member', what: 'no-column' },
    ])
  })

  const days: [string, Mapping['order'], string | null][] = [
    ['2026-05-04', 'ymd', '2026-05-04'],
    ['04/05/2026', 'dmy', '2026-05-04'],
    ['05/04/2026', 'mdy', '2026-05-04'],
    ['4.5.26', 'dmy', null],
    ['2026-02-30', 'ymd', null],
    ['today', 'ymd', null],
  ]
  for (const [text, order, day] of days)
    test(`the day "${text}" is ${day ?? 'none'}`, () => assert.equal(dayIn(text, order), day))

  test('hours may have decimals where they make whole minutes', () => {
    assert.equal(amountIn('3,5', 'hours'), 210)
    assert.equal(amountIn('0.25', 'hours'), 15)
    assert.equal(amountIn('0.01', 'hours'), null)
    assert.equal(amountIn('2', 'thing:server'), 2)
  })
})

suite('whose payment it is', () => {
  const reference = creditorReference('00004711')
  const maren = { member: 'maren', name: 'Maren Solheim', reference, owes: [6000] }
  const joost = {
    member: 'joost',
    name: 'Joost van Dalen',
    reference: creditorReference('00004712'),
    owes: [6000],
  }
  const twin = {
    ...joost,
    member: 'twin',
    name: 'Joost Dalen Van',
    reference: creditorReference('00004713'),
  }
  const lina = {
    member: 'lina',
    name: 'لينا الخطيب',
    reference: creditorReference('00004714'),
    owes: [500],
  }
  const payers = payersOf([maren, joost, twin, lina])
  const paid = (text: string, name: string, minor: number) =>
    matchPayment(payers, { text, name, minor })

  test('the reference decides, also when somebody else paid and with blanks in it', () => {
    const text = `for Maren ${inGroups(reference).toLowerCase()}`
    assert.deepEqual(paid(text, 'Somebody Else', 10), { member: 'maren', by: 'reference' })
  })
  test('two references decide nothing', () => {
    const both = paid(`${reference} ${joost.reference}`, '', 6000)
    assert.deepEqual(both, { member: null, proposed: ['maren', 'joost'] })
  })
  test('a name decides when it is one member, and the amount is one they owe', () => {
    assert.deepEqual(paid('', 'SOLHEIM, MAREN', 6000), { member: 'maren', by: 'name' })
    assert.deepEqual(paid('', 'Maren Solheim', 6001), { member: null, proposed: ['maren'] })
    assert.deepEqual(paid('', 'Joost van Dalen', 6000), {
      member: null,
      proposed: ['joost', 'twin'],
    })
    assert.equal(nameKey('SOLHEIM, MAREN'), nameKey('Maren Solheim'))
  })
  test('else those who owe such an amount are proposed', () => {
    assert.deepEqual(paid('thanks', 'ACME', 500), { member: null, proposed: ['lina'] })
  })
})
