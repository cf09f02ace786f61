/** Blocks of a note that are kept elsewhere (in minutes), as safe HTML and as Markdown. */
import { isRefusal } from '#kernel/change.ts'
import { authored, type Part } from './formats/authored.ts'
import { fit } from './formats/fit.ts'
import { writeMarkdown } from './formats/markdown/write.ts'
import { render } from './rendering.ts'
import type { Twig } from './tree.ts'

/** A block as JSON brings it. */
export type KeptBlock = {
  type: string
  attrs?: Record<string, unknown> | undefined
  content?: KeptBlock[] | undefined
  text?: string | undefined
  marks?: { type: string; attrs?: Record<string, unknown> | undefined }[] | undefined
}

function twigFrom({ type, attrs = {}, content = [], text, marks = [] }: KeptBlock): Twig {
  if (type !== 'text') return { type, attrs, content: content.map(twigFrom), client: 0 }
  const named = marks.map((mark) => ({ type: mark.type, attrs: mark.attrs ?? {} }))
  return { type, text: text ?? '', marks: named, client: 0 }
}

/** As safe HTML (rules/rendering.ts). */
export function blocksHtml(blocks: readonly KeptBlock[]): string {
  return render({ type: 'doc', attrs: {}, content: blocks.map(twigFrom), client: 0 })
}

/** As Markdown; what does not fit the schema is left out. */
export function blocksMarkdown(blocks: readonly KeptBlock[]): string {
  const parts: Part[] = JSON.parse(JSON.stringify(blocks))
  const fitted = fit(parts)
  return isRefusal(fitted) ? '' : writeMarkdown(authored(fitted.doc)).trim()
}
