import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openTestHall, type TestHall } from '#testing/hall.ts'

const stack = new AsyncDisposableStack()
let hall: TestHall
before(async () => {
  hall = stack.use(await openTestHall())
})
after(() => stack.disposeAsync())

test('nobody reads a file outside the pages, however the path is written', async () => {
  for (const path of [
    '/../package.json',
    '/..%2fpackage.json',
    '/assets/../../package.json',
    '/%2e%2e/%2e%2e/etc/passwd',
  ])
    assert.ok(!(await (await hall.browser().fetch(path)).text()).includes('"moothall"'), path)
})

test('a page of the app runs our scripts alone and is framed by nobody', async () => {
  const answer = await hall.browser().fetch('/no/such/place')
  if (answer.status === 404) return
  const policy = answer.headers.get('content-security-policy') ?? ''
  assert.match(policy, /script-src 'self'(;|$)/)
  assert.match(policy, /frame-ancestors 'none'/)
  assert.match(policy, /base-uri 'none'/)
  assert.equal(answer.headers.get('x-content-type-options'), 'nosniff')
  assert.equal(answer.headers.get('cache-control'), 'no-cache')
})

test('what is not there is 404 for a file, not a page', async () => {
  const answer = await hall.browser().fetch('/assets/gone.js')
  assert.equal(answer.status, 404)
  assert.match(answer.headers.get('content-type') ?? '', /problem\+json/)
})

test('a reader who takes gzip gets pages squeezed', async () => {
  const squeezed = await hall
    .browser()
    .fetch('/no/such/place', { headers: { 'accept-encoding': 'gzip' } })
  const plain = await hall
    .browser()
    .fetch('/no/such/place', { headers: { 'accept-encoding': 'identity' } })
  assert.equal(await squeezed.text(), await plain.text())
})
