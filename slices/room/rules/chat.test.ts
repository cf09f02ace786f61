import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isRefusal } from '#kernel/change.ts'
import { plus, SECOND } from '#kernel/clock.ts'
import { hideLine, showLine, withdrawLine } from './hiding.ts'
import { append, chunked, lineAt, linesBefore, prepend } from './lines.ts'
import { addressesIn } from './links.ts'
import { lastPage } from './page.ts'
import { AROHA, CHIARA, MAREN, refusalOf, rehearsal, START, tell } from './rehearsal.test.ts'
import { apply, type Heard, roomFrom } from './room.ts'
import { editLine, reactTo, say } from './saying.ts'
import { findLines } from './search.ts'
import { segments } from './segments.ts'
import { closeChat, slowChat } from './slowing.ts'
import type { Room } from './state.ts'

const at = (seconds: number) => plus(START, seconds * SECOND)

function saying(room: Room, who: string, text: string, after = 0): Room {
  return tell(room, after, say(room, who, { text }, at(after)))
}

/** The room after words were taken out of the record, as the record tells it from then on. */
function redacted(room: Room, going: ReturnType<typeof withdrawLine>): Room {
  assert.ok('redactions' in going, JSON.stringify(going))
  let next = room
  for (const { seq, stands } of going.redactions) {
    next = tell(next, 0, { facts: [{ kind: 'record.redacted', data: { seq, now: stands } }] })
  }
  return next
}

const links: [text: string, hrefs: string[]][] = [
  ['see <https://pad.quillmarsh.coop/p/r.d4>, please', ['https://pad.quillmarsh.coop/p/r.d4']],
  [
    '(https://lantern.press/a_(b)) and http://x.org.',
    ['https://lantern.press/a_(b)', 'http://x.org'],
  ],
  ['www.lantern.coop and meet.coop', ['https://www.lantern.coop']],
  ['javascript:alert(1) data:text/html,x vbscript:x', []],
  ['JaVaScRiPt://%0aalert(1) ftp://x.org/a //x.org', []],
  ['write to maren@quillmarsh.coop', []],
  ['<script src="https://evil.example/x.js">', ['https://evil.example/x.js']],
]

for (const [text, hrefs] of links) {
  test(`the links of: ${text}`, () => assert.deepEqual(addressesIn(text), hrefs))
}

test('whatever is written, its parts make it again, and only safe addresses are links', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'grapheme' }), fc.webUrl(), fc.emailAddress()),
      (text) => {
        const parts = segments(`${text} @Aroha`, [{ who: AROHA, name: 'Aroha' }])
        assert.equal(parts.map((part) => part.text).join(''), `${text} @Aroha`)
        for (const part of parts)
          if (part.kind === 'link') assert.match(part.href, /^(https?|mailto):/i)
      },
    ),
  )
})

test('a mail address is a link, and a mention names whom it means', () => {
  const parts = segments('@Aroha Ngata: maren@quillmarsh.coop', [
    { who: AROHA, name: 'Aroha Ngata' },
  ])
  assert.deepEqual(parts, [
    { kind: 'mention', text: '@Aroha Ngata', who: AROHA },
    { kind: 'text', text: ': ' },
    { kind: 'link', text: 'maren@quillmarsh.coop', href: 'mailto:maren@quillmarsh.coop' },
  ])
})

test('a link is kept once, with everybody who said it; a line that is withdrawn takes its own along', () => {
  let room = saying(rehearsal(), CHIARA, 'https://lantern.press/a')
  const first = room.seq
  room = saying(room, AROHA, 'yes: https://lantern.press/a and https://lantern.press/b', 10)
  assert.deepEqual(
    room.links.map(({ address, said }) => [address, said.map(({ who }) => who)]),
    [
      ['https://lantern.press/a', [CHIARA, AROHA]],
      ['https://lantern.press/b', [AROHA]],
    ],
  )
  room = redacted(room, withdrawLine(room, CHIARA, first))
  assert.equal(room.links[0]?.said[0]?.who, AROHA)
})

test('only the author edits or withdraws, and what is withdrawn has no words', () => {
  let room = saying(rehearsal(), AROHA, 'Low Meadow')
  const seq = room.seq
  assert.equal(refusalOf(editLine(room, CHIARA, seq, 'x')), 'not-your-line')
  assert.equal(refusalOf(withdrawLine(room, MAREN, seq)), 'not-your-line')
  room = tell(room, 5, editLine(room, AROHA, seq, 'Low Meadow Growers'))
  assert.equal(lineAt(room.chat.lines, seq)?.editedAt, at(5))
  const going = withdrawLine(room, AROHA, seq)
  assert.equal(isRefusal(going) ? 0 : going.redactions.length, 2)
  room = redacted(room, going)
  assert.equal(lineAt(room.chat.lines, seq)?.text, '')
  assert.equal(lineAt(room.chat.lines, seq)?.withdrawn, true)
  assert.equal(refusalOf(reactTo(room, MAREN, seq, '👍')), 'line-gone')
})

