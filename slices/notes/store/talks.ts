/** What was said about a note, as it is shown: with names, and with where its passages stand now. */
import type * as Y from 'yjs'
import type { Reader } from '#kernel/database.ts'
import { type Name, namesOf, shownName, whoIn } from '#slices/people/index.ts'
import { anchorOf, findPassage, type Script, scriptOf, spanOf } from '../rules/passages.ts'
import { stepsBetween } from '../rules/suggesting.ts'
import { answersTo, type Comment } from './comments.ts'

type Names = ReadonlyMap<string, Name>

function nameIn(names: Names, who: string | null): string | null {
  const name = who === null ? undefined : names.get(who)
  return name ? shownName(name) : null
}

function saidBy(comment: Comment, names: Names) {
  const { id, who, text, made_at, changed_at, taken_at, hidden_at, hidden_by, hidden_why } = comment
  const isGone = taken_at !== null || hidden_at !== null
  return {
    id,
    who: whoIn(names, who),
    text: isGone ? null : text,
    madeAt: made_at,
    changedAt: changed_at,
    takenAt: taken_at,
    hidden:
      hidden_at === null || taken_at !== null
        ? null
        : { by: nameIn(names, hidden_by), why: hidden_why ?? '' },
  }
}

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

/** The document that passages are looked for in, with its script. */
export type Sheet = { doc: Y.Doc; script: Script }
export const sheetOf = (doc: Y.Doc): Sheet => ({ doc, script: scriptOf(doc) })

/** Where the passage of a talk stands now, and its words there; null when it is gone. */
export function passageOf({ quote, anchor_from, anchor_to }: Comment, { doc, script }: Sheet) {
  if (quote === null || anchor_from === null || anchor_to === null) return null
  const range = findPassage(doc, script, { anchor: { from: anchor_from, to: anchor_to }, quote })
  return range && { range, words: script.text.slice(range.from, range.to) }
}

function proposalOf(comment: Comment, words: string | null) {
  const { proposed, quote, outcome, outcome_why, taken_at, hidden_at } = comment
  if (proposed === null || taken_at !== null || hidden_at !== null) return null
  return {
    text: proposed,
    steps: stepsBetween(quote ?? '', proposed),
    outcome,
    why: outcome_why,
    stale: outcome === null && words !== quote,
  }
}

function whosIn(comments: readonly Comment[]): string[] {
  return comments.flatMap(({ who, hidden_by, resolved_by }) =>
    [who, hidden_by, resolved_by].filter((one) => one !== null),
  )
}

/** The talks that these comments began; `sheet` null: where they stand is not asked. */
export async function shownTalks(db: Reader, talks: readonly Comment[], sheet: Sheet | null) {
  const answers = await answersTo(
    db,
    talks.map(({ id }) => id),
  )
  const names = await namesOf(db, whosIn([...talks, ...answers]))
  return talks.map((talk) => {
    const found = sheet && passageOf(talk, sheet)
    const anchor = found && anchorOf(sheet.script, found.range)
    const { resolved_at: at, resolved_by } = talk
    return {
      ...saidBy(talk, names),
      quote: talk.quote ?? '',
      words: found?.words ?? null,
      place: found && spanOf(sheet.script, found.range),
      anchor: anchor && { from: base64(anchor.from), to: base64(anchor.to) },
      proposal: proposalOf(talk, found?.words ?? null),
      resolved: at === null ? null : { at, by: nameIn(names, resolved_by) },
      answers: answers
        .filter((answer) => answer.answers === talk.id)
        .map((answer) => saidBy(answer, names)),
    }
  })
}
