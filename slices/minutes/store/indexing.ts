/** Putting minutes into the index as they stand now. */
import type { Transaction } from '#kernel/database.ts'
import { forgetFindable, makeFindable } from '#kernel/search.ts'
import { publicChat, publicCopy } from '../rules/public-copy.ts'
import { wholeAudienceOf } from './audiences.ts'
import { chatRows, type Readable, textRows } from './findable.ts'
import type { Kept } from './minutes.ts'
import { linesOf } from './lines.ts'

function wholeOf(kept: Kept): Readable {
  return { kept, minutes: kept.minutes, audience: wholeAudienceOf(kept), mark: '' }
}

function publicOf(kept: Kept): Readable | null {
  if (kept.visibility !== 'public') return null
  const minutes = publicCopy(kept.minutes, kept.publicChat)
  return { kept, minutes, audience: 'public', mark: 'public/' }
}

/** The document changed, and nothing of the chat or of who may read it. */
export async function indexText(tx: Transaction, kept: Kept): Promise<void> {
  const open = publicOf(kept)
  await makeFindable(tx, [...textRows(wholeOf(kept)), ...(open ? textRows(open) : [])])
}

/** All of it anew. */
export async function indexMinutes(tx: Transaction, kept: Kept): Promise<void> {
  await forgetFindable(tx, kept.id)
  await indexText(tx, kept)
  const chat = await linesOf(tx, kept.id)
  await makeFindable(tx, chatRows(wholeOf(kept), chat))
  const open = publicOf(kept)
  if (open && kept.publicChat)
    await makeFindable(tx, chatRows(open, publicChat(kept.minutes, chat)))
}
