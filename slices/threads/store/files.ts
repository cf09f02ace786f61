/** Files of a comment: read by who reads its thread while it stands, added by who wrote it. */
import type { Reader } from '#kernel/database.ts'
import { type FileHolder, filesOfEach, type Held } from '#slices/files/index.ts'
import { isGone, maySay } from '../rules/thread.ts'
import { commentOf } from './comments.ts'
import { keepsThread, readsThread } from './rights.ts'
import type { Comment, CommentId, Thread } from './tables.ts'
import { threadOf } from './threads.ts'

export const KIND = 'comment'

async function standing(
  db: Reader,
  id: string,
): Promise<{ comment: Comment; thread: Thread } | null> {
  const comment = await commentOf(db, `com_${id.slice(4)}`)
  const thread = comment && (await threadOf(db, comment.thread))
  return comment && thread && !isGone(comment) ? { comment, thread } : null
}

export const commentFiles: FileHolder = {
  async mayRead(db, caller, id) {
    const found = await standing(db, id)
    return found !== null && readsThread(db, caller, found.thread)
  },
  async mayAdd(db, caller, id) {
    const found = await standing(db, id)
    if (!found || found.comment.who !== caller.person || maySay(found.thread)) return null
    return (await readsThread(db, caller, found.thread)) ? caller.person : null
  },
  async mayTidy(db, caller, id) {
    const found = await standing(db, id)
    return found !== null && keepsThread(db, caller, found.thread)
  },
  circleOf: async (db, id) => (await standing(db, id))?.thread.circle ?? null,
}

/** The files of these comments, by comment. */
export async function filesOfComments(
  db: Reader,
  comments: readonly CommentId[],
): Promise<Map<string, Held[]>> {
  return Map.groupBy(await filesOfEach(db, KIND, comments), ({ holder }) => holder)
}
