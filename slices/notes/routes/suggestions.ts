/** Suggestions of other words, over HTTP. */
import { Refused } from '#kernel/problem.ts'
import { type Serving, serve } from '#kernel/serve.ts'
import * as api from '../api/comments.ts'
import { type Asking, mayClose, mayRewrite } from '../rules/comments.ts'
import { anchorOf, type Range, textAt } from '../rules/passages.ts'
import { type Comment, setComment } from '../store/comments.ts'
import { writeSuggestion } from '../store/suggestions.ts'
import { passageOf, type Sheet } from '../store/talks.ts'
import { onComment, speakUp } from './comments.ts'
import { sheetFor } from './sheets.ts'

/** Refuses what is no other words, or goes beyond one text. */
function holdFit(words: string, range: Range, { script }: Sheet): void {
  if (!textAt(script, range)) throw new Refused('one-text-only')
  if (script.text.slice(range.from, range.to) === words) throw new Refused('nothing-suggested')
}

const suggest = serve(api.suggestWords, async (call) => {
  const { passage, text, words } = call.body
  const saying = { passage, text, proposed: words }
  const comment = await speakUp(call, call.params.note, saying, (range, sheet) =>
    holdFit(words, range, sheet),
  )
  return { comment }
})

const mayRenew = (comment: Comment, asking: Asking) =>
  mayRewrite(comment, asking) ?? mayClose(comment)

const renew = serve(api.suggestAnew, async (call) =>
  onComment(call, mayRenew, async (tx, { comment, note, who }) => {
    const { words } = call.body
    const sheet = await sheetFor(call.hall, tx, note)
    const found = passageOf(comment, sheet)
    const anchor = found && anchorOf(sheet.script, found.range)
    if (!found || !anchor) throw new Refused('suggestion-stale')
    holdFit(words, found.range, sheet)
    const set = {
      proposed: words,
      quote: found.words,
      anchor_from: Buffer.from(anchor.from),
      anchor_to: Buffer.from(anchor.to),
      changed_at: call.now,
    }
    await setComment(tx, comment, set, 'changed', { who, now: call.now })
  }),
)

const accept = serve(api.acceptSuggestion, async (call) =>
  onComment(call, mayClose, async (tx, { comment, note, who }) => {
    const { now } = call
    if (note.approved_at !== null) throw new Refused('note-approved')
    await writeSuggestion(tx, comment, { by: who, now })
    const set = { outcome: 'accepted', resolved_at: now, resolved_by: who } as const
    await setComment(tx, comment, set, 'accepted', { who, now })
  }),
)

const refuse = serve(api.refuseSuggestion, async (call) =>
  onComment(call, mayClose, async (tx, { comment, who }) => {
    const { now, body } = call
    const closed = { resolved_at: now, resolved_by: who }
    const set = { outcome: 'refused', outcome_why: body.why, ...closed } as const
    await setComment(tx, comment, set, 'refused', { who, now })
  }),
)

export const suggestionServings: readonly Serving[] = [suggest, renew, accept, refuse]
