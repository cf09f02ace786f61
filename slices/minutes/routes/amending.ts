/** Amending, approving, sharing, and "this was me". */
import { meIn } from '#kernel/session.ts'
import { allow, Refused } from '#kernel/problem.ts'
import { type Serving, serve } from '#kernel/serve.ts'
import { freezeNotes } from '#slices/notes/index.ts'
import { namesOf } from '#slices/people/index.ts'
import { amendMinutes, approveMinutes, correctWords, shareMinutes, stayUnnamed } from '../api.ts'
import { amend, approve, askUnnamed, correct } from '../rules/amend.ts'
import { nameIn } from '../rules/document.ts'
import { saveLine, saveMinutes, saveVisibility } from '../store/changes.ts'
import { sealMinutes, withChatNow } from '../store/sealing.ts'
import { withNotes } from '../store/noted.ts'
import { lineOf } from '../store/lines.ts'
import { facilitates } from './opened.ts'
import { holding, insistFacilitator } from './holding.ts'
import { claiming, answering } from './claiming.ts'

const amending = serve(amendMinutes, (call) =>
  holding(call, async ({ tx, kept, me }) => {
    const by = { who: me, now: call.now }
    const { minutes, amendment } = allow(amend(kept.minutes, by, call.body))
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
    const corrected = allow(correct(kept.minutes, by, line, call.body.text))
    await saveLine(tx, kept, { ...line, text: call.body.text, state: 'corrected' })
    const minutes = await withChatNow(tx, kept, corrected.minutes)
    const facts = [{ kind: 'minutes.corrected', data: corrected.amendment }]
    await saveMinutes(tx, { ...kept, minutes }, facts, { now: call.now, actor: me })
    return { ref: corrected.amendment.ref }
  }),
)

const approving = serve(approveMinutes, (call) =>
  holding(call, async ({ tx, kept, opened }) => {
    const who = meIn(call.caller)
    const names = await namesOf(tx, [who])
    const name = names.get(who)?.name ?? nameIn(kept.minutes, who)
    const may = facilitates(kept, opened.standing)
    const by = { now: call.now, actor: who, only: 'text' as const }
    await freezeNotes(tx, kept.gathering, { by: who, now: call.now })
    const minutes = allow(
      approve(await withNotes(tx, kept.minutes), { who, name, facilitates: may, now: call.now }),
    )
    const { sha256 } = await sealMinutes(tx, { kept, minutes, why: 'approved' }, by)
    return { sha256: sha256 ?? '' }
  }),
)

const sharing = serve(shareMinutes, (call) =>
  holding(call, async (held) => {
    insistFacilitator(held)
    await saveVisibility(held.tx, held.kept, call.body, { now: call.now, actor: meIn(call.caller) })
    return { visibility: call.body.visibility }
  }),
)

const unnaming = serve(stayUnnamed, (call) =>
  holding(call, async ({ tx, kept, me }) => {
    const { unnamed } = call.body
    const minutes = allow(askUnnamed(kept.minutes, me, unnamed))
    const facts = [{ kind: 'minutes.naming', data: { who: me, unnamed } }]
    await saveMinutes(tx, { ...kept, minutes }, facts, { now: call.now, actor: me })
    return { unnamed }
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
