import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { drawnElections, electionFrom } from '#testing/elections.ts'
import { isRefusal } from '#kernel/change.ts'
import { beginBlt } from './blt-reading.ts'
import { feedBlt, finishBlt, readBlt } from './blt.ts'
import { writeBlt } from './blt-write.ts'
import { type Election, rankingsOf } from './papers.ts'

function read(text: string | Uint8Array): Election {
  const election = readBlt(text)
  assert.ok(!isRefusal(election), JSON.stringify(election))
  return election
}

const papersIn = (election: Election) => [...rankingsOf(election.papers)]
const namesIn = (election: Election) => election.candidates.map(({ name }) => name)

test('a file as counting programs leave it: comments, CRLF, blanks, short names, quotes', () => {
  const file = readFileSync(new URL('./vectors/wild.blt', import.meta.url))
  const election = read(file.toString().replaceAll('\n', ' \r\n'))
  assert.equal(election.title, 'Stewards of "Low Meadow", 2026')
  assert.equal(election.seats, 2)
  assert.deepEqual(namesIn(election), [
    'Ngozi Adeyemi',
    'Joost "Bakehouse" van Dalen',
    'لينا الخطيب',
    'Yuki # Tanabe',
  ])
  assert.deepEqual(
    election.candidates.map(({ withdrawn }) => withdrawn),
    [false, false, false, true],
  )
  assert.deepEqual(election.tie, [2, 0, 1, 3])
  assert.deepEqual(papersIn(election), [
    { ranks: [[0], [1, 2], [3]], count: 5 },
    { ranks: [[2]], count: 2 },
    { ranks: [[1], [0]], count: 3 },
  ])
  assert.equal(election.papers.empty, 1)
})

suite('what the wild writes around a name', () => {
  const named = (line: string) => namesIn(read(`2 1\n1 1 0\n0\n${line}\n"B"\n"T"`))[0]
  for (const [line, name] of [
    ['"Tomasz Wrona"  ', 'Tomasz Wrona'],
    ['Tomasz Wrona', 'Tomasz Wrona'],
    ['"Devika ""Dee"" Rao"', 'Devika "Dee" Rao'],
    ['"Devika "Dee" Rao"', 'Devika "Dee" Rao'],
    ['""Ward 1 - North, West""', 'Ward 1 - North, West'],
    ['"Devika ""Dee"""', 'Devika "Dee"'],
    ['"never closed', 'never closed'],
  ] as const)
    test(line, () => assert.equal(named(line), name))

  test('two texts on one line', () => {
    assert.deepEqual(namesIn(read('2 1\n1 1 0\n0\n"A a" "B b"\n"T"')), ['A a', 'B b'])
  })

  test('letters of an older time', () => {
    const file = Buffer.concat([
      Buffer.from('1 1\n1 1 0\n0\n"Ois'),
      Buffer.from([0xed]),
      Buffer.from('n"\n"T"\n'),
    ])
    assert.deepEqual(namesIn(read(file)), ['Oisín'])
  })
})

test('without names, candidates are called by their numbers', () => {
  assert.deepEqual(namesIn(read('3 1\n1 2 0\n0\n')), ['1', '2', '3'])
})

test('a candidate named twice counts where named first', () => {
  assert.deepEqual(papersIn(read('3 1\n1 1 2 1 3 0\n1 2 2=3 0\n0\n')), [
    { ranks: [[0], [1], [2]], count: 1 },
    { ranks: [[1], [2]], count: 1 },
  ])
})

suite('what can not be read is refused where it stands', () => {
  for (const [text, line, column, why] of [
    ['9,4\n1 2 0\n0', 1, 2, 'the first line is two numbers: candidates and seats'],
    ['2 1\n1,2,0\n0', 2, 1, 'numbers are parted by blanks, not commas'],
    ['2 1\n1 2, 1 0\n0', 2, 3, 'numbers are parted by blanks, not commas'],
    ['2 1\n1 3 0\n0', 2, 3, '"3" is not a candidate'],
    ['2 1\n# here\n4 1 2\n0', 3, 6, 'a line of papers ends with 0'],
    ['2 1\n1.5 1 0\n0', 2, 1, 'a line of papers begins with how many there are, a whole number'],
    ['2 1\n1 1 0 2 0\n0', 2, 6, 'after 0 comes a new line'],
    ['2 1\n1 =1 0\n0', 2, 3, '"=" stands between two candidates'],
    ['2 1\n1 1 0', 2, 1, 'the file ends before the line 0 that ends the papers'],
    ['3 1\n1 1 0\n0\n"A"\n"B"\n', 5, 1, 'there are 2 names for 3 candidates'],
    ['2 1\n[nick a]\n1 1 0\n0', 2, 1, 'there are 1 short names'],
    ['2 1\n-7\n1 1 0\n0', 2, 1, '"-7" is not a candidate'],
  ] as const)
    test(JSON.stringify(text), () =>
      assert.deepEqual(readBlt(text), {
        refused: 'blt-unreadable',
        details: { line, column, why },
      }),
    )
})

test('a file reads the same in whatever pieces it comes', () => {
  const file = readFileSync(new URL('./vectors/wild.blt', import.meta.url))
  const whole = read(file)
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), (length) => {
      const reading = beginBlt()
      for (let at = 0; at < file.length; at += length)
        feedBlt(reading, file.subarray(at, at + length))
      assert.deepEqual(finishBlt(reading), whole)
    }),
  )
})

test('the memory that a piece came in may be used for the next', () => {
  const file = readFileSync(new URL('./vectors/wild.blt', import.meta.url))
  const reading = beginBlt()
  const window = Buffer.alloc(16)
  for (let at = 0; at < file.length; at += window.length) {
    const length = file.copy(window, 0, at, at + window.length)
    feedBlt(reading, window.subarray(0, length))
  }
  assert.deepEqual(finishBlt(reading), read(file))
})

test('what is written is read back as the same election', () => {
  fc.assert(
    fc.property(drawnElections({ alike: true }), (drawn) => {
      const election = electionFrom(drawn)
      const again = read(writeBlt({ ...election, tie: drawn.lot }))
      const sorted = (one: Election) =>
        papersIn(one)
          .map((each) => JSON.stringify(each))
          .toSorted()
      assert.deepEqual(sorted(again), sorted(election))
      assert.deepEqual(again.candidates, election.candidates)
      assert.deepEqual(again.tie, drawn.lot)
      assert.equal(again.papers.empty, election.papers.empty)
      assert.equal(writeBlt(again), writeBlt({ ...election, tie: drawn.lot }))
    }),
  )
})
