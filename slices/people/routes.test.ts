/** How somebody comes in, and how nobody else does. */
import assert from 'node:assert/strict'
import { after, suite, test } from 'node:test'
import { sql } from 'kysely'
import { MINUTE } from '#kernel/clock.ts'
import { entriesOf } from '#kernel/record.ts'
import { BROWSER_COOKIE, hashToken, SESSION_COOKIE } from '#kernel/session.ts'
import type { Browser } from '#testing/browser.ts'
import { openTestHall } from '#testing/hall.ts'
import { foundedHall, somebody } from '#testing/people.ts'
import { codeIn, openPost } from '#testing/post.ts'
import { enterAsGuest, guestOf, inviteAddress, namesOf, shownName } from './index.ts'
import { listPeople, makeWayBack } from './api/others.ts'
import { readLink, askForCode, signInWithCode, signOut, takeLink } from './api/sign-in.ts'
import {
  askToMove,
  changeMe,
  endOtherSessions,
  endSession,
  eraseMe,
  keepWords,
  listSessions,
  moveAddress,
  takeData,
  whoAmI,
} from './api/me.ts'

const post = await openPost()
const hall = await openTestHall({ config: { smtpUrl: post.url } })
after(async () => {
  await hall.close()
  await post[Symbol.asyncDispose]()
})
const { maren } = await foundedHall(hall)

let count = 0
/** Somebody with an address of their own and no session. */
async function newcomer() {
  count += 1
  const person = await somebody(hall, `Joost van Dalen ${count}`)
  return { ...person, browser: hall.browser() }
}

async function codeFor(browser: Browser, email: string, nr = 1): Promise<string> {
  await browser.call(askForCode, { body: { email } })
  return codeIn(await post.lettersTo(email, nr))
}

const wrong = (code: string, by = 1) => String((Number(code) + by) % 1_000_000).padStart(6, '0')

