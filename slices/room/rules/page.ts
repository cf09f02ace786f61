/** The room as a page that comes late is given it. */
import { chunked, countLines, linesBefore } from './lines.ts'
import type { Room } from './state.ts'

const LAST_PAGE = 100

/** The room with the last page of its chat only: what a page that comes late is given. */
export function lastPage(room: Room): Room {
  const { lines, earlier } = room.chat
  const page = linesBefore(lines, Number.POSITIVE_INFINITY, LAST_PAGE)
  const more = earlier + countLines(lines) - page.length
  return { ...room, chat: { ...room.chat, lines: chunked(page), earlier: more } }
}
