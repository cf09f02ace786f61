/** How notes read: as the schema says, and never more than that. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseHTML } from 'linkedom'
import { DOMSerializer, Node } from 'prosemirror-model'
import * as Y from 'yjs'
import { htmlOf, piecesOf, textOf } from './pieces.ts'
import { FIELD, schema } from './schema.ts'
import { documentOf, type NoteJson } from './tree.ts'

/** Writes JSON into a document as the editor does. */
function written(json: NoteJson): Y.Doc {
  const doc = new Y.Doc()
  doc.getXmlFragment(FIELD).insert(0, (json.content ?? []).map(elementOf))
  return doc
}

function elementOf({ type, attrs = {}, content = [] }: NoteJson): Y.XmlElement {
  const element = new Y.XmlElement(type)
  for (const [name, value] of Object.entries(attrs))
    if (value !== null) Reflect.apply(element.setAttribute, element, [name, value])
  element.insert(
    0,
    content.map((child) => (child.type === 'text' ? textFrom(child) : elementOf(child))),
  )
  return element
}

function textFrom({ text = '', marks = [] }: NoteJson): Y.XmlText {
  const run = new Y.XmlText()
  run.insert(0, text, Object.fromEntries(marks.map(({ type, attrs }) => [type, attrs ?? {}])))
  return run
}

const p = (text: string): NoteJson => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const FILE = 'fil_01hzzzzzzzzzzzzzzzzzzzzzzz'

const everything: NoteJson = {
  type: 'doc',
  content: [
    {
      type: 'heading',
      attrs: { level: 2, item: 'itm_1', next: true },
      content: p('Keys & "locks"').content ?? [],
    },
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'bold <b>', marks: [{ type: 'bold' }, { type: 'italic' }] },
        { type: 'hardBreak' },
        {
          type: 'text',
          text: 'a link',
          marks: [{ type: 'link', attrs: { href: 'https://example.org/?a=1&b=2' } }],
        },
        { type: 'mention', attrs: { who: 'per_1', name: 'Oisín' } },
      ],
    },
    {
      type: 'bulletList',
      content: [
        { type: 'listItem', content: [p('one')] },
        {
          type: 'listItem',
          attrs: { next: true },
          content: [{ ...p('two'), attrs: { next: true } }],
        },
      ],
    },
    {
      type: 'orderedList',
      attrs: { start: 3 },
      content: [{ type: 'listItem', content: [p('three')] }],
    },
    {
      type: 'taskList',
      content: [
        {
          type: 'taskItem',
          attrs: {
            checked: true,
            owner: 'per_1',
            ownerName: 'Oisín',
            day: '2026-12-04',
            next: true,
          },
          content: [p('carry the keys')],
        },
        { type: 'taskItem', attrs: { checked: false }, content: [p('count them')] },
      ],
    },
    { type: 'blockquote', content: [p('لينا said so')] },
    {
      type: 'codeBlock',
      attrs: { language: 'sh' },
      content: [{ type: 'text', text: 'ls -l > out' }],
    },
    { type: 'horizontalRule' },
    { type: 'picture', attrs: { file: FILE, alt: 'a "ring" of keys', width: 640, height: 480 } },
    {
      type: 'table',
      content: [
        {
          type: 'tableRow',
          content: [
            { type: 'tableHeader', attrs: { colspan: 2, rowspan: 1 }, content: [p('who')] },
          ],
        },
        {
          type: 'tableRow',
          content: [
            { type: 'tableCell', content: [p('a')] },
            { type: 'tableCell', content: [p('b')] },
          ],
        },
      ],
    },
  ],
}

test('a note reads as the schema of the editor would write it', () => {
  const doc = written(everything)
  const node = Node.fromJSON(schema, documentOf(doc))
  node.check()
  const { document } = parseHTML('<!doctype html><html><body></body></html>')
  const body = document.createElement('div')
  body.append(DOMSerializer.fromSchema(schema).serializeFragment(node.content, { document }))
  const ours = document.createElement('div')
  ours.innerHTML = htmlOf(piecesOf(doc))
  const plain = (html: string) =>
    html.replaceAll(
      /<(\w+)((?: [\w-]+="[^"]*")*)>/g,
      (_, tag: string, attributes: string) =>
        `<${tag} ${[...attributes.matchAll(/[\w-]+="[^"]*"/g)].map(String).toSorted().join(' ')}>`,
    )
  assert.equal(plain(ours.innerHTML), plain(body.innerHTML))
})

test('no script, no foreign address and no strange element comes through', () => {
  const doc = written({
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [
          {
            type: 'text',
            text: '<script>alert(1)</script>',
            marks: [
              { type: 'link', attrs: { href: 'javascript:alert(1)' } },
              { type: 'constructor' },
            ],
          },
        ],
      },
      { type: 'script', content: [{ type: 'text', text: 'alert(2)' }] },
      { type: 'toString', content: [p('within')] },
      { type: 'picture', attrs: { file: 'x" onerror="alert(3)', alt: '' } },
      {
        type: 'heading',
        attrs: { level: '2 onclick=alert(4)', item: '"><img src=x onerror=alert(5)>' },
      },
      { type: 'mention', attrs: { who: '"><b>', name: '<i>' } },
      { type: 'link', attrs: { href: '//evil.example' } },
    ],
  })
  const html = htmlOf(piecesOf(doc))
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`)
  assert.deepEqual(
    [...document.querySelectorAll('body *')].map(({ tagName }) => tagName),
    ['P', 'P', 'H2', 'SPAN'],
  )
  assert.equal(document.querySelectorAll('[onerror], [onclick], a').length, 0)
  assert.match(textOf(doc), /<script>alert\(1\)/)
})
