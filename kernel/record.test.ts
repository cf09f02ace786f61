import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import * as fc from 'fast-check'
import { sql } from 'kysely'
import { type TestDatabase, testDatabase } from '#testing/database.ts'
import type { Fact } from './change.ts'
import { plus } from './clock.ts'
import type { Transaction } from './database.ts'
import { entriesOf, note, redact } from './record.ts'
import { sealHeads } from './seal.ts'
import { transact } from './transact.ts'
import { verifyRecord } from './verify.ts'

const NOW = '2026-12-03T18:00:00.000Z'
const MAREN = 'per_maren'

let database: TestDatabase
before(async () => {
  database = await testDatabase()
})
after(() => database[Symbol.asyncDispose]())

function change<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  return transact({ db: database.db, listeners: () => [], publish: () => {} }, work)
}

/** Somebody with the database in hand, past our trigger. */
async function byHand(statement: string): Promise<void> {
  await database.pool.query(`alter table record disable trigger record_keeps;
    ${statement};
    alter table record enable trigger record_keeps`)
}

const say = (words: string): Fact => ({ kind: 'chat.said', data: { words } })

function saidIn(topic: string, ...words: string[]) {
  return change((tx) => note(tx, topic, words.map(say), { now: NOW, actor: MAREN }))
}

async function faults(): Promise<string[]> {
  return (await verifyRecord(database.db)).faults
}

beforeEach(() => byHand('truncate record, topics, seals, seal_heads'))

describe('the record', () => {
  test('what was said comes back in order, as JSON carries it', async () => {
    const odd = {
      when: new Date(NOW),
      nothing: undefined,
      list: [undefined, -0, 1e21, 0.1],
      script: 'لينا 🎈',
    }
    await change((tx) =>
      note(tx, 'a:1', [say('one'), { kind: 'odd', data: odd }], { now: NOW, actor: null }),
    )
    const entries = await entriesOf(database.db, 'a:1')
    assert.deepEqual(
      entries.map(({ seq, kind, data }) => ({ seq, kind, data })),
      [
        { seq: 1, kind: 'chat.said', data: { words: 'one' } },
        { seq: 2, kind: 'odd', data: { when: NOW, list: [null, 0, 1e21, 0.1], script: 'لينا 🎈' } },
      ],
    )
    assert.deepEqual(await faults(), [])
  })

  test('any JSON keeps its commitment through the database', async () => {
    const text = fc.string({ unit: 'grapheme' }).map((given) => given.replaceAll('\0', ''))
    const key = text.filter((given) => given !== '__proto__')
    const value = fc.oneof(
      text,
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
      fc.constant(null),
    )
    const data = fc.dictionary(key, fc.oneof(value, fc.array(value, { maxLength: 3 })), {
      maxKeys: 5,
    })
    await fc.assert(
      fc.asyncProperty(fc.array(data, { minLength: 1, maxLength: 5 }), async (list) => {
        await change((tx) =>
          note(
            tx,
            'a:1',
            list.map((each) => ({ kind: 'k', data: each })),
            { now: NOW, actor: null },
          ),
        )
        assert.deepEqual(await faults(), [])
      }),
      { numRuns: 40 },
    )
  })

  test('forty people writing at once get one gapless order', async () => {
    const words = Array.from({ length: 40 }, (_, index) => `line ${index}`)
    await Promise.all(words.map((each) => saidIn('gathering:1', each, `${each}, again`)))
    const entries = await entriesOf(database.db, 'gathering:1')
    assert.deepEqual(
      entries.map(({ seq }) => seq),
      Array.from({ length: 80 }, (_, index) => index + 1),
    )
    for (const each of words) {
      const place = entries.findIndex(({ data }) => data['words'] === each)
      assert.equal(
        entries[place + 1]?.data['words'],
        `${each}, again`,
        'what was noted together stands together',
      )
    }
    assert.deepEqual(await faults(), [])
  })

  test('a transaction that fails leaves no number behind', async () => {
    await saidIn('a:1', 'one')
    await assert.rejects(
      change(async (tx) => {
        await note(tx, 'a:1', [say('never')], { now: NOW, actor: null })
        throw new Error('the rule said no')
      }),
    )
    const [next] = await saidIn('a:1', 'two')
    assert.equal(next?.seq, 2)
    assert.deepEqual(await faults(), [])
  })

  test('five thousand facts are one note', async () => {
    const entries = await saidIn(
      'a:1',
      ...Array.from({ length: 5000 }, (_, index) => `line ${index}`),
    )
    assert.equal(entries.at(-1)?.seq, 5000)
    const verdict = await verifyRecord(database.db)
    assert.deepEqual([verdict.entries, verdict.topics, verdict.faultCount], [5000, 1, 0])
  })

  test('redacted words are gone, the chain holds, and it can be redacted again', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 6 }),
        async (numbers) => {
          await byHand('truncate record, topics')
          await saidIn('a:1', ...Array.from({ length: 6 }, (_, index) => `secret ${index}`))
          for (const [round, seq] of numbers.entries()) {
            const stands = { words: `(taken away, ${round})` }
            await change((tx) =>
              redact(tx, { topic: 'a:1', seq, stands }, { now: NOW, actor: MAREN }),
            )
          }
          assert.deepEqual(await faults(), [])
          const stored = JSON.stringify((await database.pool.query('select * from record')).rows)
          for (const seq of numbers) assert.ok(!stored.includes(`secret ${seq - 1}`))
        },
      ),
      { numRuns: 15 },
    )
  })

  test('an entry that is not there cannot be redacted', async () => {
    await saidIn('a:1', 'one')
    const what = { topic: 'a:1', seq: 2, stands: {} }
    await assert.rejects(
      change((tx) => redact(tx, what, { now: NOW, actor: null })),
      /has no entry 2/,
    )
  })

  test('the database itself refuses to forget or to change an entry', async () => {
    await saidIn('a:1', 'one')
    await assert.rejects(database.pool.query('delete from record'), /append-only/)
    await assert.rejects(database.pool.query(`update record set kind = 'x'`), /append-only/)
    await assert.rejects(database.pool.query(`update record set data = '{}'`), /append-only/)
  })
})

