/**
 * An import in a worker thread, on a connection of its own: however long the file, the hall goes on.
 * Nobody listens to what is past, so nothing is published and no listener is told.
 */
import { z } from 'zod'
import { openDatabase } from '#kernel/database.ts'
import type { Hall } from '#kernel/hall.ts'
import { transact } from '#kernel/transact.ts'
import { offer, workOn } from '#kernel/work.ts'
import { countFates } from '../rules/chat-file.ts'
import { type Answer, importChat, type Importing } from './imports.ts'
import { chatIn, orderOf } from './reading-files.ts'
import { Wish, Look, Answered, Previewed } from './import-shapes.ts'

type Looking = Pick<Importing, 'bytes' | 'placed' | 'order'>

const FIRST_LINES = 12

/** What a file would become. */
function preview(given: Looking) {
  const { grammar, lines, messages, fates, people, unread } = chatIn(given.bytes, given.placed)
  const order = orderOf(given.order)
  return {
    grammar,
    lines,
    messages: messages.length,
    fates: countFates(fates),
    people,
    unread: unread.slice(0, 1000),
    first: messages.slice(0, FIRST_LINES).map(({ at, name, text }) => ({ at, name, text })),
    from: messages[0]?.at ?? null,
    till: messages.at(-1)?.at ?? null,
    items: order.items.map(({ at, title, owners }) => ({ at, title, owners })),
  }
}

const quietly = { listeners: () => [], publish: () => {} }

async function importAlone({ url, ...wish }: z.infer<typeof Wish>): Promise<Answer> {
  const { db, close } = openDatabase({ url, max: 1 })
  try {
    return await transact({ db, ...quietly }, (tx) => importChat(tx, wish))
  } finally {
    await close()
  }
}

offer({
  preview: (given) => preview(Look.parse(given)),
  import: (given) => importAlone(Wish.parse(given)),
})

const file = new URL(import.meta.url)

/** Up to this size a file is read sooner than a thread starts. */
const SMALL_BYTES = 64 * 1024

/** Imports a file, a large one beside the event loop. */
export async function importBeside(
  { db, config }: Pick<Hall, 'db' | 'config'>,
  wish: Importing,
): Promise<Answer> {
  if (wish.bytes.length <= SMALL_BYTES)
    return transact({ db, ...quietly }, (tx) => importChat(tx, wish))
  const given = { url: config.databaseUrl ?? '', ...wish }
  return workOn({ file, task: 'import', given, answer: Answered })
}

/** Looks at a file, a large one beside the event loop. */
export async function previewBeside(given: Looking) {
  if (given.bytes.length <= SMALL_BYTES) return preview(given)
  return workOn({ file, task: 'preview', given, answer: Previewed })
}
