/** Files of other houses become notes; hostile ones become a sentence, never a crash or a script. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { zipSync } from 'fflate'
import { anyNote, taken } from '#testing/notes.ts'
import { schema } from '../schema.ts'
import { type AuthoredNote, plainDoc, textOf } from './authored.ts'
import { writeDocx } from './docx/write.ts'
import { writeHtml } from './html/write.ts'
import { writeJson } from './json.ts'
import { writeMarkdown } from './markdown/write.ts'
import { type Found, readFile } from './read.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)

async function read(text: string | Uint8Array, name: string): Promise<Found> {
  return taken(await readFile(typeof text === 'string' ? bytesOf(text) : text, name))
}

async function shape(text: string, name: string): Promise<string> {
  const { note } = await read(text, name)
  return writeMarkdown({ ...note, left: {} }).trimEnd()
}

test('Markdown of GitHub: tables, tasks with owner and day, bare addresses', async () => {
  const text = `# The keys

| who | what |
| --- | --- |
| Ada | the **front** door |

- [x] count them
- [ ] ask the joiner (@Ada Oduya, until 2026-12-01, next time)
- and the spare?

See https://example.org/keys`
  const { note, format } = await read(text, 'keys.md')
  assert.equal(format, 'markdown')
  assert.equal(note.title, 'The keys')
  const [, table, tasks, points] = note.doc.content ?? []
  assert.equal(table?.content?.[0]?.content?.[0]?.type, 'tableHeader')
  assert.deepEqual(
    tasks?.content?.map(({ attrs }) => [attrs?.['checked'], attrs?.['ownerName'], attrs?.['day']]),
    [
      [true, null, null],
      [false, 'Ada Oduya', '2026-12-01'],
    ],
  )
  assert.equal(points?.type, 'bulletList')
  assert.match(await shape(text, 'keys.md'), /See <https:\/\/example\.org\/keys>$/)
})

test("Etherpad's HTML: a line is a paragraph, lists nest, the title is the pad's", async () => {
  const html = `<!doctype html><html lang="en"><head><title>spring</title><style>*{color:red}</style></head>
<body>Hello <strong>all</strong><br><br>second line<ul class="bullet"><li>one<ul class="bullet"><li>inner</ul><li>[ ] a task</ul>
<ol start="3" class="number"><li>three</ol>bye<br></body></html>`
  const { note, format } = await read(html, 'spring.html')
  assert.equal(format, 'html')
  assert.equal(note.title, 'spring')
  assert.equal(
    await shape(html, 'spring.html'),
    'Hello **all**\n\nsecond line\n\n- one\n  - inner\n\n* [ ] a task\n\n3. three\n\nbye',
  )
})

test('HedgeDoc: head, boxes, embeds, single line breaks; code is left as it is', async () => {
  const text = `---
title: Evening of keys
tags: keys, hall
---
[TOC]
###### tags: \`keys\`
one
two ==three==

:::info
take care
:::

{%youtube dQw4 %}

\`\`\`
:::info {%youtube x %}
\`\`\``
  const { note, format } = await read(text, 'x.md')
  assert.equal(format, 'hedgedoc')
  assert.equal(note.title, 'Evening of keys')
  assert.equal(
    await shape(text, 'x.md'),
    'one\\\ntwo three\n\n> take care\n\n<https://www.youtube.com/watch?v=dQw4>\n\n```\n:::info {%youtube x %}\n```',
  )
  assert.ok((note.left.tags ?? 0) > 0 && note.left.embeds === 1)
})

test('plain text keeps its lines, whatever stands in them', async () => {
  const { note } = await read('# no heading\n\n* no point\n', 'x.txt')
  assert.equal(textOf(note.doc), '# no heading\n* no point')
})

/** Nothing that runs: no element but ours, no address but the web, mail and files. */
function insistHarmless(note: AuthoredNote): void {
  schema.nodeFromJSON(plainDoc(note.doc)).check()
  const html = writeHtml(note, { locale: 'en', by: 'by', unknown: '?', comments: 'Comments' })
  const body = html.slice(html.indexOf('<body>'))
  const tags = [...body.matchAll(/<\/?([a-z0-9]+)/gi)].map(([, tag]) => tag?.toLowerCase() ?? '')
  const ours =
    'body main h1 h2 h3 p ul ol li blockquote pre code table tbody tr td th a strong em s br hr img span small footer html'
  for (const tag of tags) assert.ok(ours.split(' ').includes(tag), tag)
  assert.doesNotMatch(body.replaceAll(/>[^<]*</g, '><'), /\son\w+=|javascript:|srcdoc|vbscript:/i)
  assert.doesNotMatch(body, /<[^>]*\s(?:href|src)="(?!https?:|mailto:|\/(?!\/)|data:image\/)/i)
}

const HOSTILE = [
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '<a href="javascript:alert(1)">x</a> <a href=" java\tscript:alert(1)">y</a>',
  '[x](javascript:alert(1)) ![y](javascript:alert(1)) <javascript:alert(1)> [z](//evil.example)',
  '<svg onload=alert(1)><foreignObject><p>in</p></foreignObject></svg><math><mi xlink:href="x">',
  '<p style="background:url(javascript:x)" onclick="x()">text</p><iframe srcdoc="<script>x</script>">',
  '<table><td background=x><noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '"><img src=x onerror=alert(1)>',
  "<h1 data-item='\"><script>'>head</h1><ul data-type=tasks><li data-type=task data-owner='\"><img src=x>'>",
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '---\ntitle: "<script>"\n---\n<script>alert(1)</script>',
]

test('hostile HTML and Markdown bring no script in', async () => {
  for (const [place, text] of HOSTILE.entries())
    for (const name of ['x.html', 'x.md', 'x.txt']) {
      const { note } = await read(text, name)
      insistHarmless({ ...note, title: `${note.title} ${place}` })
    }
  const { note } = await read(HOSTILE[1] ?? '', 'x.html')
  assert.equal(note.left['unsafe-links'], 2)
})

test('hostile JSON brings in no attribute and no address that a note has no place for', async () => {
  const doc = {
    type: 'doc',
    content: [
      { type: 'heading', attrs: { level: '1><script>' }, content: [{ type: 'text', text: 'a' }] },
      { type: 'picture', attrs: { file: '"><script>', alt: 'x' } },
      { type: 'script', content: [{ type: 'text', text: 'b' }] },
      {
        type: 'paragraph',
        content: [
          {
            type: 'text',
            text: 'c',
            by: 99,
            marks: [{ type: 'link', attrs: { href: 'javascript:x' } }, { type: '__proto__' }],
          },
          { type: 'text', text: 7 },
        ],
      },
      { type: 'tableCell', content: [{ type: 'table', content: [{ type: 'tableRow' }] }] },
    ],
  }
  const file = JSON.stringify({ format: 'moothall-note', version: 1, authors: 3, doc })
  const { note } = await read(file, 'x.json')
  insistHarmless(note)
  assert.deepEqual(note.doc.content?.map(textOf), ['a', 'b', 'c'])
})

test('depth, bombs and nonsense are refused or made flat, in bounded time', async () => {
  const deep = 10_000
  const texts: Array<[string, string]> = [
    ['<div>'.repeat(deep) + 'x', 'x.html'],
    ['<ul><li>'.repeat(deep) + 'x', 'x.html'],
    ['<b>'.repeat(deep) + 'x', 'x.html'],
    ['> '.repeat(deep) + 'x', 'x.md'],
    ['['.repeat(deep), 'x.md'],
    ['*a **b '.repeat(deep / 5), 'x.md'],
    ['[a]('.repeat(deep / 5), 'x.md'],
    ['`'.repeat(deep), 'x.md'],
    [`---\na: ${'['.repeat(9000)}\n---\nx`, 'x.md'],
    ['{"a":'.repeat(deep), 'x.etherpad'],
    [
      `{"format":"moothall-note","version":1,"doc":${'{"type":"doc","content":['.repeat(3000)}${']}'.repeat(3000)}}`,
      'x.json',
    ],
  ]
  for (const [text, name] of texts) {
    const started = process.cpuUsage()
    const found = await readFile(bytesOf(text), name)
    assert.ok(process.cpuUsage(started).user < 10_000_000, text.slice(0, 20))
    if (!('refused' in found)) insistHarmless(found.note)
  }
  const bomb = zipSync({ 'word/document.xml': new Uint8Array(120 * 1024 * 1024) })
  assert.ok(bomb.length < 200_000)
  assert.deepEqual(await readFile(bomb, 'x.docx'), {
    refused: 'zip-too-large',
    details: { megabytes: 100 },
  })
  assert.deepEqual(await readFile(Uint8Array.from([0xff, 0xfe, 0x80]), 'x.md'), {
    refused: 'not-utf8',
  })
  const large = await readFile(bytesOf(`${'words and more\n'.repeat(400_000)}`), 'x.txt')
  assert.deepEqual(large, { refused: 'too-large-a-note', details: { megabytes: 5 } })
})

test('random and mangled bytes never do more than be refused', async () => {
  const mangled = async (whole: Uint8Array, at: number, put: Uint8Array, name: string) => {
    const place = at % whole.length
    const bytes = Uint8Array.from([
      ...whole.slice(0, place),
      ...put,
      ...whole.slice(place + put.length),
    ])
    const found = await readFile(bytes, name)
    if (!('refused' in found)) insistHarmless(found.note)
  }
  const some = fc.sample(anyNote, { numRuns: 1, seed: 7 })[0]
  assert.ok(some)
  const seeds: Array<[Uint8Array, string]> = [
    [await writeDocx(some, 'by'), 'x.docx'],
    [bytesOf(writeJson(some)), 'x.json'],
    [bytesOf(writeMarkdown({ ...some, left: {} })), 'x.md'],
    [
      bytesOf(writeHtml(some, { locale: 'en', by: 'by', unknown: '?', comments: 'Comments' })),
      'x.html',
    ],
    [bytesOf(HOSTILE.join('\n')), 'x.html'],
  ]
  const put = fc.oneof(
    fc.uint8Array({ minLength: 1, maxLength: 12 }),
    fc.constantFrom(...HOSTILE, '</', '"', '\\', '*', '|', '\n\n', '[', ']]>', '&#0;').map(bytesOf),
  )
  await fc.assert(
    fc.asyncProperty(fc.nat(), put, fc.nat(), async (seed, bytes, at) => {
      const [whole, name] = seeds[seed % seeds.length] ?? [bytes, 'x.md']
      await mangled(whole, at, bytes, name)
    }),
    { numRuns: 150 },
  )
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.json().map((json) => json),
      ),
      fc.constantFrom('x.md', 'x.html', 'x.etherpad', 'x.docx', 'x.json', 'x.txt'),
      async (text, name) => {
        const found = await readFile(bytesOf(text), name)
        if (!('refused' in found)) insistHarmless(found.note)
      },
    ),
    { numRuns: 200 },
  )
})
