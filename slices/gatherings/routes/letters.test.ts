import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import ICAL from 'ical.js'
import type { ParsedMail } from 'mailparser'
import { runTimer } from '#kernel/jobs.ts'
import { changeProfile } from '#slices/people/index.ts'
import { called } from '#testing/gatherings.ts'
import { openTestHall } from '#testing/hall.ts'
import { foundedHall, somebody } from '#testing/people.ts'
import { openPost } from '#testing/post.ts'
import * as api from '../api.ts'
import { timers } from '../timers.ts'

const post = await openPost()
const hall = await openTestHall({ now: '2026-11-24T10:00:00.000Z', config: { smtpUrl: post.url } })
after(async () => {
  await hall.close()
  await post[Symbol.asyncDispose]()
})
const { coop, maren } = await foundedHall(hall)

type Mail = ParsedMail & { raw: string }

function calendarIn(mail: Mail): { method: unknown; event: ICAL.Component } {
  const part = mail.attachments.find(({ contentType }) => /calendar|ics/.test(contentType))
  const calendar = new ICAL.Component(ICAL.parse(part?.content.toString('utf8') ?? ''))
  const event = calendar.getFirstSubcomponent('vevent')
  assert.ok(event)
  return { method: calendar.getFirstPropertyValue('method'), event }
}

const linkIn = (mail: Mail): string => /\/i\/[\w-]{43}/.exec(mail.text ?? '')?.[0] ?? 'no link'

async function invite(gathering: `gth_${string}`, email: string, name: string) {
  const body = { people: [{ email, name }] }
  await maren.browser.call(api.inviteToGathering, { params: { gathering }, body })
}

async function remind(): Promise<void> {
  const timer = timers.find(({ name }) => name === 'gatherings.remind')
  assert.ok(timer)
  await runTimer(hall.hall, timer)
}

test('whoever is invited gets a letter that calendars understand', async () => {
  const gathering = await called(maren.browser, coop)
  await invite(gathering, 'devika@lantern.example', 'Devika Rao')
  const mail = await post.lettersTo('devika@lantern.example')
  assert.equal(mail.subject, 'Invitation: Who keeps the keys?, Thursday 3 December 2026')
  assert.match(mail.text ?? '', /Thursday 3 December 2026, 19:00 to 21:05 \(Amsterdam\)/)
  assert.match(mail.raw, /Content-Type: text\/calendar; charset=utf-8; method=REQUEST/i)
  const { method, event } = calendarIn(mail)
  const attendee = event.getFirstProperty('attendee')
  assert.equal(method, 'REQUEST')
  assert.equal(event.getFirstPropertyValue('uid'), `${gathering}@localhost`)
  assert.equal(event.getFirstPropertyValue('sequence'), 0)
  assert.equal(attendee?.getFirstParameter('partstat'), 'NEEDS-ACTION')
  assert.equal(String(event.getFirstPropertyValue('url')), `${hall.origin}${linkIn(mail)}`)
})

test('all members of the circle are invited, each in their own language and zone', async () => {
  const aroha = await somebody(hall, 'Aroha Ngata', { circles: [coop] })
  await hall.hall.transact((tx) =>
    changeProfile(tx, aroha.id, { locale: 'es', zone: 'Pacific/Chatham' }, hall.clock.now()),
  )
  const gathering = await called(maren.browser, coop)
  const params = { gathering }
  const { invited } = await maren.browser.call(api.inviteToGathering, {
    params,
    body: { circle: true },
  })
  assert.equal(invited, 2)
  const mail = await post.lettersTo(aroha.email)
  assert.match(mail.text ?? '', /7:45/)
  assert.match(mail.text ?? '', /Chatham/)
  assert.match(mail.text ?? '', /Amsterdam/)
  assert.match(mail.raw, /Content-Language: es/i)
  const again = await maren.browser.call(api.inviteToGathering, { params, body: { circle: true } })
  assert.equal(again.invited, 0)
})

