/** Stories of letters about polls: each once, to whom it concerns, not to who wishes none. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { DAY, HOUR, plus } from '#kernel/clock.ts'
import { openTestHall } from '#testing/hall.ts'
import { foundedHall, type Somebody, somebody } from '#testing/people.ts'
import { askedRound, askedTimes, marked } from '#testing/polls.ts'
import { openPost } from '#testing/post.ts'
import { answerPoll } from './api/answering.ts'
import { movePollClose, sumPoll, withdrawPoll } from './api/asking.ts'
import { choosePollMail, listPolls } from './api/reading.ts'
import { keepPolls } from './timers/keeping.ts'

const post = await openPost()
const hall = await openTestHall({ config: { smtpUrl: post.url } })
after(async () => {
  assert.deepEqual(hall.errors, [])
  await hall.close()
  await post[Symbol.asyncDispose]()
})
const { coop, maren } = await foundedHall(hall)
const member = (name: string) => somebody(hall, name, { circles: [coop] })
const now = () => hall.clock.now()
const keep = () => keepPolls(hall.hall, now())
const subjectsTo = ({ email }: Somebody) =>
  post.mails.filter(({ raw }) => raw.includes(email)).map(({ subject }) => subject)

/** The letter to somebody with these words in its subject, whatever else comes. */
async function letterTo({ email }: Somebody, subject: string, nth = 1) {
  for (let count = 1, found = 0; ; count++) {
    const letter = await post.lettersTo(email, count)
    if (letter.subject === subject) found += 1
    if (found === nth) return letter
  }
}

/** Whoever comes last in the circle gets the last letter of a job, so the others have theirs. */
const lastOne = async (name: string) => ({ last: await member(name), letters: 0 })

test('asked, reminded the day before, closed: each letter once, and none to who has answered', async () => {
  const chiara = await member('Chiara Bellandi')
  const yuki = await member('Yuki Tanabe')
  const { last } = await lastOne('Zoë Last')
  const poll = await askedTimes(maren, coop, now(), { closesAt: plus(now(), 3 * DAY) })
  const asked = await post.lettersTo(yuki.email)
  assert.equal(asked.subject, 'Asked in Quillmarsh Commons: When do we clean the hall?')
  assert.match(asked.text ?? '', /Maren Solheim asks which time suits you/)
  assert.match(asked.text ?? '', /Sunday,? 6 December 2026/)
  assert.match(asked.text ?? '', new RegExp(`/polls/${poll}`))
  await post.lettersTo(last.email)
  await marked(chiara, poll, ['yes'])
  hall.clock.pass(2 * DAY - HOUR)
  await keep()
  hall.clock.pass(HOUR)
  await Promise.all([keep(), keep()])
  await keep()
  await post.lettersTo(last.email, 2)
  await letterTo(yuki, 'Closes soon: When do we clean the hall?')
  assert.equal(subjectsTo(chiara).length, 1)
  hall.clock.pass(DAY)
  await keep()
  const closed = await post.lettersTo(maren.email, 2)
  assert.equal(closed.subject, 'Closed: When do we clean the hall?')
  assert.match(closed.text ?? '', /Choose one of its times/)
  assert.deepEqual([subjectsTo(yuki).length, subjectsTo(last).length], [2, 2])
})

test('who wishes no letters about polls here gets none, and chooses otherwise again', async () => {
  const ngozi = await member('Ngozi Okafor')
  const params = { circle: coop }
  await ngozi.browser.call(choosePollMail, { params, body: { mail: false } })
  assert.equal((await ngozi.browser.call(listPolls, { params })).mail, false)
  const { last } = await lastOne('Yet Later')
  await askedRound(maren, coop, now())
  await post.lettersTo(last.email)
  assert.deepEqual(subjectsTo(ngozi), [])
  await ngozi.browser.call(choosePollMail, { params, body: { mail: true } })
  await askedRound(maren, coop, now(), { title: 'And in spring?' })
  const letter = await post.lettersTo(ngozi.email)
  assert.equal(letter.subject, 'Asked in Quillmarsh Commons: And in spring?')
})

test('a later close reminds anew; those who answered hear what came of it, or that it was withdrawn', async () => {
  const joost = await member('Joost van Dalen')
  const title = 'What do we need in summer?'
  const poll = await askedRound(joost, coop, now(), { title, closesAt: plus(now(), 2 * DAY) })
  const params = { poll }
  const devika = await member('Devika Rao')
  await devika.browser.call(answerPoll, { params, body: { text: 'Blankets.' } })
  hall.clock.pass(DAY + HOUR)
  await keep()
  await letterTo(joost, `Closes soon: ${title}`)
  await joost.browser.call(movePollClose, { params, body: { closesAt: plus(now(), 4 * DAY) } })
  hall.clock.pass(3 * DAY + HOUR)
  await keep()
  await letterTo(joost, `Closes soon: ${title}`, 2)
  hall.clock.pass(DAY)
  await keep()
  await joost.browser.call(sumPoll, { params, body: { summary: 'Blankets, and tea.' } })
  const told = await letterTo(devika, `What came of it: ${title}`)
  assert.match(told.text ?? '', /Blankets, and tea\./)
  await joost.browser.call(withdrawPoll, { params, body: { why: 'It was asked in error.' } })
  const gone = await letterTo(devika, `Withdrawn: ${title}`)
  assert.match(gone.text ?? '', /Why: It was asked in error\./)
})
