/** Exports of long chats, made beside the event loop on a connection of their own. */
import { z } from 'zod'
import { bytesIn } from '#kernel/bytes.ts'
import { openDatabase } from '#kernel/database.ts'
import { LOCALES } from '#kernel/words.ts'
import { offer, workOn } from '#kernel/work.ts'
import { FILES } from '../api.ts'
import { publicChat, publicCopy } from '../rules/public-copy.ts'
import { handoutBytes, withHandouts } from '../store/handouts.ts'
import { keptOf } from '../store/minutes.ts'
import { linesOf } from '../store/lines.ts'
import { bodyOf } from './files.ts'
import { speechIn } from './speaking.ts'

const Wish = z.object({
  url: z.string(),
  files: z.string(),
  id: z.string(),
  file: z.enum(FILES),
  whole: z.boolean(),
  locale: z.enum(LOCALES),
  zone: z.string(),
  origin: z.string(),
  beside: z.record(z.string(), z.string()),
})
export type ExportWish = Omit<z.infer<typeof Wish>, 'url' | 'files'>

async function make({ url, files, id, file, whole, beside, ...wish }: z.infer<typeof Wish>) {
  const { locale, zone, origin } = wish
  const { db, close } = openDatabase({ url, max: 1 })
  try {
    const kept = await keptOf(db, id)
    if (!kept) throw new Error(`there are no minutes ${id}`)
    const lines = whole || kept.publicChat ? await linesOf(db, kept.id) : []
    const minutes = whole ? await withHandouts(db, kept) : publicCopy(kept.minutes, kept.publicChat)
    const chat = whole ? lines : publicChat(kept.minutes, lines)
    const handouts = file === 'minutes.zip' ? await handoutBytes(bytesIn(files), minutes) : {}
    const speech = speechIn(locale, zone)
    return bodyOf(file, { minutes, chat, speech, origin, handouts, beside }, kept.sha256)
  } finally {
    await close()
  }
}

offer({ export: (given) => make(Wish.parse(given)) })

const here = new URL(import.meta.url)
const Body = z.union([z.string(), z.instanceof(Uint8Array)])

/** Where the data is: the address of the database, the folder of files. */
export type Source = { url: string; files: string }

/** The body of a file, made in a worker. */
export function exportBeside(source: Source, wish: ExportWish): Promise<string | Uint8Array> {
  return workOn({ file: here, task: 'export', given: { ...source, ...wish }, answer: Body })
}
