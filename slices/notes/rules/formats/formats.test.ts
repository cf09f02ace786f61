/** Notes go out into a file and come back as they were, as far as the file can carry them. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { anyNote, markedNote, plainNote, taken } from '#testing/notes.ts'
import { type AuthoredNote, type Part, plainDoc, textOf, walk } from './authored.ts'
import { readDocx } from './docx/read.ts'
import { writeDocx } from './docx/write.ts'
import { readEtherpad } from './etherpad/read.ts'
import { writeEtherpad } from './etherpad/write.ts'
import { fit } from './fit.ts'
import { readHtml } from './html/read.ts'
import { writeHtml } from './html/write.ts'
import { readJson, writeJson } from './json.ts'
import { readMarkdown } from './markdown/read.ts'
import { writeMarkdown } from './markdown/write.ts'
import { writeNote } from './write.ts'
import { readMarkdownZip, writeMarkdownZip } from './zip.ts'

const PADDING = {
  id: 'keys',
  now: '2026-11-24T18:00:00.000Z',
  authorKey: (place: number) => `a.${String(place).padStart(16, '0')}`,
}

function fitted({ doc }: AuthoredNote): Part {
  return taken(fit(doc.content ?? [])).doc
}

/** Every run of text with who wrote it, marks aside. */
function owned(doc: Part, authors: AuthoredNote['authors']): string[] {
  const runs: Array<[string, string]> = []
  for (const { type, text, by } of walk(doc)) {
    if (type !== 'text' || !text) continue
    const name = by === undefined ? '' : (authors[by]?.name ?? '')
    const last = runs.at(-1)
    if (last?.[1] === name) last[0] += text
    else runs.push([text, name])
  }
  return runs.map(([text, name]) => `${name}: ${text.replaceAll(/\s+/g, '')}`)
}

test('a note comes back from our own file whole, with who wrote what', () => {
  fc.assert(
    fc.property(markedNote, (note) => {
      const before = { ...note, doc: fitted(note) }
      assert.deepEqual(taken(readJson(JSON.parse(writeJson(before)))), before)
    }),
    { numRuns: 60 },
  )
})

test('a note comes back from Markdown with all its blocks and marks', () => {
  fc.assert(
    fc.property(anyNote, (note) => {
      const doc = fitted(note)
      const text = writeMarkdown({ ...note, doc })
      const back = taken(readMarkdown(text)).doc
      assert.deepEqual(back, taken(fit(plainDoc(doc).content ?? [])).doc, text)
    }),
    { numRuns: 200 },
  )
})

test('a note comes back from a pad with its words and with who wrote them', () => {
  fc.assert(
    fc.property(plainNote, (note) => {
      const doc = fitted(note)
      const pad = JSON.parse(JSON.stringify(writeEtherpad({ ...note, doc }, PADDING)))
      const back = taken(readEtherpad(pad))
      assert.deepEqual(back.left.history, undefined)
      const kept = back.doc.content?.map(({ type }) => type)
      assert.deepEqual(
        kept?.includes('heading'),
        doc.content?.some((one) => one.type === 'heading'),
      )
      for (const [place, run] of owned(doc, note.authors).entries())
        if (!hasLink(doc)) assert.equal(owned(back.doc, back.authors)[place], run)
    }),
    { numRuns: 60 },
  )
})

function hasLink(doc: Part): boolean {
  return [...walk(doc)].some(({ marks }) => marks?.some(({ type }) => type === 'link'))
}

test('what is set for next time comes back from HTML; Markdown says that it stays behind', async () => {
  const speaking = { locale: 'en', by: '', unknown: '', comments: '', now: PADDING.now, id: 'keys' }
  await fc.assert(
    fc.asyncProperty(markedNote, async (note) => {
      const doc = fitted(note)
      const set = (part: Part) =>
        [...walk(part)].filter(({ type, attrs }) => type !== 'taskItem' && attrs?.['next']).length
      const out: AuthoredNote = { ...note, doc, left: {} }
      assert.equal(set(taken(readHtml(writeHtml(out, speaking))).doc), set(doc))
      await writeNote(out, 'md', speaking)
      assert.equal(out.left.next ?? 0, set(doc))
    }),
    { numRuns: 20 },
  )
})

test('what comes back from HTML and docx has the same words', async () => {
  await fc.assert(
    fc.asyncProperty(plainNote, async (note) => {
      const doc = fitted(note)
      const about = { locale: 'en', by: 'Written by', unknown: 'somebody', comments: 'Comments' }
      const bare = (part: Part) => textOf(part).replaceAll(/[\s☐☑]+/g, '')
      const html = taken(readHtml(writeHtml({ ...note, doc, authors: [] }, about)))
      const [title, ...rest] = html.doc.content ?? []
      assert.equal(title?.type, 'heading')
      const until = bare({ type: 'doc', content: rest })
      assert.ok(until.length >= bare(doc).length)
      const docx = taken(await readDocx(await writeDocx({ ...note, title: '', doc }, '')))
      assert.ok(bare(docx.doc).length >= bare(doc).length)
    }),
    { numRuns: 5 },
  )
})

test('pictures go along with Markdown in a zip, and come back with their words', () => {
  const bytes = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3])
  const doc = fitted({
    title: '',
    authors: [],
    chat: [],
    saved: [],
    comments: [],
    left: {},
    pictures: [],
    doc: {
      type: 'doc',
      content: [{ type: 'picture', attrs: { file: 'fil_1', alt: 'the [blue] door' } }],
    },
  })
  const pictures = [{ file: 'fil_1', name: 'Türe 1.png', bytes }]
  const zip = writeMarkdownZip({
    title: '',
    authors: [],
    chat: [],
    saved: [],
    comments: [],
    left: {},
    doc,
    pictures,
  })
  const back = taken(readMarkdownZip(zip))
  assert.equal(back.doc.content?.[0]?.attrs?.['alt'], 'the [blue] door')
  assert.deepEqual(back.pictures[0]?.bytes, bytes)
})

test('a point that only looks like a task stays a point, and a task stays a task', () => {
  const { content } = taken(readMarkdown('- \\[ \\] bring bread\n\n1. [ ] bring salt')).doc
  assert.deepEqual(
    content?.map(({ content: items }) => items?.[0]?.type),
    ['listItem', 'taskItem'],
  )
})