suite('signing in with a code', () => {
  test('a person asks, reads the mail and is in', async () => {
    const { browser, email, id } = await newcomer()
    const code = await codeFor(browser, email)
    const entered = await browser.call(signInWithCode, {
      body: { email: email.toUpperCase(), code: `${code.slice(0, 3)} ${code.slice(3)}` },
    })
    assert.deepEqual(entered, { person: id, fresh: false, kept: 0 })
    const me = await browser.call(whoAmI)
    assert.equal(me.person?.id, id)
    const mail = await post.lettersTo(email)
    assert.equal(mail.subject, `${code} is your code for Quillmarsh Commons`)
    assert.match(mail.text ?? '', /within ten minutes/)
  })

  test('a code works once', async () => {
    const { browser, email } = await newcomer()
    const code = await codeFor(browser, email)
    await browser.call(signInWithCode, { body: { email, code } })
    await browser.call(signOut)
    const problem = await browser.refused(signInWithCode, { body: { email, code } })
    assert.equal(problem.name, 'code-expired')
    assert.equal((await browser.call(whoAmI)).person, null)
  })

  test('a code is over after ten minutes', async () => {
    const { browser, email } = await newcomer()
    const code = await codeFor(browser, email)
    hall.clock.pass(10 * MINUTE)
    const problem = await browser.refused(signInWithCode, { body: { email, code } })
    assert.equal(problem.name, 'code-expired')
  })

  test('after five wrong tries even the right code is refused', async () => {
    const { browser, email } = await newcomer()
    const code = await codeFor(browser, email)
    const names: string[] = []
    for (let nr = 1; nr <= 5; nr++) {
      const body = { email, code: wrong(code, nr) }
      const problem = await browser.refused(signInWithCode, { body })
      names.push(`${problem.name} ${problem['left'] ?? ''}`.trim())
    }
    assert.deepEqual(names, [
      'code-wrong 4',
      'code-wrong 3',
      'code-wrong 2',
      'code-wrong 1',
      'code-spent',
    ])
    const problem = await browser.refused(signInWithCode, { body: { email, code } })
    assert.equal(problem.name, 'code-spent')
    assert.match(problem.title, /Ask for a new one/)
  })

  test('five tries sent at once are still five', async () => {
    const { browser, email } = await newcomer()
    const code = await codeFor(browser, email)
    const tries = Array.from({ length: 20 }, (_, nr) =>
      browser.refused(signInWithCode, { body: { email, code: wrong(code, nr + 1) } }),
    )
    const names = (await Promise.all(tries)).map(({ name }) => name)
    assert.equal(names.filter((name) => name === 'code-wrong').length, 4)
    const problem = await browser.refused(signInWithCode, { body: { email, code } })
    assert.equal(problem.name, 'code-spent')
  })

  test('a stranger who knows the address can neither use nor burn the code', async () => {
    const { browser, email } = await newcomer()
    const code = await codeFor(browser, email)
    const stranger = hall.browser()
    await stranger.call(askForCode, { body: { email } })
    await post.lettersTo(email, 2)
    for (let nr = 0; nr < 8; nr++) await stranger.refused(signInWithCode, { body: { email, code } })
    const other = hall.browser()
    assert.equal(
      (await other.refused(signInWithCode, { body: { email, code } })).name,
      'code-wrong',
    )
    await browser.call(signInWithCode, { body: { email, code } })
  })

  test('a stranger who asks on and on is slowed, and the owner is not', async () => {
    const { browser, email } = await newcomer()
    const stranger = hall.browser()
    for (let nr = 0; nr < 3; nr++) await stranger.call(askForCode, { body: { email } })
    const problem = await stranger.refused(askForCode, { body: { email } })
    assert.equal(problem.name, 'asked-often')
    assert.equal(problem.status, 429)
    assert.equal(problem['wait'], 30)
    const code = await codeFor(browser, email, 4)
    await browser.call(signInWithCode, { body: { email, code } })
  })

  test('an address that nobody has meets the same answers, and gets no mail', async () => {
    const { email } = await newcomer()
    const answers = await Promise.all(
      [email, 'nobody.here@example.org'].map(async (address) => {
        const stranger = hall.browser()
        const asked = await stranger.fetch('/api/sign-in/codes', {
          method: 'POST',
          body: JSON.stringify({ email: address }),
          headers: { 'content-type': 'application/json' },
        })
        const tried = await stranger.refused(signInWithCode, {
          body: { email: address, code: '000000' },
        })
        const headers = [...asked.headers.keys()].toSorted()
        return { status: asked.status, body: await asked.text(), headers, tried }
      }),
    )
    assert.deepEqual(answers[0], answers[1])
    await post.lettersTo(email)
    const strangers = post.mails.filter(({ raw }) => raw.includes('nobody.here'))
    assert.deepEqual(strangers, [])
  })

  test('an invited address becomes a person by its first code', async () => {
    const email = 'yuki.tanabe@example.org'
    const now = hall.clock.now()
    await hall.hall.transact((tx) =>
      inviteAddress(tx, { email, name: 'Yuki Tanabe', by: maren.id, now }),
    )
    const yuki = hall.browser()
    const code = await codeFor(yuki, email)
    assert.equal((await yuki.call(signInWithCode, { body: { email, code } })).fresh, true)
    assert.equal((await yuki.call(whoAmI)).person?.name, 'Yuki Tanabe')
  })
})

