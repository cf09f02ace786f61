/** What changed between two versions, said so that people can check it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { anyNote } from '#testing/notes.ts'
import * as Y from 'yjs'
import { type Compared, compare, measure } from './comparing.ts'
import { fit } from './formats/fit.ts'
import { plainDoc } from './formats/authored.ts'
import { partsOfDoc } from './formats/from-doc.ts'
import { type Line, linesOf, lineText } from './lines.ts'
import { plant, updatesBy } from './planting.ts'
import { bringBack } from './restoring.ts'
import { changedIn } from './telling-changes.ts'
import { isDue } from './versions.ts'

const line = (text: string, by = 0): Line => ({ kind: 'paragraph', depth: 0, runs: [{ text, by }] })

/** `=` same, `+` put in by whom, `-` taken out and whose it was. */
function told(compared: readonly Compared[]): string[] {
  return compared.map(({ runs }) =>
    runs
      .map(({ text, by, change }) => {
        if (change === 'same') return text
        return change === 'added' ? `[+${by}:${text}]` : `[-${by}:${text}]`
      })
      .join(''),
  )
}

test('a word put in is its author’s, a word taken out was its author’s', () => {
  const before = [line('Three people hold the keys', 0), line('bye', 1)]
  const after = [line('hello', 2), line('Four people hold the keys', 2), line('bye', 1)]
  assert.deepEqual(told(compare(before, after)), [
    '[+2:hello]',
    '[-0:Three][+2:Four] people hold the keys',
    'bye',
  ])
})

test('what changed is said by author, and under which headings', () => {
  const heading: Line = { ...line('Keys', 1), kind: 'heading2' }
  const other: Line = { ...line('Brooms', 1), kind: 'heading2' }
  const before = [heading, line('Three hold them', 0), other, line('as it was', 1)]
  const after = [heading, line('Four hold them', 2), line('and I', 0), other, line('as it was', 1)]
  assert.deepEqual(changedIn(compare(before, after)), {
    added: [
      { by: 2, characters: 4 },
      { by: 0, characters: 5 },
    ],
    removed: 5,
    under: ['Keys'],
  })
})

test('a line with nothing in common is another line', () => {
  assert.deepEqual(told(compare([line('the keys')], [line('quite something else', 1)])), [
    '[-0:the keys]',
    '[+1:quite something else]',
  ])
})

const docOf = anyNote.map(({ doc }) => {
  const fitted = fit(doc.content ?? [])
  assert.ok(!('refused' in fitted))
  return fitted.doc.content ?? []
})

test('what stays and what came is the later text; what stays and what went the earlier', () => {
  fc.assert(
    fc.property(docOf, docOf, (one, other) => {
      const [before, after] = [linesOf(one), linesOf(other)]
      const compared = compare(before, after)
      const side = (left: string) =>
        compared
          .filter(({ change }) => change !== left)
          .map(({ runs }) =>
            runs
              .filter(({ change }) => change !== left)
              .map(({ text }) => text)
              .join(''),
          )
      assert.deepEqual(side('removed'), after.map(lineText))
      const same = measure(compare(after, after))
      assert.deepEqual(same, { added: 0, removed: 0 })
    }),
    { numRuns: 60 },
  )
})

function planted(parts: Parameters<typeof plant>[2], client: (by: number | undefined) => number) {
  const doc = new Y.Doc()
  plant(doc, 0, parts, client)
  return doc
}

const CLIENTS = [11, 22, 33, 44, 55]
const clientOf = (by: number | undefined) => CLIENTS[by ?? 0] ?? 11
const byClient = (client: number) => CLIENTS.indexOf(client)

test('what is planted reads back with its authors, whoever merges the updates of each', () => {
  fc.assert(
    fc.property(docOf, (parts) => {
      const doc = planted(parts, clientOf)
      const other = new Y.Doc()
      for (const { update } of updatesBy(doc, CLIENTS).toReversed()) Y.applyUpdate(other, update)
      assert.deepEqual(textsOf(partsOfDoc(other, byClient)), textsOf(parts))
    }),
    { numRuns: 60 },
  )
})

function textsOf(parts: Parameters<typeof linesOf>[0]) {
  return linesOf(parts).map((one) => ({
    ...one,
    runs: joined(
      one.runs.map(({ text, by }) => ({ text, by: by ?? 0 })).filter(({ text }) => text !== '\n'),
    ),
  }))
}

function joined(runs: Line['runs']): Line['runs'] {
  return runs.reduce<Line['runs']>((all, run) => {
    const last = all.at(-1)
    if (last?.by === run.by) all[all.length - 1] = { ...last, text: last.text + run.text }
    else all.push({ ...run })
    return all
  }, [])
}

test('bringing back makes the note read as it did, and what others wrote meanwhile stays', () => {
  fc.assert(
    fc.property(docOf, docOf, (then, now) => {
      const doc = planted(now, clientOf)
      const away = new Y.Doc()
      Y.applyUpdate(away, Y.encodeStateAsUpdate(doc))
      away.clientID = 77
      plant(
        away,
        0,
        [{ type: 'paragraph', content: [{ type: 'text', text: 'from the train' }] }],
        () => 77,
      )
      bringBack(doc, then, { restorer: 99, clientOf: (by) => clientOf(by) + 100 })
      const words = (parts: typeof then) => parts.map((part) => JSON.stringify(plainDoc(part)))
      assert.deepEqual(
        words(partsOfDoc(doc, byClient)),
        words(partsOfDoc(planted(then, clientOf), byClient)),
      )
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(away))
      assert.ok(
        linesOf(partsOfDoc(doc, byClient)).some((one) => lineText(one) === 'from the train'),
      )
    }),
    { numRuns: 60 },
  )
})

test('a version is due after ten minutes of writing, or after ten of rest', () => {
  const now = '2026-11-24T18:00:00.000Z'
  assert.equal(isDue({ minutes: 9, last: '2026-11-24T17:59:00.000Z' }, now), false)
  assert.equal(isDue({ minutes: 10, last: '2026-11-24T17:59:59.000Z' }, now), true)
  assert.equal(isDue({ minutes: 1, last: '2026-11-24T17:50:00.000Z' }, now), true)
})
