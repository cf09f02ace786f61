/** Stories of comments on a note: by members, by guests with a link, while others write. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import * as Y from 'yjs'
import { addressOf } from '#kernel/operation.ts'
import { erasePerson } from '#slices/people/index.ts'
import type { Browser } from '#testing/browser.ts'
import { openNoteScene } from '#testing/note-scene.ts'
import { wordsOf } from '#testing/passages.ts'
import * as api from '../api.ts'
import * as comments from '../api/comments.ts'
import { exportNote } from '../api/exchange.ts'
import { readNoteText } from '../api/reading.ts'
import { childrenOf, fragmentOf } from '../rules/tree.ts'
import { ownNotes } from '../store/own-data.ts'
import type { NoteId } from '../store/tables.ts'

const scene = await openNoteScene()
after(async () => {
  assert.deepEqual(scene.test.errors, [])
  await scene[Symbol.asyncDispose]()
})
const { maren, chiara, yuki } = scene

/** A note in which Yuki has written these lines; she goes on sitting there. */
async function written(...lines: string[]) {
  const note = await scene.newNote()
  const pen = scene.sits(yuki, { note })
  await pen.until(() => pen.provider.synced, 'being let in')
  for (const line of lines) pen.writes(line)
  await pen.until(pen.saved)
  return { note, params: { note }, pen }
}

async function comesBy(note: NoteId, gives: 'read' | 'comment', name: string): Promise<Browser> {
  const { address } = await maren.browser.call(api.makeNoteLink, {
    params: { note },
    body: { gives },
  })
  const guest = scene.test.browser()
  await guest.fetch(new URL(address).pathname)
  await guest.fetch(new URL(address).pathname, {
    method: 'POST',
    body: new URLSearchParams({ name }),
  })
  return guest
}

async function says(browser: Browser, note: NoteId, quote: string, text: string) {
  const passage = await wordsOf(browser, note, quote)
  return browser.call(comments.makeComment, { params: { note }, body: { passage, text } })
}

/** A paragraph of a note and its text. */
function lineOf(doc: Y.Doc, at: number) {
  const line = childrenOf(fragmentOf(doc))[at]
  assert.ok(line instanceof Y.XmlElement)
  const [text] = childrenOf(line)
  assert.ok(text instanceof Y.XmlText)
  return { line, text }
}

test('a member and a guest with a link to comment talk about words; a link to read shows none of it', async () => {
  const { note, params } = await written('Two of three must agree.', 'No holiday stops us.')
  const guest = await comesBy(note, 'comment', 'Zoë')
  const { comment } = await says(guest, note, 'Two of three', 'Which two?')
  await chiara.browser.call(comments.answerComment, {
    params: { note, comment },
    body: { text: 'Any two.' },
  })
  const { talks, may, open } = await maren.browser.call(comments.listComments, { params })
  assert.equal(open, 1)
  assert.deepEqual(may, { comment: true, resolve: true, take: true, hide: true })
  const [talk] = talks
  assert.equal(talk?.who.name, 'Zoë')
  assert.deepEqual([talk?.quote, talk?.words], ['Two of three', 'Two of three'])
  assert.deepEqual(talk?.place, {
    from: { key: talk?.place?.from.key, offset: 0 },
    to: { key: talk?.place?.from.key, offset: 12 },
  })
  assert.deepEqual(
    talk?.answers.map(({ text, who }) => [who.name, text]),
    [['Chiara Bellandi', 'Any two.']],
  )
  const later = { params, query: { after: comment } }
  assert.deepEqual((await guest.call(comments.listComments, later)).talks, [])
  const reader = await comesBy(note, 'read', 'Reader')
  const file = (browser: Browser, format: 'json' | 'html') =>
    browser.fetch(addressOf(exportNote, { note, format }, { comments: '1' }))
  assert.match(await (await file(guest, 'json')).text(), /"quote": "Two of three"/)
  assert.match(await (await file(guest, 'html')).text(), /<b>Zoë<\/b>: Which two\?/)
  assert.equal((await file(reader, 'json')).status, 403)
  const passage = await wordsOf(reader, note, 'holiday')
  const no = await reader.refused(comments.makeComment, { params, body: { passage, text: 'Hm' } })
  assert.equal(no.name, 'only-reads')
  assert.equal((await reader.refused(comments.listComments, { params })).status, 401)
  const live = await scene.test.hall.transact(async (tx) =>
    tx.selectFrom('record').select(['kind', 'data']).where('topic', '=', `note:${note}`).execute(),
  )
  const told = live.filter(({ kind }) => kind.startsWith('comment.'))
  assert.deepEqual(
    told.map(({ kind }) => kind),
    ['comment.made', 'comment.answered'],
  )
  assert.doesNotMatch(JSON.stringify(told), /Which two/)
})

