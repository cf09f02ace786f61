/**
 * What is talked about, marked in the editor: not in the text itself, only in sight. The hall says
 * where as Yjs positions. While one types the marks move along; what others write makes the editor
 * draw all anew, then they are looked up again.
 */
import { Extension } from '@tiptap/core'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import type { Doc, XmlFragment } from 'yjs'
import type { Passage } from '../../api/comments.ts'
import { findPassage, scriptOf as scriptIn } from '../../rules/passages.ts'
import { FIELD } from '../../rules/schema.ts'
import type { Talk } from '../comments/marks.ts'
import { fromBase64 } from './bytes.ts'
import { linesIn, passageBetween, placesOf, scriptOf } from './script.ts'

export type Talked = { talks: readonly Talk[]; active: string | null }
type State = Talked & { marks: DecorationSet }

const key = new PluginKey<State>('what is talked about')
const READ_AFTER_MS = 250

function isActive({ id }: Talk, active: string | null): Record<string, string> {
  return id === active ? { 'data-active': '' } : {}
}

function insteadOf({ proposal }: Talk): string | null {
  return proposal && proposal.outcome === null && !proposal.stale ? proposal.text : null
}

function drawInstead(words: string): HTMLElement {
  const element = document.createElement('ins')
  element.className = 'instead'
  element.textContent = words
  return element
}

/** The marks as the text stands; `before` where the text and the editor are a moment apart. */
function marksOf(doc: Doc, state: EditorState['doc'], { talks, active, marks: before }: State) {
  if (talks.length === 0) return DecorationSet.empty
  const lines = linesIn(state, doc.getXmlFragment(FIELD))
  const script = scriptIn(doc)
  if (script.text !== scriptOf(lines)) return before
  const marks = talks.flatMap((talk) => {
    const { anchor, quote, words } = talk
    const at = anchor && { from: fromBase64(anchor.from), to: fromBase64(anchor.to) }
    const range = at && findPassage(doc, script, { anchor: at, quote: words ?? quote })
    const places = range ? placesOf(lines, range) : []
    const [instead, last] = [insteadOf(talk), places.at(-1)]
    const attrs = {
      'data-comment': talk.id,
      ...isActive(talk, active),
      ...(instead === null ? {} : { 'data-instead': '' }),
    }
    return [
      ...places.map(({ from, to }) => Decoration.inline(from, to, attrs)),
      ...(instead && last
        ? [Decoration.widget(last.to, () => drawInstead(instead), { side: -1, key: instead })]
        : []),
    ]
  })
  return DecorationSet.create(state, marks)
}

function isFromOthers(tr: Transaction): boolean {
  const told: unknown = tr.getMeta(ySyncPluginKey)
  return typeof told === 'object' && told !== null && 'isChangeOrigin' in told
}

function stateAfter(tr: Transaction, before: State, doc: Doc): State {
  const told: Talked | 'read' | undefined = tr.getMeta(key)
  const now = told === undefined || told === 'read' ? before : { ...before, ...told }
  if (told !== undefined || (tr.docChanged && isFromOthers(tr)))
    return { ...now, marks: marksOf(doc, tr.doc, now) }
  return tr.docChanged ? { ...now, marks: now.marks.map(tr.mapping, tr.doc) } : now
}

/** Looks again a moment after the last change. */
function lookingSoon(view: EditorView) {
  let timer: ReturnType<typeof setTimeout> | undefined
  return {
    update(_: EditorView, before: EditorState) {
      if (before.doc === view.state.doc || !key.getState(view.state)?.talks.length) return
      clearTimeout(timer)
      timer = setTimeout(() => {
        if (!view.isDestroyed) view.dispatch(view.state.tr.setMeta(key, 'read'))
      }, READ_AFTER_MS)
    },
    destroy: () => clearTimeout(timer),
  }
}

/** The extension that marks what is talked about; `showTalked` says what that is. */
export function talked(doc: Doc): Extension {
  return Extension.create({
    name: 'whatIsTalkedAbout',
    addProseMirrorPlugins: () => [
      new Plugin<State>({
        key,
        state: {
          init: () => ({ talks: [], active: null, marks: DecorationSet.empty }),
          apply: (tr, before) => stateAfter(tr, before, doc),
        },
        props: { decorations: (state) => key.getState(state)?.marks },
        view: lookingSoon,
      }),
    ],
  })
}

export function showTalked(view: EditorView, now: Talked): void {
  if (!view.isDestroyed) view.dispatch(view.state.tr.setMeta(key, now))
}

/** The words that are chosen in the editor; nothing chosen: those of the line. */
export function chosenIn(view: EditorView, fragment: XmlFragment): Passage | null {
  const { selection, doc } = view.state
  const { $from, empty, from, to } = selection
  const isLine = empty && $from.parent.isTextblock
  const range = isLine ? { from: $from.start(), to: $from.end() } : { from, to }
  return passageBetween(linesIn(doc, fragment), range)
}
