/** Threads for stories: a circle with people in it, and short ways to speak there. */
import type { CircleId } from '#slices/circles/index.ts'
import { beginThread } from '#slices/threads/api/beginning.ts'
import { readLine, readThread } from '#slices/threads/api/reading.ts'
import { sayInThread } from '#slices/threads/api/saying.ts'
import type { CommentId, ThreadId } from '#slices/threads/store/tables.ts'
import type { Somebody } from './people.ts'

/** Somebody begins a thread. */
export async function began(
  who: Somebody,
  circle: CircleId,
  title = 'Who keeps the keys?',
  text = 'Two sets hang by the door. Who takes the third?',
): Promise<ThreadId> {
  const body = { title, text }
  return (await who.browser.call(beginThread, { params: { circle }, body })).thread
}

/** Somebody says something in it. */
export async function said(
  who: Somebody,
  thread: ThreadId,
  text: string,
  answers: CommentId | null = null,
): Promise<CommentId> {
  const body = { text, answers }
  return (await who.browser.call(sayInThread, { params: { thread }, body })).comment
}

/** What of a thread is unread to somebody. */
export async function unreadBy(who: Somebody, thread: ThreadId): Promise<number> {
  return (await who.browser.call(readThread, { params: { thread } })).mine.unread
}

/** The words of a thread as somebody reads them, from the first on; null where they are gone. */
export async function wordsIn(who: Somebody, thread: ThreadId): Promise<(string | null)[]> {
  const line = await who.browser.call(readLine, { params: { thread }, query: { from: 0 } })
  return line.comments.map(({ text }) => text)
}
