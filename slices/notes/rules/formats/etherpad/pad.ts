/**
 * A pad as its `.etherpad` file has it: one object, a record a key. `pad:<id>`, `globalAuthor:<a>`,
 * `pad:<id>:revs:<n>`, `pad:<id>:chat:<n>`; what plugins add is left alone.
 */
import { z } from 'zod'

const Attribute = z.tuple([z.string().max(200), z.string().max(100_000)])
const Text = z.object({ text: z.string(), attribs: z.string() })

export const Head = z.object({
  atext: Text,
  pool: z.object({ numToAttrib: z.record(z.string(), Attribute) }),
  head: z.int().min(-1).max(1_000_000),
  chatHead: z.int().min(-1).max(1_000_000).catch(-1),
  savedRevisions: z
    .array(
      z.object({
        revNum: z.int().min(0),
        savedById: z.string().catch(''),
        label: z.string().max(500).catch(''),
        timestamp: z.number().catch(0),
      }),
    )
    .catch([]),
})

export const GlobalAuthor = z.object({
  colorId: z.unknown(),
  name: z.string().max(500).nullish().catch(null),
})

export const Revision = z.object({
  changeset: z.string(),
  meta: z.object({ author: z.string().catch(''), timestamp: z.number().catch(0) }),
})

export const ChatMessage = z.object({
  text: z.string(),
  authorId: z.string().nullish().catch(null),
  userId: z.string().nullish().catch(null),
  time: z.number().catch(0),
  displayName: z.string().nullish().catch(null),
  userName: z.string().nullish().catch(null),
})

export type Pad = {
  id: string
  head: z.infer<typeof Head>
  record(key: string): unknown
}

const Records = z.record(z.string(), z.unknown())

/** The pad of a parsed file; null when it holds none, or more than one. */
export function padOf(json: unknown): Pad | null {
  const records = Records.safeParse(json)
  if (!records.success) return null
  const keys = Object.keys(records.data).filter((key) => /^pad:[^:]+$/.test(key))
  const [key] = keys
  if (!key || keys.length > 1) return null
  const head = Head.safeParse(records.data[key])
  if (!head.success) return null
  const own = (name: string) => (Object.hasOwn(records.data, name) ? records.data[name] : undefined)
  return { id: key.slice('pad:'.length), head: head.data, record: own }
}
