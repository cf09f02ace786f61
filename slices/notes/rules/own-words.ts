/** What somebody wrote in a note and still stands there: a line for each block in which it does. */
import * as Y from 'yjs'
import { type Branch, branchOf, childrenOf, fragmentOf, isRun } from './tree.ts'

function linesIn(branch: Branch, clients: ReadonlySet<number>): string[] {
  const own = branch.content
    .filter((twig) => isRun(twig))
    .filter(({ client }) => clients.has(client))
  const words = own.map(({ text }) => text).join('')
  const below = branch.content.flatMap((twig) => (isRun(twig) ? [] : linesIn(twig, clients)))
  return [...(words.trim() === '' ? [] : [words]), ...below]
}

export function ownLines(doc: Y.Doc, clients: ReadonlySet<number>): string[] {
  return childrenOf(fragmentOf(doc)).flatMap((block) =>
    block instanceof Y.XmlElement ? linesIn(branchOf(block, true), clients) : [],
  )
}
