/**
 * Links: only to the web, to mail, or to a page of the hall. An address that is typed becomes one
 * with the space or the new line behind it; one that is pasted over words stands behind them.
 */
import { Mark, markPasteRule } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { asMark } from './specs.ts'

const SAFE = /^(https?:\/\/|mailto:|\/(?!\/))/i
const ADDRESS = /^https?:\/\/\S+$/i
const TYPED = /(?:^|\s)(https?:\/\/\S+?)[.,;:!?)\]]*$/i
const IN_TEXT = /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]]/gi

/** Whether this address may stand behind a link: the web, mail, or a page of the hall. */
export function isSafeLink(address: string): boolean {
  return SAFE.test(address.trim())
}

/** The address as somebody meant it: "lowmeadow.example/rota" is on the web; null when it is none. */
export function addressMeant(text: string): string | null {
  const address = text.trim()
  if (isSafeLink(address)) return address
  if (/^[^\s@:/]+@[^\s@:/]+\.\w+$/u.test(address)) return `mailto:${address}`
  if (/^[^\s:/]+\.[^\s:/.]{2,}(\/\S*)?$/u.test(address)) return `https://${address}`
  return null
}

/** Makes a link of the address right before the cursor, if there is one that is none yet. */
function linkBefore(view: EditorView): void {
  const { $from, empty } = view.state.selection
  const mark = view.state.schema.marks['link']
  if (!mark || !empty || $from.parent.type.spec.code) return
  const before = $from.parent.textBetween(0, $from.parentOffset, undefined, '\uFFFC')
  const found = TYPED.exec(before)
  const address = found?.[1]
  if (!address) return
  const from = $from.start() + before.lastIndexOf(address)
  const to = from + address.length
  if (view.state.doc.rangeHasMark(from, to, mark)) return
  view.dispatch(view.state.tr.addMark(from, to, mark.create({ href: address })))
}

const asTyped = new Plugin({
  props: {
    handleTextInput(view, _from, _to, text) {
      if (text === ' ') linkBefore(view)
      return false
    },
    handleKeyDown(view, { key }) {
      if (key === 'Enter') linkBefore(view)
      return false
    },
    handlePaste(view, { clipboardData }) {
      const href = clipboardData?.getData('text/plain').trim() ?? ''
      const { selection, schema, tr } = view.state
      const mark = schema.marks['link']
      if (!mark || selection.empty || !ADDRESS.test(href)) return false
      view.dispatch(tr.addMark(selection.from, selection.to, mark.create({ href })))
      return true
    },
  },
})

export const link = asMark(
  'link',
  Mark.create({
    name: 'link',
    addPasteRules() {
      const getAttributes = ([href]: RegExpMatchArray) => ({ href })
      return [markPasteRule({ find: IN_TEXT, type: this.type, getAttributes })]
    },
    addProseMirrorPlugins: () => [asTyped],
  }),
)
