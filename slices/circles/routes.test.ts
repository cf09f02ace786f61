/** Circles: invited, joined, led, left. */
import assert from 'node:assert/strict'
import { after, suite, test } from 'node:test'
import { DAY } from '#kernel/clock.ts'
import { entriesOf } from '#kernel/record.ts'
import { personAt } from '#slices/people/index.ts'
import { askForCode, readLink, signInWithCode, takeLink } from '#slices/people/api/sign-in.ts'
import { whoAmI } from '#slices/people/api/me.ts'
import { openTestHall } from '#testing/hall.ts'
import { foundedHall, somebody } from '#testing/people.ts'
import { codeIn, openPost } from '#testing/post.ts'
import {
  changeCircle,
  endMembership,
  endRole,
  giveRole,
  leave,
  listCircles,
  makeCircle,
  myCircles,
  readCircle,
} from './api.ts'
import { accept, invite, listInvitations, myInvitations, withdraw } from './api/invitations.ts'
import { classOf, isMember, mayCall, membersOf } from './index.ts'

const post = await openPost()
const hall = await openTestHall({ config: { smtpUrl: post.url } })
after(async () => {
  await hall.close()
  await post[Symbol.asyncDispose]()
})
const { coop, maren } = await foundedHall(hall)
const at = (circle: typeof coop) => ({ params: { circle } })

async function linkTo(email: string, count = 1): Promise<string> {
  const { text = '' } = await post.lettersTo(email, count)
  return /link#([\w-]+)/.exec(text)?.[1] ?? ''
}

const tools = await maren.browser.call(makeCircle, {
  ...at(coop),
  body: { name: 'Tools circle', purpose: 'Keeps what we share running.' },
})

suite('an invitation', () => {
  test('comes by mail, and its link makes a member of the circle and the co-op', async () => {
    const email = 'oisin.farrelly@example.org'
    const people = [{ email, name: 'Oisín Farrelly' }]
    const answer = await maren.browser.call(invite, { ...at(tools.id), body: { people } })
    assert.deepEqual(answer, { invited: 1, already: [] })
    const mail = await post.lettersTo(email)
    assert.equal(mail.subject, 'Maren Solheim invites you to Tools circle')
    assert.match(mail.text ?? '', /Tools circle is a circle of Quillmarsh Commons/)
    const oisin = hall.browser()
    const token = await linkTo(email)
    const stands = await oisin.call(readLink, { body: { token } })
    assert.deepEqual(
      [stands.kind, stands.name, stands.by, stands.known],
      ['invitation', 'Oisín Farrelly', 'Maren Solheim', false],
    )
    assert.equal((await oisin.call(whoAmI)).person, null)
    await oisin.call(takeLink, { body: { token, name: 'Oisín F.' } })
    const mine = await oisin.call(myCircles)
    assert.deepEqual(
      mine.circles.map(({ name }) => name),
      ['Quillmarsh Commons', 'Tools circle'],
    )
    assert.equal(mine.steward, false)
    assert.equal((await oisin.call(whoAmI)).person?.email, email)
  })

  test('needs no link: the first code to the invited address does the same', async () => {
    const email = 'chiara.bellandi@example.org'
    await maren.browser.call(invite, { ...at(coop), body: { people: [{ email }] } })
    const chiara = hall.browser()
    await post.lettersTo(email)
    await chiara.call(askForCode, { body: { email } })
    const code = codeIn(await post.lettersTo(email, 2))
    await chiara.call(signInWithCode, { body: { email, code } })
    assert.equal((await chiara.call(myCircles)).circles.length, 1)
    const late = await hall.browser().refused(takeLink, { body: { token: await linkTo(email) } })
    assert.equal(late.name, 'link-over')
  })

  test('to somebody who is here waits for their answer', async () => {
    const joost = await somebody(hall, 'Joost van Dalen', { circles: [coop] })
    const people = [{ email: joost.email }, { email: maren.email }]
    const answer = await maren.browser.call(invite, { ...at(tools.id), body: { people } })
    assert.deepEqual(answer, { invited: 1, already: [maren.email] })
    const [waiting] = (await joost.browser.call(myInvitations)).invitations
    assert.equal(waiting?.circle, 'Tools circle')
    assert.equal(await isMember(hall.hall.db, joost.id, tools.id), false)
    const params = { invitation: waiting?.id ?? 'inv_' } as const
    const ngozi = await somebody(hall, 'Ngozi Adeyemi')
    assert.equal((await ngozi.browser.refused(accept, { params })).name, 'not-found')
    await joost.browser.call(accept, { params })
    assert.equal(await isMember(hall.hall.db, joost.id, tools.id), true)
    assert.deepEqual((await joost.browser.call(myInvitations)).invitations, [])
  })

  test('taken back opens nothing', async () => {
    const email = 'tomasz.wrona@example.org'
    await maren.browser.call(invite, { ...at(coop), body: { people: [{ email }] } })
    const { invitations } = await maren.browser.call(listInvitations, at(coop))
    const invitation = invitations.find((one) => one.email === email)?.id
    assert.ok(invitation)
    await maren.browser.call(withdraw, { params: { circle: coop, invitation } })
    const token = await linkTo(email)
    assert.equal((await hall.browser().refused(takeLink, { body: { token } })).name, 'link-over')
  })

  test('is into a class, for some days, and lets in one, also when two take it at once', async () => {
    const email = 'ilse.brandsma@example.org'
    const body = { people: [{ email }], class: 'producer', days: 7 }
    await maren.browser.call(invite, { ...at(coop), body })
    const { invitations } = await maren.browser.call(listInvitations, at(coop))
    const sent = invitations.find((one) => one.email === email)
    assert.equal(sent?.class, 'producer')
    assert.equal(Date.parse(sent?.ends ?? '') - Date.parse(sent?.made ?? ''), 7 * DAY)
    const token = await linkTo(email)
    const taken = await Promise.allSettled(
      ['Ilse', 'Also Ilse'].map((name) => hall.browser().call(takeLink, { body: { token, name } })),
    )
    assert.equal(taken.filter(({ status }) => status === 'fulfilled').length, 1)
    const ilse = await personAt(hall.hall.db, email)
    assert.ok(ilse)
    assert.equal(await classOf(hall.hall.db, { circle: coop, member: ilse.id }), 'producer')
  })

  test('is made by stewards only', async () => {
    const member = await somebody(hall, 'Devika Rao', { circles: [coop] })
    const people = [{ email: 'x@example.org' }]
    const problem = await member.browser.refused(invite, { ...at(coop), body: { people } })
    assert.equal(problem.status, 403)
  })
})