suite('sessions', () => {
  test('a session planted by somebody else is not the one that signing in gives', async () => {
    const attacker = await newcomer()
    const own = await codeFor(attacker.browser, attacker.email)
    await attacker.browser.call(signInWithCode, { body: { email: attacker.email, code: own } })
    const planted = attacker.browser.cookies.get(SESSION_COOKIE) ?? ''
    for (const token of [planted, 'x'.repeat(43)]) {
      const victim = await newcomer()
      victim.browser.cookies.set(SESSION_COOKIE, token)
      const code = await codeFor(victim.browser, victim.email)
      await victim.browser.call(signInWithCode, { body: { email: victim.email, code } })
      assert.notEqual(victim.browser.cookies.get(SESSION_COOKIE), token)
      assert.equal((await attacker.browser.call(whoAmI)).person, null)
    }
  })

  test('the database holds no token that could be used', async () => {
    const token = maren.browser.cookies.get(SESSION_COOKIE) ?? ''
    const rows = await hall.hall.db.selectFrom('sessions').selectAll().execute()
    assert.ok(rows.length > 0)
    assert.ok(!JSON.stringify(rows).includes(token))
    assert.ok(rows.every((row) => row.token.toString('base64url') !== token))
  })

  test('somebody sees where they are signed in, ends one, and is out there at once', async () => {
    const here = await newcomer()
    const first = await codeFor(here.browser, here.email)
    await here.browser.call(signInWithCode, { body: { email: here.email, code: first } })
    const phone = hall.browser()
    const second = await codeFor(phone, here.email, 2)
    await phone.call(signInWithCode, { body: { email: here.email, code: second } })
    const socket = await phone.listen({ [`person:${here.id}`]: 0 })

    const { sessions } = await here.browser.call(listSessions)
    assert.equal(sessions.length, 3)
    const other = await phone.call(listSessions)
    const session = other.sessions.find((one) => one.here)?.id
    assert.ok(session)
    await here.browser.call(endSession, { params: { session } })
    await socket.until(() => socket.closed === 4001)
    assert.equal((await phone.call(whoAmI)).person, null)
    assert.equal((await here.browser.call(endOtherSessions)).ended, 1)
    assert.equal((await here.browser.call(listSessions)).sessions.length, 1)
  })

  test('nobody ends a session of somebody else', async () => {
    const { sessions } = await maren.browser.call(listSessions)
    const session = sessions[0]?.id
    assert.ok(session)
    const other = await somebody(hall, 'Chiara Bellandi')
    const problem = await other.browser.refused(endSession, { params: { session } })
    assert.equal(problem.name, 'not-found')
  })

  test('a session is over after thirty days', async () => {
    await using later = await openTestHall()
    const oisin = await somebody(later, 'Oisín Farrelly')
    later.clock.pass(30 * 24 * 60 * MINUTE)
    assert.equal((await oisin.browser.call(whoAmI)).person, null)
    assert.equal((await oisin.browser.refused(changeMe, { body: { name: 'x' } })).status, 401)
  })
})

suite('a profile', () => {
  test('takes a name in any script, a zone and how to be addressed', async () => {
    const lina = await somebody(hall, 'Lina')
    const me = await lina.browser.call(changeMe, {
      body: { name: 'لينا الخطيب', zone: 'Asia/Beirut', addressed: 'she', locale: 'es' },
    })
    assert.deepEqual(me, {
      id: lina.id,
      name: 'لينا الخطيب',
      email: lina.email,
      zone: 'Asia/Beirut',
      addressed: 'she',
      locale: 'es',
    })
  })

  const table: [string, Record<string, unknown>][] = [
    ['a name of 10,000 characters', { name: 'x'.repeat(10_000) }],
    ['a name with a bidi override', { name: 'Maren\u202e' }],
    ['a name with a line break', { name: 'Maren\nSolheim' }],
    ['an empty name', { name: '\u200b' }],
    ['a zone that is none', { zone: 'Mars/Olympus' }],
    ['a language that is not here', { locale: 'tlh' }],
  ]
  for (const [what, body] of table) {
    test(`refuses ${what}`, async () => {
      const answer = await maren.browser.fetch('/api/me', {
        method: 'PATCH',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      })
      assert.equal(answer.status, 422)
    })
  }

  test('moves to another address by a code sent there, and the old one is told', async () => {
    const devika = await somebody(hall, 'Devika Rao')
    const email = 'devika@lantern.example.org'
    await devika.browser.call(askToMove, { body: { email } })
    const code = codeIn(await post.lettersTo(email))
    const me = await devika.browser.call(moveAddress, { body: { email, code } })
    assert.equal(me.email, email)
    assert.match((await post.lettersTo(devika.email)).subject ?? '', /another mail address/)
  })

  test('cannot move to an address that somebody has, and does not learn that it is so', async () => {
    const tomasz = await somebody(hall, 'Tomasz Wrona')
    const { minutes } = await tomasz.browser.call(askToMove, { body: { email: maren.email } })
    assert.equal(minutes, 10)
    const body = { email: maren.email, code: '000000' }
    assert.equal((await tomasz.browser.refused(moveAddress, { body })).name, 'code-wrong')
  })
})

