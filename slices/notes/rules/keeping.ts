/**
 * Changing what a note is.
 * 1. A note can be named anew, put away and brought back, and say how it returns, until it is
 *    approved; then it stays as it is, but it may still be put away and brought back.
 * 2. What is as it was already changes nothing.
 */
import { type Fact, type Refusal, refuse } from '#kernel/change.ts'
import type { Instant } from '#kernel/clock.ts'
import type { Returns } from './returning.ts'

export type Wish = {
  title?: string | undefined
  rested?: boolean | undefined
  template?: boolean | undefined
  returns?: Returns | undefined
}
export type Stands = {
  title: string
  template: boolean
  returns: Returns
  rested_at: Instant | null
  approved_at: Instant | null
}
type Set = Partial<Omit<Stands, 'approved_at'>>

/** What changes and what is told of it: refuses `note-approved`. */
export function changeNote(
  note: Stands,
  { title, rested, template, returns }: Wish,
  now: Instant,
): { set: Set; facts: Fact[] } | Refusal {
  const set: Set = {}
  const facts: Fact[] = []
  if (title !== undefined && title !== note.title) {
    set.title = title
    facts.push({ kind: 'note.renamed', data: { title, before: note.title } })
  }
  if (template !== undefined && template !== note.template) {
    set.template = template
    facts.push({ kind: 'note.template', data: { template } })
  }
  if (returns !== undefined && returns !== note.returns) {
    set.returns = returns
    facts.push({ kind: 'note.returns', data: { returns } })
  }
  if (facts.length > 0 && note.approved_at) return refuse('note-approved')
  if (rested !== undefined && rested !== (note.rested_at !== null)) {
    set.rested_at = rested ? now : null
    facts.push({ kind: rested ? 'note.rested' : 'note.brought-back', data: {} })
  }
  return { set, facts }
}
