/**
 * Where the others write: a caret with a name, and what they have marked. Sent at most five times a
 * second; above thirty writers nobody sees the others' any more, there the text alone tells.
 */
import { Extension } from '@tiptap/core'
import type { DecorationAttrs } from '@tiptap/pm/view'
import { yCursorPlugin } from '@tiptap/y-tiptap'
import { Awareness } from 'y-protocols/awareness'
import type { Doc } from 'yjs'
import { tintOf } from '#web/kit/tint.ts'

export const SENT_EVERY_MS = 200
export const SHOWN_AMONG = 30

/** Who is present, where one's own cursor is told calmly. */
export class CalmAwareness extends Awareness {
  #next: { value: unknown } | null = null
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(doc: Doc) {
    super(doc)
    doc.on('destroy', () => clearTimeout(this.#timer))
  }

  override setLocalStateField(field: string, value: unknown): void {
    if (field !== 'cursor') return super.setLocalStateField(field, value)
    const isResting = this.#timer === undefined
    this.#next = { value }
    if (isResting) this.#tell()
  }

  #tell(): void {
    if (this.#next === null) {
      this.#timer = undefined
      return
    }
    super.setLocalStateField('cursor', this.#next.value)
    this.#next = null
    this.#timer = setTimeout(() => this.#tell(), SENT_EVERY_MS)
  }
}

type Writer = { who: string; name: string }

/** Whom an awareness names: what the hall says of them, never what they say of themselves. */
export function writerIn(state: unknown): Writer | null {
  if (typeof state !== 'object' || state === null || !('user' in state)) return null
  const { user } = state
  if (typeof user !== 'object' || user === null || !('name' in user)) return null
  const who = 'who' in user ? String(user.who) : ''
  return { who, name: String(user.name) }
}

function drawCaret(user: Partial<Writer>): HTMLElement {
  const caret = document.createElement('span')
  const flag = document.createElement('bdi')
  caret.className = `caret by-${tintOf(user.who ?? '')}`
  flag.textContent = user.name ?? ''
  caret.append('\u2060', flag, '\u2060')
  return caret
}

function drawMarked(user: Partial<Writer>): DecorationAttrs {
  return { class: `marked by-${tintOf(user.who ?? '')}` }
}

/** The carets of the others. */
export function cursors(awareness: Awareness): Extension {
  return Extension.create({
    name: 'cursors',
    addProseMirrorPlugins: () => [
      yCursorPlugin(awareness, {
        cursorBuilder: drawCaret,
        selectionBuilder: drawMarked,
        awarenessStateFilter: (mine: number, theirs: number) =>
          mine !== theirs && awareness.getStates().size <= SHOWN_AMONG,
      }),
    ],
  })
}
