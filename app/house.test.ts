/** The norms of size and voice, measured over the whole source. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { isTest, ROOT, type Source, sources } from './sources.ts'

const FILE = { median: 75, p90: 200, most: 300 }
const FUNCTION_MOST = 60
const COMPONENT_MOST = 90
const AS_IN_1000 = 2
const DEPENDENCIES_MOST = 35

const own = sources().filter(({ path }) => !isTest(path))

function quantile(values: number[], q: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * q)] ?? 0
}

type Found = { name: string; from: number; length: number }

/** Top-level functions, by the formatter's law: they end at the first line that is a lone brace. */
function functionsOf({ lines }: Source): Found[] {
  return lines.flatMap((line, from) => {
    const name = /^(?:export )?(?:async )?function\*? (\w+)/.exec(line)?.[1]
    if (!name) return []
    const length = lines.slice(from).findIndex((later) => later === '}') + 1
    return [{ name, from: from + 1, length }]
  })
}

test('files stay short', () => {
  const long = own
    .filter(({ lines }) => lines.length > FILE.most)
    .map(({ path, lines }) => `${path}: ${lines.length}`)
  assert.deepEqual(long, [])
  const lengths = own.map(({ lines }) => lines.length)
  assert.ok(
    quantile(lengths, 0.5) <= FILE.median,
    `the median file has ${quantile(lengths, 0.5)} lines`,
  )
  assert.ok(
    quantile(lengths, 0.9) <= FILE.p90,
    `one file in ten has more than ${quantile(lengths, 0.9)} lines`,
  )
})

test('functions stay short', () => {
  const long = own.flatMap((source) =>
    functionsOf(source)
      .filter(
        ({ name, length }) =>
          length >
          (source.path.endsWith('x') && /^[A-Z]/.test(name) ? COMPONENT_MOST : FUNCTION_MOST),
      )
      .map(({ name, length }) => `${source.path} ${name}: ${length}`),
  )
  assert.deepEqual(long, [])
})

test('types are stated, not asserted', () => {
  const lines = own.reduce((sum, source) => sum + source.lines.length, 0)
  const asserted = own.flatMap(({ path, lines: all }) =>
    all.flatMap((line, at) =>
      /\bas (?!const\b)[A-Z{(\w]/.test(line) &&
      !/^\s*(\*|\/\/|\/\*|import|export)|['"`].*\bas\b.*['"`]|[><\w]+ as [a-z]/.test(line)
        ? [`${path}:${at + 1} ${line.trim()}`]
        : [],
    ),
  )
  assert.ok(asserted.length <= (lines * AS_IN_1000) / 1000, asserted.join('\n'))
})

test('no name hides what it does', () => {
  const vague = own.flatMap((source) =>
    functionsOf(source)
      .filter(({ name }) => /^(handle|process|manage)[A-Z]|Manager$|Utils?$|Helper$/.test(name))
      .map(({ name }) => `${source.path} ${name}`),
  )
  const files = own
    .filter(({ path }) => /(utils|helpers|manager|common)\.tsx?$/.test(path))
    .map(({ path }) => path)
  assert.deepEqual([...vague, ...files], [])
})

test('few packages run, and each has a line of reason', () => {
  const { dependencies }: { dependencies: Record<string, string> } = JSON.parse(
    readFileSync(join(ROOT, 'package.json'), 'utf8'),
  )
  const names = Object.keys(dependencies)
  assert.ok(names.length <= DEPENDENCIES_MOST, `${names.length} dependencies`)
  const reasons = readFileSync(join(ROOT, 'docs/decisions/0002-dependencies.md'), 'utf8')
  assert.deepEqual(
    names.filter((name) => !reasons.includes(`\`${name}\``)),
    [],
  )
})
