/**
 * Pictures on their way: pasted, dropped or chosen, each shows how far it has come where it will
 * stand, and becomes a picture of the note when the hall has it. What fails says why and goes.
 */
import { Extension } from '@tiptap/core'
import type { Node as Part } from '@tiptap/pm/model'
import {
  type EditorState,
  Plugin,
  PluginKey,
  TextSelection,
  type Transaction,
} from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'

export type Sent = { file: string; width: number | null; height: number | null }

export type Uploading = {
  /** Brings a picture to the hall; tells how far it is, 0 to 1. */
  send: (picture: File, far: (part: number) => void) => Promise<Sent>
  /** What is said while it is on its way. */
  onItsWay: (name: string) => string
  /** It stands at this place and has no words yet. */
  arrived: (place: number) => void
  failed: (cause: unknown, picture: File) => void
  /** It is no picture: only pictures stand in a text. */
  notTaken: (file: File) => void
}

type Waiting = { add: { id: object; at: number; dom: HTMLElement } } | { drop: object }

const key = new PluginKey<DecorationSet>('pictures on their way')

export const isPicture = ({ type }: File): boolean => /^image\/(png|jpeg|gif|webp|avif)$/.test(type)

const MARKUP = /<(style|script|title)\b[\s\S]*?<\/\1\s*>|<!--[\s\S]*?-->|<[^>]*>|&nbsp;/gi

/** Words as a page or a document puts them on the clipboard; beside them it often puts a picture of them. */
function hasWords(data: DataTransfer | null): boolean {
  const html = data?.getData('text/html') ?? ''
  return html.replaceAll(MARKUP, '').trim() !== ''
}

/** Beside what it begins, or after it: never inside a line. In a list or a cell it stays there. */
function placeFor(doc: Part, at: number): number {
  const $at = doc.resolve(at)
  if (!$at.parent.isTextblock) return at
  const isFirst = $at.index($at.depth - 1) === 0
  const mustFollow = isFirst && $at.node($at.depth - 1).type.name.endsWith('Item')
  return $at.parentOffset === 0 && !mustFollow ? $at.before() : $at.after()
}

function placeOf(state: EditorState, id: object): number | null {
  return (
    key.getState(state)?.find(undefined, undefined, (spec) => spec['id'] === id)[0]?.from ?? null
  )
}

function drawProgress(words: string): { dom: HTMLElement; bar: HTMLProgressElement } {
  const dom = document.createElement('div')
  const label = document.createElement('span')
  const bar = document.createElement('progress')
  dom.className = 'on-its-way'
  dom.contentEditable = 'false'
  label.textContent = words
  bar.max = 1
  bar.setAttribute('aria-label', words)
  dom.append(label, bar)
  return { dom, bar }
}

/** Where there is no line at the cursor, one comes below: what is typed next does not replace the picture. */
function goOnAfter(tr: Transaction, at: number): void {
  const line = tr.doc.type.schema.nodes['paragraph']?.create()
  if (tr.selection instanceof TextSelection || !line) return
  tr.insert(at, line).setSelection(TextSelection.create(tr.doc, at + 1))
}

function insert(view: EditorView, id: object, { file, width, height }: Sent): number | null {
  const at = placeOf(view.state, id)
  const { tr, schema } = view.state
  tr.setMeta(key, { drop: id } satisfies Waiting)
  const picture = schema.nodes['picture']?.create({ file, alt: '', width, height })
  if (at === null || !picture) {
    view.dispatch(tr)
    return null
  }
  const stands = placeFor(tr.doc, at)
  tr.insert(stands, picture)
  goOnAfter(tr, stands + picture.nodeSize)
  view.dispatch(tr)
  let found: number | null = null
  view.state.doc.descendants((part, where) => {
    if (part.type.name === 'picture' && part.attrs['file'] === file) found = where
    return found === null
  })
  return found
}

/** Brings a picture into the note at a place. */
export async function bringPicture(
  view: EditorView,
  picture: File,
  at: number,
  { send, onItsWay, arrived, failed }: Uploading,
): Promise<void> {
  const id = {}
  const { dom, bar } = drawProgress(onItsWay(picture.name))
  view.dispatch(view.state.tr.setMeta(key, { add: { id, at, dom } } satisfies Waiting))
  try {
    const sent = await send(picture, (part) => {
      bar.value = part
    })
    if (view.isDestroyed) return
    const place = insert(view, id, sent)
    if (place !== null) arrived(place)
  } catch (cause) {
    if (!view.isDestroyed) view.dispatch(view.state.tr.setMeta(key, { drop: id } satisfies Waiting))
    failed(cause, picture)
  }
}

function withWaiting(tr: Transaction, before: DecorationSet): DecorationSet {
  const moved = before.map(tr.mapping, tr.doc)
  const told: Waiting | undefined = tr.getMeta(key)
  if (!told) return moved
  if ('drop' in told)
    return moved.remove(moved.find(undefined, undefined, (spec) => spec['id'] === told.drop))
  const { id, at, dom } = told.add
  return moved.add(tr.doc, [Decoration.widget(at, dom, { id, side: -1 })])
}

/** The extension: takes pictures that are pasted or dropped. */
export function uploads(uploading: Uploading): Extension {
  const bring = (view: EditorView, files: File[], at: number): boolean => {
    for (const file of files) {
      if (isPicture(file)) void bringPicture(view, file, at, uploading)
      else uploading.notTaken(file)
    }
    return files.length > 0
  }
  return Extension.create({
    name: 'uploads',
    addProseMirrorPlugins: () => [
      new Plugin<DecorationSet>({
        key,
        state: { init: () => DecorationSet.empty, apply: withWaiting },
        props: {
          decorations: (state) => key.getState(state),
          handlePaste: (view, { clipboardData: data }) =>
            !hasWords(data) && bring(view, [...(data?.files ?? [])], view.state.selection.from),
          handleDrop(view, event) {
            const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos
            const files = [...(event.dataTransfer?.files ?? [])]
            return bring(view, files, at ?? view.state.selection.from)
          },
        },
      }),
    ],
  })
}
