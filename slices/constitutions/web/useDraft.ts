/** The draft as a steward changes it: each change at once on the page, kept section by section. */
import { useEffect, useReducer, useRef, useState } from 'react'
import type { Output } from '#kernel/operation.ts'
import { call } from '#web/kit/call.ts'
import { ProblemError } from '#web/kit/problem.ts'
import { changeDraft, type readDraft } from '../api.ts'
import { isObject, type Json, type JsonObject, JsonValue, putAt } from './form/schema.ts'

export type Draft = NonNullable<Output<typeof readDraft>['draft']>
type CircleId = `cir_${string}`

const KEEP_AFTER_MS = 700
const TRY_AGAIN_AFTER_MS = 5000
const MOST_UNDONE = 100

type History = { now: JsonObject; before: JsonObject[]; after: JsonObject[]; touched: string }
type Step =
  | { kind: 'put'; section: string; path: readonly string[]; to: Json }
  | { kind: 'undo' }
  | { kind: 'redo' }
  /** What another steward made of a section: not to be undone. */
  | { kind: 'take'; section: string; part: Json }

function step(history: History, made: Step): History {
  const { now, before, after } = history
  if (made.kind === 'undo') {
    const last = before.at(-1)
    return last
      ? { now: last, before: before.slice(0, -1), after: [now, ...after], touched: '' }
      : history
  }
  if (made.kind === 'redo') {
    const [next, ...rest] = after
    return next ? { now: next, before: [...before, now], after: rest, touched: '' } : history
  }
  if (made.kind === 'take')
    return { ...history, now: { ...now, [made.section]: made.part }, touched: '' }
  const at = [made.section, ...made.path].join('.')
  const typing = typeof made.to === 'string' || isObject(made.to)
  const goesOn = at === history.touched && typing
  return {
    now: { ...now, [made.section]: putAt(now[made.section], made.path, made.to) },
    before: goesOn ? before : [...before, now].slice(-MOST_UNDONE),
    after: [],
    touched: at,
  }
}

export type Conflict = { section: string; sentence: string; theirs: Json; revision: number }

/** What both made of a section, when another steward was faster; null for any other mishap. */
function conflictIn(cause: unknown, section: string): Conflict | null {
  if (!(cause instanceof ProblemError) || cause.problem.name !== 'draft-changed') return null
  const theirs = JsonValue.safeParse(cause.problem['part'])
  const revision = Number(cause.problem['revision'])
  return { section, sentence: cause.problem.title, theirs: theirs.data ?? null, revision }
}

const partsOf = (draft: Draft): JsonObject =>
  Object.fromEntries(
    Object.entries(draft.parts).map(([name, part]) => [name, JsonValue.parse(part)]),
  )

/** Keeps what changed, a section at a time and a moment after it was typed. */
function useKeeping(circle: CircleId, draft: Draft, parts: JsonObject) {
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const [problem, setProblem] = useState<unknown>(null)
  const [kept, setKept] = useState(parts)
  const revisions = useRef<Record<string, number>>(draft.revisions)
  const [busy, setBusy] = useState(false)
  const section = Object.keys(parts).find((name) => parts[name] !== kept[name])
  const part = section === undefined ? null : (parts[section] ?? null)
  useEffect(() => {
    if (conflict || busy || section === undefined) return
    async function keep(name: string) {
      setBusy(true)
      const body = { part, revision: revisions.current[name] ?? 0 }
      try {
        const { revision } = await call(changeDraft, { params: { circle, section: name }, body })
        revisions.current = { ...revisions.current, [name]: revision }
        setProblem(null)
        setKept((before) => ({ ...before, [name]: part }))
      } catch (cause) {
        setConflict(conflictIn(cause, name))
        setProblem(cause)
      } finally {
        setBusy(false)
      }
    }
    const later = setTimeout(() => keep(section), problem ? TRY_AGAIN_AFTER_MS : KEEP_AFTER_MS)
    return () => clearTimeout(later)
  }, [section, part, busy, conflict, circle, problem])
  function settled({ section: name, theirs, revision }: Conflict) {
    revisions.current = { ...revisions.current, [name]: revision }
    setKept((before) => ({ ...before, [name]: theirs }))
    setConflict(null)
    setProblem(null)
  }
  return { saved: section === undefined, problem: conflict ? null : problem, conflict, settled }
}

export function useDraft(circle: CircleId, draft: Draft) {
  const [history, dispatch] = useReducer(step, draft, (given) => ({
    now: partsOf(given),
    before: [],
    after: [],
    touched: '',
  }))
  const parts = history.now
  const { conflict, settled, ...keeping } = useKeeping(circle, draft, parts)
  /** After two changed one section: keeps mine over theirs, or takes theirs. */
  function settle(mine: boolean) {
    if (!conflict) return
    settled(conflict)
    if (!mine) dispatch({ kind: 'take', section: conflict.section, part: conflict.theirs })
  }
  return {
    ...keeping,
    parts,
    conflict,
    settle,
    put: (section: string, path: readonly string[], to: Json) =>
      dispatch({ kind: 'put', section, path, to }),
    undo: history.before.length > 0 ? () => dispatch({ kind: 'undo' }) : null,
    redo: history.after.length > 0 ? () => dispatch({ kind: 'redo' }) : null,
  }
}
