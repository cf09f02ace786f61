/** Comments on notes, over HTTP. */
import type { Transaction } from '#kernel/database.ts'
import { Refused } from '#kernel/problem.ts'
import type { Refusal } from '#kernel/change.ts'
import { type Call, type Serving, serve } from '#kernel/serve.ts'
import * as api from '../api/comments.ts'
import {
  type Asking,
  MOST_ANSWERS,
  MOST_COMMENTS,
  mayResolve,
  mayRewrite,
  mayTakeBack,
  TALKS_AT_ONCE,
} from '../rules/comments.ts'
import { anchorOf, meantBy } from '../rules/passages.ts'
import { reaches } from '../rules/rights.ts'
import {
  addAnswer,
  beginTalk,
  type Comment,
  countComments,
  countTalks,
  holdComment,
  setComment,
  talksOf,
} from '../store/comments.ts'
import type { Note } from '../store/notes.ts'
import { noteOf } from '../store/notes.ts'
import { keepsNote } from '../store/standing.ts'
import type { CommentId, NoteId } from '../store/tables.ts'
import { shownTalks } from '../store/talks.ts'
import { askingAbout } from './commenting.ts'
import { heldNote } from './held.ts'
import { sheetFor } from './sheets.ts'

const list = serve(api.listComments, async ({ hall, db, caller, params, query }) => {
  const note = await noteOf(db, params.note)
  if (!note) throw new Refused('not-found')
  const found = await talksOf(db, note.id, query)
  const talks = found.slice(0, TALKS_AT_ONCE)
  const isPlaced = query.state === 'open' && talks.length > 0
  const sheet = isPlaced ? await sheetFor(hall, db, note) : null
  const [shown, counts, { approved, right }, keeps] = await Promise.all([
    shownTalks(db, talks, sheet),
    countTalks(db, note.id),
    askingAbout(db, caller, note),
    keepsNote(db, caller, note),
  ])
  const writes = reaches(right, 'write') && !approved
  return {
    talks: shown,
    more: found.length > talks.length,
    ...counts,
    may: {
      comment: !approved,
      resolve: writes,
      take: writes && note.locked_at === null,
      hide: keeps,
    },
  }
})

/** As whom the caller speaks; the policy has seen that they are somebody. */
export async function speakerIn(
  tx: Transaction,
  { caller }: Pick<Call, 'caller'>,
  note: Note,
): Promise<Asking & { who: string }> {
  const asking = await askingAbout(tx, caller, note)
  const { who } = asking
  if (who === null) throw new Refused('only-reads')
  if (asking.approved) throw new Refused('note-approved')
  return { ...asking, who }
}

/** Refuses `too-many-comments` where there are very many (law 7). */
async function holdRoom(tx: Transaction, note: NoteId, talk: CommentId | null): Promise<void> {
  const { all, answers } = await countComments(tx, note, talk)
  if (all >= MOST_COMMENTS || answers >= MOST_ANSWERS) throw new Refused('too-many-comments')
}

type About = Pick<Call, 'hall' | 'transact' | 'caller' | 'now'>

/** Begins a talk; refuses `words-changed` where the words that were meant are not there. */
export async function speakUp(
  { hall, transact, caller, now }: About,
  id: NoteId,
  { passage, text, proposed }: { passage: api.Passage; text: string; proposed: string | null },
  fits: (range: { from: number; to: number }, sheet: Awaited<ReturnType<typeof sheetFor>>) => void,
): Promise<CommentId> {
  return transact(async (tx) => {
    const note = await heldNote(tx, id)
    const { who } = await speakerIn(tx, { caller }, note)
    await holdRoom(tx, id, null)
    const sheet = await sheetFor(hall, tx, note)
    const range = meantBy(sheet.script, passage, passage.quote)
    const anchor = range && anchorOf(sheet.script, range)
    if (!range || !anchor) throw new Refused('words-changed')
    fits(range, sheet)
    const about = { quote: passage.quote, anchor, proposed }
    return beginTalk(tx, { note: id, who, text, now }, about)
  })
}

const make = serve(api.makeComment, async (call) => {
  const { passage, text } = call.body
  const saying = { passage, text, proposed: null }
  return { comment: await speakUp(call, call.params.note, saying, () => {}) }
})

const answer = serve(api.answerComment, async ({ params, body, caller, now, transact }) =>
  transact(async (tx) => {
    const note = await heldNote(tx, params.note)
    const { who } = await speakerIn(tx, { caller }, note)
    const talk = await holdComment(tx, note.id, params.comment)
    if (!talk || talk.answers !== null) throw new Refused('not-found')
    await holdRoom(tx, note.id, talk.id)
    return { comment: await addAnswer(tx, { note: note.id, who, text: body.text, now }, talk.id) }
  }),
)

type OnComment = Pick<Call<typeof api.takeCommentBack>, 'params' | 'caller' | 'transact'>

/** Changes one comment of a note that is held, once the rule has nothing against it. */
export async function onComment(
  { params, caller, transact }: OnComment,
  rule: (comment: Comment, asking: Asking) => Refusal | null,
  change: (
    tx: Transaction,
    held: { comment: Comment; note: Note; who: string | null },
  ) => Promise<void>,
): Promise<Record<string, never>> {
  return transact(async (tx) => {
    const note = await heldNote(tx, params.note)
    const comment = await holdComment(tx, note.id, params.comment)
    if (!comment) throw new Refused('not-found')
    const asking = await askingAbout(tx, caller, note)
    const refusal = rule(comment, asking)
    if (refusal) throw new Refused(refusal.refused)
    await change(tx, { comment, note, who: asking.who })
    return {}
  })
}

const change = serve(api.changeComment, async (call) =>
  onComment(call, mayRewrite, async (tx, { comment, who }) => {
    const { body, now } = call
    if (comment.text === body.text) return
    await setComment(tx, comment, { text: body.text, changed_at: now }, 'changed', { who, now })
  }),
)

const takeBack = serve(api.takeCommentBack, async (call) =>
  onComment(call, mayTakeBack, async (tx, { comment, who }) => {
    const { now } = call
    if (comment.taken_at !== null) return
    const set = { text: '', taken_at: now, ...(comment.proposed !== null && { proposed: '' }) }
    await setComment(tx, comment, set, 'taken-back', { who, now })
  }),
)

const resolve = serve(api.resolveComment, async (call) =>
  onComment(call, mayResolve, async (tx, { comment, who }) => {
    const { now, body } = call
    if (comment.answers !== null) throw new Refused('not-found')
    if (body.resolved === (comment.resolved_at !== null)) return
    const set = body.resolved
      ? { resolved_at: now, resolved_by: who }
      : { resolved_at: null, resolved_by: null }
    await setComment(tx, comment, set, body.resolved ? 'resolved' : 'reopened', { who, now })
  }),
)

const hide = serve(api.hideComment, async (call) =>
  onComment(
    call,
    () => null,
    async (tx, { comment }) => {
      const { now, body, caller } = call
      const who = caller.person
      const set =
        body.why === null
          ? { hidden_at: null, hidden_by: null, hidden_why: null }
          : { hidden_at: now, hidden_by: who, hidden_why: body.why }
      await setComment(tx, comment, set, body.why === null ? 'shown' : 'hidden', { who, now })
    },
  ),
)

export const commentServings: readonly Serving[] = [
  list,
  make,
  answer,
  change,
  takeBack,
  resolve,
  hide,
]
