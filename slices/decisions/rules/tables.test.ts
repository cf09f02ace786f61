import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { isRefusal, type Refusal } from '#kernel/change.ts'
import { readCsv } from './csv.ts'
import { holdsSizes, readMarks, readSizes } from './marks-csv.ts'
import { readPabulib } from './pabulib.ts'
import { type Election, rankingsOf } from './papers.ts'
import { readCategories } from './preflib-categories.ts'
import { readPrefLib } from './preflib.ts'
import { type Marked, writeSheet } from './sheets.ts'

function said(read: Election | Refusal) {
  assert.ok(!isRefusal(read), JSON.stringify(read))
  const names = read.candidates.map(({ name }) => name)
  const papers = Array.from(
    rankingsOf(read.papers),
    ({ ranks, count }) => `${count} ${ranks.map((rank) => rank.join('=')).join('>')}`,
  )
  return { title: read.title, seats: read.seats, names, papers, empty: read.papers.empty }
}

test('a table of ranks: equal numbers share a rank, nothing is unranked', () => {
  const table = 'Rye,"Barley, malted",Oat\r\n1,2,2\r\n,1,\r\n1,2,2\r\n,,\r\n'
  assert.deepEqual(said(readCsv(table, 2)), {
    title: '',
    seats: 2,
    names: ['Rye', 'Barley, malted', 'Oat'],
    papers: ['2 0>1=2', '1 1'],
    empty: 1,
  })
})

test('a table of a ward says its seats, names and title', () => {
  const ward =
    '2,1,\n5,1,2,\n3,2,\n"Candidate 1","Aroha Ngata","PP",\n"Candidate 2","Yuki Tanabe","WL",\n""Ward 9"",\n'
  assert.deepEqual(said(readCsv(ward, 1)), {
    title: 'Ward 9',
    seats: 1,
    names: ['Aroha Ngata', 'Yuki Tanabe'],
    papers: ['5 0>1', '3 1'],
    empty: 0,
  })
})

test('PrefLib of today and of before say the same', () => {
  const today =
    '# TITLE: Bread\n# ALTERNATIVE NAME 1: Rye\n# ALTERNATIVE NAME 2: Oat\n3: 1,2\n2: {1,2}\n'
  const before = '2\n1,Rye\n2,Oat\n5,5,2\n3,1,2\n2,{1,2}\n'
  const papers = ['3 0>1', '2 0=1']
  assert.deepEqual(said(readPrefLib(today, 1)).papers, papers)
  assert.deepEqual(said(readPrefLib(before, 1)).papers, papers)
  assert.deepEqual(said(readPrefLib(today, 1)).names, said(readPrefLib(before, 1)).names)
  assert.equal(said(readPrefLib(today, 1)).title, 'Bread')
})

function saidOfMarks(read: Marked | Refusal) {
  assert.ok(!isRefusal(read), JSON.stringify(read))
  const { title, scale, sheets } = read
  return { title, scale, sheets: sheets.map(writeSheet) }
}

test('a table of marks: nothing is left out, and a mark beyond the scale is read', () => {
  const law = { seats: 1, scale: { least: 0, most: 5 }, together: null }
  const table = 'count,Rye,"Barley, malted",Oat\n2,5,,0\n1,7,1,\n2,,,\n1,5,,0\n'
  assert.deepEqual(saidOfMarks(readMarks(table, law)).sheets, ['2', '3 1:5 3:0', '1 1:7 2:1'])
})

test('a table of sizes: a heading or none', () => {
  const sizes = 'Circle,Members\nRye,12\n"Oat, rolled",5\nBarley,0\n'
  assert.equal(holdsSizes(sizes), true)
  assert.equal(holdsSizes('Rye,Oat\n1,2\n'), false)
  const read = said(readSizes(sizes, 3))
  assert.deepEqual(read.names, ['Rye', 'Oat, rolled', 'Barley'])
  assert.deepEqual(read.papers, ['12 0', '5 1'])
})

test('categories of PrefLib: two are approval, more are grades, the first is the best', () => {
  const names =
    '# ALTERNATIVE NAME 1: Rye\n# ALTERNATIVE NAME 2: Oat\n# ALTERNATIVE NAME 3: Spelt\n'
  const two = `# TITLE: Bread\n# NUMBER CATEGORIES: 2\n${names}3: {1,2},{3}\n2: {},{1,2,3}\n1: 2,{}\n`
  assert.deepEqual(saidOfMarks(readCategories(two, 1)), {
    title: 'Bread',
    scale: { least: 0, most: 1 },
    sheets: ['2 1:0 2:0 3:0', '3 1:1 2:1 3:0', '1 2:1'],
  })
  const three = `# NUMBER CATEGORIES: 3\n${names}3: 1,{2},{3}\n`
  assert.deepEqual(saidOfMarks(readCategories(three, 1)).sheets, ['3 1:2 2:1 3:0'])
})

suite('what can not be read is refused where it stands', () => {
  for (const [name, read, refused, line, column] of [
    ['a word for a rank', readCsv('Rye,Oat\n1,first\n', 1), 'csv-unreadable', 2, 3],
    ['a count that is no number', readCsv('count,Rye\nx,1\n', 1), 'csv-unreadable', 2, 1],
    ['a ward with a candidate too many', readCsv('2,1,\n3,1,3,\n', 1), 'csv-unreadable', 2, 5],
    ['nothing at all', readCsv('\n1,2\n', 1), 'csv-unreadable', 1, 1],
    [
      'a line without its number',
      readPrefLib('# ALTERNATIVE NAME 1: Rye\nx: 1\n', 1),
      'preflib-unreadable',
      2,
      1,
    ],
    [
      'half a mark',
      readMarks('Rye,Oat\n1,2.5\n', { seats: 1, scale: { least: 0, most: 5 }, together: null }),
      'csv-unreadable',
      2,
      3,
    ],
    ['a size in words', readSizes('Rye,5\nOat,few\n', 1), 'csv-unreadable', 2, 5],
    [
      'a category for nobody there',
      readCategories('# NUMBER CATEGORIES: 2\n# ALTERNATIVE NAME 1: Rye\n3: {2},{}\n', 1),
      'preflib-unreadable',
      3,
      3,
    ],
    ['no categories', readCategories('2\n1,Rye\n', 1), 'preflib-unreadable', 1, 1],
    [
      'a ranking of nobody',
      readPrefLib('# ALTERNATIVE NAME 1: Rye\n3: 2\n', 1),
      'preflib-unreadable',
      2,
      3,
    ],
  ] as const)
    test(name, () => {
      assert.ok(isRefusal(read))
      assert.equal(read.refused, refused)
      assert.deepEqual([read.details?.['line'], read.details?.['column']], [line, column])
    })
})

test('whatever text comes, each reader reads it or refuses it with its place', () => {
  const law = { seats: 1, scale: { least: 0, most: 5 }, together: null }
  const readers = [
    (text: string) => readMarks(text, law),
    (text: string) => readSizes(text, 1),
    (text: string) => readCategories(text, 1),
    (text: string) => readPabulib(text),
    (text: string) => readCsv(text, 1),
    (text: string) => readPrefLib(text, 1),
  ]
  const piece = fc.constantFrom(
    'META',
    'VOTES',
    '\n',
    ';',
    ',',
    '{',
    '}',
    '"',
    '1',
    '9',
    '#',
    ':',
    ' ',
    'a',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 3 }))), (pieces) => {
      for (const read of readers) {
        const answer = read(pieces.join(''))
        if (isRefusal(answer)) assert.equal(typeof answer.details?.['line'], 'number')
      }
    }),
  )
})
