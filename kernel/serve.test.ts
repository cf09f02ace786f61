/** What every operation of the hall keeps to, told through a parlour. */
import assert from 'node:assert/strict'
import { after, suite, test } from 'node:test'
import { openTestHall } from '#testing/hall.ts'
import { parlour, sayIt, unsayIt } from '#testing/parlour.ts'
import { entriesOf } from './record.ts'

const hall = await openTestHall({ slices: [parlour] })
after(() => hall.close())
const maren = hall.browser()

const said = async (name: string) =>
  (await entriesOf(hall.hall.db, `parlour:${name}`)).map(({ data }) => data['text'])

function post(
  path: string,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
) {
  return maren.fetch(`/api/parlour/${path}`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
  })
}

suite('a request', () => {
  test('that is refused leaves nothing behind and says what to do', async () => {
    const problem = await maren.refused(sayIt, {
      params: { name: 'a' },
      body: { text: 'hello', outcome: 'refuse' },
    })
    assert.equal(problem.status, 409)
    assert.equal(problem.title, 'The parlour is closed. Come back tomorrow.')
    assert.equal(problem.type, '/problems/parlour-closed')
    assert.deepEqual(await said('a'), [])
  })

  test('that breaks us says nothing of what is inside, and is logged', async () => {
    const problem = await maren.refused(sayIt, {
      params: { name: 'a' },
      body: { text: 'hello', outcome: 'break' },
    })
    assert.equal(problem.status, 500)
    assert.doesNotMatch(JSON.stringify(problem), /secret/)
    assert.match(hall.errors.splice(0).join(), /secret inside/)
    assert.deepEqual(await said('a'), [])
  })

  const table: [
    string,
    string | Uint8Array<ArrayBuffer>,
    Record<string, string>,
    number,
    string,
  ][] = [
    ['malformed JSON', '{"text": ', {}, 400, 'not-json'],
    ['a wrong type', '{"text": 7}', {}, 422, 'not-understood'],
    [
      'another media type',
      'text=x',
      { 'content-type': 'application/x-www-form-urlencoded' },
      400,
      'not-json',
    ],
    ['a body over the limit', JSON.stringify({ text: 'x'.repeat(70_000) }), {}, 413, 'too-large'],
    [
      'a text of 10,000 characters',
      JSON.stringify({ text: 'x'.repeat(10_000) }),
      {},
      422,
      'not-understood',
    ],
    ['control characters', JSON.stringify({ text: 'a\u0000b' }), {}, 422, 'not-understood'],
    ['a bidi override', JSON.stringify({ text: 'a\u202eb' }), {}, 422, 'not-understood'],
    ['broken UTF-8', new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x7d]), {}, 400, 'not-utf8'],
    [
      'another site behind it',
      '{"text":"x"}',
      { origin: 'https://evil.example' },
      403,
      'foreign-origin',
    ],
    [
      'a cross-site fetch',
      '{"text":"x"}',
      { 'sec-fetch-site': 'cross-site' },
      403,
      'foreign-origin',
    ],
  ]
  test('from a form on our own page, which keeps its address to itself, comes through', async () => {
    const headers = { origin: 'null', 'sec-fetch-site': 'same-origin' }
    assert.equal((await post('form', '{"text":"from the porch"}', headers)).status, 200)
  })

  for (const [what, body, headers, status, name] of table) {
    test(`with ${what} is refused in a sentence`, async () => {
      const answer = await post('b', body, headers)
      const problem = JSON.parse(await answer.text())
      assert.deepEqual([answer.status, problem.name], [status, name])
      assert.equal(answer.headers.get('content-type'), 'application/problem+json')
      assert.ok(problem.title.length > 20)
    })
  }

  test('says which part was not understood', async () => {
    const problem = await maren.refused(sayIt, { params: { name: 'b' }, body: { text: '' } })
    assert.deepEqual(problem.errors, [{ path: 'body.text', message: 'is empty' }])
    assert.deepEqual(await said('b'), [])
  })

  test('in Spanish is refused in Spanish', async () => {
    const answer = await post('b', '{', { 'accept-language': 'es' })
    assert.match(JSON.parse(await answer.text()).title, /JSON válido/)
  })
})

