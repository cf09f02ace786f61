/** The sections of a gathering's note, templates, what comes back next time, and finding words. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { runTimer } from '#kernel/jobs.ts'
import { findText } from '#kernel/search.ts'
import { listGatherings, readGathering } from '#slices/gatherings/api.ts'
import { changeGathering } from '#slices/gatherings/api/calling.ts'
import { called, item } from '#testing/gatherings.ts'
import { openTestHall } from '#testing/hall.ts'
import { foundedHall, somebody } from '#testing/people.ts'
import * as api from '../api.ts'
import { filesOf } from '#slices/files/index.ts'
import { added, photograph } from '#testing/files.ts'
import { noteDocument, noteHtml, noteText, type NoteJson } from '../index.ts'
import { growInto } from '../rules/growing.ts'
import { writeAsHall } from '../store/sections.ts'
import { findWords, followOrders } from '../timers/life.ts'

const hall = await openTestHall()
after(async () => {
  await hall.close()
  assert.deepEqual(hall.errors, [])
})
const { coop, maren } = await foundedHall(hall)
const { db } = hall.hall

async function openOf(gathering: `gth_${string}`) {
  return (await maren.browser.call(api.openNoteOf, { params: { gathering } })).note
}

function wordsOf({ text, content = [] }: NoteJson): string {
  return text ?? content.map(wordsOf).join('')
}

async function headingsOf(note: `not_${string}`) {
  const { content = [] } = await noteDocument(db, note)
  return content.flatMap((one) => (one.type === 'heading' ? [wordsOf(one)] : []))
}

async function write(note: `not_${string}`, blocks: NoteJson[], where: 'start' | 'end' = 'end') {
  const by = { how: 'story', now: hall.clock.now(), by: null }
  await hall.hall.transact((tx) => writeAsHall(tx, note, (doc) => growInto(doc, blocks, where), by))
}

const says = (text: string): NoteJson => ({
  type: 'paragraph',
  content: [{ type: 'text', text }],
})
const point = (text: string, attrs: Record<string, unknown> = {}): NoteJson => ({
  type: 'listItem',
  attrs,
  content: [says(text)],
})
const task = (text: string, attrs: Record<string, unknown> = {}): NoteJson => ({
  type: 'taskItem',
  attrs,
  content: [says(text)],
})

test('the note opens with a section an item, and follows the running order', async () => {
  const gathering = await called(maren.browser, coop)
  const note = await openOf(gathering)
  assert.deepEqual(await headingsOf(note), [
    'Welcome',
    'Panel: who holds them?',
    'Breakouts: two questions',
    'Wrap-up',
  ])
  const params = { gathering }
  const { items } = await maren.browser.call(readGathering, { params })
  const [welcome, ...rest] = items.map((one) => ({ ...one, aside: '' }))
  if (!welcome) throw new Error('there is an order')
  const talk = item('talk', 'A word from the keepers', 5)
  const changed = [{ ...welcome, title: 'Welcome, all' }, talk, ...rest]
  await maren.browser.call(changeGathering, { params, body: { items: changed } })
  await runTimer(hall.hall, followOrders)
  assert.deepEqual((await headingsOf(note)).slice(0, 3), [
    'Welcome, all',
    'A word from the keepers',
    'Panel: who holds them?',
  ])
})

test('the next gathering of a series begins with what was marked, and a link back', async () => {
  const rule = { every: 'week', interval: 1, on: ['TH' as 'TH' | 'MO'], until: null } as const
  const first = await called(maren.browser, coop, { rule: { ...rule, on: ['TH'] } })
  const { gatherings } = await maren.browser.call(listGatherings, { query: {} })
  const series = gatherings.find(({ id }) => id === first)?.series
  const second = gatherings.filter((one) => one.series === series)[1]?.id ?? first
  const before = await openOf(first)
  const at = { kind: 'note', holder: before }
  const { browser } = maren
  const roof = await added({ browser, at, name: 'roof.jpg', body: await photograph() })
  await write(before, [
    {
      type: 'taskList',
      content: [
        task('Ask the Wool Loft', { ownerName: 'Oisín Farrelly', day: '2026-12-10' }),
        task('Book the hall', { checked: true }),
        task('Tell how it went', { checked: true, next: true }),
      ],
    },
    { type: 'bulletList', content: [point('Stays'), point('The cellar', { next: true })] },
    says('Said once'),
    { ...says('Ask again'), attrs: { next: true } },
    { ...says('Money'), type: 'heading', attrs: { level: 2, next: true } },
    says('What the roof costs'),
    { type: 'picture', attrs: { file: roof.id, alt: 'The roof' } },
    { type: 'taskList', content: [task('Paid already', { checked: true })] },
    { ...says('Over'), type: 'heading', attrs: { level: 2 } },
    says('Not for next time'),
  ])
  const next = await openOf(second)
  const text = await noteText(db, next)
  assert.deepEqual(text.split('\n').slice(0, 9), [
    'From last time',
    'Who keeps the keys?',
    'Ask the Wool Loft',
    'Tell how it went',
    'The cellar',
    'Ask again',
    'Money',
    'What the roof costs',
    'The roof',
  ])
  assert.doesNotMatch(text, /Book the hall|Stays|Said once|Paid already|Not for next time/)
  assert.doesNotMatch(await noteHtml(db, next), /data-next/)
  const pictures = await filesOf(db, { kind: 'note', id: next })
  assert.deepEqual(
    pictures.map(({ id }) => id),
    [roof.id],
  )
  const { content = [] } = await noteDocument(db, next)
  const link = content[1]?.content?.[0]?.marks?.[0]?.attrs?.['href']
  assert.equal(link, `/notes/${before}`)
  assert.equal(content[2]?.content?.[0]?.attrs?.['ownerName'], 'Oisín Farrelly')
})

test('a note begins from a template of the hall in the language of who takes it, or of the circle', async () => {
  const lucia = await somebody(hall, 'Lucía Ferrer', { circles: [coop] })
  lucia.browser.cookies.set('moothall_locale', 'es')
  const holder = { kind: 'circle', id: coop } as const
  const made = await lucia.browser.call(api.makeNote, {
    body: { holder, title: 'Mirar atrás', template: 'retrospective' },
  })
  assert.equal((await headingsOf(made.note)).length, 5)
  assert.doesNotMatch(await noteText(db, made.note), /What went well/)
  const own = await maren.browser.call(api.makeNote, { body: { holder, title: 'Our round' } })
  await write(own.note, [
    { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Round' }] },
  ])
  const body = { holder, title: 'A round', template: own.note }
  assert.equal((await lucia.browser.refused(api.makeNote, { body })).name, 'not-found')
  await maren.browser.call(api.changeNote, { params: own, body: { template: true } })
  const { templates } = await lucia.browser.call(api.listNoteTemplates, {})
  assert.deepEqual(templates.at(-1)?.title, 'Our round')
  const { blocks } = await lucia.browser.call(api.readNoteTemplate, {
    params: { template: own.note },
  })
  assert.deepEqual(
    blocks.map(({ type }) => type),
    ['heading'],
  )
  const unseen = hall.browser().refused(api.readNoteTemplate, { params: { template: own.note } })
  assert.equal((await unseen).name, 'not-found')
  const taken = await lucia.browser.call(api.makeNote, { body })
  assert.deepEqual(await headingsOf(taken.note), ['Round'])
})

test('words of a note are found by who may read it, without accents, some seconds later', async () => {
  const holder = { kind: 'circle', id: coop } as const
  const { note } = await maren.browser.call(api.makeNote, { body: { holder, title: 'Cellar' } })
  await write(note, [{ type: 'paragraph', content: [{ type: 'text', text: 'Señalización new' }] }])
  const found = async (audiences: string[]) =>
    (await findText(db, { words: 'senalizacion', audiences })).map(({ href }) => href)
  assert.deepEqual(await found([`notes-of:${coop}`]), [])
  await runTimer(hall.hall, findWords)
  assert.deepEqual(await found([`notes-of:${coop}`]), [`/notes/${note}`])
  assert.deepEqual(await found(['public']), [])
  await maren.browser.call(api.changeNote, { params: { note }, body: { rested: true } })
  await runTimer(hall.hall, findWords)
  assert.deepEqual(await found([`notes-of:${coop}`]), [])
})
