/** A note as it stands in Yjs, as an authored note: text and leaves with who wrote them. */
import * as Y from 'yjs'
import { branchOf, childrenOf, fragmentOf, isRun, type Twig } from '../tree.ts'
import { paragraph, type Part } from './authored.ts'

export type AuthorOf = (client: number) => number | undefined

const LEAVES = new Set(['mention', 'picture', 'hardBreak', 'horizontalRule'])

function partOf(twig: Twig, authorOf: AuthorOf): Part {
  const by = authorOf(twig.client)
  const known = by === undefined ? {} : { by }
  if (isRun(twig)) {
    const marks = twig.marks.map(({ type, attrs }) =>
      Object.keys(attrs).length > 0 ? { type, attrs } : { type },
    )
    return { type: 'text', text: twig.text, ...(marks.length > 0 ? { marks } : {}), ...known }
  }
  const { type, attrs, content } = twig
  return {
    type,
    ...(Object.keys(attrs).length > 0 ? { attrs } : {}),
    ...(content.length > 0 ? { content: content.map((one) => partOf(one, authorOf)) } : {}),
    ...(LEAVES.has(type) ? known : {}),
  }
}

/** The blocks of a note, each run with its author. */
export function partsOfDoc(doc: Y.Doc, authorOf: AuthorOf): Part[] {
  const blocks = childrenOf(fragmentOf(doc)).flatMap((block) =>
    block instanceof Y.XmlElement ? [partOf(branchOf(block, true), authorOf)] : [],
  )
  return blocks.length > 0 ? blocks : [paragraph([])]
}
