/** Notes as many people could have written them, for properties of whatever reads and writes notes. */
import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Refusal } from '#kernel/change.ts'
import type { AuthoredNote, Part } from '#slices/notes/rules/formats/authored.ts'

const NAMES = ['Ada Oduya', 'Вера Ильина', '李小龍', 'Zoë Çelik', 'أمل حداد']

const letters = fc.string({
  unit: fc.constantFrom(
    ...'abc xyz éß 中文 ا * _ # - + 1. 2) [x] <b> & ` ~ | \\ ! : = > ( ) { } " @ /',
  ),
  minLength: 1,
  maxLength: 24,
})

/** Words that no format pulls apart: no blank at an edge, nothing that reads as an address. */
export const words = letters.map((text) => text.replaceAll(/\s+/g, ' ').trim()).filter(Boolean)

const plainWords = fc
  .string({ unit: fc.constantFrom(...'abcdeéßж中'), minLength: 1, maxLength: 8 })
  .filter(Boolean)

const by = fc.nat({ max: NAMES.length - 1 })

/** A line: words, some of them bold, struck, code or a link; each run has its author. */
const inline: fc.Arbitrary<Part[]> = fc
  .tuple(
    words,
    fc.array(
      fc.record({
        text: plainWords,
        kind: fc.constantFrom('bold', 'italic', 'strike', 'code', 'link'),
        after: plainWords,
        by,
      }),
      { maxLength: 3 },
    ),
    by,
  )
  .map(([first, marked, owner]) => [
    { type: 'text', text: marked.length > 0 ? `${first} ` : first, by: owner },
    ...marked.flatMap(({ text, kind, after, by: who }, index): Part[] => [
      {
        type: 'text',
        text,
        marks: [
          kind === 'link'
            ? { type: 'link', attrs: { href: 'https://example.org/a' } }
            : { type: kind },
        ],
        by: who,
      },
      { type: 'text', text: index < marked.length - 1 ? ` ${after} ` : ` ${after}`, by: who },
    ]),
  ])

const paragraph: fc.Arbitrary<Part> = inline.map((content) => ({ type: 'paragraph', content }))

/** Set for next time, now and then; only some formats can say it. */
const marked = (of: fc.Arbitrary<Part>) =>
  fc.tuple(of, fc.boolean()).map(([part, next]): Part => ({
    ...part,
    ...(next ? { attrs: { ...part.attrs, next: true } } : {}),
  }))

const item = (type: string) =>
  fc.record({
    type: fc.constant(type),
    content: fc.tuple(paragraph).map(([one]): Part[] => [one]),
  })

const task: fc.Arbitrary<Part> = fc
  .record({
    content: paragraph,
    checked: fc.boolean(),
    ownerName: fc.option(fc.constantFrom(...NAMES)),
    day: fc.option(fc.constantFrom('2026-12-01', '2027-02-28')),
    next: fc.boolean(),
  })
  .map(({ content, ...attrs }) => ({
    type: 'taskItem',
    attrs: { ...attrs, owner: null },
    content: [content],
  }))

const nested: fc.Arbitrary<Part> = fc
  .tuple(paragraph, fc.array(item('listItem'), { minLength: 1, maxLength: 2 }))
  .map(([first, inner]) => ({
    type: 'listItem',
    content: [first, { type: 'bulletList', content: inner }],
  }))

const list = (type: string, of: fc.Arbitrary<Part>) =>
  fc.array(of, { minLength: 1, maxLength: 3 }).map((content): Part => ({
    type,
    ...(type === 'orderedList' ? { attrs: { start: 3, type: null } } : {}),
    content,
  }))

const span = { colspan: 1, rowspan: 1, colwidth: null }
const table: fc.Arbitrary<Part> = fc
  .array(fc.tuple(paragraph, paragraph), { minLength: 1, maxLength: 3 })
  .map((rows) => ({
    type: 'table',
    content: rows.map((cells, row) => ({
      type: 'tableRow',
      content: cells.map((cell) => ({
        type: row === 0 ? 'tableHeader' : 'tableCell',
        attrs: span,
        content: [cell],
      })),
    })),
  }))

const heading: fc.Arbitrary<Part> = fc
  .tuple(inline, fc.integer({ min: 1, max: 3 }))
  .map(([content, level]) => ({ type: 'heading', attrs: { level, item: null }, content }))

const code: fc.Arbitrary<Part> = fc.array(letters, { minLength: 1, maxLength: 3 }).map((lines) => ({
  type: 'codeBlock',
  attrs: { language: null },
  content: [{ type: 'text', text: lines.join('\n') }],
}))

const lines: fc.Arbitrary<Part> = fc.tuple(inline, inline).map(([first, second]) => ({
  type: 'paragraph',
  content: [...first, { type: 'hardBreak' }, ...second],
}))

/** Blocks that a line of text carries: what every format keeps. */
export const plainBlock = fc.oneof(
  { arbitrary: paragraph, weight: 3 },
  heading,
  list('bulletList', fc.oneof(item('listItem'), nested)),
  list('orderedList', item('listItem')),
  list('taskList', task),
)

const anyBlock = fc.oneof(
  { arbitrary: plainBlock, weight: 4 },
  lines,
  table,
  code,
  fc.constant<Part>({ type: 'horizontalRule' }),
  fc
    .array(paragraph, { minLength: 1, maxLength: 2 })
    .map((content): Part => ({ type: 'blockquote', content })),
)

function noteOf(blocks: fc.Arbitrary<Part>): fc.Arbitrary<AuthoredNote> {
  return fc.array(blocks, { minLength: 1, maxLength: 6 }).map((content) => ({
    title: 'The keys',
    authors: NAMES.map((name, place) => ({ name, color: `#${String(place)}0c0f0` })),
    doc: { type: 'doc', content },
    pictures: [],
    chat: [],
    saved: [],
    comments: [],
    left: {},
  }))
}

export const anyNote = noteOf(anyBlock)
export const markedNote = noteOf(
  fc.oneof(
    anyBlock,
    marked(paragraph),
    marked(heading),
    list('bulletList', marked(item('listItem'))),
  ),
)
export const plainNote = noteOf(plainBlock)

/** What was read; fails when it was refused. */
export function taken<T extends object>(read: T): Exclude<T, Refusal> {
  assert.ok(isTaken(read), JSON.stringify(read))
  return read
}

function isTaken<T extends object>(read: T): read is Exclude<T, Refusal> {
  return !('refused' in read)
}
