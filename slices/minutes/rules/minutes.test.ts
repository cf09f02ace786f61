/** Minutes from a whole evening, told by named people. */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { canonical } from '#kernel/canonical.ts'
import type { Refusal } from '#kernel/change.ts'
import { plus } from '#kernel/clock.ts'
import { type Room, roomFrom } from '#slices/room/index.ts'
import { amend, approve, askUnnamed, correct } from './amend.ts'
import { attendanceCsv, csv, linksCsv } from './csv.ts'
import { type ChatLine, Minutes, stateOf } from './document.ts'
import { sheetOf } from './html.ts'
import { chatMarkdown } from './chat-markdown.ts'
import { minutesMarkdown } from './markdown.ts'
import { plainMark } from './marking.ts'
import { linked } from './markup.ts'
import { chatOf } from './minutes-chat.ts'
import { minutesOf } from './minutes.ts'
import { publicChat, publicCopy } from './public-copy.ts'
import { eraseFrom, eraseFromChat, superseding } from './redact.ts'
import { jsonLines, seal, sha256, withChat } from './seal.ts'
import type { Speech } from './speech.ts'
import { tell } from './tell.ts'
import { packed, sealText, verifyZip } from './zip.ts'

const START = '2026-12-03T18:00:00.000Z'
const MAREN = 'per_maren'
const TOMASZ = 'per_tomasz'
const AROHA = 'gst_aroha'

const min = (minutes: number) => plus(START, minutes * 60_000)

const HAPPENED: [at: number, kind: string, data: Record<string, unknown>][] = [
  [
    0,
    'room.opened',
    {
      call: {
        title: 'Who keeps the keys?',
        purpose: 'How we hold the keys of our tools',
        circle: 'Tools circle',
        zone: 'Europe/Amsterdam',
        startsAt: START,
        facilitators: [MAREN],
        items: [
          { id: 'itm_a', kind: 'context', title: 'Welcome', minutes: 10 },
          {
            id: 'itm_b',
            kind: 'talk',
            title: 'What the pool costs',
            minutes: 15,
            owners: [{ id: TOMASZ, name: 'Tomasz Wrona' }],
          },
          { id: 'itm_c', kind: 'wrap-up', title: 'Wrap-up', minutes: 5 },
        ],
      },
    },
  ],
  [0, 'room.entered', { who: MAREN, name: 'Maren Solheim', kind: 'person' }],
  [1, 'room.entered', { who: AROHA, name: 'Aroha Ngata', kind: 'guest' }],
  [2, 'room.entered', { who: TOMASZ, name: 'Tomasz Wrona', kind: 'person' }],
  [2, 'gathering.began', { by: MAREN }],
  [2, 'item.started', { item: 'itm_a', by: MAREN }],
  [3, 'chat.said', { who: AROHA, text: 'Our rota: https://lowmeadow.example/rota' }],
  [4, 'floor.given', { who: [MAREN], by: MAREN }],
  [9, 'floor.ended', { who: MAREN, by: MAREN }],
  [12, 'item.started', { item: 'itm_b', by: MAREN }],
  [12, 'floor.given', { who: [TOMASZ], by: MAREN }],
  [13, 'chat.said', { who: MAREN, text: 'write to maren@lowmeadow.example if you can' }],
  [14, 'chat.said', { who: AROHA, text: 'again https://lowmeadow.example/rota' }],
  [
    20,
    'written.down',
    { id: 'd1', kind: 'decision', text: 'Aroha Ngata keeps the keys', by: MAREN },
  ],
  [
    21,
    'written.down',
    {
      id: 'x1',
      kind: 'action',
      text: 'List who can open what',
      who: TOMASZ,
      due: '2026-12-10',
      by: MAREN,
    },
  ],
  [22, 'announced', { text: 'Five minutes left', by: MAREN }],
  [24, 'room.left', { who: AROHA, how: 'left' }],
  [30, 'gathering.ended', { by: MAREN }],
]

function evening(happened = HAPPENED): Room {
  return roomFrom(happened.map(([at, kind, data], i) => ({ seq: i + 1, at: min(at), kind, data })))
}

const room = evening()
const chat = chatOf(room)
const record = { topic: 'gathering:gth_x', seq: 17, head: 'ab', seal: null }
const draft = withChat(
  minutesOf(room, chat, { gathering: 'gth_x', source: { kind: 'room' }, record }),
  chat,
)

