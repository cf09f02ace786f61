/** Amending, approving, sharing, and "this was me". */
import { isRefusal, type Refusal } from '#kernel/change.ts'
import type { Transaction } from '#kernel/database.ts'
import { Refused } from '#kernel/problem.ts'
import { note } from '#kernel/record.ts'
import { type Call, type Serving, serve } from '#kernel/serve.ts'
import type { PersonId } from '#slices/people/index.ts'
import { topicOf as roomTopicOf } from '#slices/room/index.ts'
import { namesOf } from '#slices/people/index.ts'
import {
  amendMinutes,
  answerClaim,
  approveMinutes,
  claimName,
  correctWords,
  shareMinutes,
  stayUnnamed,
} from '../api.ts'
import { amend, approve, askUnnamed, correct } from '../rules/amend.ts'
import { nameIn } from '../rules/document.ts'
import { recognise } from '../rules/recognise.ts'
import { superseding } from '../rules/redact.ts'
import {
  saveLine,
  saveMinutes,
  saveVisibility,
  sealMinutes,
  withChatNow,
} from '../store/changes.ts'
import { becomePerson, closeClaim, keepClaim } from '../store/claims.ts'
import { holdMinutes, type Kept, lineOf } from '../store/minutes.ts'
import { facilitates, openMinutes, type Opened } from './opened.ts'

type Changing = Pick<Call, 'db' | 'caller' | 'now' | 'transact'> & { params: { minutes: string } }
type Held = { tx: Transaction; kept: Kept; opened: Opened; me: string }

function unlessRefused<T extends object>(answer: T | Refusal): T {
  if ('refused' in answer && isRefusal(answer)) throw new Refused(answer.refused, answer.details)
  return answer
}

/** Changes minutes while nobody else does; `me` is who of them the caller is. */
async function holding<T>(call: Changing, work: (held: Held) => Promise<T>): Promise<T> {
  const opened = await openMinutes(call.db, call.caller, call.params.minutes)
  return call.transact(async (tx) => {
    const kept = await holdMinutes(tx, opened.kept.id)
    if (!kept) throw new Refused('not-found')
    return work({ tx, kept, opened, me: opened.me ?? 'nobody' })
  })
}

function personOf({ caller }: Pick<Call, 'caller'>): PersonId {
  if (!caller.person) throw new Refused('sign-in-first')
  return caller.person
}

function insistFacilitator({ kept, opened }: Held): void {
  if (!facilitates(kept, opened.standing)) throw new Refused('only-who-facilitated')
}

const amending = serve(amendMinutes, (call) =>
  holding(call, async ({ tx, kept, me }) => {
    const by = { who: me, now: call.now }
    const { minutes, amendment } = unlessRefused(amend(kept.minutes, by, call.body))
    const facts = [{ kind: 'minutes.amended', data: amendment }]
    await saveMinutes(tx, { ...kept, minutes }, facts, { now: call.now, actor: me, only: 'text' })
    return { ref: amendment.ref }
  }),
)

const correcting = serve(correctWords, (call) =>
  holding(call, async ({ tx, kept, me }) => {
    const line = await lineOf(tx, kept.id, call.params.line)
    if (!line) throw new Refused('nothing-to-amend')
    const by = { who: me, now: call.now }
    const corrected = unlessRefused(correct(kept.minutes, by, line, call.body.text))
    await saveLine(tx, kept, { ...line, text: call.body.text, state: 'corrected' })
    const minutes = await withChatNow(tx, kept, corrected.minutes)
    const facts = [{ kind: 'minutes.corrected', data: corrected.amendment }]
    await saveMinutes(tx, { ...kept, minutes }, facts, { now: call.now, actor: me })
    return { ref: corrected.amendment.ref }
  }),
)

const approving = serve(approveMinutes, (call) =>
  holding(call, async ({ tx, kept, opened }) => {
    const who = personOf(call)
    const names = await namesOf(tx, [who])
    const name = names.get(who)?.name ?? nameIn(kept.minutes, who)
    const may = facilitates(kept, opened.standing)
    const minutes = unlessRefused(
      approve(kept.minutes, { who, name, facilitates: may, now: call.now }),
    )
    const by = { now: call.now, actor: who, only: 'text' as const }
    const { sha256 } = await sealMinutes(tx, { kept, minutes, why: 'approved' }, by)
    return { sha256: sha256 ?? '' }
  }),
)

const sharing = serve(shareMinutes, (call) =>
  holding(call, async (held) => {
    insistFacilitator(held)
    await saveVisibility(held.tx, held.kept, call.body, { now: call.now, actor: personOf(call) })
    return { visibility: call.body.visibility }
  }),
)

const unnaming = serve(stayUnnamed, (call) =>
  holding(call, async ({ tx, kept, me }) => {
    const { unnamed } = call.body
    const minutes = unlessRefused(askUnnamed(kept.minutes, me, unnamed))
    const facts = [{ kind: 'minutes.naming', data: { who: me, unnamed } }]
    await saveMinutes(tx, { ...kept, minutes }, facts, { now: call.now, actor: me })
    return { unnamed }
  }),
)

const claiming = serve(claimName, (call) =>
  holding(call, async ({ tx, kept }) => {
    const person = personOf(call)
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

const answering = serve(answerClaim, (call) =>
  holding(call, async (held) => {
    insistFacilitator(held)
    const by = personOf(call)
    const { answer } = call.body
    const given = { claim: call.params.claim, answer, by, now: call.now }
    const claim = await closeClaim(held.tx, held.kept.id, given)
    if (!claim) throw new Refused('no-such-claim')
    const name = nameIn(held.kept.minutes, claim.who)
    if (answer === 'yes') await nowKnown(held, { ...claim, name }, { now: call.now, actor: by })
    return { answer }
  }),
)

export const amendingServings: readonly Serving[] = [
  amending,
  correcting,
  approving,
  sharing,
  unnaming,
  claiming,
  answering,
]
