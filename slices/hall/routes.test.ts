/** The first five minutes of a hall, and what its stewards see. */
import assert from 'node:assert/strict'
import { after, suite, test } from 'node:test'
import { MINUTE } from '#kernel/clock.ts'
import { entriesOf } from '#kernel/record.ts'
import { setSetting } from '#kernel/settings.ts'
import { forgetSecrets } from '#kernel/mail.ts'
import { invite } from '#slices/circles/api/invitations.ts'
import { myCircles } from '#slices/circles/api.ts'
import { askForCode, signInWithCode, takeLink } from '#slices/people/api/sign-in.ts'
import { whoAmI } from '#slices/people/api/me.ts'
import { openTestHall } from '#testing/hall.ts'
import { foundedHall, somebody } from '#testing/people.ts'
import { checkOpening, openHall, readHall } from './api/opening.ts'
import { dropLetter, readHouse, readOutbox, showLetter } from './api/stewards.ts'
import { announce, stewardLink } from './commands.ts'

const opening = {
  name: 'Wool Loft',
  zone: 'Europe/Dublin',
  steward: { name: 'Oisín Farrelly', email: 'Oisin@Loft.example.org' },
}

const tokenIn = (text: string) => /#([\w-]+)/.exec(text)?.[1] ?? ''

suite('a new hall', () => {
  test('is opened once, by the link from the terminal, and its steward is in', async () => {
    await using hall = await openTestHall()
    const oisin = hall.browser()
    assert.equal((await oisin.call(readHall)).opened, false)
    const first = tokenIn((await announce(hall.hall)).join('\n'))
    const token = tokenIn((await announce(hall.hall)).join('\n'))
    assert.equal((await oisin.refused(checkOpening, { body: { token: first } })).status, 410)
    await oisin.call(checkOpening, { body: { token } })
    const { coop } = await oisin.call(openHall, { body: { token, ...opening } })
    assert.equal((await oisin.call(whoAmI)).person?.email, 'oisin@loft.example.org')
    const mine = await oisin.call(myCircles)
    assert.deepEqual(mine.coop, { id: coop, name: 'Wool Loft', zone: 'Europe/Dublin' })
    assert.equal(mine.steward, true)
    assert.deepEqual(await announce(hall.hall), [])
    const again = await hall.browser().refused(openHall, { body: { token, ...opening } })
    assert.equal(again.name, 'opening-over')
    assert.match(again.title, /npx moothall steward-link/)
    assert.deepEqual(hall.errors, [])
  })

  test('that two people open at once is opened by one of them', async () => {
    await using hall = await openTestHall()
    const token = tokenIn((await announce(hall.hall)).join('\n'))
    const both = await Promise.allSettled(
      [1, 2].map(() => hall.browser().call(openHall, { body: { token, ...opening } })),
    )
    assert.equal(both.filter(({ status }) => status === 'fulfilled').length, 1)
    assert.deepEqual(hall.errors, [])
  })

  test('opens to nobody who guesses', async () => {
    await using hall = await openTestHall()
    await announce(hall.hall)
    const body = { token: 'x'.repeat(43), ...opening }
    assert.equal((await hall.browser().refused(openHall, { body })).status, 410)
  })
})

suite('a steward who has lost every way in', () => {
  test('gets a one-time link in the terminal', async () => {
    await using hall = await openTestHall()
    const { maren } = await foundedHall(hall)
    const said: string[] = []
    const given = {
      config: hall.hall.config,
      open: async () => hall.hall,
      print: (text: string) => void said.push(text),
    }
    assert.equal(await stewardLink.run({ ...given, args: [] }), 0)
    assert.match(said.join('\n'), /Maren Solheim comes in, once/)
    const fresh = hall.browser()
    await fresh.call(takeLink, { body: { token: tokenIn(said.join('\n')) } })
    assert.equal((await fresh.call(whoAmI)).person?.id, maren.id)
    await assert.rejects(
      () => stewardLink.run({ ...given, args: ['nobody@example.org'] }),
      /No steward has the address nobody@example.org/,
    )
  })
})

