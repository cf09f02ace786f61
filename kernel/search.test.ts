import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { testDatabase } from '#testing/database.ts'
import { type Findable, findText, forgetFindable, makeFindable, pieceAround } from './search.ts'

const database = await testDatabase(2)
after(() => database[Symbol.asyncDispose]())

const row = (id: string, body: string, audience: string, day: number): Findable => ({
  id,
  circle: null,
  audience,
  kind: 'note',
  title: 'A note',
  body,
  href: `/${id}`,
  at: `2026-12-0${day}T10:00:00.000Z`,
})
await database.db
  .transaction()
  .execute((tx) =>
    makeFindable(tx, [
      row('one', 'Der Schlüssel hängt im Café', 'public', 1),
      row('two', 'the key of the cafe', 'minutes:min_a minutes-of:cir_b', 2),
      row('two/part', 'a part of the cafe', 'minutes:min_a', 3),
    ]),
  )

const found = async (words: string, ...audiences: string[]) =>
  (await findText(database.db, { words, audiences })).map(({ id }) => id)

test('words are found without case and accents, the last one also by its beginning', async () => {
  assert.deepEqual(await found('SCHLUSSEL', 'public'), ['one'])
  assert.deepEqual(await found('café hang', 'public'), ['one'])
  assert.deepEqual(await found('cafe nothing', 'public'), [])
})

test('nobody finds what is under words that they do not hold', async () => {
  assert.deepEqual(await found('cafe', 'public'), ['one'])
  assert.deepEqual(await found('cafe', 'minutes-of:cir_b'), ['two'])
  assert.deepEqual(await found('cafe', 'minutes:min_a', 'public'), ['two/part', 'two', 'one'])
  assert.deepEqual(await found('cafe'), [])
})

test('what looks like a query language is only words', async () => {
  for (const wild of ["'; drop table search; --", 'a & !b | (c', ':*', '\\', '<->', '%'])
    assert.ok(Array.isArray(await found(wild, 'public')))
})

test('what is forgotten goes with its parts, and nothing else', async () => {
  await database.db.transaction().execute((tx) => forgetFindable(tx, 'two'))
  assert.deepEqual(await found('cafe', 'minutes:min_a', 'public'), ['one'])
})

test('a piece begins and ends at a word, with what was sought marked', () => {
  const text = `${'before '.repeat(40)}the Schlüssel of the hall ${'after '.repeat(40)}`
  const piece = pieceAround(text, 'schlussel')
  assert.ok(piece.includes('\u0002Schlüssel\u0003'), piece)
  assert.match(piece, /^… before .* after …$/)
  assert.ok(piece.length < 240)
  assert.equal(pieceAround('short', 'nothing'), 'short')
})
