/** What stewards see of the house. */
import { Refused } from '#kernel/problem.ts'
import { serve } from '#kernel/serve.ts'
import { dropLetter, readHouse, readOutbox, showLetter } from '../api/stewards.ts'
import { houseOf } from '../store/house.ts'
import { dropLetter as drop, letters, showLetter as show } from '../store/outbox.ts'

export const stewardServings = [
  serve(readOutbox, async ({ db, hall }) => ({
    leaves: hall.mail.leaves,
    mails: await letters(db),
  })),
  serve(showLetter, async ({ hall, params, caller, now }) => {
    const { mail } = params
    const body = await hall.transact((tx) => show(tx, { mail, by: caller.person, now }))
    if (body === null) throw new Refused('letter-over')
    return { body }
  }),
  serve(dropLetter, async ({ transact, params, caller, now }) => {
    const { mail } = params
    if (!(await transact((tx) => drop(tx, { mail, by: caller.person, now }))))
      throw new Refused('not-found')
    return {}
  }),
  serve(readHouse, async ({ db, hall }) => {
    const { waiting, ...house } = await houseOf(db)
    return { ...house, mail: { leaves: hall.mail.leaves, waiting }, media: hall.media.state() }
  }),
]
