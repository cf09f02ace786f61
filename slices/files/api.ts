/** The operations of files. */
import { z } from 'zod'
import { InstantSchema } from '#kernel/clock.ts'
import { idOf } from '#kernel/ids.ts'
import { operation } from '#kernel/operation.ts'
import { line } from '#kernel/text.ts'
import { MOST_BYTES } from './rules/quota.ts'

export const FileId = idOf('fil', 'a file')
export const FileName = line(200)

const holder = {
  kind: z
    .string()
    .regex(/^[a-z]{1,20}$/)
    .meta({ description: 'What it belongs to: circle, gathering, item, note' }),
  holder: z
    .string()
    .regex(/^[a-z]{3}_\w{1,60}(\.itm_\w{1,60})?$/)
    .meta({ description: 'The id of that; of an item, its gathering, a dot and its own' }),
}
const params = z.object(holder)
const one = z.object({ ...holder, file: FileId })

export const FileShown = z.object({
  id: FileId,
  item: z.string().nullable().meta({ description: 'The item of the running order it belongs to' }),
  name: z.string(),
  type: z.string().meta({ description: 'The media type, by content' }),
  size: z.int().min(0).meta({ description: 'In bytes' }),
  sha256: z.string(),
  width: z.int().nullable().meta({ description: 'Of pictures, in pixels, upright' }),
  height: z.int().nullable(),
  small: z.boolean().meta({ description: 'Whether there is a small picture: /files/{file}/small' }),
  shown: z.boolean().meta({ description: 'Whether a browser may show it; else it is saved' }),
  by: z
    .object({ id: z.string(), name: z.string(), former: z.boolean() })
    .nullable()
    .meta({ description: 'Who added it here; null: the hall itself' }),
  at: InstantSchema,
  remove: z.boolean().meta({ description: 'Whether I may take it away from here' }),
})
export type FileShown = z.infer<typeof FileShown>

export const listFiles = operation({
  method: 'GET',
  path: '/files/{kind}/{holder}',
  summary: 'The files of a circle, a gathering with its items, one item, or a note',
  who: 'reads-files',
  params,
  output: z.object({
    files: z.array(FileShown),
    seq: z.int().meta({ description: 'The number of the last entry of files:{kind}:{holder}' }),
    may: z.object({ add: z.boolean() }),
    left: z
      .int()
      .nullable()
      .meta({ description: 'Bytes that I may still add here; null for who may add nothing' }),
  }),
})

export const addFile = operation({
  method: 'POST',
  path: '/files/{kind}/{holder}',
  summary: 'Add a file: its bytes as they are, at most 25 MB',
  who: 'adds-files',
  params,
  query: z.object({ name: FileName }),
  consumes: 'application/octet-stream',
  maxBody: MOST_BYTES,
  limit: { count: 60, seconds: 60 },
  output: FileShown,
  refusals: [
    'file-too-large',
    'file-cut-short',
    'file-is-a-program',
    'picture-unread',
    'picture-too-large',
    'files-of-yours-full',
    'files-of-circle-full',
    'no-room-for-files',
  ],
})

export const keepHere = operation({
  method: 'PUT',
  path: '/files/{kind}/{holder}/{file}',
  summary: 'Let something hold a file that the hall has: one taken away, or one from elsewhere',
  who: 'adds-files',
  params: one,
  refusals: ['not-found'],
})

export const removeFile = operation({
  method: 'DELETE',
  path: '/files/{kind}/{holder}/{file}',
  summary: 'Take a file away from here; what nothing else holds is deleted after seven days',
  who: 'reads-files',
  params: one,
  refusals: ['not-allowed'],
})
