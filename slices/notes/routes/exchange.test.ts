/** Stories of notes that come in from other houses and go out again, with who wrote what. */
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { unzipSync, zipSync } from 'fflate'
import sharp from 'sharp'
import { readConfig } from '#kernel/config.ts'
import { addressOf } from '#kernel/operation.ts'
import { Problem } from '#kernel/problem.ts'
import type { Command } from '#kernel/slice.ts'
import { openNoteScene } from '#testing/note-scene.ts'
import { openSessionFile, withoutOpenSession } from '#testing/open-session.ts'
import type { Somebody } from '#testing/people.ts'
import { padOfTwo } from '#testing/pads.ts'
import { exportNote, type FormatOut, ImportedNote, importNote } from '../api/exchange.ts'
import { compareVersions, listVersions } from '../api/history.ts'
import { readNoteText } from '../api/reading.ts'
import { noteShares } from '../index.ts'
import { exportNoteCommand, importNoteCommand } from './commands.ts'

const scene = await openNoteScene()
const folder = mkdtempSync(join(tmpdir(), 'notes-'))
after(async () => {
  rmSync(folder, { recursive: true })
  assert.deepEqual(scene.test.errors, [])
  await scene[Symbol.asyncDispose]()
})
const { hall, origin } = scene.test

async function upload(who: Somebody, file: string | Uint8Array, name: string, title = '') {
  const form = new FormData()
  form.set('file', new File([typeof file === 'string' ? file : new Uint8Array(file)], name))
  form.set('kind', 'circle')
  form.set('id', scene.coop)
  if (title) form.set('title', title)
  const headers = { cookie: scene.cookieOf(who), origin }
  return fetch(`${origin}${addressOf(importNote)}`, { method: 'POST', body: form, headers })
}

async function imported(file: string | Uint8Array, name: string, title = '') {
  const answer = await upload(scene.chiara, file, name, title)
  assert.equal(answer.status, 200, await answer.clone().text())
  return ImportedNote.parse(await answer.json())
}

async function taken(note: string, format: FormatOut, version?: number) {
  const query = version === undefined ? {} : { version }
  const address = addressOf(exportNote, { note, format }, query)
  const answer = await fetch(`${origin}${address}`, {
    headers: { cookie: scene.cookieOf(scene.maren) },
  })
  assert.equal(answer.status, 200, await answer.clone().text())
  return { bytes: new Uint8Array(await answer.arrayBuffer()), headers: answer.headers }
}

const asText = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

test('a pad comes in with its authors and its saved revision, and goes out as a pad again', async () => {
  const done = await imported(JSON.stringify(padOfTwo), 'spring.etherpad', 'Spring')
  assert.deepEqual(
    [done.format, done.authors, done.versions],
    ['etherpad', ['Ada Oduya', 'Вера Ильина'], 1],
  )
  assert.deepEqual(
    done.left.map(({ what }) => what),
    ['chat'],
  )
  const shares = await noteShares(hall.db, done.note)
  assert.deepEqual(
    shares
      .filter(({ characters }) => characters > 0)
      .map(({ name, characters }) => [name, characters])
      .toSorted(),
    [
      ['Ada Oduya', 12],
      ['Вера Ильина', 8],
    ],
  )
  const params = { note: done.note }
  const read = await scene.chiara.browser.call(readNoteText, { params, query: { authors: '1' } })
  assert.deepEqual(
    read.authors?.filter(({ kind }) => kind === 'imported').map(({ who }) => who),
    read.authors?.map(() => null),
  )
  const { versions } = await scene.chiara.browser.call(listVersions, { params })
  assert.deepEqual(
    versions.map(({ label }) => label),
    ['before lunch'],
  )
  const { lines } = await scene.chiara.browser.call(compareVersions, {
    params: { ...params, version: 'now' },
  })
  assert.deepEqual(
    lines
      .filter(({ change }) => change !== 'same')
      .map(({ runs }) => runs.map(({ text }) => text).join('')),
    ['chairs'],
  )
  const pad = JSON.parse(asText((await taken(done.note, 'etherpad')).bytes))
  const again = await imported(JSON.stringify(pad), 'again.etherpad')
  assert.deepEqual(again.authors.toSorted(), done.authors.toSorted())
  const colors = Object.entries(pad).flatMap(([key, value]) =>
    key.startsWith('globalAuthor:') ? [Reflect.get(Object(value), 'colorId')] : [],
  )
  assert.deepEqual(colors.toSorted(), ['#12ab9f', '#e3ffc7'])
})

test('our own file keeps all; Markdown says what it leaves behind; an older version goes out too', async () => {
  const pen = scene.sits(scene.maren)
  await pen.until(() => pen.saved())
  pen.writes('Who holds the keys?')
  await pen.until(() => pen.saved())
  const { bytes } = await taken(scene.note, 'json')
  const file = JSON.parse(asText(bytes))
  assert.deepEqual(file.authors, [{ name: 'Maren Solheim', color: null }])
  assert.equal(file.doc.content.at(-1).content[0].by, 0)
  const done = await imported(bytes, 'keys.json')
  assert.deepEqual([done.title, done.authors], ['Keys', ['Maren Solheim']])
  const md = await taken(scene.note, 'md')
  assert.match(asText(md.bytes), /^Who holds the keys\?\n$/)
  assert.match(
    md.headers.get('content-disposition') ?? '',
    /attachment; filename="\d{4}-\d\d-\d\d-keys\.md"/,
  )
  const html = asText((await taken(scene.note, 'html')).bytes)
  assert.match(html, /<span data-by="0">Who holds the keys\?<\/span>/)
  assert.doesNotMatch(html, /<script/)
  assert.equal(asText((await taken(scene.note, 'docx')).bytes).slice(0, 2), 'PK')
  const pad = await imported(JSON.stringify(padOfTwo), 'x.etherpad')
  assert.doesNotMatch(asText((await taken(pad.note, 'md', 1)).bytes), /chairs/)
})