test('a new time and a cancellation reach the calendar as newer words for the same event', async () => {
  const gathering = await called(maren.browser, coop)
  const params = { gathering }
  const to = 'joost@pedal.example'
  await invite(gathering, to, 'Joost van Dalen')
  const first = calendarIn(await post.lettersTo(to))
  await maren.browser.call(api.changeGathering, { params, body: { starts: '2026-12-04T20:00' } })
  const changed = calendarIn(await post.lettersTo(to, 2))
  const body = { reason: 'Snow' }
  await maren.browser.call(api.cancelGathering, { params, body })
  const mail = await post.lettersTo(to, 3)
  const gone = calendarIn(mail)
  const words = [first, changed, gone].map(({ method, event }) => [
    method,
    event.getFirstPropertyValue('sequence'),
    event.getFirstPropertyValue('status'),
  ])
  assert.deepEqual(words, [
    ['REQUEST', 0, 'CONFIRMED'],
    ['REQUEST', 1, 'CONFIRMED'],
    ['CANCEL', 2, 'CANCELLED'],
  ])
  assert.match(mail.text ?? '', /Why: Snow/)
  const uids = [first, changed, gone].map(({ event }) => event.getFirstPropertyValue('uid'))
  assert.equal(new Set(uids).size, 1)
})

test('the personal link answers without an account, and looking at it answers nothing', async () => {
  const gathering = await called(maren.browser, coop, { access: 'invited' })
  await invite(gathering, 'chiara@wool.example', 'Chiara Bellandi')
  const link = linkIn(await post.lettersTo('chiara@wool.example'))
  const browser = hall.browser()
  const looked = await browser.fetch(link)
  assert.equal(looked.headers.get('referrer-policy'), 'no-referrer')
  const seen = await looked.text()
  assert.match(seen, /Will you come, Chiara\?/)
  const params = { gathering }
  const before = await maren.browser.call(api.listInvited, { params })
  assert.equal(before.invited[0]?.answer, null)
  const answered = await browser.fetch(link, {
    method: 'POST',
    body: new URLSearchParams({ answer: 'yes' }),
  })
  assert.equal(answered.status, 303)
  assert.match(await (await browser.fetch(link)).text(), /You said yes on/)
  const then = await maren.browser.call(api.listInvited, { params })
  assert.equal(then.invited[0]?.answer, 'yes')
  assert.equal((await hall.browser().fetch(`/g/${gathering}`)).status, 404)
})

test('one is reminded once a day before and once a quarter before, and stops it in one click', async () => {
  const gathering = await called(maren.browser, coop, { starts: '2026-12-01T19:00' })
  const to = 'tomasz@lantern.example'
  const no = 'yuki@lantern.example'
  await invite(gathering, to, 'Tomasz Wrona')
  await invite(gathering, no, 'Yuki Tanabe')
  const declined = linkIn(await post.lettersTo(no))
  await hall.browser().fetch(declined, {
    method: 'POST',
    body: new URLSearchParams({ answer: 'no' }),
  })
  await post.lettersTo(to)
  hall.clock.set('2026-11-30T18:00:00.000Z')
  await remind()
  await remind()
  const day = await post.lettersTo(to, 2)
  assert.match(day.subject ?? '', /^Reminder: Who keeps the keys\?/)
  const header = /^List-Unsubscribe:\s*<([^>]+)>/im.exec(day.raw)?.[1] ?? ''
  assert.match(day.raw, /^List-Unsubscribe-Post:\s*List-Unsubscribe=One-Click\r?$/im)
  hall.clock.set('2026-12-01T17:50:00.000Z')
  await remind()
  const soon = await post.lettersTo(to, 3)
  assert.match(soon.subject ?? '', /quarter of an hour/)
  assert.ok(
    !post.mails.some(
      (mail) =>
        mail.to &&
        JSON.stringify(mail.to).includes(no) &&
        /^(Reminder|In a quarter)/.test(mail.subject ?? ''),
    ),
  )
  assert.equal(post.mails.filter((mail) => JSON.stringify(mail.to).includes(to)).length, 3)

  const path = new URL(header).pathname
  const looked = await fetch(new URL(path, hall.origin))
  assert.match(await looked.text(), /No more reminders to t…@lantern\.example\?/)
  const click = await fetch(new URL(path, hall.origin), {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
  })
  assert.equal(click.status, 200)
  const next = await called(maren.browser, coop, { starts: '2026-12-03T19:00' })
  await invite(next, to, 'Tomasz Wrona')
  await post.lettersTo(to, 4)
  hall.clock.set('2026-12-02T18:00:00.000Z')
  await remind()
  assert.equal(post.mails.filter((mail) => JSON.stringify(mail.to).includes(to)).length, 4)
})

