/** The comments of a note that are open, as a file takes them along. */
import type { Reader } from '#kernel/database.ts'
import type { FileComment } from '../rules/formats/authored.ts'
import { TALKS_AT_ONCE } from '../rules/comments.ts'
import { talksOf } from './comments.ts'
import type { CommentId, NoteId } from './tables.ts'
import { shownTalks } from './talks.ts'

/** What was hidden or taken back does not go along; `name` is empty for who was erased. */
export async function commentsForFile(db: Reader, note: NoteId): Promise<FileComment[]> {
  const comments: FileComment[] = []
  let after: CommentId | undefined
  for (;;) {
    const found = await talksOf(db, note, { state: 'open', after })
    const talks = found.slice(0, TALKS_AT_ONCE)
    for (const { quote, proposal, answers, ...first } of await shownTalks(db, talks, null)) {
      const said = [first, ...answers].flatMap(({ who, text, madeAt }) =>
        text ? [{ name: who.former ? '' : who.name, at: madeAt, text }] : [],
      )
      comments.push({ quote, instead: proposal?.text ?? null, by: first.who.name, said })
    }
    if (found.length === talks.length) return comments
    after = talks.at(-1)?.id
  }
}
