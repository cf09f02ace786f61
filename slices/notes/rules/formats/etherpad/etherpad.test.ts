/** Pads: what Etherpad wrote is read with who wrote it, and what we write Etherpad would read. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { plainNote, taken } from '#testing/notes.ts'
import { padOfTwo, revision } from '#testing/pads.ts'
import { textOf, walk } from '../authored.ts'
import { applied, parseChangeset, type Stretch, writtenAs } from './changeset.ts'
import { readEtherpad } from './read.ts'
import { writeEtherpad } from './write.ts'

test('a pad is replayed: text, lists, headings, authors with their colours, chat', () => {
  const note = taken(readEtherpad(structuredClone(padOfTwo)))
  assert.equal(note.title, 'spring cleaning')
  assert.deepEqual(note.authors, [
    { name: 'Ada Oduya', color: '#e3ffc7' },
    { name: 'Вера Ильина', color: '#12ab9f' },
  ])
  const [heading, list] = note.doc.content ?? []
  assert.deepEqual(heading?.attrs, { level: 1, item: null })
  assert.equal(textOf({ type: 'doc', content: list ? [list] : [] }), 'the hall\nchairs')
  const runs = [...walk(note.doc)].filter(({ type }) => type === 'text')
  assert.deepEqual(
    runs.map(({ text, by, marks }) => [text, by, marks?.[0]?.type]),
    [
      ['Spring', 0, undefined],
      ['the ', 1, undefined],
      ['hall', 1, 'strike'],
      ['chairs', 0, undefined],
    ],
  )
  assert.deepEqual(
    note.chat.map(({ name, text }) => `${name}: ${text}`),
    ['Вера Ильина: who has the brooms?', 'Ada: me'],
  )
  assert.deepEqual(
    note.saved.map(({ label, by }) => [label, by]),
    [['before lunch', 0]],
  )
})

test('four thousand revisions by twenty are replayed within seconds', () => {
  const authors = Array.from({ length: 20 }, (_, place) => `a.${String(place).padStart(16, 'w')}`)
  let text: Stretch[] = [{ text: '\n', attribs: '' }]
  const pool = new Map(authors.map((author, place) => [place, ['author', author] as const]))
  const records: Record<string, unknown> = {}
  for (let number = 0; number < 4000; number++) {
    const who = number % 20
    const length = text.reduce((sum, one) => sum + one.text.length, 0)
    const at = (number * 7919) % length
    const before = text
      .map((one) => one.text)
      .join('')
      .slice(0, at)
    const words = number % 9 === 0 ? 'a new line\n' : 'words '
    const added = { text: words, attribs: `*${who.toString(36)}` }
    const keep = writtenAs('=', { text: before, attribs: '' })
    const grown = words.length.toString(36)
    const changeset = `Z:${length.toString(36)}>${grown}${keep}${writtenAs('+', added)}$${words}`
    const read = parseChangeset(changeset)
    text = (read && applied(text, read, pool)) ?? []
    records[`pad:big:revs:${number}`] = revision(changeset, authors[who] ?? '')
  }
  const head = {
    atext: { text: '', attribs: '' },
    pool: { numToAttrib: Object.fromEntries(pool), nextNum: 20 },
    head: 3999,
    chatHead: -1,
    savedRevisions: [],
  }
  const started = process.cpuUsage()
  const note = taken(readEtherpad({ 'pad:big': head, ...records }))
  assert.ok(process.cpuUsage(started).user < 10_000_000)
  assert.equal(note.left.history, undefined)
  assert.equal(note.authors.length, 20)
  const words = [...walk(note.doc)].filter(({ type }) => type === 'text')
  assert.equal(new Set(words.map(({ by }) => by)).size, 20)
})

test('where a changeset is missing, the text at the head stands and the history is left behind', () => {
  const broken = structuredClone(padOfTwo)
  Reflect.deleteProperty(broken, 'pad:spring_cleaning:revs:2')
  broken['pad:spring_cleaning'].atext = { text: 'what is left\n', attribs: '*1+c|1+1' }
  const note = taken(readEtherpad(broken))
  assert.equal(textOf(note.doc), 'what is left')
  assert.equal(note.left.history, 1)
})

/** The canonical form that Etherpad insists on, checked without our own reader. */
function insist(changeset: string, before: string): string {
  const [, oldLength = '', sign, change = '', rest = ''] =
    /^Z:([0-9a-z]+)([<>])([0-9a-z]+)([\s\S]*)$/.exec(changeset) ?? []
  const ops = rest.slice(0, rest.indexOf('$'))
  let bank = rest.slice(rest.indexOf('$') + 1)
  assert.equal(Number.parseInt(oldLength, 36), before.length)
  let [at, after, last] = [0, '', '']
  const found = [...ops.matchAll(/((?:\*[0-9a-z]+)*)(?:\|([0-9a-z]+))?([-+=])([0-9a-z]+)/g)]
  assert.equal(found.map(([whole]) => whole).join(''), ops)
  for (const [, attribs = '', lines = '0', kind = '', length = ''] of found) {
    const count = Number.parseInt(length, 36)
    const source = kind === '+' ? bank.slice(0, count) : before.slice(at, at + count)
    assert.equal(source.length, count)
    assert.equal(source.split('\n').length - 1, Number.parseInt(lines, 36))
    if (lines !== '0') assert.ok(source.endsWith('\n'))
    const name = `${kind}${attribs}`
    assert.ok(name !== last.slice(0, -1) || (last.endsWith('1') && lines === '0'), changeset)
    last = `${name}${lines === '0' ? '0' : '1'}`
    if (kind === '+') bank = bank.slice(count)
    else at += count
    if (kind !== '-') after += source
  }
  assert.equal(bank, '')
  assert.notEqual(found.at(-1)?.[3], '=', 'a last keep is left out')
  after += before.slice(at)
  const difference = Number.parseInt(change, 36) * (sign === '>' ? 1 : -1)
  assert.equal(after.length, before.length + difference)
  return after
}

test('Etherpad would read what we write: canonical changesets, keys, pool, every hundredth text', () => {
  const padding = {
    id: 'keys',
    now: '2026-11-24T18:00:00.000Z',
    authorKey: (place: number) => `a.${String(place).padStart(16, '0')}`,
  }
  fc.assert(
    fc.property(plainNote, (note) => {
      const records = writeEtherpad({ ...note, left: {} }, padding)
      const read = JSON.parse(JSON.stringify(records))
      const { head, atext, pool, chatHead } = read['pad:keys']
      let text = '\n'
      for (let number = 0; number <= head; number++) {
        const { changeset, meta } = read[`pad:keys:revs:${number}`]
        text = insist(changeset, text)
        assert.equal(typeof meta.author, 'string')
        assert.ok(meta.timestamp > 0)
        if (number % 100 === 0) assert.equal(meta.atext.text, text)
        else assert.equal(meta.atext, undefined)
      }
      assert.equal(atext.text, text)
      assert.ok(text.endsWith('\n'))
      assert.equal(chatHead, -1)
      assert.equal(pool.nextNum, Object.keys(pool.numToAttrib).length)
      const pooled: [string, string][] = Object.values(pool.numToAttrib)
      for (const [key, value] of pooled)
        if (key === 'author') assert.equal(read[`globalAuthor:${value}`].padIDs, 'keys')
    }),
    { numRuns: 60 },
  )
})
