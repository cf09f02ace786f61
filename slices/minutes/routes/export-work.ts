/** Exports of long chats, made beside the event loop on a connection of their own. */
import { z } from 'zod'
import { openDatabase } from '#kernel/database.ts'
import { LOCALES } from '#kernel/words.ts'
import { offer, workOn } from '#kernel/work.ts'
import { FILES } from '../api.ts'
import { publicChat, publicCopy } from '../rules/public-copy.ts'
import { keptOf } from '../store/minutes.ts'
import { linesOf } from '../store/lines.ts'
import { bodyOf } from './files.ts'
import { speechIn } from './speaking.ts'

const Wish = z.object({
  url: z.string(),
  id: z.string(),
  file: z.enum(FILES),
  whole: z.boolean(),
  locale: z.enum(LOCALES),
  zone: z.string(),
  origin: z.string(),
})
export type ExportWish = Omit<z.infer<typeof Wish>, 'url'>

async function make({ url, id, file, whole, locale, zone, origin }: z.infer<typeof Wish>) {
  const { db, close } = openDatabase({ url, max: 1 })
  try {
    const kept = await keptOf(db, id)
    if (!kept) throw new Error(`there are no minutes ${id}`)
    const lines = whole || kept.publicChat ? await linesOf(db, kept.id) : []
    const minutes = whole ? kept.minutes : publicCopy(kept.minutes, kept.publicChat)
    const chat = whole ? lines : publicChat(kept.minutes, lines)
    return bodyOf(file, { minutes, chat, speech: speechIn(locale, zone), origin }, kept.sha256)
  } finally {
    await close()
  }
}

offer({ export: (given) => make(Wish.parse(given)) })

const here = new URL(import.meta.url)
const Body = z.union([z.string(), z.instanceof(Uint8Array)])

/** The body of a file, made in a worker; `url` of the database. */
export function exportBeside(url: string, wish: ExportWish): Promise<string | Uint8Array> {
  return workOn({ file: here, task: 'export', given: { url, ...wish }, answer: Body })
}