test('a series is one invitation, whose every day has a page of its own', async () => {
  const rule = { every: 'week' as const, interval: 1, on: ['TH' as const], until: '2027-01-28' }
  const gathering = await called(maren.browser, coop, { rule, starts: '2026-12-10T19:00' })
  const to = 'lina@radio.example'
  await invite(gathering, to, 'لينا الخطيب')
  const mail = await post.lettersTo(to)
  const part = mail.attachments.find(({ contentType }) => /calendar|ics/.test(contentType))
  const calendar = new ICAL.Component(ICAL.parse(part?.content.toString('utf8') ?? ''))
  const [series, ...days] = calendar.getAllSubcomponents('vevent')
  assert.equal(
    String(series?.getFirstPropertyValue('rrule')),
    'FREQ=WEEKLY;BYDAY=TH;UNTIL=20270128T225959Z',
  )
  assert.equal(days.length, 8)
  assert.equal(new Set(days.map((day) => String(day.getFirstPropertyValue('url')))).size, 8)
})

test('a reminder that was sent is not sent again after a restart, and one that was missed is', async () => {
  hall.clock.set('2026-12-02T10:00:00.000Z')
  const to = 'ngozi@bakehouse.example'
  const gathering = await called(maren.browser, coop, { starts: '2026-12-04T19:00' })
  await invite(gathering, to, 'Ngozi Adeyemi')
  await post.lettersTo(to)
  hall.clock.set('2026-12-03T18:30:00.000Z')
  await remind()
  await post.lettersTo(to, 2)
  const again = await openTestHall({
    now: '2026-12-03T18:31:00.000Z',
    databaseUrl: hall.hall.config.databaseUrl ?? '',
    config: { smtpUrl: post.url },
  })
  const timer = timers.find(({ name }) => name === 'gatherings.remind')
  assert.ok(timer)
  await runTimer(again.hall, timer)
  again.clock.set('2026-12-04T17:50:00.000Z')
  await runTimer(again.hall, timer)
  const soon = await post.lettersTo(to, 3)
  assert.match(soon.subject ?? '', /quarter of an hour/)
  assert.equal(post.mails.filter((mail) => JSON.stringify(mail.to).includes(to)).length, 3)
  await again.close()
})

test('all later ones are moved or called off by one letter, which leaves the earlier days standing', async () => {
  hall.clock.set('2026-12-07T10:00:00.000Z')
  const rule = { every: 'week' as const, interval: 1, on: ['TH' as const], until: null }
  const title = 'Thursday bench'
  const first = await called(maren.browser, coop, { rule, title, starts: '2026-12-10T19:00' })
  const to = 'mf@meadow.example'
  await invite(first, to, 'Maria Fernanda Albuquerque de Vasconcelos-Lindqvist')
  await post.lettersTo(to)
  const { gatherings } = await maren.browser.call(api.listGatherings)
  const third = gatherings.filter((one) => one.title === title)[2]
  assert.ok(third)
  const params = { gathering: third.id }
  const later = { scope: 'later' as const }
  await maren.browser.call(api.changeGathering, {
    params,
    body: { starts: '2026-12-24T16:00', ...later },
  })
  const moved = await post.lettersTo(to, 2)
  assert.match(moved.text ?? '', /This holds for this one and all later ones\./)
  await maren.browser.call(api.cancelGathering, { params, body: { reason: 'Winter', ...later } })
  const gone = await post.lettersTo(to, 3)
  const part = gone.attachments.find(({ contentType }) => /calendar|ics/.test(contentType))
  const calendar = new ICAL.Component(ICAL.parse(part?.content.toString('utf8') ?? ''))
  const [series] = calendar.getAllSubcomponents('vevent')
  assert.equal(calendar.getFirstPropertyValue('method'), 'REQUEST')
  assert.match(String(series?.getFirstPropertyValue('rrule')), /UNTIL=20261223T225959Z/)
  await remind()
  assert.equal(post.mails.filter((mail) => JSON.stringify(mail.to).includes(to)).length, 3)
})
