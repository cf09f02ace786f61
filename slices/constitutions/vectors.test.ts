/** Real co-ops as constitutions, and their published numbers. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { suite, test } from 'node:test'
import '#app/slices.ts'
import { wordsIn } from '#kernel/words.ts'
import { moothall } from '#testing/terminal.ts'
import { allSections } from './index.ts'
import { compare, countRows } from './rules/compare.ts'
import { findingsIn, levelOf, mayStand, namedIn, proseOf } from './rules/document.ts'
import { readFile } from './rules/file.ts'
import type { Parts } from './rules/section.ts'

const { say } = wordsIn('en')
const pathOf = (name: string) =>
  fileURLToPath(new URL(`./rules/vectors/${name}.yaml`, import.meta.url))

function partsOf(name: string): Parts {
  const read = readFile(readFileSync(pathOf(name), 'utf8'), say)
  assert.ok('parts' in read, JSON.stringify(read))
  return read.parts
}

const proseFor = (name: string) => proseOf(allSections(), partsOf(name), say, new Map())
const textOf = (name: string) =>
  proseFor(name)
    .flatMap(({ sentences }) => sentences.map(({ text }) => text))
    .join('\n')

function findingsFor(name: string) {
  const parts = partsOf(name)
  const level = levelOf(namedIn(allSections(), parts))
  const situation = { level, memberCount: 12, stewardCount: 2 }
  return findingsIn(allSections(), parts, say, situation)
}

suite('the rules of a real co-op', () => {
  const published: [name: string, level: string, says: RegExp[]][] = [
    ['meet-coop-500', 'co-op of co-ops', [/500 EUR/, /40 hours/, /half/]],
    ['meet-coop-1000', 'co-op of co-ops', [/1000 EUR/, /40 hours/, /half/]],
    [
      'webarchitects',
      'co-op of co-ops',
      [/workers together count 50 percent/, /\(Worker half, Client 1 in 8/],
    ],
    [
      'sunbeam-city',
      'primary',
      [
        /3 of the last 12|3 of 12|three of the last twelve/i,
        /4 days first; then it is open to decide for 3 days/,
      ],
    ],
    [
      'coop-cloud',
      'co-op of co-ops',
      [/more than half of all who may vote/, /open to decide for 14 days/],
    ],
    [
      'cotech',
      'co-op of co-ops',
      [/when nobody blocks it/, /one voice, however many/, /A single block stops it/],
    ],
    ['social-coop', 'primary', [/unless nine tenths of all votes/, /open for 6 to 90 days/]],
    ['signalise', 'co-op of co-ops', [/Investor at most a tenth of the whole/]],
    ['may-first', 'co-op of co-ops', [/at most 6 options/, /nobody is taken by chance/]],
    ['ronr', 'primary', [/only if half of the roll take part/, /instant runoff/]],
  ]
  for (const [name, level, says] of published)
    test(`${name} may stand here, and says its numbers`, () => {
      const findings = findingsFor(name)
      assert.ok(mayStand(findings), JSON.stringify(findings, null, 1))
      assert.equal(levelOf(namedIn(allSections(), partsOf(name))), level)
      const text = textOf(name)
      for (const pattern of says) assert.match(text, pattern)
    })

  test('meet.coop’s two texts differ in one sentence: 500 or 1000 EUR', () => {
    const compared = compare(proseFor('meet-coop-500'), proseFor('meet-coop-1000'))
    const { changed, added, removed } = countRows(compared)
    assert.deepEqual([changed, added, removed], [1, 0, 0])
    const row = compared.flatMap(({ rows }) => rows).find(({ state }) => state === 'changed')
    const marked = [row?.before, row?.after].map((side) =>
      side?.flatMap((piece) => (piece.marked ? [piece.text.trim()] : [])),
    )
    assert.deepEqual(marked, [['500'], ['1000']])
  })

  test('is checked in the terminal, with paths, lines and columns', async () => {
    const well = await moothall(['constitution', 'check', pathOf('cotech')])
    assert.equal(well.code, 0, well.said)
    assert.match(well.said, /It could be adopted/)
    const wrong = fileURLToPath(new URL('./rules/vectors/broken.yaml', import.meta.url))
    const found = await moothall(['constitution', 'check', wrong])
    assert.equal(found.code, 1)
    assert.match(
      found.said,
      /broken\.yaml:9:\d+: error: amendment\.quorum: No change could ever pass/,
    )
  })
})
