/**
 * What is carried over into the next note (law 2 of rules/returning.ts), wherever it stands, in its order.
 * 1. Tasks that are not done, and what is set for next time: a paragraph, a point of a list with all
 *    below it, a task though it is done, a heading with all that stands under it.
 * 2. What is carried over is open and set for next time no more; of the tasks in it the done ones stay
 *    behind. A heading stands for no item of the next gathering.
 */
import type { NoteJson } from './tree.ts'

const LISTS = new Set(['bulletList', 'orderedList', 'taskList'])

function isTask({ type }: NoteJson): boolean {
  return type === 'taskItem'
}

function isTrue(value: unknown): boolean {
  return value === true || value === 'true'
}

function isForNext({ attrs = {} }: NoteJson): boolean {
  return isTrue(attrs['next'])
}

function isOpen(task: NoteJson): boolean {
  return !isTrue(task.attrs?.['checked']) || isForNext(task)
}

/** A block as it stands in the next note (law 2); nothing when nothing of it is left. */
function fresh(block: NoteJson): NoteJson[] {
  const { type, attrs = {}, content = [] } = block
  const kept = content.filter((one) => !isTask(one) || isOpen(one)).flatMap(fresh)
  if (content.length > 0 && kept.length === 0)
    return type.startsWith('table') ? [{ ...block, content: [{ type: 'paragraph' }] }] : []
  const { next: _next, item: _item, ...rest } = attrs
  const about = isTask(block) ? { ...rest, checked: false, next: false } : rest
  const shell = block.attrs || isTask(block) ? { ...block, attrs: about } : block
  return [block.content ? { ...shell, content: kept } : shell]
}

/** The words of a block, to leave out tasks in which nothing stands. */
function hasWords({ text, type, content = [] }: NoteJson): boolean {
  return Boolean(text) || type === 'mention' || type === 'picture' || content.some(hasWords)
}

function levelOf({ type, attrs = {} }: NoteJson): number | null {
  return type === 'heading' ? Number(attrs['level'] ?? 2) : null
}

/** A heading with all up to the next heading that is not below it. */
function sectionAt(blocks: readonly NoteJson[], at: number): NoteJson[] {
  const level = levelOf(blocks[at] ?? { type: '' }) ?? 0
  const end = blocks.findIndex((one, place) => place > at && (levelOf(one) ?? 9) <= level)
  return blocks.slice(at, end < 0 ? blocks.length : end)
}

function fromList(list: NoteJson): NoteJson[] {
  return (list.content ?? []).flatMap((entry): NoteJson[] => {
    const { content = [] } = entry
    const whole = isTask(entry) ? isOpen(entry) : isForNext(entry)
    if (whole) return hasWords(entry) ? [{ ...list, content: fresh(entry) }] : []
    return fromBlocks(isTask(entry) ? content.slice(1) : content)
  })
}

function fromBlocks(blocks: readonly NoteJson[]): NoteJson[] {
  const carried: NoteJson[] = []
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at] ?? { type: '' }
    if (LISTS.has(block.type)) carried.push(...fromList(block))
    else if (block.type === 'heading' && isForNext(block)) {
      const under = sectionAt(blocks, at).slice(1)
      const heading = { ...block, attrs: { ...block.attrs, level: 3 } }
      carried.push(...[heading, ...under].flatMap(fresh))
      at += under.length
    } else if (isForNext(block)) carried.push(...fresh(block))
    else carried.push(...fromBlocks(block.content ?? []))
  }
  return carried
}

/** Lists of one kind that stand beside each other are one. */
function joined(blocks: readonly NoteJson[]): NoteJson[] {
  const whole: NoteJson[] = []
  for (const block of blocks) {
    const last = whole.at(-1)
    const alike = last?.type === block.type && LISTS.has(block.type)
    if (last && alike)
      whole.splice(-1, 1, { ...last, content: [...(last.content ?? []), ...(block.content ?? [])] })
    else whole.push(block)
  }
  return whole
}

/** The blocks of a note that are carried over. */
export function carriedFrom(note: NoteJson): NoteJson[] {
  return joined(fromBlocks(note.content ?? []))
}

export type From = { title: string; href: string; heading: string }

/** The section "From last time": a heading, a link back, the blocks. Nothing when nothing is carried. */
export function carriedBlocks(
  blocks: readonly NoteJson[],
  { title, href, heading }: From,
): NoteJson[] {
  if (blocks.length === 0) return []
  const link = { type: 'text', text: title, marks: [{ type: 'link', attrs: { href } }] }
  return [
    { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: heading }] },
    { type: 'paragraph', content: [link] },
    ...blocks,
  ]
}
