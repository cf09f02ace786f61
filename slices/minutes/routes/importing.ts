/** Importing a saved chat by upload: a preview, then for good. */
import { z } from 'zod'
import { readBytes } from '#kernel/request-body.ts'
import { Refused } from '#kernel/problem.ts'
import { type Call, type Serving, serve } from '#kernel/serve.ts'
import { line } from '#kernel/text.ts'
import { MOST_UPLOADED } from '../api/imports.ts'
import { ZoneGiven } from '../api/params.ts'
import { askImport, previewImport } from '../api.ts'
import { sha256 } from '../rules/seal.ts'
import { importBeside, previewBeside } from '../store/import-work.ts'
import { knownFile } from '../store/known-files.ts'

const Form = z.object({
  date: z.iso.date(),
  zone: ZoneGiven,
  title: line(200).optional(),
  order: z.string().max(20_000).default(''),
})
type Form = z.infer<typeof Form>

/** The file and the fields of a form; refuses `too-large` before anything is read into memory. */
async function formOf({ http }: Pick<Call, 'http'>) {
  const bytes = await readBytes(http.req.raw, MOST_UPLOADED)
  const headers = { 'content-type': http.req.header('content-type') ?? '' }
  const form = await new Response(bytes, { headers }).formData().catch(() => null)
  const chat = form?.get('chat')
  if (!form || !(chat instanceof File)) throw notUnderstood('chat', 'send the file as part "chat"')
  const fields = Object.fromEntries([...form].filter(([, value]) => typeof value === 'string'))
  const read = Form.safeParse(fields)
  if (!read.success) {
    const [issue] = read.error.issues
    throw notUnderstood(issue?.path.join('.') ?? '', issue?.message ?? '')
  }
  return { fields: read.data, bytes: new Uint8Array(await chat.arrayBuffer()), name: chat.name }
}

function notUnderstood(path: string, message: string): Refused {
  return new Refused('not-understood', { errors: [{ path: `body.${path}`, message }] })
}

const placedOf = ({ date, zone }: Form) => ({ date, zone })

const preview = serve(previewImport, async (call) => {
  const { fields, bytes } = await formOf(call)
  const placed = placedOf(fields)
  const looked = await previewBeside({ bytes, placed, order: fields.order })
  return { ...looked, known: await knownFile(call.db, sha256(bytes)) }
})

const ask = serve(askImport, async (call) => {
  const { fields, bytes, name } = await formOf(call)
  const { title, order } = fields
  if (!title) throw notUnderstood('title', 'is empty')
  const wish = { bytes, name, title, placed: placedOf(fields), order }
  return importBeside(call.hall, { ...wish, by: call.caller.person, now: call.now })
})

export const importingServings: readonly Serving[] = [preview, ask]
