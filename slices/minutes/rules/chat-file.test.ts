import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { countFates, readChat } from './chat-file.ts'

const place = { date: '2026-12-03', zone: 'Europe/Amsterdam' }
const vector = (name: string) => readFileSync(new URL(`./vectors/${name}`, import.meta.url), 'utf8')
const read = (text: string, at = place) => readChat(text, at)

suite('a chat saved by version 2.2', () => {
  const chat = read(vector('evening-2.2.txt'))

  test('gives each name and its words as they stand', () => {
    assert.equal(chat.grammar, '2.2')
    assert.deepEqual(chat.people, [
      'Maren Solheim',
      'Joost @bakehouse.example',
      'Wool Loft: front desk',
      'Night Ferry : desk',
      'لينا الخطيب',
      'Tomasz [guest] Wrona',
    ])
    assert.deepEqual(
      chat.messages.map(({ text }) => text),
      [
        'Good evening, the order stands in the notes: <https://lowmeadow.example/order>',
        'we have one keeper\nand only she knows the codes\n\nthat is all',
        'can you hear us?',
        'we can',
        'and the others?',
        'المفتاح أمانة',
        '<script>alert(1)</script> is only text : is it not?',
        '',
      ],
    )
  })

  test('passes midnight, and keeps when it was cleared', () => {
    assert.equal(chat.messages[0]?.at, '2026-12-03T22:41:00.000Z')
    assert.equal(chat.messages[6]?.at, '2026-12-03T23:03:00.000Z')
    assert.deepEqual(chat.notices, [
      { line: 1, at: '2026-12-03T22:41:00.000Z', kind: 'clear', text: 'PUBLIC_CHAT_CLEAR' },
    ])
  })

  test('says what became of every line', () => {
    assert.deepEqual(countFates(chat.fates), {
      message: 8,
      continuation: 2,
      blank: 1,
      clear: 1,
      system: 0,
      unread: 2,
    })
    assert.deepEqual(chat.unread, [
      { line: 13, text: '[00:05] nobody said this' },
      { line: 14, text: '[99:05] Maren Solheim : no clock shows this' },
    ])
  })
})

suite('a chat saved by version 3.0', () => {
  const chat = read(vector('evening-3.0.txt'))

  test('has a head, roles, notices and a clear line in words', () => {
    assert.equal(chat.grammar, '3.0')
    assert.deepEqual(
      chat.messages.map(({ name, role, text }) => [name, role, text]),
      [
        ['Maren Solheim', 'moderator', 'Good evening'],
        ['Team : North ]', 'viewer', 'we are two at this table\nand we take turns'],
        ['Aroha Ngata', 'viewer', 'ok : fine'],
      ],
    )
    assert.deepEqual(
      chat.notices.map(({ kind, text }) => [kind, text]),
      [
        ['system', 'system: Welcome to the evening of the keys.\nTalk one at a time.'],
        ['system', 'system: Facilitators: the door code is in the drawer.'],
        ['clear', 'The public chat history was cleared by a moderator'],
        ['system', 'Poll published: yes 3, no 1'],
      ],
    )
    assert.equal(chat.unread.length, 0)
  })
})

const TABLE: { says: string; text: string; people: string[]; texts?: string[]; at?: string[] }[] = [
  {
    says: 'words may hold " : " when the same person also says other things',
    text: '[10:00] Ann : note : it rains\n[10:01] Ann : note : it pours\n[10:02] Ann : bye',
    people: ['Ann'],
    texts: ['note : it rains', 'note : it pours', 'bye'],
  },
  {
    says: 'a head of 3.0 may be empty, and is no message',
    text: 'system:\n system: Be kind\n[10:00] [Ann : VIEWER]: hi',
    people: ['Ann'],
    texts: ['hi'],
  },
  {
    says: 'a name may be only digits',
    text: '[10:00] 944685 : web rtc',
    people: ['944685'],
  },
  {
    says: 'a byte order mark and Windows line ends do no harm',
    text: '\ufeff[10:00] Ann : hi\r\nyou\r\n[10:01] Bo : hi',
    people: ['Ann', 'Bo'],
    texts: ['hi\nyou', 'hi'],
  },
  {
    says: 'a name loses hidden direction marks, and nothing else',
    text: '[10:00] An\u202en  B. : hi',
    people: ['Ann  B.'],
  },
  {
    says: 'an older line that somebody quoted does not make a new day',
    text: '[22:10] Ann : hi\n[21:50] Bo : quoted\n[22:11] Ann : so',
    people: ['Ann', 'Bo'],
    at: ['2026-12-03T21:10:00.000Z', '2026-12-03T20:50:00.000Z', '2026-12-03T21:11:00.000Z'],
  },
  {
    says: 'a line of last night quoted after midnight does not skip a day',
    text: '[23:50] Ann : hi\n[00:05] Bo : yo\n[23:50] Ann : hi\n[00:06] Bo : so',
    people: ['Ann', 'Bo'],
    at: ['2026-12-03T22:50:00.000Z', '2026-12-03T23:05:00.000Z', '2026-12-03T22:50:00.000Z'].concat(
      '2026-12-03T23:06:00.000Z',
    ),
  },
]

