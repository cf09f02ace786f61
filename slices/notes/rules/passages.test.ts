/** Passages keep their words, whatever a note is made of and whoever writes around them. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import * as Y from 'yjs'
import { anyNote } from '#testing/notes.ts'
import { anchorOf, findPassage, meantBy, rangeOf, scriptOf, spanOf } from './passages.ts'
import { plant } from './planting.ts'
import { fragmentOf } from './tree.ts'

const anyPassage = fc.tuple(anyNote, fc.nat(), fc.integer({ min: 1, max: 30 }))

function planted([{ doc: note }, at, length]: typeof anyPassage extends fc.Arbitrary<infer T>
  ? T
  : never) {
  const doc = new Y.Doc()
  plant(doc, 0, note.content ?? [], () => doc.clientID)
  const script = scriptOf(doc)
  // A passage begins and ends with a word, as what people choose does.
  const from = at % Math.max(1, script.text.length)
  const cut = script.text.slice(from, from + length)
  const quote = cut.trim()
  const start = from + cut.indexOf(quote)
  return { doc, script, quote, range: { from: start, to: start + quote.length } }
}

test('a passage is named by pieces and found again by its Yjs positions, in any note', () => {
  fc.assert(
    fc.property(anyPassage, (given) => {
      const { doc, script, quote, range } = planted(given)
      fc.pre(quote !== '' && !/@/.test(quote))
      const span = spanOf(script, range)
      assert.ok(span)
      assert.deepEqual(rangeOf(script, span), range)
      assert.deepEqual(meantBy(script, span, quote), range)
      const anchor = anchorOf(script, range)
      assert.ok(anchor)
      assert.deepEqual(findPassage(doc, script, { anchor, quote }), range)
    }),
    { numRuns: 200 },
  )
})

test('what is written before it moves a passage and changes none of its words', () => {
  fc.assert(
    fc.property(anyPassage, (given) => {
      const { doc, script, quote, range } = planted(given)
      fc.pre(quote !== '' && !/@/.test(quote))
      const anchor = anchorOf(script, range)
      assert.ok(anchor)
      const before = new Y.XmlElement('paragraph')
      before.insert(0, [new Y.XmlText('Once more')])
      fragmentOf(doc).insert(0, [before])
      const now = scriptOf(doc)
      const found = findPassage(doc, now, { anchor, quote })
      assert.equal(found && now.text.slice(found.from, found.to), quote)
    }),
    { numRuns: 100 },
  )
})
