/** A task as a line of text: `[ ] what (@who, until day, next time)`. */
import type { Part } from '../authored.ts'

const BOX = /^\[([ xX])\](?:\s+|$)/
const ABOUT =
  /\s*\((?:@(?<who>[^,()]{1,120}))?(?:(?:^|, |(?<=\())until (?<day>\d{4}-\d{2}-\d{2}))?(?:(?:, |(?<=\())(?<next>next time))?\)$/

/** Makes a point that begins with a box a task. */
export function asTask(item: Part): void {
  const words = item.content?.[0]
  const first = words?.content?.[0]
  const box = first?.type === 'text' ? BOX.exec(first.text ?? '') : null
  if (!words || !first || !box) return
  item.type = 'taskItem'
  item.attrs = { checked: box[1] !== ' ' }
  first.text = (first.text ?? '').slice(box[0].length)
  const last = words.content?.at(-1)
  const about = last?.type === 'text' && !last.marks ? ABOUT.exec(last.text ?? '') : null
  const { who, day, next } = about?.groups ?? {}
  if (last && about && (who || day || next)) {
    last.text = (last.text ?? '').slice(0, about.index)
    item.attrs = { ...item.attrs, ownerName: who ?? null, day: day ?? null, next: Boolean(next) }
  }
  words.content = (words.content ?? []).filter(({ type, text }) => type !== 'text' || text)
}

/** What stands in brackets behind a task; empty when nothing is known. */
export function aboutTask(attrs: Record<string, unknown> | undefined): string {
  const { ownerName, day, next } = attrs ?? {}
  const parts = [
    ownerName ? `@${String(ownerName).replaceAll(/[,()]/g, ' ').trim()}` : '',
    day ? `until ${String(day)}` : '',
    next ? 'next time' : '',
  ].filter(Boolean)
  return parts.length > 0 ? ` (${parts.join(', ')})` : ''
}