suite('guests', () => {
  const gathering = 'gth_assembly'
  const now = hall.clock.now()
  const come = (browser: string, name: string) =>
    hall.hall.transact((tx) => enterAsGuest(tx, { gathering, browser, name, now }))

  test('the same browser comes back as the same guest, also under another name', async () => {
    const first = await come('b1', 'Aroha')
    assert.equal((await come('b1', 'Aroha')).id, first.id)
    const renamed = await come('b1', 'Aroha Ngata')
    assert.deepEqual(renamed, { ...first, name: 'Aroha Ngata' })
  })

  test('fifty people of one name, all at once, are told apart', async () => {
    const guests = await Promise.all(
      Array.from({ length: 50 }, (_, nr) => come(`many${nr}`, nr % 2 ? 'María' : 'maria')),
    )
    assert.equal(new Set(guests.map(({ number }) => number)).size, 50)
    const names = await namesOf(
      hall.hall.db,
      guests.map(({ id }) => id),
    )
    const shown = [...names.values()].map((name) => shownName(name).toLowerCase())
    assert.equal(new Set(shown).size, 50)
  })

  test('one who signs up keeps what they wrote, and the browser may enter anew', async () => {
    const ngozi = hall.browser()
    const email = 'ngozi.adeyemi@example.org'
    await ngozi.call(askForCode, { body: { email } })
    const browser = browserHash(ngozi)
    const guest = await come(browser, 'Ngozi Adeyemi')
    assert.deepEqual((await ngozi.call(whoAmI)).guests, ['Ngozi Adeyemi'])
    const code = await codeFor(ngozi, email)
    const entered = await ngozi.call(signInWithCode, { body: { email, code } })
    assert.equal(entered.fresh, true)
    assert.equal(entered.kept, 1)
    await ngozi.call(changeMe, { body: { name: 'Ngozi A.' } })
    const names = await namesOf(hall.hall.db, [guest.id])
    assert.deepEqual(names.get(guest.id), {
      name: 'Ngozi A.',
      number: 1,
      kind: 'person',
      former: false,
    })
    assert.equal(await guestOf(hall.hall.db, gathering, browser), null)
    assert.notEqual((await come(browser, 'Somebody')).id, guest.id)
  })

  test('a member who was a guest first can say so', async () => {
    const { browser, email } = await newcomer()
    const code = await codeFor(browser, email)
    await come(browserHash(browser), 'Joost')
    const entered = await browser.call(signInWithCode, { body: { email, code } })
    assert.equal(entered.kept, 0)
    assert.equal((await browser.call(keepWords)).kept, 1)
    assert.equal((await browser.call(keepWords)).kept, 0)
  })
})

function browserHash(browser: Browser): string {
  return hashToken(browser.cookies.get(BROWSER_COOKIE) ?? '').toString('hex')
}

suite('who has lost their mail', () => {
  test('comes back by a one-time link from a steward, and the old mail is told', async () => {
    const chiara = await somebody(hall, 'Chiara Bellandi the second')
    const { link } = await maren.browser.call(makeWayBack, { params: { person: chiara.id } })
    const told = await post.lettersTo(chiara.email)
    assert.match(told.text ?? '', /Maren Solheim, a steward of Quillmarsh Commons/)
    const token = link.split('#')[1] ?? ''
    assert.ok(!told.raw.includes(token))

    const fresh = hall.browser()
    const stands = await fresh.call(readLink, { body: { token } })
    assert.equal(stands.kind, 'way-back')
    assert.equal((await fresh.call(takeLink, { body: { token } })).person, chiara.id)
    assert.equal((await chiara.browser.call(whoAmI)).person, null)
    const again = await hall.browser().refused(takeLink, { body: { token } })
    assert.equal(again.name, 'link-over')
    assert.equal(again.status, 410)
  })

  test('only a steward makes such a link or sees the addresses of all', async () => {
    const other = await somebody(hall, 'Pedal Post')
    const params = { person: maren.id }
    assert.equal((await other.browser.refused(makeWayBack, { params })).status, 403)
    assert.equal((await other.browser.refused(listPeople)).status, 403)
    assert.equal((await hall.browser().refused(listPeople)).status, 401)
    assert.ok((await maren.browser.call(listPeople)).people.length > 1)
  })
})

