/** Writing sections into a note (rules/sections.ts), as a forward change of its Yjs document. */
import * as Y from 'yjs'
import { grow } from './growing.ts'
import { missingParts, type Part } from './sections.ts'
import { branchOf, childrenOf, fragmentOf, isRun } from './tree.ts'

type Headed = { element: Y.XmlElement; item: string }

function headings(fragment: Y.XmlFragment): Headed[] {
  return childrenOf(fragment).flatMap((child) => {
    if (!(child instanceof Y.XmlElement) || child.nodeName !== 'heading') return []
    const item: unknown = child.getAttributes()['item']
    return typeof item === 'string' && item !== '' ? [{ element: child, item }] : []
  })
}

function placeOf(fragment: Y.XmlFragment, element: Y.XmlElement): number {
  return fragment.toArray().indexOf(element)
}

/** Law 3: renames a heading in which only the hall wrote. */
function rename({ element }: Headed, title: string, isHall: (client: number) => boolean): void {
  const { content } = branchOf(element, true)
  const whole = content.map((twig) => (isRun(twig) ? twig.text : '')).join('')
  const own = content.every((twig) => isRun(twig) && isHall(twig.client))
  if (whole === title || !own) return
  element.delete(0, element.length)
  element.insert(0, [new Y.XmlText(title)])
}

function addSection(fragment: Y.XmlFragment, at: number, { item, title }: Part): void {
  const content = [{ type: 'text', text: title }]
  const heading = grow({ type: 'heading', attrs: { level: 2, item }, content })
  fragment.insert(at, [...heading, ...grow({ type: 'paragraph' })])
}

/**
 * Brings the sections of a note up to its parts; `isHall` says which clients are the hall's. The
 * document's own client must be one of the hall's.
 */
export function writeSections(
  doc: Y.Doc,
  parts: readonly Part[],
  isHall: (client: number) => boolean,
): void {
  doc.transact(() => {
    const fragment = fragmentOf(doc)
    const known = headings(fragment)
    for (const part of parts) {
      const heading = known.find(({ item }) => item === part.item)
      if (heading) rename(heading, part.title, isHall)
    }
    const there = new Set(known.map(({ item }) => item))
    for (const part of missingParts(there, parts)) {
      const next = known.find(({ item }) => item === part.before)
      addSection(fragment, next ? placeOf(fragment, next.element) : fragment.length, part)
    }
  })
}
