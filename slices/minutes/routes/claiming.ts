/** "This was me": saying it, and what a facilitator answers. */
import { meIn } from '#kernel/session.ts'
import { Refused } from '#kernel/problem.ts'
import { note } from '#kernel/record.ts'
import { serve } from '#kernel/serve.ts'
import type { PersonId } from '#slices/people/index.ts'
import { topicOf as roomTopicOf } from '#slices/room/index.ts'
import { answerClaim, claimName } from '../api.ts'
import { nameIn } from '../rules/document.ts'
import { recognise } from '../rules/recognise.ts'
import { superseding } from '../rules/redact.ts'
import { saveMinutes } from '../store/changes.ts'
import { sealMinutes, withChatNow } from '../store/sealing.ts'
import { becomePerson, closeClaim, keepClaim } from '../store/claims.ts'
import { type Held, holding, insistFacilitator } from './holding.ts'

export const claiming = serve(claimName, (call) =>
  holding(call, async ({ tx, kept }) => {
    const person = meIn(call.caller)
    const { who } = call.body
    if (!kept.minutes.people.some((one) => one.who === who))
      throw new Refused('nobody-by-that-name')
    return { claim: await keepClaim(tx, kept.id, { who, person, now: call.now }) }
  }),
)

type Known = { who: string; person: PersonId; name: string }

/** The guest is the person from now on; sealed minutes are sealed anew. */
async function nowKnown({ tx, kept }: Held, { who, person, name }: Known, by: SaidBy) {
  await becomePerson(tx, kept.id, { who, person })
  const known = recognise(kept.minutes, who, person)
  const data = { guest: who, person, name }
  await note(tx, roomTopicOf(kept.gathering), [{ kind: 'room.recognised', data }], by)
  if (kept.sha256) {
    const minutes = superseding(known, kept.sha256, by.now, 'recognised')
    await sealMinutes(tx, { kept, minutes, why: 'recognised' }, by)
    return
  }
  const minutes = await withChatNow(tx, kept, known)
  await saveMinutes(tx, { ...kept, minutes }, [{ kind: 'minutes.recognised', data }], by)
}

type SaidBy = { now: string; actor: string | null }

export const answering = serve(answerClaim, (call) =>
  holding(call, async (held) => {
    insistFacilitator(held)
    const by = meIn(call.caller)
    const { answer } = call.body
    const given = { claim: call.params.claim, answer, by, now: call.now }
    const claim = await closeClaim(held.tx, held.kept.id, given)
    if (!claim) throw new Refused('no-such-claim')
    const name = nameIn(held.kept.minutes, claim.who)
    if (answer === 'yes') await nowKnown(held, { ...claim, name }, { now: call.now, actor: by })
    return { answer }
  }),
)
