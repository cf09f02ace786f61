/** Setting for next time what the cursor is in: a task, a point of a list, a heading, a paragraph. */
import type { Command, Editor } from '@tiptap/core'
import type { Node as Part, ResolvedPos } from '@tiptap/pm/model'

const ITEMS = new Set(['listItem', 'taskItem'])

/** The place of the innermost that can be set, itself; null in code and the like. */
function settable({ $from }: { $from: ResolvedPos }): { place: number; part: Part } | null {
  const { depth } = $from
  const above = depth > 1 && ITEMS.has($from.node(depth - 1).type.name) ? depth - 1 : depth
  const part = $from.node(above)
  const can = above > 0 && part.type.spec.attrs && 'next' in part.type.spec.attrs
  return can ? { place: $from.before(above), part } : null
}

/** Whether it is set; null where nothing can be. */
export function isForNext({ state }: Editor): boolean | null {
  const found = settable(state.selection)
  return found && found.part.attrs['next'] === true
}

/** Sets it for next time, or no more. */
export const toggleNext: Command = ({ tr, dispatch }) => {
  const found = settable(tr.selection)
  if (!found) return false
  const { place, part } = found
  const off = part.type.name === 'taskItem' ? false : null
  if (dispatch)
    tr.setNodeMarkup(place, undefined, { ...part.attrs, next: part.attrs['next'] ? off : true })
  return true
}
