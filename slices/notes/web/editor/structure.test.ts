/** The editor writes what the server reads: its schema is the one schema, part by part. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { getSchema } from '@tiptap/core'
import { schema } from '../../rules/schema.ts'
import { addressMeant, isSafeLink } from './links.ts'
import { structure } from './structure.ts'

const silent = { done: () => '', about: () => '', ask: () => '', open: () => undefined }
const editor = getSchema(structure({ task: silent, picture: { say: () => '', open: () => {} } }))

const STATED = ['content', 'marks', 'group', 'tableRole', 'excludes'] as const
const YES_OR_NO = ['inline', 'atom', 'draggable', 'defining', 'isolating'] as const

function stated(spec: Record<string, unknown>): Record<string, unknown> {
  return {
    ...Object.fromEntries(STATED.map((name) => [name, spec[name] || undefined])),
    ...Object.fromEntries(YES_OR_NO.map((name) => [name, spec[name] ?? false])),
    selectable: spec['selectable'] ?? true,
    inclusive: spec['inclusive'] ?? true,
    attrs: attrsIn(spec['attrs']),
  }
}

function attrsIn(attrs: unknown): Record<string, unknown> {
  const named: Record<string, { default?: unknown }> = Object.assign({}, attrs)
  return Object.fromEntries(
    Object.entries(named).map(([name, one]) => [
      name,
      one.default === undefined ? 'must be given' : { usual: one.default },
    ]),
  )
}

test('the editor has the nodes and marks of the schema, in its order, and no others', () => {
  assert.deepEqual(Object.keys(editor.nodes), Object.keys(schema.nodes))
  assert.deepEqual(Object.keys(editor.marks), Object.keys(schema.marks))
})

for (const name of Object.keys(schema.nodes)) {
  test(`a ${name} is the same in the editor as in the schema`, () => {
    assert.deepEqual(
      stated({ ...editor.nodes[name]?.spec }),
      stated({ ...schema.nodes[name]?.spec }),
    )
  })
}

for (const name of Object.keys(schema.marks)) {
  test(`the mark ${name} is the same in the editor as in the schema`, () => {
    assert.deepEqual(
      stated({ ...editor.marks[name]?.spec }),
      stated({ ...schema.marks[name]?.spec }),
    )
  })
}

test('what one side makes, the other reads', () => {
  const doc = schema.node('doc', null, [
    schema.node('heading', { level: 1, item: 'itm_1' }, [schema.text('Panel')]),
    schema.node('taskList', null, [
      schema.node('taskItem', { checked: true, ownerName: 'لينا', day: '2026-12-10', next: true }, [
        schema.node('paragraph', null, [
          schema.text('keys', [schema.mark('bold'), schema.mark('link', { href: 'https://a.b' })]),
          schema.node('mention', { who: 'per_1', name: 'Yuki' }),
        ]),
      ]),
    ]),
    schema.node('picture', { file: 'fil_1', alt: 'A drawer of keys' }),
  ])
  assert.deepEqual(editor.nodeFromJSON(doc.toJSON()).toJSON(), doc.toJSON())
})

test('only the web, mail and pages of the hall may stand behind a link', () => {
  const safe = ['https://lowmeadow.example/rota', 'HTTP://a.example', 'mailto:a@b.example', '/g/x']
  for (const address of safe) assert.ok(isSafeLink(address), address)
  for (const address of ['javascript:alert(1)', 'data:text/html,x', '//evil.example', ' vbscript:'])
    assert.ok(!isSafeLink(address), address)
  assert.equal(addressMeant('lowmeadow.example/rota'), 'https://lowmeadow.example/rota')
  assert.equal(addressMeant('maren@quillmarsh.example'), 'mailto:maren@quillmarsh.example')
  assert.equal(addressMeant('javascript:alert(1)'), null)
  assert.equal(addressMeant('just words'), null)
})