suite('a circle', () => {
  test('shows its members to members, and only its purpose to others', async () => {
    const member = await somebody(hall, 'Yuki Tanabe', { circles: [tools.id] })
    const seen = await member.browser.call(readCircle, at(tools.id))
    assert.ok(seen.members?.some(({ name }) => name === 'Yuki Tanabe'))
    assert.deepEqual(seen.trail, [{ id: coop, name: 'Quillmarsh Commons' }])
    assert.deepEqual(seen.may, { steward: false, call: true })
    const stranger = await somebody(hall, 'Aroha Ngata')
    const outside = await stranger.browser.call(readCircle, at(tools.id))
    assert.equal(outside.purpose, 'Keeps what we share running.')
    assert.equal(outside.members, null)
    assert.equal((await hall.browser().refused(readCircle, at(tools.id))).status, 401)
  })

  test('lets only named people call its gatherings when it says so', async () => {
    const { id } = await maren.browser.call(makeCircle, { ...at(coop), body: { name: 'Care' } })
    const member = await somebody(hall, 'Care Member', { circles: [id] })
    assert.equal(await mayCall(hall.hall.db, member.id, id), true)
    await maren.browser.call(changeCircle, { ...at(id), body: { calls: 'named' } })
    assert.equal(await mayCall(hall.hall.db, member.id, id), false)
    const params = { circle: id, person: member.id, role: 'caller' as const }
    await maren.browser.call(giveRole, { params })
    assert.equal(await mayCall(hall.hall.db, member.id, id), true)
    await maren.browser.call(endRole, { params })
    assert.equal(await mayCall(hall.hall.db, member.id, id), false)
    const stranger = await somebody(hall, 'No Member')
    const problem = await maren.browser.refused(giveRole, {
      params: { ...params, person: stranger.id },
    })
    assert.equal(problem.name, 'not-a-member')
  })

  test('is left with the working circles within it, and its news end at once', async () => {
    const member = await somebody(hall, 'Restless Member', { circles: [tools.id] })
    const topic = `circle:${tools.id}`
    const listener = await member.browser.listen({ [topic]: 0 })
    assert.ok(listener.entries(topic).some(({ kind }) => kind === 'circle.joined'))
    await member.browser.call(leave, at(tools.id))
    await listener.until(() => listener.frames.some((frame) => frame.gone === true))
    const mine = await member.browser.call(myCircles)
    assert.deepEqual(
      mine.circles.map(({ id }) => id),
      [coop],
    )
    const entries = await entriesOf(hall.hall.db, topic)
    assert.ok(
      entries.some(({ kind, data }) => kind === 'circle.left' && data['person'] === member.id),
    )
    const deaf = await member.browser.listen({ [topic]: 0 })
    assert.ok(deaf.refused(topic))
  })

  test('of the co-op is never without a steward, also when two go at once', async () => {
    const member = await somebody(hall, 'Second Steward', {
      circles: [coop],
      roles: [[coop, 'steward']],
    })
    const both = await Promise.allSettled([
      maren.browser.call(leave, at(coop)),
      member.browser.call(leave, at(coop)),
    ])
    assert.equal(both.filter(({ status }) => status === 'fulfilled').length, 1)
  })

  test('ends a membership by its steward, and counts only who belongs', async () => {
    const { circles } = await maren.browser
      .call(listCircles)
      .catch(() => somebody(hall, 'Reader').then(({ browser }) => browser.call(listCircles)))
    const shown = circles.find(({ id }) => id === tools.id)
    assert.equal(shown?.members, (await membersOf(hall.hall.db, tools.id)).length)
    const stranger = await somebody(hall, 'Not A Steward', { circles: [coop] })
    const params = { circle: coop, person: stranger.id }
    assert.equal((await stranger.browser.refused(endMembership, { params })).status, 403)
  })
})

test('nothing broke behind our backs', () => {
  assert.deepEqual(hall.errors, [])
})