/** Every row of every table of ours, as text. */
async function dump(): Promise<string> {
  const { rows } = await sql<{ name: string }>`select format('%I', table_name) as name
    from information_schema.tables where table_schema = 'public'`.execute(hall.hall.db)
  const texts = rows.map(async ({ name }) => {
    const all = await sql<{ text: string | null }>`
      select string_agg(to_jsonb(t)::text, ' ') as text from ${sql.raw(name)} t`.execute(
      hall.hall.db,
    )
    return all.rows[0]?.text ?? ''
  })
  return (await Promise.all(texts)).join('\n')
}

suite('leaving', () => {
  test('erases the person, and the facts stay with "a former member"', async () => {
    const joost = await somebody(hall, 'Joost Who Leaves')
    await joost.browser.call(changeMe, { body: { addressed: 'he' } })
    const socket = await joost.browser.listen({ [`person:${joost.id}`]: 0 })
    await joost.browser.call(eraseMe)
    await socket.until(() => socket.closed === 4001)
    assert.equal((await joost.browser.call(whoAmI)).person, null)
    const names = await namesOf(hall.hall.db, [joost.id])
    assert.equal(names.get(joost.id)?.name, 'a former member')
    const everything = await dump()
    assert.match(everything, /Maren Solheim/)
    assert.ok(!everything.includes('Joost Who Leaves'))
    assert.ok(!everything.includes(joost.email))
    const entries = await entriesOf(hall.hall.db, `person:${joost.id}`)
    assert.ok(entries.some(({ kind }) => kind === 'person.erased'))
  })

  test('somebody erased cannot come back by code or link', async () => {
    const gone = await somebody(hall, 'Gone For Good')
    const { link } = await maren.browser.call(makeWayBack, { params: { person: gone.id } })
    await gone.browser.call(eraseMe)
    const token = link.split('#')[1] ?? ''
    assert.equal((await hall.browser().refused(takeLink, { body: { token } })).name, 'link-over')
  })

  test('the last steward cannot leave the co-op without one', async () => {
    const problem = await maren.browser.refused(eraseMe)
    assert.equal(problem.name, 'last-steward')
    assert.equal((await maren.browser.call(whoAmI)).person?.name, 'Maren Solheim')
  })
})

suite('own data', () => {
  test('is given as JSON and as a page, with all that one did', async () => {
    const maria = await somebody(hall, 'Maria Fernanda Albuquerque de Vasconcelos-Lindqvist')
    await maria.browser.call(changeMe, { body: { addressed: '<b>Maria</b>' } })
    const data = JSON.stringify(await maria.browser.call(takeData))
    assert.match(data, /person\.changed/)
    assert.match(data, /Vasconcelos-Lindqvist/)
    const page = await maria.browser.fetch('/api/me/data.html')
    const html = await page.text()
    assert.match(page.headers.get('content-type') ?? '', /text\/html/)
    assert.match(html, /What Quillmarsh Commons holds of me/)
    assert.ok(!html.includes('<b>Maria</b>'))
    assert.ok(html.includes('&lt;b&gt;Maria&lt;/b&gt;'))
  })

  test('of a guest is what the guest of this browser did, and nobody else', async () => {
    const data = await hall.browser().call(takeData)
    assert.deepEqual([data['person'], data['guests'], data['did']], [null, [], []])
  })
})

test('nothing broke behind our backs', () => {
  assert.deepEqual(hall.errors, [])
})
