/** Blocks of a note that are kept elsewhere (in minutes), as safe HTML and as Markdown. */
import { isRefusal } from '#kernel/change.ts'
import { escapeHtml } from '#kernel/text.ts'
import { authored, type Part, walk } from './formats/authored.ts'
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

/** The address of a picture, by its file; left out: where the hall shows it. */
type PictureAt = (file: string) => string

/** As safe HTML (rules/rendering.ts), in which a quotation mark stands only around an attribute. */
export function blocksHtml(blocks: readonly KeptBlock[], pictureAt?: PictureAt): string {
  const html = render({ type: 'doc', attrs: {}, content: blocks.map(twigFrom), client: 0 })
  if (!pictureAt) return html
  return html.replaceAll(
    / data-file="(\w+)" src="[^"]*"/g,
    (_, file: string) => ` data-file="${file}" src="${escapeHtml(pictureAt(file))}"`,
  )
}

/** As Markdown; what does not fit the schema is left out. */
export function blocksMarkdown(
  blocks: readonly KeptBlock[],
  pictureAt: PictureAt = (file) => `/files/${file}`,
): string {
  const parts: Part[] = JSON.parse(JSON.stringify(blocks))
  const fitted = fit(parts)
  if (isRefusal(fitted)) return ''
  for (const { type, attrs } of walk(fitted.doc))
    if (type === 'picture' && attrs) attrs['file'] = pictureAt(String(attrs['file']))
  return writeMarkdown(authored(fitted.doc)).trim()
}
