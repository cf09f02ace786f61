/** Attributes and marks as the schema of notes knows them; anything else is left out. */
import { z } from 'zod'
import { leave, type Left, type PartMark } from './authored.ts'

const whole = (least: number, most: number, otherwise: number | null) =>
  z
    .int()
    .min(least)
    .max(most)
    .nullish()
    .catch(null)
    .transform((given) => given ?? otherwise)
const words = (most: number) =>
  z
    .string()
    .max(most * 4)
    .transform((text) => text.toWellFormed().replaceAll(/\s+/gu, ' ').trim().slice(0, most))
const optional = (most: number) =>
  words(most)
    .nullish()
    .catch(null)
    .transform((text) => text || null)
const yes = z.boolean().catch(false).default(false)

const ID = /^(?:per|gst|itm|fil)_[0-9a-z]{1,40}$/
const id = z.string().regex(ID).nullish().catch(null).default(null)

const ATTRS: Record<string, z.ZodType<Record<string, unknown>>> = {
  paragraph: z.object({}),
  horizontalRule: z.object({}),
  heading: z.object({
    level: z.int().min(1).max(3).catch(2).default(2),
    item: id,
  }),
  codeBlock: z.object({
    language: z
      .string()
      .regex(/^[\w+#.-]{1,40}$/)
      .nullish()
      .catch(null)
      .default(null),
  }),
  orderedList: z.object({
    start: whole(0, 1_000_000, 1),
    type: z.null().catch(null).default(null),
  }),
  taskItem: z.object({
    checked: yes,
    owner: id,
    ownerName: optional(120),
    day: z.iso.date().nullish().catch(null).default(null),
    next: yes,
  }),
  picture: z.object({
    file: z.string().regex(/^[\w:./-]{1,200}$/),
    alt: words(2000).catch('').default(''),
    width: whole(1, 20_000, null),
    height: whole(1, 20_000, null),
  }),
  mention: z.object({ who: id, name: words(120).pipe(z.string().min(1)) }),
  tableCell: z.object({
    colspan: whole(1, 100, 1),
    rowspan: whole(1, 1000, 1),
    colwidth: z.null().catch(null).default(null),
  }),
}

/** The attributes of a part, mended; null where a needed one is missing. */
export function fitAttrs(
  type: string,
  attrs: Record<string, unknown> | undefined,
): Record<string, unknown> | null {
  const read = ATTRS[type]?.safeParse(attrs ?? {})
  return read?.success ? read.data : null
}

const SAFE_LINK = /^(?:https?:\/\/|mailto:|\/(?![/\\]))/i
// oxlint-disable-next-line no-control-regex
const HIDDEN = /[\u0000-\u0020\u007f-\u009f]/u
const ORDER = ['link', 'bold', 'italic', 'strike', 'code']

/** An address as a link may lead there; null when it may not. */
export function safeLink(address: unknown): string | null {
  if (typeof address !== 'string' || address.length > 2000) return null
  const href = address.trim().toWellFormed()
  return SAFE_LINK.test(href) && !HIDDEN.test(href) ? href : null
}

/** Marks in the order of the schema, each once; code stands alone. */
export function fitMarks(marks: readonly PartMark[] | undefined, left: Left): PartMark[] {
  if (!marks || marks.length === 0) return []
  if (marks.some(({ type }) => type === 'code')) return [{ type: 'code' }]
  return ORDER.flatMap((type) => {
    const mark = marks.find((one) => one.type === type)
    if (!mark) return []
    if (type !== 'link') return [{ type }]
    const href = safeLink(mark.attrs?.['href'])
    if (!href) leave(left, 'unsafe-links')
    return href ? [{ type, attrs: { href } }] : []
  })
}
