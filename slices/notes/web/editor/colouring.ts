/**
 * Who wrote what, shown in the editor: each piece in its writer's tint and stroke with their name,
 * each block with the names of its writers at its margin. Read anew a moment after a change; until
 * then the marks move with the text.
 */
import { Extension } from '@tiptap/core'
import type { Node as Part } from '@tiptap/pm/model'
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import type { XmlFragment } from 'yjs'
import { type Author, styleOf } from '../authors.ts'
import { writtenIn } from './written.ts'

const READ_AFTER_MS = 250

export type Colouring = {
  /** Whether it is shown now. */
  shown: boolean
  /** Who a client is; null while that is not known yet. */
  authorOf: (client: number) => Author | null
}

type State = Colouring & { marks: DecorationSet }

const START: State = { shown: false, authorOf: () => null, marks: DecorationSet.empty }
const key = new PluginKey<State>('who wrote what')

function decorationsOf(
  doc: Part,
  fragment: XmlFragment,
  authorOf: Colouring['authorOf'],
): DecorationSet {
  const { pieces, blocks } = writtenIn(fragment)
  // The text and the editor may be a moment apart: what does not fit is left for the next reading.
  if ((blocks.at(-1)?.to ?? 0) > doc.content.size) return DecorationSet.empty
  const marks = pieces.flatMap(({ client, from, to }) => {
    const author = authorOf(client)
    if (!author) return []
    const { who, name, tint, stroke } = author
    const look = { class: `by-${tint} stroke-${stroke}`, style: styleOf(author) }
    const attrs = { 'data-by': who, title: name, ...look }
    return [Decoration.inline(from, to, attrs)]
  })
  const margins = blocks.flatMap(({ from, to, clients }) => {
    const names = new Set([...clients].flatMap((client) => authorOf(client)?.name ?? []))
    if (names.size === 0) return []
    return [Decoration.node(from, to, { 'data-names': [...names].join(', ') })]
  })
  return DecorationSet.create(doc, [...marks, ...margins])
}

/** Reads who wrote what a moment after the last change, not with every key. */
function readingSoon(view: EditorView): { soon: () => void; stop: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined
  return {
    soon() {
      clearTimeout(timer)
      timer = setTimeout(() => {
        if (!view.isDestroyed) view.dispatch(view.state.tr.setMeta(key, 'read'))
      }, READ_AFTER_MS)
    },
    stop: () => clearTimeout(timer),
  }
}

/** What is shown after a change: read anew when that was asked for, else moved with the text. */
function stateAfter(tr: Transaction, before: State, fragment: XmlFragment): State {
  const told: Colouring | 'read' | undefined = tr.getMeta(key)
  const now = told === undefined || told === 'read' ? before : { ...before, ...told }
  if (!now.shown) return { ...now, marks: DecorationSet.empty }
  if (told !== undefined) return { ...now, marks: decorationsOf(tr.doc, fragment, now.authorOf) }
  return { ...now, marks: now.marks.map(tr.mapping, tr.doc) }
}

/** The extension that shows it; `recolour` says whether, and who is who. */
export function colouring(fragment: XmlFragment): Extension {
  return Extension.create({
    name: 'whoWroteWhat',
    addProseMirrorPlugins: () => [
      new Plugin<State>({
        key,
        state: {
          init: () => START,
          apply: (tr, before) => stateAfter(tr, before, fragment),
        },
        props: { decorations: (state) => key.getState(state)?.marks },
        view(view) {
          const { soon, stop } = readingSoon(view)
          return {
            update(_, before) {
              if (key.getState(view.state)?.shown && before.doc !== view.state.doc) soon()
            },
            destroy: stop,
          }
        },
      }),
    ],
  })
}

/** The toggle was pressed, or somebody became known. */
export function recolour(view: EditorView, colours: Colouring): void {
  if (!view.isDestroyed) view.dispatch(view.state.tr.setMeta(key, colours))
}