suite('the same request sent twice', () => {
  const once = { params: { name: 'twice' }, body: { text: 'only once' } }

  test('happens once and answers the same', async () => {
    const headers = { 'idempotency-key': 'k1' }
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => maren.call(sayIt, { ...once, headers })),
    )
    assert.deepEqual(answers, [{ seq: 1 }, { seq: 1 }, { seq: 1 }, { seq: 1 }])
    assert.deepEqual(await said('twice'), ['only once'])
  })

  test('with another body is refused', async () => {
    const headers = { 'idempotency-key': 'k1' }
    const problem = await maren.refused(sayIt, {
      ...once,
      body: { text: 'something else' },
      headers,
    })
    assert.equal(problem.name, 'key-reused')
  })

  test('after a refusal may be sent again with the same key', async () => {
    const headers = { 'idempotency-key': 'k2' }
    const closed = {
      params: once.params,
      body: { text: 'later', outcome: 'refuse' as const },
      headers,
    }
    assert.equal((await maren.refused(sayIt, closed)).name, 'parlour-closed')
    assert.equal((await maren.refused(sayIt, closed)).name, 'parlour-closed')
  })
})

suite('listening', () => {
  test('replays what was missed, then follows, in order and once', async () => {
    const joost = hall.browser()
    for (const text of ['one', 'two', 'three'])
      await maren.call(sayIt, { params: { name: 'live' }, body: { text } })
    const listener = await joost.listen({ 'parlour:live': 1 })
    await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        maren.call(sayIt, { params: { name: 'live' }, body: { text: `n${n}` } }),
      ),
    )
    await listener.until(() => listener.entries('parlour:live').length >= 42)
    const seqs = listener.entries('parlour:live').map(({ seq }) => seq)
    assert.deepEqual(
      seqs,
      Array.from({ length: 42 }, (_, n) => n + 2),
    )
    listener.close()
  })

  test('is refused where one may not read', async () => {
    const listener = await maren.listen({ 'parlour:private': 0, 'nowhere:x': 0 })
    assert.ok(listener.refused('parlour:private'))
    assert.ok(listener.refused('nowhere:x'))
    listener.close()
  })

  test('never brings back what was taken back', async () => {
    const { seq } = await maren.call(sayIt, {
      params: { name: 'redacted' },
      body: { text: 'a slip' },
    })
    await maren.call(unsayIt, { params: { name: 'redacted', seq } })
    const listener = await maren.listen({ 'parlour:redacted': 0 })
    assert.doesNotMatch(JSON.stringify(listener.frames), /a slip/)
    assert.equal(listener.entries('parlour:redacted').length, 2)
    listener.close()
  })

  test('hears what is passed round without being kept', async () => {
    const [one, two] = [
      await maren.listen({ 'parlour:pass': 0 }),
      await maren.listen({ 'parlour:pass': 0 }),
    ]
    one.socket.send(JSON.stringify({ pass: 'parlour:pass', say: { typing: true } }))
    await two.until(() => two.frames.some(({ pass }) => JSON.stringify(pass) === '{"typing":true}'))
    assert.deepEqual(await said('pass'), [])
    one.close()
    two.close()
  })

  test('ends for whoever speaks nonsense, not for the others', async () => {
    const [one, two] = [
      await maren.listen({ 'parlour:n': 0 }),
      await maren.listen({ 'parlour:n': 0 }),
    ]
    one.socket.send('{"subscribe": 7}')
    await one.until(() => one.closed !== null)
    assert.equal(one.closed, 1008)
    await maren.call(sayIt, { params: { name: 'n' }, body: { text: 'still here' } })
    await two.until(() => two.entries('parlour:n').length === 1)
    two.close()
  })

  test('from another site is turned away', async () => {
    const { WebSocket } = await import('ws')
    const socket = new WebSocket(`${hall.origin.replace('http', 'ws')}/live`, {
      origin: 'https://evil.example',
    })
    const status = await new Promise((resolve) => {
      socket.on('unexpected-response', (_request, response) => resolve(response.statusCode))
      socket.on('error', () => {})
    })
    assert.equal(status, 403)
  })
})

test('nothing else was logged as an error', () => assert.deepEqual(hall.errors, []))
