/** Memory: what a caller may find, by words, circle, kind and time, newest first. */
import { findText, type Found } from '#kernel/search.ts'
import { type Serving, serve } from '#kernel/serve.ts'
import { coop } from '#slices/circles/index.ts'
import { KINDS } from '../api/memory.ts'
import { readMemory } from '../api.ts'
import { audiencesFor } from '../store/reader.ts'

function placeAfter(mark: string | undefined): { at: string; id: string } | null {
  const [at = '', id = ''] = (mark ?? '').split(' ')
  return id && !Number.isNaN(Date.parse(at)) ? { at, id } : null
}

/** Who may read the whole and the public copy finds it once. */
function once(found: readonly Found[]): Found[] {
  const seen = new Set<string>()
  return found.filter(({ id }) => {
    const key = id.replace('/public/', '/')
    return !seen.has(key) && seen.add(key)
  })
}

const read = serve(readMemory, async ({ db, query, caller }) => {
  const { words, kind, circle, from, till, limit } = query
  const before = placeAfter(query.before)
  const co = circle ? await coop(db) : null
  const found = await findText(db, {
    words,
    audiences: await audiencesFor(db, caller),
    kinds: kind ? [kind] : words ? KINDS : ['minutes'],
    ...(circle ? { circles: circle === co?.id ? [circle, null] : [circle] } : {}),
    ...(from ? { from: `${from}T00:00:00.000Z` } : {}),
    ...(till ? { till: `${till}T23:59:59.999Z` } : {}),
    ...(before ? { before } : {}),
    limit: limit + 1,
  })
  const page = found.slice(0, limit)
  const last = page.at(-1)
  return {
    found: once(page).map(({ id: _id, ...one }) => one),
    next: found.length > limit && last ? `${last.at} ${last.id}` : null,
  }
})

export const memoryServings: readonly Serving[] = [read]