test('Markdown with a picture in a zip comes in and goes out with it', async () => {
  const picture = await sharp({
    create: { width: 8, height: 6, channels: 3, background: '#2f6f5e' },
  })
    .png()
    .toBuffer()
  const encode = new TextEncoder()
  const zip = zipSync({
    'note.md': encode.encode(
      '# Door\n\n![the green door](pictures/door.png)\n\n![far](https://example.org/x.png)',
    ),
    'pictures/door.png': new Uint8Array(picture),
  })
  const done = await imported(zip, 'door.zip')
  assert.deepEqual([done.format, done.title, done.pictures], ['markdown-zip', 'Door', 1])
  assert.deepEqual(
    done.left.map(({ what }) => what),
    ['pictures-far'],
  )
  const files = unzipSync((await taken(done.note, 'md')).bytes)
  assert.match(
    asText(files['note.md'] ?? new Uint8Array()),
    /!\[the green door\]\(pictures\/1-door/,
  )
  assert.ok(Object.keys(files).some((name) => name.startsWith('pictures/')))
})

test('what can’t be read is refused with a sentence; who does not belong can’t bring anything in', async () => {
  const wrong: Array<[string | Uint8Array, string, string]> = [
    ['{"no": "pad"}', 'x.etherpad', 'not-a-pad'],
    [Uint8Array.from([0x50, 0x4b, 3, 4, 1, 2, 3]), 'x.docx', 'zip-unreadable'],
    [Uint8Array.from([0xff, 0xfe, 0x00]), 'x.md', 'not-utf8'],
    ['x'.repeat(6_000_000), 'x.txt', 'too-large-a-note'],
  ]
  for (const [file, name, refused] of wrong) {
    const answer = await upload(scene.chiara, file, name)
    const problem = Problem.parse(await answer.json())
    assert.equal(problem.name, refused)
    assert.match(problem.title, /\.$/)
  }
  const large = await upload(scene.chiara, new Uint8Array(26 * 1024 * 1024), 'x.md')
  assert.equal(large.status, 413)
  const stranger = scene.test.browser()
  const form = new FormData()
  form.set('file', new File(['x'], 'x.md'))
  form.set('kind', 'circle')
  form.set('id', scene.coop)
  const answer = await fetch(`${origin}${addressOf(importNote)}`, {
    method: 'POST',
    body: form,
    headers: { origin },
  })
  assert.equal(answer.status, 404)
  await assert.rejects(stranger.call(listVersions, { params: scene.params }), /not-found/)
})

async function typed(command: Command, ...args: string[]) {
  const said: string[] = []
  const print = (text: string) => said.push(text)
  const code = await command.run({ args, config: readConfig({}), open: async () => hall, print })
  return { code, said: said.join('\n') }
}

test('a steward imports and exports in the terminal', async () => {
  const [path, to] = [join(folder, 'notes.md'), join(folder, 'out.etherpad')]
  writeFileSync(path, '# Evening\n\n- [ ] count the keys (@Ada Oduya, until 2026-12-01)\n')
  const { code, said } = await typed(importNoteCommand, path, '--circle', scene.coop, '--json')
  assert.equal(code, 0, said)
  const { note, title, format } = JSON.parse(said)
  assert.deepEqual([title, format], ['Evening', 'markdown'])
  const out = await typed(exportNoteCommand, note, '--as', 'etherpad', '--to', to)
  assert.equal(out.code, 0, out.said)
  assert.match(out.said, /Left behind \(1\): Tasks became points/)
  assert.match(readFileSync(to, 'utf8'), /count the keys/)
  const usage = await typed(exportNoteCommand, note, '--as', 'pdf')
  assert.deepEqual([usage.code, usage.said.split(' ')[0]], [1, 'moothall'])
  const nowhere = await typed(importNoteCommand, path, '--circle', `cir_${'0'.repeat(26)}`)
  assert.equal(nowhere.code, 1)
  const none = await typed(exportNoteCommand, `not_${'0'.repeat(26)}`, '--as', 'md')
  assert.match(none.said, /nothing here/)
})

test('the crowd notes of an open session come in whole', { skip: withoutOpenSession }, async () => {
  const bytes = new Uint8Array(readFileSync(openSessionFile('crowd-notes.md')))
  const done = await imported(bytes, 'crowd-notes.md', 'Crowd notes')
  assert.deepEqual(done.left, [])
  const back = asText((await taken(done.note, 'md')).bytes)
  const words = (text: string) => new Set(text.match(/\p{L}{4,}/gu))
  const kept = words(back)
  assert.deepEqual(
    [...words(asText(bytes))].filter((word) => !kept.has(word)),
    [],
  )
})
