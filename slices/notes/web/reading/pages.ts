/**
 * A note as it is read: pieces of HTML from the hall, put on the page by their keys. Only what
 * changed is touched, so that nothing jumps under the eyes of who reads.
 */
import type { Output } from '#kernel/operation.ts'
import type { readNoteText } from '../../api/reading.ts'
import type { Mark, Marks } from '../comments/marks.ts'
import { markPiece } from '../comments/script.ts'

export type Piece = Output<typeof readNoteText>['pieces'][number]

/** What the page says where the schema only has marks: who does a task, until when. */
export type ReadWords = {
  done: (text: string) => string
  /** Null when nothing is known of a task but its words. */
  about: (task: DOMStringMap) => string | null
}

type Held = { element: HTMLElement; html: string }
/** What stands on the page, by key; belongs to one root. */
export type Sheet = Map<string, Held>

function tickOf(task: HTMLElement, words: ReadWords): HTMLLabelElement {
  const label = document.createElement('label')
  const box = document.createElement('input')
  box.type = 'checkbox'
  box.disabled = true
  box.checked = task.dataset['checked'] === 'true'
  box.setAttribute('aria-label', words.done(task.querySelector('p')?.textContent ?? ''))
  label.append(box)
  return label
}

/** A task as it stands in the editor: its box, its words, who and when. */
function drawTask(task: HTMLElement, words: ReadWords): void {
  const body = document.createElement('div')
  body.append(...task.childNodes)
  const about = words.about(task.dataset)
  task.append(tickOf(task, words), body)
  if (about === null) return
  const told = document.createElement('span')
  told.className = 'told'
  told.textContent = about
  task.dataset['told'] = ''
  task.append(told)
}

function draw(html: string, words: ReadWords): HTMLElement {
  const template = document.createElement('template')
  template.innerHTML = html
  const first = template.content.firstElementChild
  const element = first instanceof HTMLElement ? first : document.createElement('p')
  const tasks = [element, ...element.querySelectorAll('*')].filter(
    (one) => one instanceof HTMLElement && one.dataset['type'] === 'task',
  )
  for (const task of tasks) if (task instanceof HTMLElement) drawTask(task, words)
  for (const link of element.querySelectorAll('a')) link.target = '_blank'
  return element
}

const LIST_TAGS = { bullet: 'ul', ordered: 'ol', tasks: 'ul' } as const

function listFor(list: NonNullable<Piece['list']>, before: HTMLElement | undefined): HTMLElement {
  const tag = LIST_TAGS[list.kind]
  const element = before?.localName === tag ? before : document.createElement(tag)
  element.setAttribute('dir', 'auto')
  if (list.kind === 'tasks') element.setAttribute('data-type', 'tasks')
  else element.removeAttribute('data-type')
  if (list.kind === 'ordered') element.setAttribute('start', String(list.start))
  return element
}

/** Makes the children of an element these, moving as little as possible. */
function setChildren(parent: Element, children: readonly Element[]): void {
  const wanted = new Set(children)
  for (const child of [...parent.children]) if (!wanted.has(child)) child.remove()
  let at = parent.firstElementChild
  for (const child of children) {
    if (child === at) at = at.nextElementSibling
    else parent.insertBefore(child, at)
  }
}

type Drawing = { words: ReadWords; marks: readonly Mark[] }

/** The element of a piece, drawn anew when it changed; answers whether all its marks were found. */
function elementOf(
  sheet: Sheet,
  { key, html }: Piece,
  { words, marks }: Drawing,
): { element: Element; isWhole: boolean } {
  const held = sheet.get(key)
  const drawn = marks.length > 0 ? `${html}${JSON.stringify(marks)}` : html
  if (held?.html === drawn) return { element: held.element, isWhole: true }
  const element = draw(html, words)
  element.dataset['piece'] = key
  const isWhole = markPiece(element, marks)
  held?.element.replaceWith(element)
  sheet.set(key, { element, html: drawn })
  return { element, isWhole }
}

const NONE: readonly Mark[] = []

/** Puts the pieces on the page; answers whether all that is marked in what was drawn was found. */
export function putOn(
  root: Element,
  sheet: Sheet,
  pieces: readonly Piece[],
  { words, marks }: { words: ReadWords; marks: Marks },
): boolean {
  let isAllFound = true
  const standing = new Set(
    pieces.flatMap(({ key, list }) => [key, ...(list ? [`ul ${list.key}`] : [])]),
  )
  for (const key of sheet.keys()) if (!standing.has(key)) sheet.delete(key)
  const blocks: Element[] = []
  const entries = new Map<Element, Element[]>()
  for (const piece of pieces) {
    const drawing = { words, marks: marks.get(piece.key) ?? NONE }
    const { element, isWhole } = elementOf(sheet, piece, drawing)
    isAllFound &&= isWhole
    if (!piece.list) {
      blocks.push(element)
      continue
    }
    const name = `ul ${piece.list.key}`
    const list = listFor(piece.list, sheet.get(name)?.element)
    sheet.set(name, { element: list, html: '' })
    const known = entries.get(list)
    if (known) known.push(element)
    else {
      entries.set(list, [element])
      blocks.push(list)
    }
  }
  for (const [list, children] of entries) setChildren(list, children)
  setChildren(root, blocks)
  return isAllFound
}
