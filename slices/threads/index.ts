/**
 * The door of threads: what they start from, and what comes of them. News on `thread:<id>`:
 * `thread.made`, `.said`, `.changed`, `.taken-back`, `.hidden`, `.shown`, `.marked`, `.reacted`,
 * `.filed`, `.summed`, `.renamed`, `.locked`, `.unlocked`, `.split`, `.came-from` and `.came` (from
 * another thread), `.brought` (from elsewhere), `.merged`, `.proposed`, `.decided`, `.polled`, `.poll-ended`; never what was said.
 */
export { COMMENT_LENGTH, TITLE_LENGTH } from './rules/thread.ts'
export { threadsReshaped } from './store/bequest.ts'
export { feedKeys } from './store/feed.ts'
export { commentFiles } from './store/files.ts'
export { circleAudience } from './store/finding.ts'
export { foretellThreads } from './store/merging.ts'
export { ownThreads } from './store/own-data.ts'
export { firstWords, type SourceSeen, type ThreadSource, threadSources } from './store/sources.ts'
export type { Comment, CommentId, Quote, Thread, ThreadId } from './store/tables.ts'
export { threadFor, tellThread } from './store/telling.ts'
export {
  bringComments,
  bringReactions,
  bringThread,
  type CommentBrought,
  type ReactionBrought,
  readByAll,
  standingThread,
} from './store/bringing.ts'
export { addComment, markComment } from './store/comments.ts'
export { makeThread, threadOf } from './store/threads.ts'
export { wordStanding } from './store/standings.ts'
