/** Stewards adopt a version together. */
import { meIn } from '#kernel/session.ts'
import { isRefusal } from '#kernel/change.ts'
import type { Instant } from '#kernel/clock.ts'
import type { Transaction } from '#kernel/database.ts'
import { Refused } from '#kernel/problem.ts'
import { serve } from '#kernel/serve.ts'
import { wordsIn } from '#kernel/words.ts'
import { adopt, confirmProposal, takeBackProposal } from '../api.ts'
import { confirm, propose } from '../rules/adopting.ts'
import { adoptVersion, proposeVersion, soundParts, takeBack } from '../store/adopting.ts'
import { lockConstitution } from '../store/making.ts'
import { adoptersFor } from '../store/situation.ts'
import { membersDecide, refuseWhileVoted } from '../store/votes.ts'
import { todayIn, type Version } from '../store/versions.ts'
import { draftIn } from './making.ts'

const asOpen = (open: Version | null) =>
  open && { state: open.state, proposedBy: open.proposed_by, day: open.day }

/** Stewards adopt until members do. Refuses `being-voted`, `members-decide`. */
async function byHand(tx: Transaction, { id: ref, circle }: Version, now: Instant): Promise<void> {
  await refuseWhileVoted(tx, { circle, about: 'rules', ref })
  if (await membersDecide(tx, circle, now)) throw new Refused('members-decide')
}

export const adoptingServings = [
  serve(adopt, async ({ params, body, caller, now, transact }) => {
    const { circle } = params
    const by = { by: caller.person, now }
    return transact(async (tx) => {
      const draft = draftIn(await lockConstitution(tx, circle))
      await byHand(tx, draft, now)
      const stewards = await adoptersFor(tx, circle)
      const change = propose(asOpen(draft), {
        day: body.day,
        today: await todayIn(tx, now),
        stewards: stewards.length,
      })
      if (isRefusal(change)) throw new Refused(change.refused, change.details)
      await soundParts(tx, circle, draft.parts, wordsIn(caller.locale).say)
      await proposeVersion(tx, draft, body, by)
      if (change.facts[0]?.kind === 'constitution.proposed')
        return { state: 'proposed' as const, number: null }
      const adopters = caller.person ? [caller.person] : []
      const number = await adoptVersion(tx, circle, { day: body.day, adopters }, by)
      return { state: 'adopted' as const, number }
    })
  }),
  serve(confirmProposal, async ({ params, body, caller, now, transact }) => {
    const { circle } = params
    const person = meIn(caller)
    return transact(async (tx) => {
      const open = await lockConstitution(tx, circle)
      if (open) await byHand(tx, open, now)
      const change = confirm(asOpen(open?.id === body.version ? open : null), {
        by: person,
        today: await todayIn(tx, now),
      })
      if (isRefusal(change)) throw new Refused(change.refused, change.details)
      const adopters = [...(open?.proposed_by ? [open.proposed_by] : []), person]
      const day = open?.day ?? ''
      const number = await adoptVersion(tx, circle, { day, adopters }, { by: person, now })
      return { state: 'adopted' as const, number }
    })
  }),
  serve(takeBackProposal, async ({ params, caller, now, transact }) => {
    await transact(async (tx) => {
      const open = await lockConstitution(tx, params.circle)
      if (open?.state !== 'proposed') throw new Refused('nothing-proposed')
      await refuseWhileVoted(tx, { circle: params.circle, about: 'rules', ref: open.id })
      await takeBack(tx, open, { by: caller.person, now })
    })
    return {}
  }),
]