describe('verify', () => {
  /** Three topics, a redaction, a seal. */
  async function aPast(): Promise<void> {
    await saidIn('a:1', 'one', 'two', 'three', 'four')
    await saidIn('b:1', 'alone')
    await change((tx) =>
      redact(tx, { topic: 'a:1', seq: 2, stands: { words: '—' } }, { now: NOW, actor: null }),
    )
    await change((tx) => sealHeads(tx, NOW))
    await saidIn('c:1', 'after the seal')
  }

  test('an untouched past fits, and the verdict says what was looked at', async () => {
    await aPast()
    const { lastSeal, ...verdict } = await verifyRecord(database.db)
    assert.deepEqual(verdict, {
      entries: 7,
      topics: 3,
      redactions: 1,
      seals: 1,
      faults: [],
      faultCount: 0,
    })
    assert.equal(lastSeal?.at, NOW)
  })

  const tampering: [who: string, statement: string, fault: RegExp][] = [
    [
      'a word changed',
      `update record set data = '{"words":"onf"}' where topic = 'a:1' and seq = 1`,
      /a:1, entry 1: its data is not what was written/,
    ],
    [
      'one bit of a hash',
      `update record set hash = set_bit(hash, 77, 1 - get_bit(hash, 77)) where topic = 'a:1' and seq = 3`,
      /a:1, entry 3: its hash does not fit/,
    ],
    [
      'another author',
      `update record set actor = 'per_joost' where topic = 'b:1'`,
      /b:1, entry 1: its hash does not fit/,
    ],
    [
      'another moment',
      `update record set at = at + interval '1 ms' where topic = 'b:1'`,
      /b:1, entry 1: its hash does not fit/,
    ],
    [
      'an entry taken out',
      `delete from record where topic = 'a:1' and seq = 3`,
      /entries are missing between 2 and 4/,
    ],
    [
      'the last entry cut off',
      `delete from record where topic = 'c:1'`,
      /c:1: all of its 1 entries are missing/,
    ],
    [
      'two entries swapped',
      `update record set seq = 100 + seq where topic = 'a:1' and seq in (3, 4); update record set seq = 107 - seq where topic = 'a:1' and seq > 100`,
      /a:1, entry 3: its hash does not fit/,
    ],
    [
      'a silent redaction',
      `update record set data = null, salt = null, stands = '{}' where topic = 'a:1' and seq = 1`,
      /a:1, entry 1: it was taken away, and no redaction says so/,
    ],
    [
      'another text for a redaction',
      `update record set stands = '{"words":"!"}' where topic = 'a:1' and seq = 2`,
      /a:1, entry 2: what stands is not what its redaction says/,
    ],
    [
      'a head moved',
      `update topics set seq = seq + 1 where topic = 'b:1'`,
      /b:1: its last entries are missing, from 2 to 2/,
    ],
    [
      'a head removed',
      `delete from topics where topic = 'b:1'`,
      /b:1: the head of its chain is missing/,
    ],
    ['a seal dated anew', `update seals set at = at - interval '1 day'`, /its hash does not fit/],
    [
      'a sealed head removed',
      `delete from seal_heads where topic = 'b:1'`,
      /its list of heads was changed/,
    ],
  ]
  for (const [what, statement, fault] of tampering) {
    test(`${what} by hand is found`, async () => {
      await aPast()
      await byHand(statement)
      const found = await faults()
      assert.ok(
        found.some((sentence) => fault.test(sentence)),
        `found only: ${found.join(' ')}`,
      )
    })
  }

  test('a tail cut off together with its head is found by the seal', async () => {
    await aPast()
    await byHand(`delete from record where topic = 'a:1' and seq = 5;
      update topics set seq = 4, hash = (select hash from record where topic = 'a:1' and seq = 4) where topic = 'a:1'`)
    assert.ok((await faults()).some((fault) => /entry 5 was there when it was sealed/.test(fault)))
  })

  test('a whole topic cut off is found by the seal', async () => {
    await aPast()
    await byHand(`delete from record where topic = 'b:1'; delete from topics where topic = 'b:1'`)
    assert.deepEqual(await faults(), [
      `b:1: entry 1 was there when it was sealed on ${NOW}, and is not any more.`,
    ])
  })

  test('any single byte changed in any entry is found', async () => {
    await saidIn('a:1', 'one', 'two', 'three')
    const column = fc.constantFrom('hash', 'commitment', 'salt')
    await fc.assert(
      fc.asyncProperty(
        column,
        fc.integer({ min: 1, max: 3 }),
        fc.nat(31),
        fc.integer({ min: 1, max: 255 }),
        async (name, seq, byte, by) => {
          const flip = `update record set ${name} = set_byte(${name}, ${byte}, get_byte(${name}, ${byte}) # ${by}) where seq = ${seq}`
          await byHand(flip)
          assert.notDeepEqual(await faults(), [])
          await byHand(flip)
          assert.deepEqual(await faults(), [])
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('seals', () => {
  test('a seal covers what moved since the one before, and nothing moved is no seal', async () => {
    await saidIn('a:1', 'one')
    await saidIn('b:1', 'one')
    const first = await change((tx) => sealHeads(tx, NOW))
    assert.equal(first?.topics, 2)
    assert.equal(await change((tx) => sealHeads(tx, plus(NOW, 1000))), null)
    await saidIn('b:1', 'two')
    const second = await change((tx) => sealHeads(tx, plus(NOW, 2000)))
    assert.equal(second?.topics, 1)
    assert.deepEqual(second?.previous, first?.hash)
    assert.deepEqual(await faults(), [])
  })

  test('a seal taken out of the middle is found', async () => {
    for (const minutes of [0, 1, 2]) {
      await saidIn('a:1', 'more')
      await change((tx) => sealHeads(tx, plus(NOW, minutes * 60_000)))
    }
    await byHand(`with gone as (delete from seal_heads where seal = (select id from seals order by at offset 1 limit 1) returning seal)
      delete from seals where id in (select seal from gone)`)
    assert.ok((await faults()).some((fault) => /the seal before it is missing/.test(fault)))
  })

  test('two nodes that seal at once make one seal', async () => {
    await saidIn('a:1', 'one')
    const seals = await Promise.all([1, 2, 3].map(() => change((tx) => sealHeads(tx, NOW))))
    assert.equal(seals.filter(Boolean).length, 1)
    assert.equal(
      (await sql<{ n: number }>`select count(*)::int as n from seals`.execute(database.db)).rows[0]
        ?.n,
      1,
    )
  })
})
