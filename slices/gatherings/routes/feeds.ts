/** Making and revoking feeds. */
import { meIn } from '#kernel/session.ts'
import { Refused } from '#kernel/problem.ts'
import { serve } from '#kernel/serve.ts'
import { allCircles } from '#slices/circles/index.ts'
import * as api from '../api.ts'
import { feedsOf, makeFeed, revokeFeed } from '../store/feeds.ts'
import { circleNamed } from './reading.ts'

const list = serve(api.listFeeds, async (call) => {
  const [feeds, circles] = await Promise.all([
    feedsOf(call.db, meIn(call.caller)),
    allCircles(call.db),
  ])
  return {
    feeds: feeds.map(({ id, circle, madeAt }) => {
      const found = circles.find((one) => one.id === circle)
      return { id, madeAt, circle: found ? { id: found.id, name: found.name } : null }
    }),
  }
})

const make = serve(api.makeFeed, async (call) => {
  const { body, now, transact, hall } = call
  const person = meIn(call.caller)
  await circleNamed(call, body.circle)
  const { id, token } = await transact((tx) => makeFeed(tx, { person, circle: body.circle, now }))
  const address = `${hall.config.origin}/feeds/${token}`
  return {
    id,
    calendar: `${address}.ics`,
    atom: `${address}.atom`,
    threads: `${address}/threads.atom`,
  }
})

const revoke = serve(api.revokeFeed, async (call) => {
  const { params, now, transact } = call
  const person = meIn(call.caller)
  return transact(async (tx) => {
    if (!(await revokeFeed(tx, person, params.feed, now))) throw new Refused('not-found')
    return {}
  })
})

export const servings = [list, make, revoke]
