/** Stories of mail about threads: notices, letters of a round, and no more of them. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { DAY, MINUTE } from '#kernel/clock.ts'
import { leaveCircle } from '#slices/circles/index.ts'
import { openTestHall } from '#testing/hall.ts'
import { foundedHall, type Somebody, somebody } from '#testing/people.ts'
import { openPost } from '#testing/post.ts'
import { began, said } from '#testing/threads.ts'
import { chooseForCircle } from './api/beginning.ts'
import { hideSaid } from './api/keeping.ts'
import { chooseForThread, markThreadRead } from './api/reading.ts'
import type { Mail } from './rules/notices.ts'
import { beginRounds, digestJob } from './timers/digests.ts'

const post = await openPost()
// A Thursday; in Amsterdam it is an hour later.
const hall = await openTestHall({ now: '2026-12-03T09:00:00.000Z', config: { smtpUrl: post.url } })
after(async () => {
  assert.deepEqual(hall.errors, [])
  await hall.close()
  await post[Symbol.asyncDispose]()
})
const { coop, maren } = await foundedHall(hall)
const member = (name: string) => somebody(hall, name, { circles: [coop] })

const wish = (who: Somebody, mail: Mail) =>
  who.browser.call(chooseForCircle, { params: { circle: coop }, body: { mail } })

/** Whoever gets one last notice has been passed over before, as jobs run one after the other. */
async function lettersBut(who: Somebody, last: Somebody, thread: `thr_${string}`) {
  const before = post.mails.filter((mail) => mail.raw.includes(last.email)).length
  await said(maren, thread, `For @${last.name} alone`)
  await post.lettersTo(last.email, before + 1)
  return post.mails.filter((mail) => mail.raw.includes(who.email))
}

test('who wishes each gets each, threaded as the answers are, and can stop it with one click', async () => {
  const chiara = await member('Chiara Bellandi')
  await wish(chiara, 'each')
  const thread = await began(maren, coop, 'The keys', 'Who takes the third set?')
  const first = await post.lettersTo(chiara.email)
  assert.equal(first.subject, '[Quillmarsh Commons] The keys')
  assert.match(first.text ?? '', /Maren Solheim in “The keys”/)
  assert.match(first.text ?? '', /Who takes the third set\?/)
  assert.equal(first.inReplyTo, `<${thread}@localhost>`)
  const comment = /#(com_\w+)/.exec(first.text ?? '')?.[1] ?? ''
  assert.equal(first.messageId, `<${comment}@localhost>`)
  await said(maren, thread, 'Nobody yet?', `com_${comment.slice(4)}`)
  const second = await post.lettersTo(chiara.email, 2)
  assert.equal(second.inReplyTo, first.messageId)
  assert.deepEqual(second.references, [`<${thread}@localhost>`, first.messageId])
  assert.match(second.text ?? '', /^> Who takes the third set\?/m)
  assert.match(second.raw, /List-Unsubscribe-Post: List-Unsubscribe=One-Click/)
  const stop = /List-Unsubscribe:\s*<([^>]+)>/.exec(second.raw.replaceAll(/\r\n\s/g, ''))?.[1] ?? ''
  const path = new URL(stop).pathname
  const anybody = hall.browser()
  assert.match(await (await anybody.fetch(path)).text(), /No more mail about “The keys”\?/)
  await said(maren, thread, 'Still waiting')
  await post.lettersTo(chiara.email, 3)
  const form = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' })
  assert.equal((await anybody.fetch(path, { method: 'POST', body: form })).status, 200)
  const yuki = await member('Yuki Tanabe')
  assert.equal((await lettersBut(chiara, yuki, thread)).length, 3)
  assert.equal((await anybody.fetch(`${path}x`, { method: 'POST', body: form })).status, 404)
})

test('who is named hears of it at once, not who muted the thread, wishes no mail or has left', async () => {
  const aroha = await member('Aroha Ngata')
  const joost = await member('Joost van Dalen')
  const ngozi = await member('Ngozi Okafor')
  const gone = await member('Oisín Farrelly')
  const last = await member('Devika Rao')
  await wish(joost, 'none')
  const thread = await began(maren, coop, 'Bees', 'Shall we?')
  const muted = { params: { thread }, body: { how: 'mute', mail: 'each' } } as const
  await ngozi.browser.call(chooseForThread, muted)
  // The notices of the beginning are written before he wishes any.
  await lettersBut(gone, last, thread)
  const now = hall.clock.now()
  await gone.browser.call(chooseForThread, {
    params: { thread },
    body: { how: 'follow', mail: 'each' },
  })
  await hall.hall.transact((tx) => leaveCircle(tx, coop, gone.id, { by: null, now }))
  await said(maren, thread, '@Aroha Ngata, @Joost van Dalen, @Ngozi Okafor: what do you say?')
  const letter = await post.lettersTo(aroha.email)
  assert.match(letter.text ?? '', /Maren Solheim names you in “Bees”/)
  for (const one of [joost, ngozi, gone])
    assert.deepEqual(await lettersBut(one, last, thread), [], one.name)
})

test('a daily letter tells what is unread of the threads one follows, once, however often it is asked for', async () => {
  const lina = await member('Lina Haddad')
  const last = await member('Wanjiru Kamau')
  await beginRounds(hall.hall, hall.clock.now())
  hall.clock.pass(MINUTE)
  const thread = await began(lina, coop, 'The roof', 'It leaks.')
  const other = await began(maren, coop, 'Another', 'She does not follow this one.')
  await said(maren, thread, 'Already read')
  await lina.browser.call(markThreadRead, { params: { thread }, body: { upTo: 99 } })
  await said(maren, thread, 'Two buckets are under it.')
  const hidden = await said(maren, thread, 'Hidden words')
  await maren.browser.call(hideSaid, {
    params: { thread, comment: hidden },
    body: { why: 'Too loud' },
  })
  hall.clock.pass(DAY)
  const now = hall.clock.now()
  await Promise.all([beginRounds(hall.hall, now), beginRounds(hall.hall, now)])
  const letter = await post.lettersTo(lina.email)
  assert.equal(letter.subject, 'One new comment in a thread')
  assert.match(letter.text ?? '', /Maren Solheim: Two buckets are under it\./)
  assert.doesNotMatch(letter.text ?? '', /Already read|Hidden words|does not follow/)
  assert.match(letter.raw, /List-Unsubscribe-Post/)
  await beginRounds(hall.hall, hall.clock.now())
  // As after a fall between writing the letter and saying that the job is done.
  await digestJob.run(hall.hall, { person: lina.id, kind: 'daily', day: '2026-12-04' })
  assert.equal((await lettersBut(lina, last, other)).length, 1)
})

test('a weekly letter comes on Monday, with what came at once left out', async () => {
  const pia = await member('Pia Lindqvist')
  await wish(pia, 'weekly')
  const thread = await began(maren, coop, 'Tea', 'Green or black?')
  await said(maren, thread, '@Pia Lindqvist, you know.')
  await post.lettersTo(pia.email)
  hall.clock.pass(3 * DAY)
  await beginRounds(hall.hall, hall.clock.now())
  const letter = await post.lettersTo(pia.email, 2)
  assert.match(letter.subject ?? '', /^This week: one new comment in a thread|^This week: /)
  assert.match(letter.text ?? '', /Green or black\?/)
  assert.doesNotMatch(letter.text ?? '', /you know/)
})
