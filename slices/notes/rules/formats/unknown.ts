/** Parts out of JSON from anywhere: read in a row, so no depth of it can exhaust the stack. */
import { z } from 'zod'
import type { Part, PartMark } from './authored.ts'

const Attrs = z.record(z.string(), z.unknown())
const Known = z.object({
  type: z.string().max(40),
  attrs: Attrs.optional().catch(undefined),
  text: z.string().optional().catch(undefined),
  by: z.int().optional().catch(undefined),
  marks: z
    .array(z.object({ type: z.string().max(40), attrs: Attrs.optional().catch(undefined) }))
    .max(20)
    .optional()
    .catch(undefined),
  content: z.array(z.unknown()).optional().catch(undefined),
})

const MOST = 400_000

function partOf(read: z.infer<typeof Known>, authors: number): Part {
  const { type, attrs, text, by, marks, content } = read
  const known = by !== undefined && by >= 0 && by < authors
  const kept: PartMark[] | undefined = marks?.map((mark) =>
    mark.attrs ? { type: mark.type, attrs: mark.attrs } : { type: mark.type },
  )
  return {
    type,
    ...(attrs ? { attrs } : {}),
    ...(text === undefined ? {} : { text }),
    ...(known ? { by } : {}),
    ...(kept ? { marks: kept } : {}),
    ...(content ? { content: [] } : {}),
  }
}

/** The blocks of a document, still to be fitted. */
export function partsFrom(doc: unknown, authors: number): Part[] {
  const root: Part = { type: 'doc', content: [] }
  const steps: Array<{ given: unknown; into: Part }> = [{ given: doc, into: root }]
  let count = 0
  for (let step = steps.pop(); step && count < MOST; step = steps.pop()) {
    const read = Known.safeParse(step.given)
    if (!read.success) continue
    count += 1
    const part = partOf(read.data, authors)
    step.into.content?.push(part)
    for (const given of (read.data.content ?? []).toReversed()) steps.push({ given, into: part })
  }
  return root.content?.[0]?.content ?? []
}
