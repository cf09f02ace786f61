/** Every operation, held to the same law: described, permitted, documented, closed to strangers. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openTestHall } from '#testing/hall.ts'
import { meaningsOf, policiesOf } from './build.ts'
import { slices } from './slices.ts'

const served = slices.flatMap((slice) => slice.servings ?? []).map(({ op }) => op)
const policies = policiesOf(slices)
const meanings = meaningsOf(slices)

const hall = await openTestHall()
after(() => hall.close())

test('every operation says what it does and who may', () => {
  const silent = served
    .filter((op) => op.summary.length < 5 || !policies[op.who])
    .map(({ path }) => path)
  assert.deepEqual(silent, [])
})

test('every refusal that an operation names has a sentence', () => {
  const wordless = served.flatMap((op) =>
    op.refusals.filter((name) => !meanings[name]).map((name) => `${op.method} ${op.path}: ${name}`),
  )
  assert.deepEqual(wordless, [])
})

test('no two operations share an address', () => {
  const addresses = served.map((op) => `${op.method} ${op.path.replaceAll(/\{\w+\}/g, '{}')}`)
  assert.deepEqual(
    addresses.filter((address, index) => addresses.indexOf(address) !== index),
    [],
  )
})

test('the document lists every operation', async () => {
  const answer = await hall.browser().fetch('/api/openapi.json')
  const document = JSON.parse(await answer.text())
  assert.equal(document.openapi, '3.1.0')
  const missing = served.filter(
    (op) => !document.paths[`/api${op.path}`]?.[op.method.toLowerCase()],
  )
  assert.deepEqual(
    missing.map(({ path }) => path),
    [],
  )
})

test('a stranger is refused wherever somebody must be known', async () => {
  for (const op of served.filter(({ who }) => who !== 'anyone')) {
    const path = `/api${op.path.replaceAll(/\{(\w+)\}/g, 'x')}`
    const answer = await hall.browser().fetch(path, {
      method: op.method,
      ...(op.method === 'GET'
        ? {}
        : { body: '{}', headers: { 'content-type': 'application/json' } }),
    })
    assert.ok(answer.status >= 400 && answer.status < 500, `${op.method} ${path}: ${answer.status}`)
    assert.equal(
      answer.headers.get('content-type'),
      'application/problem+json',
      `${op.method} ${path}`,
    )
  }
})

test('what is not there is a problem too', async () => {
  const answer = await hall.browser().fetch('/api/nothing-here')
  assert.equal(answer.status, 404)
  assert.match(answer.headers.get('content-type') ?? '', /problem\+json/)
})
