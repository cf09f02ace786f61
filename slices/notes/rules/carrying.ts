/**
 * What is carried over into the next note (law 2 of rules/returning.ts): tasks that are not done and
 * whatever is marked for next time, wherever they stand, in their order; done parts of a task's own
 * list stay behind.
 */
import type { NoteJson } from './tree.ts'

function isTask({ type }: NoteJson): boolean {
  return type === 'taskItem'
}

function isTrue(value: unknown): boolean {
  return value === true || value === 'true'
}

function isMarked({ attrs = {} }: NoteJson): boolean {
  return !isTrue(attrs['checked']) || isTrue(attrs['next'])
}

/** A task without what is done below it, open and no longer marked. */
function fresh(task: NoteJson): NoteJson {
  const content = (task.content ?? []).flatMap((child) => {
    if (child.type !== 'taskList') return [child]
    const open = (child.content ?? []).filter(isMarked).map(fresh)
    return open.length > 0 ? [{ ...child, content: open }] : []
  })
  return { ...task, attrs: { ...task.attrs, checked: false, next: false }, content }
}

/** The words of a block, to leave out tasks in which nothing stands. */
function hasWords({ text, type, content = [] }: NoteJson): boolean {
  return Boolean(text) || type === 'mention' || type === 'picture' || content.some(hasWords)
}

/** The tasks that are carried over, as entries of one list. */
export function carriedTasks(note: NoteJson): NoteJson[] {
  return (note.content ?? []).flatMap((block): NoteJson[] => {
    if (!isTask(block)) return carriedTasks(block)
    if (isMarked(block)) return hasWords(block) ? [fresh(block)] : []
    return carriedTasks({ type: block.type, content: (block.content ?? []).slice(1) })
  })
}

export type From = { title: string; href: string; heading: string }

/** The section "From last time": a heading, a link back, the tasks. Nothing when nothing is carried. */
export function carriedBlocks(
  tasks: readonly NoteJson[],
  { title, href, heading }: From,
): NoteJson[] {
  if (tasks.length === 0) return []
  const link = { type: 'text', text: title, marks: [{ type: 'link', attrs: { href } }] }
  return [
    { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: heading }] },
    { type: 'paragraph', content: [link] },
    { type: 'taskList', content: [...tasks] },
  ]
}