function must<T extends object>(answer: T): Exclude<T, Refusal> {
  if ('refused' in answer) throw new Error(String(answer.refused))
  return answer as Exclude<T, Refusal>
}

const speech: Speech = {
  locale: 'en',
  zone: 'Europe/Dublin',
  say: ({ message = '' }, values = {}) =>
    message.replaceAll(/\{(\w+)[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/g, (_, name) => String(values[name])),
}

suite('the draft', () => {
  test('is what the schema says', () => assert.deepEqual(Minutes.parse(draft), draft))

  test('names people in the order in which they first spoke or wrote, with the time they had', () => {
    assert.deepEqual(
      draft.people.map(({ name, spokenMs, lines }) => [name, spokenMs / 60_000, lines]),
      [
        ['Aroha Ngata', 0, 2],
        ['Maren Solheim', 5, 1],
        ['Tomasz Wrona', 18, 0],
      ],
    )
  })

  test('has attendance by intervals, up to the end', () => {
    assert.deepEqual(draft.people[0]?.stays, [{ from: min(1), till: min(24) }])
    assert.deepEqual(draft.people[2]?.stays, [{ from: min(2), till: min(30) }])
  })

  test('has planned beside real, and says what was not reached', () => {
    assert.deepEqual(
      draft.items.map(({ title, state, held, chatLines }) => [title, state, held, chatLines]),
      [
        ['Welcome', 'held', { from: min(2), till: min(12) }, 1],
        ['What the pool costs', 'held', { from: min(12), till: min(30) }, 2],
        ['Wrap-up', 'not-reached', null, 0],
      ],
    )
  })

  test('has each link once, with who said it first, and what was written down at its item', () => {
    assert.deepEqual(draft.links, [
      {
        address: 'https://lowmeadow.example/rota',
        who: AROHA,
        at: min(3),
        item: 'itm_a',
        times: 2,
      },
    ])
    assert.equal(draft.decisions[0]?.ref, 'D1')
    assert.equal(draft.actions[0]?.due, '2026-12-10')
    assert.equal(draft.announcements[0]?.item, 'itm_b')
  })

  test('makes one person of a guest who turned out to be one', () => {
    const more: typeof HAPPENED = [
      ...HAPPENED.slice(0, -1),
      [25, 'room.recognised', { guest: AROHA, person: 'per_aroha', name: 'Aroha Ngata' }],
      [26, 'room.entered', { who: 'per_aroha', name: 'Aroha Ngata', kind: 'person' }],
      [30, 'gathering.ended', { by: MAREN }],
    ]
    const known = evening(more)
    const minutes = minutesOf(known, chatOf(known), {
      gathering: 'g',
      source: { kind: 'room' },
      record,
    })
    const aroha = minutes.people.filter(({ name }) => name === 'Aroha Ngata')
    assert.equal(aroha.length, 1)
    assert.equal(aroha[0]?.who, 'per_aroha')
    assert.deepEqual(aroha[0]?.stays, [
      { from: min(1), till: min(24) },
      { from: min(26), till: min(30) },
    ])
  })

  test('says who sat together where, and has no wall among the people', () => {
    const more: typeof HAPPENED = [
      ...HAPPENED.slice(0, -1),
      [26, 'microphone.opened', { by: TOMASZ, place: 'Village hall' }],
      [
        26,
        'microphone.seated',
        { at: TOMASZ, who: 'gst_sean', name: 'Seán', person: 'per_sean', by: TOMASZ },
      ],
      [26, 'wall.opened', { who: 'gst_wall', by: MAREN }],
      [26, 'room.entered', { who: 'gst_wall', name: 'Laptop', kind: 'guest' }],
      [30, 'gathering.ended', { by: MAREN }],
    ]
    const known = evening(more)
    const { people } = minutesOf(known, [], { gathering: 'g', source: { kind: 'room' }, record })
    const together = people.filter(({ place }) => place === 'Village hall')
    assert.deepEqual(together.map(({ who }) => who).toSorted(), ['per_sean', TOMASZ])
    assert.ok(!people.some(({ name }) => name === 'Laptop'))
  })
})

suite('amending', () => {
  const by = { who: TOMASZ, now: min(60) }

  test('by who was there stands with who, when, before and after', () => {
    const { minutes, amendment } = must(
      amend(draft, by, { target: 'item', id: 'itm_b', text: '212 euros a month' }),
    )
    assert.equal(stateOf(minutes), 'amended')
    assert.deepEqual(amendment, {
      ref: 'a1',
      by: TOMASZ,
      at: min(60),
      target: 'item',
      id: 'itm_b',
      before: '',
      after: '212 euros a month',
    })
    assert.equal(minutes.items[1]?.notes, '212 euros a month')
  })

  test('is refused to who was not there, and where nothing is or nothing changes', () => {
    const stranger = { who: 'per_yuki', now: min(60) }
    const item = { target: 'item' as const, id: 'itm_b', text: 'x' }
    assert.deepEqual(amend(draft, stranger, item), { refused: 'not-there' })
    assert.deepEqual(amend(draft, by, { ...item, id: 'nothing' }), { refused: 'nothing-to-amend' })
    assert.deepEqual(amend(draft, by, { ...item, text: '' }), { refused: 'nothing-changed' })
  })

  test('of words in the chat is for their author alone', () => {
    const line = chat[0]
    assert.ok(line)
    assert.deepEqual(correct(draft, by, line, 'mine now'), { refused: 'not-your-words' })
    const { amendment } = must(
      correct(draft, { who: AROHA, now: min(60) }, line, 'Our rota is new'),
    )
    assert.equal(amendment.before, null)
  })

  test('is over once who facilitated has approved', () => {
    const maren = { who: MAREN, name: 'Maren Solheim', now: min(90) }
    assert.deepEqual(approve(draft, { ...maren, facilitates: false }), {
      refused: 'only-who-facilitated',
    })
    const approved = must(approve(draft, { ...maren, facilitates: true }))
    assert.equal(stateOf(approved), 'approved')
    const late = amend(approved, by, { target: 'item', id: 'itm_b', text: 'late' })
    assert.deepEqual(late, { refused: 'minutes-approved' })
  })
})

suite('the public copy', () => {
  const quiet = must(askUnnamed(draft, AROHA, true))
  const copy = publicCopy(quiet, true)
  const words = canonical(copy) + canonical(publicChat(quiet, chat))

  test('does not name a guest who asked not to be named, wherever the name stands', () => {
    assert.ok(!words.includes('Aroha'), words)
  })
  test('has no mail address, no id of anybody, no times of coming and going', () => {
    assert.ok(!words.includes('@'), words)
    assert.ok(!/per_|gst_/.test(words))
    assert.ok(copy.people.every(({ stays }) => stays.length === 0))
  })
  test('has the chat only where that was wished', () => {
    assert.equal(publicCopy(quiet, false).chat.lines, 0)
    assert.equal(copy.chat.lines, 3)
  })
})

suite('erasing somebody', () => {
  const approved = must(
    approve(draft, { who: MAREN, name: 'Maren Solheim', facilitates: true, now: min(90) }),
  )
  const old = seal(approved)
  const erased = superseding(eraseFrom(approved, AROHA), old.sha256, min(99), 'erased')
  const lines = eraseFromChat(chat, AROHA, 'Aroha Ngata')

  test('takes the name and the words, and leaves that something was said', () => {
    const left = canonical(erased) + jsonLines(lines)
    assert.ok(!left.includes('Aroha'), left)
    assert.equal(lines.length, chat.length)
    assert.equal(lines[0]?.state, 'erased')
    assert.equal(erased.decisions[0]?.text, '[erased] keeps the keys')
  })
  test('names the hash that stood before, so that both can be told apart', () => {
    assert.equal(erased.supersedes[0]?.sha256, old.sha256)
    assert.notEqual(seal(erased).sha256, old.sha256)
    assert.match(tell(erased, speech).seal.join(' '), /somebody was erased/)
  })
  test('changes nothing in minutes of others', () => {
    assert.equal(eraseFrom(approved, 'per_yuki'), approved)
  })
})

suite('the seal', () => {
  test('does not depend on the order in which parts were written', () => {
    const turned = Object.fromEntries(Object.entries(draft).toReversed())
    assert.equal(seal(Minutes.parse(turned)).sha256, seal(draft).sha256)
  })

  const files = (minutes = draft, lines: readonly ChatLine[] = chat) => {
    const { json, sha256: hash } = seal(minutes)
    return {
      'minutes.json': json,
      'chat.jsonl': jsonLines(lines),
      'seal.txt': sealText(hash, false),
    }
  }
  test('of a zip can be checked by anybody; the same minutes give the same bytes', () => {
    const zip = packed(files())
    assert.deepEqual(Buffer.from(packed(files())), Buffer.from(zip))
    assert.deepEqual(verifyZip(zip), {
      whole: true,
      sha256: seal(draft).sha256,
      title: 'Who keeps the keys?',
      approved: false,
      lines: 3,
    })
  })
  test('breaks when one word was changed, of the minutes or of the chat', () => {
    const whole = files()
    const forged = { ...whole, 'minutes.json': whole['minutes.json'].replace('keys?', 'kegs?') }
    assert.deepEqual(verifyZip(packed(forged)), { whole: false, fault: 'hash-differs' })
    const chatter = { ...whole, 'chat.jsonl': whole['chat.jsonl'].replace('rota', 'rote') }
    assert.deepEqual(verifyZip(packed(chatter)), { whole: false, fault: 'chat-differs' })
    const resealed = { ...forged, 'seal.txt': `${sha256(forged['minutes.json'])}  minutes.json\n` }
    assert.equal(verifyZip(packed(resealed)).whole, true)
    assert.deepEqual(verifyZip(new Uint8Array([1, 2, 3])), { whole: false, fault: 'not-a-zip' })
  })
})

suite('what is written out', () => {
  const told = tell(draft, speech)
  const chatFor = (item: string | null) => chat.filter((line) => line.item === item)

  test('says when in the zone of the reader and of the gathering', () => {
    assert.match(
      told.facts[0]?.text ?? '',
      /18:02 to 18:30 for you \(19:02 to 19:30 in Amsterdam\)/,
    )
  })
  test('HTML never lets a name or a line become a tag', () => {
    const wild = '<img src=x onerror=alert(1)>"\'&'
    const line = { ...chat[0], text: wild, name: wild }
    const page = sheetOf(tell({ ...draft, title: wild, purpose: wild }, speech), speech, {
      chatOf: () => [lineLike(line)],
      sha256: null,
    })
    assert.ok(!page.html.includes('<img'))
  })
  test('only web addresses become links', () => {
    assert.equal(linked('javascript:alert(1)').html, 'javascript:alert(1)')
    assert.match(linked('see https://a.example/x).').html, /<a href="https:\/\/a.example\/x"/)
  })
  test('Markdown keeps names and words as text', () => {
    const text = minutesMarkdown(told, speech, 'ff')
    assert.match(text, /^# Who keeps the keys\?/)
    assert.match(text, /List who can open what/)
    assert.equal(plainMark('# [a](b) *c* <d>'), String.raw`\# \[a\](b) \*c\* \<d\>`)
    assert.match(chatMarkdown(told, chat, speech), /Aroha Ngata/)
  })
  test('a cell that looks like a formula is only text', () => {
    for (const wild of ['=1+1', '+cmd', '-2', '@sum', ' =x', '\t=x'])
      assert.match(csv([[wild]]), /^\ufeff"?'/, wild)
    assert.equal(csv([['a"b', 'c,d', 7]]), '\ufeff"a""b","c,d",7\r\n')
    assert.match(linksCsv(draft, speech), /lowmeadow/)
    assert.match(attendanceCsv(draft, speech), /Aroha Ngata,guest,,2026-12-03T18:01/)
  })
  test('whatever a chat holds, the sheet has as many tags as without it', () => {
    const tags = (html: string) => html.match(/<[a-z/]/g)?.length ?? 0
    const page = (text: string) =>
      sheetOf(told, speech, {
        chatOf: () => [lineLike({ ...chat[0], text, name: text })],
        sha256: null,
      }).html
    const without = tags(page('x'))
    fc.assert(
      fc.property(fc.string(), (text) => {
        if (!/https?:/i.test(text)) assert.equal(tags(page(text)), without)
      }),
    )
  })
  test('the chat stands under its items', () => {
    const { html } = sheetOf(told, speech, { chatOf: chatFor, sha256: null })
    assert.equal(html.match(/<li id="l\d+"/g)?.length, 3)
  })
})

function lineLike(line: Partial<ChatLine>): ChatLine {
  return {
    seq: 1,
    at: START,
    item: null,
    who: AROHA,
    name: '',
    text: '',
    reply: null,
    reactions: [],
    state: 'said',
    ...line,
  }
}