test('a comment moves with its words, sees them change, and stands when they are gone', async () => {
  const { note, params, pen } = await written('Keys hang by the door.', 'Nobody takes them home.')
  await says(chiara.browser, note, 'by the door', 'Which door?')
  await says(chiara.browser, note, 'takes them home', 'Not even Maren?')
  const { line, text } = lineOf(pen.doc, 0)
  text.insert(0, 'Both sets of ')
  text.insert(text.toString().indexOf('door'), 'green ')
  await pen.until(pen.saved)
  const seen = async () => (await maren.browser.call(comments.listComments, { params })).talks
  assert.deepEqual(
    (await seen()).map(({ quote, words }) => [quote, words]),
    [
      ['by the door', 'by the green door'],
      ['takes them home', 'takes them home'],
    ],
  )
  // The second line becomes a heading, which the editor writes anew; the first is deleted.
  const second = lineOf(pen.doc, 1)
  const heading = new Y.XmlElement('heading')
  heading.insert(0, [new Y.XmlText(second.text.toString())])
  const fragment = fragmentOf(pen.doc)
  fragment.delete(fragment.toArray().indexOf(line), 2)
  fragment.insert(0, [heading])
  await pen.until(pen.saved)
  assert.deepEqual(
    (await seen()).map(({ quote, words, place }) => [quote, words, place === null]),
    [
      ['by the door', null, true],
      ['takes them home', 'takes them home', false],
    ],
  )
})

test('words that changed while somebody wrote are to be chosen again', async () => {
  const { note, params, pen } = await written('We meet on Thursdays.')
  const passage = await wordsOf(chiara.browser, note, 'Thursdays')
  const { text } = lineOf(pen.doc, 0)
  text.insert(0, 'As ever, ')
  await pen.until(pen.saved)
  await chiara.browser.call(comments.makeComment, { params, body: { passage, text: 'Still?' } })
  text.delete(text.length - 4, 4)
  await pen.until(pen.saved)
  const no = await chiara.browser.refused(comments.makeComment, {
    params,
    body: { passage, text: 'And now?' },
  })
  assert.equal(no.title, 'These words changed while you wrote; choose them again.')
})

test('one changes and takes back only what is one’s own; a keeper hides and says why', async () => {
  const { note, params } = await written('The lease ends in May.')
  const { comment } = await says(chiara.browser, note, 'in May', 'June!')
  const own = { params: { note, comment } }
  const other = await yuki.browser.refused(comments.changeComment, {
    ...own,
    body: { text: 'July' },
  })
  assert.equal(other.name, 'comment-not-yours')
  await chiara.browser.call(comments.changeComment, { ...own, body: { text: 'June, I think.' } })
  const answer = await yuki.browser.call(comments.answerComment, {
    ...own,
    body: { text: 'Rude.' },
  })
  const no = await chiara.browser.refused(comments.hideComment, {
    params: { note, comment: answer.comment },
    body: { why: 'Unkind' },
  })
  assert.equal(no.name, 'not-allowed')
  await maren.browser.call(comments.hideComment, {
    params: { note, comment: answer.comment },
    body: { why: 'Unkind' },
  })
  const first = (await chiara.browser.call(comments.listComments, { params })).talks[0]
  assert.equal(first?.text, 'June, I think.')
  assert.ok(first?.changedAt)
  assert.deepEqual(
    [first?.answers[0]?.text, first?.answers[0]?.hidden],
    [null, { by: 'Maren Solheim', why: 'Unkind' }],
  )
  await chiara.browser.call(comments.takeCommentBack, own)
  const left = (await chiara.browser.call(comments.listComments, { params })).talks[0]
  assert.deepEqual([left?.text, left?.quote, left?.answers.length], [null, 'in May', 1])
  await yuki.browser.call(comments.takeCommentBack, { params: { note, comment: answer.comment } })
  assert.equal((await chiara.browser.call(comments.listComments, { params })).open, 0)
})

