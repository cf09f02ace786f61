/**
 * Tasks: a box to tick, the words, and at the end who does it, until when, and whether it returns
 * next time. The button at the end asks for these three.
 */
import type { Editor, Node } from '@tiptap/core'
import { TaskItem } from '@tiptap/extension-list'
import type { Node as Part } from '@tiptap/pm/model'
import type { NodeView } from '@tiptap/pm/view'
import { asNode } from './specs.ts'

export type Task = {
  checked: boolean
  owner: string | null
  ownerName: string | null
  day: string | null
  next: boolean
}

export type TaskWords = {
  done: (text: string) => string
  /** "Chiara · 10 December · next time", or what to say when nothing is known yet. */
  about: (task: Task) => string
  ask: (text: string) => string
  /** Somebody wants to say who does it: the place of the task in the note. */
  open: (place: number, anchor: HTMLElement) => void
}

/** The task that a part of the note states. */
export function taskOf({ attrs }: Part): Task {
  const { checked, owner, ownerName, day, next } = attrs
  return { checked: checked === true, owner, ownerName, day, next: next === true }
}

function setTask(editor: Editor, place: number, change: Partial<Task>): void {
  editor.commands.command(({ tr }) => {
    const part = tr.doc.nodeAt(place)
    if (part?.type.name !== 'taskItem') return false
    tr.setNodeMarkup(place, undefined, { ...part.attrs, ...change })
    return true
  })
}

/** The innermost task around the cursor: its place, itself. */
export function taskAround(editor: Editor): { place: number; task: Task } | null {
  const { $from } = editor.state.selection
  for (let depth = $from.depth; depth > 0; depth--) {
    const part = $from.node(depth)
    if (part.type.name === 'taskItem') return { place: $from.before(depth), task: taskOf(part) }
  }
  return null
}

export { setTask }

function drawTask(part: Part, editor: Editor, placeOf: () => number | undefined, words: TaskWords) {
  const dom = document.createElement('li')
  const box = document.createElement('input')
  const tick = document.createElement('label')
  const contentDOM = document.createElement('div')
  const about = document.createElement('button')
  box.type = 'checkbox'
  about.type = 'button'
  about.contentEditable = 'false'
  tick.contentEditable = 'false'
  dom.dataset['type'] = 'task'
  tick.append(box)
  dom.append(tick, contentDOM, about)
  const show = (now: Part): void => {
    const task = taskOf(now)
    const text = now.firstChild?.textContent ?? ''
    dom.dataset['checked'] = String(task.checked)
    dom.toggleAttribute('data-told', task.ownerName !== null || task.day !== null || task.next)
    box.checked = task.checked
    box.setAttribute('aria-label', words.done(text))
    about.textContent = words.about(task)
    about.setAttribute('aria-label', `${words.about(task)}. ${words.ask(text)}`)
  }
  box.addEventListener('change', () => {
    const place = placeOf()
    if (place !== undefined) setTask(editor, place, { checked: box.checked })
  })
  about.addEventListener('click', () => {
    const place = placeOf()
    if (place !== undefined) words.open(place, about)
  })
  show(part)
  return { dom, contentDOM, show, controls: [tick, about] }
}

/** The node of a task. */
export function taskItem(words: TaskWords): Node {
  return asNode('taskItem', TaskItem.configure({ nested: true })).extend({
    addNodeView() {
      return ({ node, editor, getPos }): NodeView => {
        const { dom, contentDOM, show, controls } = drawTask(node, editor, getPos, words)
        return {
          dom,
          contentDOM,
          update(now) {
            if (now.type !== node.type) return false
            show(now)
            return true
          },
          stopEvent: ({ target }) =>
            controls.some((one) => target instanceof globalThis.Node && one.contains(target)),
          ignoreMutation: (change) =>
            change.type !== 'selection' && !contentDOM.contains(change.target),
        }
      }
    },
  })
}
