/** My links that open ballots. */
import { serve } from '#kernel/serve.ts'
import { meIn } from '#kernel/session.ts'
import { recordsOf } from '#slices/people/index.ts'
import * as api from '../api/links.ts'
import { decisionOf, textOf } from '../store/decisions.ts'
import { linksOf, stopLinks, wantsLinks, wishLinks } from '../store/links.ts'
import { isCircle, isPerson, namesFor } from './shown.ts'

const read = serve(api.readMyLinks, async ({ db, caller }) => {
  const me = meIn(caller)
  const [wanted, links] = await Promise.all([
    wantsLinks(db, me),
    linksOf(db, await recordsOf(db, me)),
  ])
  const nameOf = await namesFor(
    db,
    links.map(({ member }) => member),
  )
  const shown = links.map(async ({ member, ...link }) => {
    const decision = await decisionOf(db, link.decision)
    if (!decision || !(isPerson(member) || isCircle(member))) return []
    const { title } = await textOf(db, decision)
    return [{ ...link, member, title, name: nameOf(member) }]
  })
  return { wanted, links: (await Promise.all(shown)).flat() }
})

const wish = serve(api.wishLinks, async ({ caller, body, now, transact }) => {
  const person = meIn(caller)
  await transact((tx) => wishLinks(tx, { person, on: body.wanted, now }))
  return {}
})

const stop = serve(api.stopMyLinks, async ({ caller, params, now, transact }) => {
  const person = meIn(caller)
  const { decision } = params
  await transact((tx) => stopLinks(tx, { person, decision }, { why: 'stopped', now }))
  return {}
})

export const linkServings = [read, wish, stop]
