/** A past gathering out of a saved chat and its running order. */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { roomFrom } from '#slices/room/index.ts'
import { readChat } from './chat-file.ts'
import { chatOf } from './minutes-chat.ts'
import { minutesOf } from './minutes.ts'
import { emptyOrder, type Order, readOrder } from './order-file.ts'
import { pastOf } from './past.ts'

const placed = { date: '2026-12-03', zone: 'Europe/Amsterdam' }
const TEXT = `[18:55] Joost van Dalen : is this on?
[19:02] MAREN SOLHEIM : good evening
[19:20] Joost van Dalen : see https://lantern.example/keys
[19:41] Joost van Dalen : bye`
const ORDER = `# what we know
purpose: Who keeps the keys
facilitators: Maren Solheim
19:00 Context: Welcome (Maren Solheim) 10 min
19:15 Panel: Who holds them? (Chiara Bellandi, Joost van Dalen) 20 min
Break 5 min
19:40 Wrap-up`

function orderOf(text: string): Order {
  const read = readOrder(text)
  assert.ok('order' in read, JSON.stringify(read))
  return read.order
}

function minutesFrom(text: string, order: Order) {
  const chat = readChat(text, placed)
  let made = 0
  const past = pastOf({
    chat,
    order,
    placed,
    file: { name: 'chat.txt', sha256: 'a'.repeat(64) },
    newId: (prefix) => `${prefix}_${(made += 1)}`,
  })
  const call = {
    title: 'Keys',
    zone: placed.zone,
    startsAt: past.startsAt,
    facilitators: past.facilitators,
    items: past.items,
  }
  const facts = [{ kind: 'room.opened', data: { call, when: past.startsAt } }, ...past.facts]
  const room = roomFrom(
    facts.map(({ kind, data }, i) => ({
      seq: i + 1,
      at: '2030-01-01T00:00:00.000Z',
      kind,
      data: data as Record<string, unknown>,
    })),
  )
  const lines = chatOf(room)
  const source = {
    kind: 'chat-file' as const,
    file: 'chat.txt',
    sha256: 'a'.repeat(64),
    grammar: chat.grammar,
    lines: chat.lines,
    unread: 0,
    cleared: [],
  }
  const record = { topic: 't', seq: 1, head: '', seal: null }
  return minutesOf(room, lines, { gathering: 'gth_x', source, record })
}

suite('a running order in plain text', () => {
  test('is read as people write it', () => {
    assert.deepEqual(
      orderOf(ORDER).items.map(({ at, kind, title, owners, minutes }) => [
        at,
        kind,
        title,
        owners.length,
        minutes,
      ]),
      [
        ['19:00', 'context', 'Welcome', 1, 10],
        ['19:15', 'panel', 'Who holds them?', 2, 20],
        [null, 'break', 'Break', 0, 5],
        ['19:40', 'wrap-up', 'Wrap-up', 0, 0],
      ],
    )
  })
  test('may be JSON, and a line that cannot be read is named', () => {
    assert.equal(orderOf('[{"title":"Talk","at":"9:05"}]').items[0]?.at, '09:05')
    assert.deepEqual(readOrder('19:00 Talk: a\n25:61 '.concat('x'.repeat(400))), {
      unread: { line: 2, text: '25:61 '.concat('x'.repeat(400)) },
    })
  })
})

suite('the minutes of a saved chat', () => {
  const minutes = minutesFrom(TEXT, orderOf(ORDER))

  test('put each line to the item that ran, and what came before to none', () => {
    assert.deepEqual(
      minutes.items.map(({ title, state, chatLines }) => [title, state, chatLines]),
      [
        ['Welcome', 'held', 1],
        ['Who holds them?', 'held', 1],
        ['Break', 'not-reached', 0],
        ['Wrap-up', 'held', 1],
      ],
    )
    assert.equal(minutes.chat.lines, 4)
    assert.deepEqual(minutes.held, {
      from: '2026-12-03T18:00:00.000Z',
      till: '2026-12-03T18:41:00.000Z',
    })
  })
  test('name a facilitator of the order as the same person as in the chat', () => {
    assert.deepEqual(
      minutes.people.map(({ name, roles, stays }) => [name, roles, stays]),
      [
        ['Joost van Dalen', [], []],
        ['MAREN SOLHEIM', ['facilitator'], []],
      ],
    )
    assert.equal(minutes.items[1]?.owners[1]?.who, minutes.people[0]?.who)
  })
  test('without an order hold the whole chat, from its first line to its last', () => {
    const bare = minutesFrom(TEXT, emptyOrder)
    assert.equal(bare.chat.lines, 4)
    assert.equal(bare.held.from, '2026-12-03T17:55:00.000Z')
    assert.equal(bare.links.length, 1)
  })
  test('of an empty file are empty, not broken', () => {
    assert.equal(minutesFrom('', emptyOrder).chat.lines, 0)
  })
})
