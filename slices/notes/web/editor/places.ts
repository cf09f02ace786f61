/** A place in the text that stays with its words while others write around it. */
import type { Editor, JSONContent } from '@tiptap/core'
import {
  absolutePositionToRelativePosition,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
} from '@tiptap/y-tiptap'

/** Holds a place; answers where it is by then, null when its words are gone. */
export function holdPlace(editor: Editor, place: number): () => number | null {
  const { type, binding } = ySyncPluginKey.getState(editor.state)
  const held = absolutePositionToRelativePosition(place, type, binding.mapping)
  return () => {
    const { doc, type: now, binding: bound } = ySyncPluginKey.getState(editor.state)
    return relativePositionToAbsolutePosition(doc, now, held, bound.mapping)
  }
}

/** Puts blocks at the end of the note, in place of an empty last line, and goes there. */
export function putAtEnd(editor: Editor, blocks: JSONContent[]): void {
  const { content, lastChild } = editor.state.doc
  const isBare = lastChild?.type.name === 'paragraph' && lastChild.content.size === 0
  const from = content.size - (isBare ? lastChild.nodeSize : 0)
  editor
    .chain()
    .insertContentAt({ from, to: content.size }, blocks)
    .focus('end')
    .scrollIntoView()
    .run()
}

/** Where the section of an item of the running order ends; null when it has none. */
export function endOfItem(editor: Editor, item: string): number | null {
  let end: number | null = null
  let isIn = false
  editor.state.doc.forEach((part, at) => {
    const of = part.type.name === 'heading' ? part.attrs['item'] : null
    if (of) isIn = of === item
    if (isIn) end = at + part.nodeSize
  })
  return end
}
