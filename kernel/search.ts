/**
 * Search: slices hand over text with who may find it; one index for the hall, without case and
 * accents (PostgreSQL `unaccent`, the dictionary `simple`, so that it serves every language alike).
 * An audience is words, with blanks between, that a slice makes and resolves for a caller: `public`,
 * `minutes:min_…`. Whoever holds one of the words finds what was put under it, and nothing else.
 */
import { sql } from 'kysely'
import type { Instant } from './clock.ts'
import type { Reader, Transaction } from './database.ts'
import { plain } from './text.ts'

export type Findable = {
  id: string
  circle: string | null
  audience: string
  kind: string
  title: string
  body: string
  href: string
  at: Instant
}

const ROWS_AT_ONCE = 500
const MOST_BODY = 400_000
const SHOWN = 10_000

/** Puts text into the index; what stood under the same id is replaced. */
export async function makeFindable(tx: Transaction, rows: readonly Findable[]): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const some = rows.slice(from, from + ROWS_AT_ONCE)
    await tx
      .insertInto('search')
      .values(some.map((row) => ({ ...row, body: row.body.slice(0, MOST_BODY) })))
      .onConflict((oc) =>
        oc.column('id').doUpdateSet((eb) => ({
          circle: eb.ref('excluded.circle'),
          audience: eb.ref('excluded.audience'),
          kind: eb.ref('excluded.kind'),
          title: eb.ref('excluded.title'),
          body: eb.ref('excluded.body'),
          href: eb.ref('excluded.href'),
          at: eb.ref('excluded.at'),
        })),
      )
      .execute()
  }
}

/** Takes everything out whose id is `prefix` or begins with `prefix` and a slash. */
export async function forgetFindable(tx: Transaction, prefix: string): Promise<void> {
  await tx
    .deleteFrom('search')
    .where((eb) =>
      eb.or([
        eb('id', '=', prefix),
        eb(sql<string>`left(id, ${prefix.length + 1})`, '=', `${prefix}/`),
      ]),
    )
    .execute()
}

export type Quest = {
  words: string
  /** The words of audiences that the caller holds. */
  audiences: readonly string[]
  kinds?: readonly string[]
  /** Of one circle; null: of none, the co-op's own. */
  circles?: readonly (string | null)[]
  from?: Instant
  till?: Instant
  /** Where the page before ended. */
  before?: { at: Instant; id: string }
  limit?: number
}

export type Found = Omit<Findable, 'body' | 'audience'> & {
  /** A piece of the text around the words, which stand between \u0002 and \u0003. */
  piece: string
}

function partsOf(words: string): string[] {
  return words.match(/[\p{L}\p{N}]+/gu) ?? []
}

/** The words of a quest as the index reads them; the last may be a beginning. */
function question(parts: readonly string[]) {
  const last = parts.length - 1
  const text = parts.map((part, at) => (at === last ? `${part}:*` : part)).join(' & ')
  return sql`to_tsquery('simple', plain_words(${text}))`
}

const AROUND = 90

/** Moves to where a word begins, at most to `most`. */
function wordStart(text: string, at: number, most: number): number {
  const blank = at === 0 ? -1 : text.slice(at, most).search(/\s/)
  return blank < 0 ? at : at + blank + 1
}

function wordEnd(text: string, at: number): number {
  const blank = text.slice(at).search(/\s/)
  return blank < 0 || blank > 40 ? Math.min(at, text.length) : at + blank
}

/** The piece of a text around the first of these words, with all of them marked. */
export function pieceAround(text: string, words: string): string {
  const sought = partsOf(words).map(plain)
  const found = [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].filter(({ 0: word }) =>
    sought.some((part) => plain(word).startsWith(part)),
  )
  const first = found[0]?.index ?? 0
  const from = wordStart(text, Math.max(0, first - AROUND), first)
  const till = wordEnd(text, first + AROUND)
  let piece = from > 0 ? '… ' : ''
  let done = from
  for (const { 0: word, index } of found) {
    if (index + word.length > till) break
    piece += `${text.slice(done, index)}\u0002${word}\u0003`
    done = index + word.length
  }
  return `${piece}${text.slice(done, till)}${till < text.length ? ' …' : ''}`.replaceAll(
    /\s+/g,
    ' ',
  )
}

/** Finds what has all the words (the last may be a beginning), the newest first. */
export async function findText(db: Reader, quest: Quest): Promise<Found[]> {
  const { kinds, circles, from, till, before } = quest
  if (quest.audiences.length === 0) return []
  const parts = partsOf(quest.words)
  const limits = [
    sql`string_to_array(audience, ' ') && ${[...quest.audiences]}`,
    ...(parts.length > 0 ? [sql`words @@ ${question(parts)}`] : []),
    ...(kinds ? [sql`kind = any(${[...kinds]})`] : []),
    ...(circles
      ? [
          sql`(circle = any(${circles.filter((one) => one !== null)}) or (circle is null and ${circles.includes(null)}))`,
        ]
      : []),
    ...(from ? [sql`at >= ${from}`] : []),
    ...(till ? [sql`at < ${till}`] : []),
    ...(before ? [sql`(at, id) < (${before.at}, ${before.id})`] : []),
  ]
  const { rows } = await sql<Found>`
    select id, circle, kind, title, href, at, left(body, ${SHOWN}) as piece
    from search where ${sql.join(limits, sql` and `)}
    order by at desc, id desc limit ${quest.limit ?? 30}`.execute(db)
  return rows.map((row) => ({ ...row, piece: pieceAround(row.piece, quest.words) }))
}

/** What those of one circle find, those of another find from now on. */
export async function handOnFindable(tx: Transaction, from: string, to: string): Promise<void> {
  await tx
    .updateTable('search')
    .set({ circle: to, audience: sql<string>`replace(audience, ${from}, ${to})` })
    .where('circle', '=', from)
    .execute()
}