test('a talk is resolved and opened again; locked takes comments, approved none', async () => {
  const { note, params } = await written('Who opens on Sunday?')
  const guest = await comesBy(note, 'comment', 'Bao')
  const { comment } = await says(chiara.browser, note, 'Sunday', 'I do.')
  const own = { params: { note, comment } }
  const no = await guest.refused(comments.resolveComment, { ...own, body: { resolved: true } })
  assert.equal(no.name, 'talk-not-yours')
  await yuki.browser.call(comments.resolveComment, { ...own, body: { resolved: true } })
  const resolved = await guest.call(comments.listComments, { params, query: { state: 'resolved' } })
  assert.deepEqual([resolved.open, resolved.talks[0]?.resolved?.by], [0, '田辺 ゆき'])
  await chiara.browser.call(comments.resolveComment, { ...own, body: { resolved: false } })
  await maren.browser.call(api.lockNote, { params, body: { locked: true } })
  await guest.call(comments.answerComment, { ...own, body: { text: 'Every Sunday?' } })
  await maren.browser.call(api.approveNote, { params })
  for (const refused of [
    await guest.refused(comments.answerComment, { ...own, body: { text: 'And now?' } }),
    await chiara.browser.refused(comments.changeComment, { ...own, body: { text: 'No.' } }),
  ])
    assert.equal(refused.name, 'note-approved')
  assert.equal((await guest.call(comments.listComments, { params })).talks.length, 1)
})

test('who is erased leaves that they commented, without their words', async () => {
  const { note, params } = await written('Bring your own cup.')
  const ada = await scene.member('Ada Oduya')
  const { comment } = await says(ada.browser, note, 'own cup', 'My secret cup.')
  await chiara.browser.call(comments.answerComment, {
    params: { note, comment },
    body: { text: 'Mine too.' },
  })
  const [own] = await ownNotes(scene.test.hall.db, [ada.id])
  assert.deepEqual(
    own?.comments.map(({ about, text }) => [about, text]),
    [['own cup', 'My secret cup.']],
  )
  await scene.test.hall.transact((tx) =>
    erasePerson(tx, { person: ada.id, now: scene.test.clock.now() }),
  )
  const [talk] = (await chiara.browser.call(comments.listComments, { params })).talks
  assert.deepEqual(
    [talk?.text, talk?.who.former, talk?.answers[0]?.text],
    [null, true, 'Mine too.'],
  )
})

/** Who wrote which words of the first line, by name. */
async function authorsOf(note: NoteId) {
  const read = await maren.browser.call(readNoteText, { params: { note }, query: { authors: '1' } })
  const names = new Map(read.authors?.map(({ number, name }) => [String(number), name]))
  const runs = (read.pieces[0]?.html ?? '').matchAll(/data-by="(\d+)">([^<]*)</g)
  return [...runs].map(([, number = '', text]) => [names.get(number), text])
}

