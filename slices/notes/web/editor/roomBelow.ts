/**
 * A press below the last line goes on there: below a table, a picture or code with a new line. It is
 * made when somebody wants it, not when they open the note: who only opens it writes nothing.
 */
import { Extension } from '@tiptap/core'
import { Plugin, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

function goOnBelow(view: EditorView): boolean {
  const { doc, schema, tr } = view.state
  const paragraph = schema.nodes['paragraph']
  if (!paragraph) return false
  if (doc.lastChild?.type !== paragraph) tr.insert(doc.content.size, paragraph.create())
  tr.setSelection(TextSelection.atEnd(tr.doc))
  view.dispatch(tr)
  view.focus()
  return true
}

export const roomBelow = Extension.create({
  name: 'roomBelow',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handleDOMEvents: {
          mousedown(view, event) {
            const bottom = view.dom.lastElementChild?.getBoundingClientRect().bottom
            if (event.target !== view.dom || bottom === undefined || event.clientY < bottom)
              return false
            event.preventDefault()
            return goOnBelow(view)
          },
        },
      },
    }),
  ],
})
