/** The commands in the terminal, on a hall of their own. */
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { after, test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { readConfig } from '#kernel/config.ts'
import type { Command } from '#kernel/slice.ts'
import { importNoteCommand } from '#slices/notes/routes/commands.ts'
import { openTestHall } from '#testing/hall.ts'
import { openSessionFile, withoutOpenSession } from '#testing/open-session.ts'
import { foundedHall } from '#testing/people.ts'
import { readMinutes } from '../api.ts'
import { Minutes } from '../rules/document.ts'
import { packed } from '../rules/zip.ts'
import { importCommand } from './commands.ts'
import { verifyZipCommand } from './verify-command.ts'

const hall = await openTestHall()
const folder = mkdtempSync(join(tmpdir(), 'minutes-'))
after(async () => {
  rmSync(folder, { recursive: true })
  await hall.close()
})
const { maren } = await foundedHall(hall)
const CHAT = fileURLToPath(new URL('../rules/vectors/evening-3.0.txt', import.meta.url))
const WISH = ['--date', '2024-12-03', '--zone', 'Europe/Amsterdam', '--title', 'Saved']

async function typed(command: Command, ...args: string[]) {
  const said: string[] = []
  const config = readConfig({})
  const print = (text: string) => said.push(text)
  const code = await command.run({ args, config, open: async () => hall.hall, print })
  return { code, said: said.join('\n') }
}

test('an import answers numbers, what could not be read, and what became of every line', async () => {
  const { code, said } = await typed(importCommand, CHAT, ...WISH, '--json')
  assert.equal(code, 0, said)
  const answer = JSON.parse(said)
  assert.match(answer.gathering, /^gth_/)
  assert.deepEqual(
    [answer.lines, answer.messages, answer.people, answer.links, answer.unread, answer.again],
    [9, 3, 3, 0, [], false],
  )
  const again = await typed(importCommand, CHAT, ...WISH)
  assert.equal(again.code, 0)
  assert.match(again.said, /imported before.*Nothing was changed/)
})

test('what is missing or wrong is said, and nothing is imported', async () => {
  const order = join(folder, 'order.txt')
  writeFileSync(order, `19:00 Talk: a\n${'x'.repeat(400)}`)
  const bad = join(folder, 'bad.txt')
  writeFileSync(bad, new Uint8Array([91, 255, 254]))
  const cases: [string[], RegExp][] = [
    [[], /moothall import chat FILE/],
    [[CHAT, '--date', '2024-13-03', '--zone', 'UTC', '--title', 'x'], /--date/],
    [[CHAT, '--date', '2024-12-03', '--zone', 'Nowhere/At', '--title', 'x'], /--zone/],
    [[bad, ...WISH], /not valid UTF-8/],
  ]
  for (const [args, expected] of cases) {
    const { code, said } = await typed(importCommand, ...args)
    assert.equal(code, 1, said)
    assert.match(said, expected)
  }
  await assert.rejects(
    typed(importCommand, join(folder, 'none.txt'), ...WISH),
    /no file .*none\.txt/,
  )
  await assert.rejects(typed(verifyZipCommand, join(folder, 'none.zip')), /no file .*none\.zip/)
  const other = join(folder, 'other.txt')
  writeFileSync(other, '[10:00] Ann : hi')
  const unread = await typed(importCommand, other, ...WISH, '--running-order', order)
  assert.match(unread.said, /Line 2 of the running order/)
})

test('a zip of minutes is verified without a hall, and a changed word is found', async () => {
  const again = JSON.parse((await typed(importCommand, CHAT, ...WISH, '--json')).said)
  const answer = await maren.browser.fetch(`/api/minutes/${again.minutes}/files/minutes.zip`)
  const bytes = new Uint8Array(await answer.arrayBuffer())
  const zip = join(folder, 'minutes.zip')
  writeFileSync(zip, bytes)
  const whole = await typed(verifyZipCommand, zip)
  assert.equal(whole.code, 0, whole.said)
  assert.match(whole.said, /Everything fits: “Saved”, a draft, not approved, 3 lines of chat/)
  const files = Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, text]) => [name, strFromU8(text)]),
  )
  const forged = { ...files, 'chat.jsonl': (files['chat.jsonl'] ?? '').replace('Good', 'Bad') }
  writeFileSync(zip, packed(forged))
  const broken = await typed(verifyZipCommand, zip, '--json')
  assert.equal(broken.code, 1)
  assert.deepEqual(JSON.parse(broken.said), { whole: false, fault: 'chat-differs' })
})

const SESSION_ORDER = [
  '13:45 Talk: 4 Models of governance (Tom Weir)',
  '14:05 Panel: Ramon Diaz - May First Movement Technology (Ramon Diaz, Chiara Lind)',
  '14:45 Talk: Joost Meet.Coop (Joost Verhoeven)',
].join('\n')

test(
  'the open session: its chat, then its crowd notes, are one page of minutes',
  { skip: withoutOpenSession },
  async () => {
    const order = join(folder, 'session.txt')
    writeFileSync(order, SESSION_ORDER)
    const wish = ['--date', '2020-06-12', '--zone', 'Europe/London', '--title', 'Open session']
    const chat = [openSessionFile('chat.txt'), ...wish, '--running-order', order, '--json']
    const { gathering, messages, unread } = JSON.parse((await typed(importCommand, ...chat)).said)
    assert.deepEqual([messages, unread], [285, []])
    const notes = [openSessionFile('crowd-notes.md'), '--gathering', gathering, '--json']
    assert.deepEqual(JSON.parse((await typed(importNoteCommand, ...notes)).said).left, [])

    const { told } = await maren.browser.call(readMinutes, { params: { minutes: gathering } })
    assert.deepEqual(
      told.items.map(({ title, by, chatLines, note }) => [
        title,
        by,
        chatLines,
        note?.markdown.slice(0, 24) ?? null,
      ]),
      [
        ['Before and between', '', 50, null],
        ['4 Models of governance', 'Tom Weir', 33, 'Classic free-libre open-'],
        [
          'Ramon Diaz - May First Movement Technology',
          'Ramon Diaz and Chiara Lind',
          72,
          '- Left leaning, cooperat',
        ],
        ['Joost Meet.Coop', 'Joost Verhoeven', 130, '- Loaded this Meet.Coop '],
      ],
    )
    assert.match(told.note?.markdown ?? '', /^OPEN 2020 A new platform co-op/)
    const links = told.links.map(({ address, said }) => `${address} ${said}`)
    assert.equal(links.length, 39)
    const upAndGo = links.filter((one) => one.includes('upandgo'))
    assert.deepEqual(upAndGo, [
      'https://www.upandgo.coop/ Nico Adler, 14:04, in 4 Models of governance',
    ])
    assert.ok(links.includes('https://disco.coop/ in the notes, in Joost Meet.Coop'))

    const answer = await maren.browser.fetch(`/api/minutes/${gathering}/files/minutes.json`)
    const { note, items } = Minutes.parse(await answer.json())
    const blocks = [note, ...items.map((item) => item.note)].map((part) => part?.length ?? 0)
    assert.equal(
      blocks.reduce((sum, count) => sum + count, items.length),
      71,
    )
  },
)