test('a suggestion of a guest is taken in as theirs, and what it keeps stays with who wrote it', async () => {
  const { note, params, pen } = await written('Two of three must agree.')
  const guest = await comesBy(note, 'comment', 'Zoë')
  const passage = await wordsOf(guest, note, 'three must')
  const body = { passage, words: 'four\nmust', text: 'We are four now.' }
  const { comment } = await guest.call(comments.suggestWords, { params, body })
  const own = { params: { note, comment } }
  assert.equal((await guest.refused(comments.acceptSuggestion, own)).name, 'note-not-yours')
  const [talk] = (await maren.browser.call(comments.listComments, { params })).talks
  assert.deepEqual(
    talk?.proposal?.steps.map(({ change, text }) => `${change}: ${text}`),
    ['removed: three', 'added: four', 'same:  must'],
  )
  await chiara.browser.call(comments.acceptSuggestion, own)
  await pen.until(() => pen.text() === 'Two of four must agree.', 'the words taken in')
  assert.deepEqual(await authorsOf(note), [
    ['田辺 ゆき', 'Two of '],
    ['Zoë', 'four'],
    ['田辺 ゆき', ' must agree.'],
  ])
  const done = await guest.call(comments.listComments, { params, query: { state: 'resolved' } })
  assert.equal(done.talks[0]?.proposal?.outcome, 'accepted')
  assert.equal(
    (await chiara.browser.refused(comments.acceptSuggestion, own)).name,
    'suggestion-closed',
  )
})

test('a suggestion whose words changed waits until it is looked at again; it is refused, or taken back', async () => {
  const { note, params, pen } = await written('We meet on Thursdays.', 'By name: ')
  const passage = await wordsOf(chiara.browser, note, 'Thursdays')
  const suggest = (words: string) =>
    chiara.browser.call(comments.suggestWords, { params, body: { passage, words } })
  const same = { passage, words: 'Thursdays' }
  const no = await chiara.browser.refused(comments.suggestWords, { params, body: same })
  assert.equal(no.name, 'nothing-suggested')
  const all = await wordsOf(chiara.browser, note, 'We meet on Thursdays.')
  const end = await wordsOf(chiara.browser, note, 'By name:')
  const both = { from: all.from, to: end.to, quote: 'We meet on Thursdays.\nBy name:' }
  const wide = { passage: both, words: 'Never' }
  const refused = await chiara.browser.refused(comments.suggestWords, { params, body: wide })
  assert.equal(refused.name, 'one-text-only')
  const { comment } = await suggest('Fridays')
  const { text } = lineOf(pen.doc, 0)
  text.insert(text.toString().indexOf('days'), ' and Satur')
  await pen.until(pen.saved)
  const own = { params: { note, comment } }
  const seen = async () => (await yuki.browser.call(comments.listComments, { params })).talks[0]
  assert.equal((await seen())?.proposal?.stale, true)
  assert.equal(
    (await yuki.browser.refused(comments.acceptSuggestion, own)).name,
    'suggestion-stale',
  )
  await chiara.browser.call(comments.suggestAnew, { ...own, body: { words: '' } })
  assert.deepEqual(
    [(await seen())?.quote, (await seen())?.proposal?.stale],
    ['Thurs and Saturdays', false],
  )
  await yuki.browser.call(comments.refuseSuggestion, { ...own, body: { why: 'We voted.' } })
  const closed = await yuki.browser.call(comments.listComments, {
    params,
    query: { state: 'resolved' },
  })
  assert.deepEqual(
    [closed.talks[0]?.proposal?.outcome, closed.talks[0]?.proposal?.why],
    ['refused', 'We voted.'],
  )
  const late = await wordsOf(chiara.browser, note, 'We meet')
  const other = await chiara.browser.call(comments.suggestWords, {
    params,
    body: { passage: late, words: 'Nobody meets' },
  })
  await chiara.browser.call(comments.takeCommentBack, { params: { note, ...other } })
  const gone = await yuki.browser.refused(comments.acceptSuggestion, { params: { note, ...other } })
  assert.equal(gone.name, 'suggestion-closed')
})
