/** Telling readers what changed, by pieces. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { applyNews, changesBetween, type Piece } from './news.ts'
import { charactersByClient, sharesOf } from './shares.ts'
import * as Y from 'yjs'
import { FIELD } from './schema.ts'

const pieces = fc
  .uniqueArray(fc.nat(12), { maxLength: 10 })
  .chain((keys) =>
    fc.tuple(
      ...keys.map((key) => fc.nat(2).map((html) => ({ key: `k${key}`, html: `<p>${html}</p>` }))),
    ),
  )
  .map((all): Piece[] => all)

test('news bring any note to any other', () => {
  fc.assert(
    fc.property(pieces, pieces, (before, now) => {
      const news = changesBetween(before, now)
      assert.deepEqual(news ? applyNews(before, news) : before, now)
    }),
    { numRuns: 500 },
  )
})

test('news that come to who read a little later do no harm, and the next ones set it right', () => {
  fc.assert(
    fc.property(pieces, pieces, pieces, (told, next, later) => {
      const first = changesBetween(told, next)
      const second = changesBetween(next, later)
      const early = first ? applyNews(later, first) : later
      const after = second ? applyNews(early, second) : early
      const sorted = (all: readonly Piece[]) => all.map(({ key, html }) => key + html).toSorted()
      const stale = new Set(next.map(({ key }) => key))
      const known = (all: readonly Piece[]) =>
        all.filter(({ key }) => stale.has(key) || !told.some((one) => one.key === key))
      assert.deepEqual(sorted(known(after)), sorted(known(later)))
    }),
    { numRuns: 300 },
  )
})

test('one changed word in a long note is one small piece of news', () => {
  const before = Array.from({ length: 500 }, (_, at) => ({ key: `k${at}`, html: `<p>${at}</p>` }))
  const now = before.map((piece, at) => (at === 250 ? { ...piece, html: '<p>new</p>' } : piece))
  assert.deepEqual(changesBetween(before, now), {
    gone: [],
    put: [{ key: 'k250', html: '<p>new</p>' }],
  })
})

test('a share is what stands of what one wrote, whichever device they wrote it on', () => {
  const doc = new Y.Doc()
  const write = (client: number, text: string) => {
    doc.clientID = client
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText(text)])
    doc.getXmlFragment(FIELD).push([paragraph])
  }
  write(1, 'Maren wrote this')
  write(2, '田辺 🔑')
  write(3, 'on a train')
  doc.getXmlFragment(FIELD).get(0)
  const shares = sharesOf(charactersByClient(doc), [
    { client: 1, number: 0, who: 'per_maren', name: 'Maren', color: null },
    { client: 3, number: 0, who: 'per_maren', name: 'Maren', color: null },
    { client: 2, number: 1, who: 'per_yuki', name: 'ゆき', color: null },
  ])
  assert.deepEqual(
    shares.map(({ who, characters }) => [who, characters]),
    [
      ['per_maren', 26],
      ['per_yuki', 4],
    ],
  )
})
