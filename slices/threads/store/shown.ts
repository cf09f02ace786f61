/** Comments as they are shown: with names, what they answer, reactions; and in exports. */
import { sql } from 'kysely'
import type { Reader } from '#kernel/database.ts'
import { type Name, namesOf, shownName, whoIn } from '#slices/people/index.ts'
import { isGone } from '../rules/thread.ts'
import { filesOfComments } from './files.ts'
import { firstWords } from './sources.ts'
import { type Comment, type CommentId, reading } from './tables.ts'

const QUOTED = 200

export type Names = ReadonlyMap<string, Name>

/** The name that is shown; null for nobody, and for the hall itself. */
export function nameIn(names: Names, id: string | null): string | null {
  const name = id === null ? undefined : names.get(id)
  return name ? shownName(name) : null
}

async function answeredBy(db: Reader, comments: readonly Comment[]): Promise<Comment[]> {
  const ids = comments.flatMap(({ answers }) => answers ?? [])
  if (ids.length === 0) return []
  return reading(db).selectFrom('thread_comments').selectAll().where('id', 'in', ids).execute()
}

type Reacted = { comment: CommentId; emoji: string; who: string[] }

async function reactionsTo(db: Reader, ids: readonly CommentId[]): Promise<Reacted[]> {
  const { rows } = await sql<Reacted>`
    select comment, emoji, array_agg(who order by at) as who from thread_reactions
    where comment = any(${[...ids]}) group by comment, emoji
    order by comment, min(at), emoji`.execute(db)
  return rows
}

type Beside = {
  names: Names
  answered: readonly Comment[]
  reactions: readonly Reacted[]
  files: ReadonlyMap<string, readonly { name: string; sha256: string; size: number }[]>
  me: string | null
}

function answersIn({ answers }: Comment, { names, answered }: Beside) {
  const before = answered.find(({ id }) => id === answers)
  if (!before) return null
  // What it quotes itself is left out of the quote.
  const own = before.text.replaceAll(/^>.*\n?/gm, '')
  const words = isGone(before) ? null : firstWords(own, QUOTED)
  return { id: before.id, thread: before.thread, who: whoIn(names, before.who), words }
}

/** What stands with a comment while it is there. */
function standingWith({ id, text, mentions }: Comment, beside: Beside) {
  const { names, reactions, files, me } = beside
  return {
    text,
    mentions: mentions.map((person) => ({ id: person, name: nameIn(names, person) ?? '' })),
    reactions: reactions
      .filter(({ comment }) => comment === id)
      .map(({ emoji, who }) => ({
        emoji,
        names: who.map((one) => nameIn(names, one) ?? ''),
        mine: me !== null && who.includes(me),
      })),
    files: (files.get(id) ?? []).map(({ name, sha256, size }) => ({ name, sha256, size })),
  }
}

function shownOne(comment: Comment, beside: Beside) {
  const { names } = beside
  const { mark, taken_at: takenAt, hidden_at: hiddenAt } = comment
  const isHidden = hiddenAt !== null && takenAt === null
  return {
    id: comment.id,
    number: comment.number,
    who: whoIn(names, comment.who),
    answers: answersIn(comment, beside),
    madeAt: comment.made_at,
    changedAt: comment.changed_at,
    takenAt,
    hidden: isHidden
      ? { by: nameIn(names, comment.hidden_by), why: comment.hidden_why ?? '' }
      : null,
    mark: mark === null ? null : { as: mark, by: nameIn(names, comment.marked_by) },
    ...(isGone(comment)
      ? { text: null, mentions: [], reactions: [], files: [] }
      : standingWith(comment, beside)),
  }
}

/** All that is shown of these comments. */
export async function shownComments(db: Reader, comments: readonly Comment[], me: string | null) {
  const ids = comments.map(({ id }) => id)
  const [answered, reactions, files] = await Promise.all([
    answeredBy(db, comments),
    reactionsTo(db, ids),
    filesOfComments(db, ids),
  ])
  const whos = [...comments, ...answered].flatMap(({ who, hidden_by, marked_by, mentions }) =>
    [who, hidden_by, marked_by, ...mentions].filter((id) => id !== null),
  )
  const names = await namesOf(db, [...whos, ...reactions.flatMap(({ who }) => who)])
  const beside = { names, answered, reactions, files, me }
  return comments.map((comment) => shownOne(comment, beside))
}