for (const { says, text, people, texts, at } of TABLE) {
  test(says, () => {
    const chat = read(text)
    assert.deepEqual(chat.people, people)
    const found = chat.messages
    if (texts)
      assert.deepEqual(
        found.map((one) => one.text),
        texts,
      )
    if (at)
      assert.deepEqual(
        found.map((one) => one.at),
        at,
      )
  })
}

test('the hour that comes twice is told apart by the order of the lines', () => {
  const text = '[02:50] A : first\n[02:10] A : again\n[02:55] A : on\n[03:01] A : after'
  const chat = read(text, { date: '2026-10-25', zone: 'Europe/Amsterdam' })
  assert.deepEqual(
    chat.messages.map(({ at }) => at.slice(11, 16)),
    ['00:50', '01:10', '01:55', '02:01'],
  )
})

test('a time that the clocks skipped is the moment after', () => {
  const chat = read('[01:59] A : a\n[02:30] A : b', {
    date: '2026-03-29',
    zone: 'Europe/Amsterdam',
  })
  assert.deepEqual(
    chat.messages.map(({ at }) => at.slice(11, 16)),
    ['00:59', '01:30'],
  )
})

test('whatever a file holds, every line ends somewhere, once', () => {
  const piece = fc.constantFrom(
    '[10:00] ',
    '[25:99] ',
    'A : ',
    ' : ',
    '\n',
    '\r\n',
    'x',
    '[A : VIEWER]: ',
  )
  const text = fc.array(fc.oneof(piece, fc.string()), { maxLength: 40 }).map((all) => all.join(''))
  fc.assert(
    fc.property(text, (given) => {
      const chat = read(given)
      const counts = countFates(chat.fates)
      assert.equal(chat.fates.length, chat.lines)
      assert.equal(counts.message, chat.messages.length)
      assert.equal(counts.unread, chat.unread.length)
      assert.equal(new Set(chat.messages.map(({ name }) => name)).size, chat.people.length)
    }),
  )
})

test('what a meeting writes is what is read', () => {
  const word = fc.stringMatching(/^[^\s\p{C}[\]:][^\p{C}[\]:]{0,12}[^\s\p{C}[\]:]$/u)
  const body = fc.array(word, { minLength: 1, maxLength: 4 })
  const said = fc.record({ name: word, body, minute: fc.nat(59) })
  fc.assert(
    fc.property(fc.array(said, { minLength: 1, maxLength: 30 }), fc.boolean(), (all, modern) => {
      const inOrder = all.toSorted((a, b) => a.minute - b.minute)
      const text = inOrder.map(({ name, body: lines, minute }) => {
        const stamp = `[14:${String(minute).padStart(2, '0')}]`
        return `${stamp} ${modern ? `[${name} : VIEWER]:` : `${name} :`} ${lines.join('\n')}\n`
      })
      const chat = read(text.join(''))
      assert.deepEqual(
        chat.messages.map((one) => [one.name, one.text]),
        inOrder.map((one) => [one.name, one.body.join('\n')]),
      )
    }),
  )
})

test('a hundred thousand lines are read at once', () => {
  const lines = Array.from(
    { length: 100_000 },
    (_, i) =>
      `[${String(Math.floor(i / 60) % 24).padStart(2, '0')}:${String(i % 60).padStart(2, '0')}] Person ${i % 40} : line ${i} <https://a.example/${i}>`,
  )
  const chat = read(lines.join('\n'))
  assert.equal(chat.messages.length, 100_000)
})
