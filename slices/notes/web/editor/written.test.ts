/** Who wrote what is read from the text: every place of the editor has the client that wrote it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { prosemirrorToYXmlFragment, yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap'
import { applyUpdate, Doc, encodeStateAsUpdate, XmlElement, XmlText } from 'yjs'
import { FIELD, schema } from '../../rules/schema.ts'
import { writtenIn } from './written.ts'

function noteOf(client: number): Doc {
  const doc = new Doc()
  doc.clientID = client
  const note = schema.node('doc', null, [
    schema.node('heading', { level: 1 }, [schema.text('Panel')]),
    schema.node('taskList', null, [
      schema.node('taskItem', null, [
        schema.node('paragraph', null, [
          schema.text('keys for '),
          schema.node('mention', { name: 'Yuki' }),
          schema.node('hardBreak'),
          schema.text('and Ngozi', [schema.mark('bold')]),
        ]),
      ]),
    ]),
    schema.node('picture', { file: 'fil_1' }),
    schema.node('paragraph', null, [schema.text('end')]),
  ])
  prosemirrorToYXmlFragment(note, doc.getXmlFragment(FIELD))
  return doc
}

test('every place that is written has its writer, whoever wrote around it', () => {
  const one = noteOf(1)
  const two = new Doc()
  two.clientID = 2
  applyUpdate(two, encodeStateAsUpdate(one))
  const last = two.getXmlFragment(FIELD).get(3)
  assert.ok(last instanceof XmlElement)
  const words = last.get(0)
  assert.ok(words instanceof XmlText)
  words.insert(1, 'ver')
  const fragment = two.getXmlFragment(FIELD)
  const doc = yXmlFragmentToProseMirrorRootNode(fragment, schema)
  const { pieces, blocks } = writtenIn(fragment)
  const read = pieces.map(({ client, from, to }) => [client, doc.textBetween(from, to, '', '*')])
  assert.deepEqual(read, [
    [1, 'Panel'],
    [1, 'keys for *'],
    [1, 'and Ngozi'],
    [1, '*'],
    [1, 'e'],
    [2, 'ver'],
    [1, 'nd'],
  ])
  assert.equal(blocks.length, 4)
  assert.equal(blocks.at(-1)?.to, doc.content.size)
  assert.deepEqual([...(blocks[3]?.clients ?? [])], [1, 2])
})

test('whatever is typed and taken away, the pieces are the text', () => {
  const edit = fc.record({ client: fc.integer({ min: 1, max: 4 }), at: fc.nat(40), cut: fc.nat(4) })
  const edits = fc.array(fc.tuple(edit, fc.string({ maxLength: 5 })), { maxLength: 20 })
  fc.assert(
    fc.property(edits, (typed) => {
      const doc = new Doc()
      const paragraph = new XmlElement('paragraph')
      const text = new XmlText()
      paragraph.insert(0, [text])
      doc.getXmlFragment(FIELD).insert(0, [paragraph])
      for (const [{ client, at, cut }, words] of typed) {
        doc.clientID = client
        text.insert(Math.min(at, text.length), words)
        const from = Math.min(at, text.length)
        text.delete(from, Math.min(cut, text.length - from))
      }
      const { pieces, blocks } = writtenIn(doc.getXmlFragment(FIELD))
      const length = pieces.reduce((sum, { from, to }) => sum + to - from, 0)
      assert.equal(length, text.length)
      assert.equal(blocks[0]?.to, text.length + 2)
    }),
  )
})
