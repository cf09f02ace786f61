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
import { openTestHall } from '#testing/hall.ts'
import { foundedHall } from '#testing/people.ts'
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