suite('the outbox', async () => {
  const hall = await openTestHall()
  after(() => hall.close())
  const { coop, maren } = await foundedHall(hall)
  const joost = await somebody(hall, 'Joost van Dalen', { circles: [coop] })
  const phone = hall.browser()

  async function codeLetter() {
    for (;;) {
      const { mails } = await maren.browser.call(readOutbox)
      const found = mails.find(({ to, secret }) => secret && to === joost.email)
      if (found) return found
    }
  }

  test('is for stewards only', async () => {
    assert.equal((await joost.browser.refused(readOutbox)).status, 403)
    assert.equal((await hall.browser().refused(readOutbox)).status, 401)
    assert.equal((await joost.browser.refused(readHouse)).status, 403)
  })

  test('masks a code; showing it is a deed that the other stewards can see', async () => {
    await phone.call(askForCode, { body: { email: joost.email } })
    const letter = await codeLetter()
    assert.equal(letter.subject, '•••••• is your code for Quillmarsh Commons')
    assert.doesNotMatch(letter.body ?? '', /\d{6}/)
    const params = { mail: letter.id }
    assert.equal((await joost.browser.refused(showLetter, { params })).status, 403)
    const { body } = await maren.browser.call(showLetter, { params })
    const code = /Your code is (\d{6})/.exec(body)?.[1] ?? ''
    await phone.call(signInWithCode, { body: { email: joost.email, code } })
    const entries = await entriesOf(hall.hall.db, 'hall:stewards')
    assert.deepEqual(
      entries.map(({ kind, actor, data }) => [kind, actor, data['mail']]),
      [['letter.shown', maren.id, letter.id]],
    )
    const listener = await joost.browser.listen({ 'hall:stewards': 0 })
    assert.ok(listener.refused('hall:stewards'))
  })

  test('forgets the text of a code after a quarter of an hour', async () => {
    const letter = await codeLetter()
    hall.clock.pass(16 * MINUTE)
    const params = { mail: letter.id }
    assert.equal((await maren.browser.refused(showLetter, { params })).name, 'letter-over')
    await hall.hall.transact((tx) => forgetSecrets(tx, hall.clock.now()))
    assert.equal((await codeLetter()).body, null)
  })

  test('masks the link of an invitation, and lets go of what was handed over', async () => {
    const people = [{ email: 'chiara@bakehouse.example.org' }]
    await maren.browser.call(invite, { params: { circle: coop }, body: { people } })
    const { mails, leaves } = await maren.browser.call(readOutbox)
    assert.equal(leaves, false)
    const [letter] = mails
    assert.ok(letter)
    assert.match(letter.body ?? '', /link#••••••/)
    const params = { mail: letter.id }
    const { body } = await maren.browser.call(showLetter, { params })
    const chiara = hall.browser()
    await chiara.call(takeLink, { body: { token: tokenIn(body), name: 'Chiara Bellandi' } })
    await maren.browser.call(dropLetter, { params })
    assert.equal((await maren.browser.refused(dropLetter, { params })).name, 'not-found')
  })

  test('and the house are counted for stewards, with the last backup', async () => {
    const before = await maren.browser.call(readHouse)
    assert.equal(before.backup, null)
    assert.equal(before.people, 3)
    assert.deepEqual(before.mail, { leaves: false, waiting: 1 })
    assert.equal(before.media.is, 'off')
    const last = { at: hall.clock.now(), rows: 120, bytes: 4000, files: 0 }
    await hall.hall.transact((tx) => setSetting(tx, 'backup.last', last))
    const later = await maren.browser.call(readHouse)
    assert.deepEqual(later.backup, { at: last.at, rows: 120, bytes: 4000 })
    assert.ok(later.entries > 0)
    assert.deepEqual(hall.errors, [])
  })
})