test('a hidden line says why, keeps its words for facilitators, and can be shown again', () => {
  let room = saying(rehearsal(), AROHA, 'something rude')
  const seq = room.seq
  assert.equal(refusalOf(hideLine(room, CHIARA, seq, 'rude')), 'only-facilitators')
  const going = hideLine(room, MAREN, seq, 'rude')
  assert.ok('care' in going)
  assert.deepEqual(going.care[0]?.data, {
    line: seq,
    who: AROHA,
    text: 'something rude',
    reason: 'rude',
    by: MAREN,
  })
  room = redacted(room, going)
  assert.deepEqual(lineAt(room.chat.lines, seq)?.hidden, { reason: 'rude', by: MAREN })
  assert.equal(JSON.stringify(room).includes('something rude'), false)
  room = tell(room, 9, showLine(room, MAREN, seq, 'something rude'))
  assert.equal(lineAt(room.chat.lines, seq)?.text, 'something rude')
})

test('a room told anew after words were taken out is the room that was', () => {
  const heard: Heard[] = []
  let room = rehearsal()
  const add = (kind: string, data: Record<string, unknown>) => {
    heard.push({ seq: room.seq + 1, at: START, kind, data })
    room = apply(room, { seq: room.seq + 1, at: START, kind, data })
  }
  add('chat.said', { who: AROHA, text: 'see https://lantern.press/a', mentions: [MAREN] })
  const seq = room.seq
  add('chat.edited', { line: seq, text: 'see https://lantern.press/b' })
  add('chat.reacted', { line: seq, who: MAREN, emoji: '👍' })
  const going = withdrawLine(room, AROHA, seq)
  assert.ok('redactions' in going)
  for (const { seq: number, stands } of going.redactions)
    add('record.redacted', { seq: number, now: stands })
  const standing = heard.map((entry) => {
    const gone = going.redactions.find((one) => one.seq === entry.seq)
    return gone ? { ...entry, data: gone.stands } : entry
  })
  assert.deepEqual(roomFrom(standing, rehearsal()), room)
})

test('in a slowed chat a person waits, a facilitator does not; closed, only facilitators write', () => {
  let room = tell(rehearsal(), 0, slowChat(rehearsal(), MAREN, 20))
  room = saying(room, AROHA, 'one', 10)
  const again = say(room, AROHA, { text: 'two' }, at(15))
  assert.deepEqual(again, { refused: 'chat-slow', details: { wait: 15 } })
  room = saying(room, AROHA, 'two', 30)
  room = saying(saying(room, MAREN, 'three', 31), MAREN, 'four', 31)
  room = tell(room, 40, closeChat(room, MAREN))
  assert.equal(refusalOf(say(room, AROHA, { text: 'five' }, at(99))), 'chat-closed')
  assert.equal(saying(room, MAREN, 'five', 50).chat.lines.flat().length, 5)
})

test('one reaction of a kind a person; the same again takes it back', () => {
  let room = saying(rehearsal(), AROHA, 'hello')
  const seq = room.seq
  room = tell(room, 1, reactTo(room, MAREN, seq, '🎉'))
  room = tell(room, 2, reactTo(room, CHIARA, seq, '🎉'))
  assert.deepEqual(lineAt(room.chat.lines, seq)?.reactions, [{ emoji: '🎉', who: [MAREN, CHIARA] }])
  room = tell(room, 3, reactTo(room, MAREN, seq, '🎉'))
  room = tell(room, 3, reactTo(room, CHIARA, seq, '🎉'))
  assert.deepEqual(lineAt(room.chat.lines, seq)?.reactions, [])
})

test('words are found in any order, without case and accents', () => {
  let room = saying(rehearsal(), AROHA, 'Oisín takes the Notes')
  room = saying(room, CHIARA, 'what of the notes?')
  assert.deepEqual(
    findLines(room, 'NOTES oisin', 10).map(({ who }) => who),
    [AROHA],
  )
  assert.equal(findLines(room, 'notes', 1).length, 1)
  assert.equal(findLines(room, ' ', 10).length, 0)
})

test('a long list: every line is where its number says, pages put together are the whole', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 1, max: 2000 }), { maxLength: 400 }),
      fc.nat(2000),
      (numbers, cut) => {
        const lines = numbers.toSorted((a, b) => a - b).map((seq) => ({ seq }))
        const grown = lines.reduce((list, line) => append(list, line), chunked<{ seq: number }>([]))
        assert.deepEqual(grown.flat(), lines)
        for (const { seq } of lines) assert.equal(lineAt(grown, seq)?.seq, seq)
        const older = linesBefore(grown, cut, 1000)
        const newer = chunked(lines.filter(({ seq }) => seq >= cut))
        assert.deepEqual(prepend(newer, older).flat(), lines)
      },
    ),
  )
})

test('who comes late is given the last page, and told how much stands before', () => {
  let room = rehearsal()
  for (let place = 0; place < 250; place++) room = saying(room, AROHA, `line ${place}`)
  const page = lastPage(room)
  assert.equal(page.chat.earlier, 150)
  assert.equal(page.chat.lines.flat()[0]?.text, 'line 150')
})
