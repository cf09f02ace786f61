/** What stands in the chat, in the order of time: chapters, lines, announcements, polls. */
import type { Announcement, Item, Line, Poll, Room } from '../rules/state.ts'
import type { Lines } from '../rules/lines.ts'

export type Row =
  | { kind: 'chapter'; key: string; item: Item; at: string }
  | { kind: 'line'; key: string; line: Line; at: string; follows: boolean }
  | { kind: 'notice'; key: string; notice: Announcement; at: string }
  | { kind: 'poll'; key: string; poll: Poll; at: string }

/** At most so many of the last lines. */
export function lastLines(lines: Lines<Line>, count: number): Line[] {
  const parts: (readonly Line[])[] = []
  let rest = count
  for (let chunk = lines.length - 1; chunk >= 0 && rest > 0; chunk--) {
    const part = lines[chunk] ?? []
    parts.unshift(part.slice(-rest))
    rest -= part.length
  }
  return parts.flat()
}

const FOLLOWS_MS = 120_000

/** Does a line follow one of the same person so closely that the name need not be said again? */
function follows(line: Line, before: Line | undefined): boolean {
  return (
    before !== undefined &&
    before.who === line.who &&
    before.item === line.item &&
    line.reply === null &&
    Date.parse(line.at) - Date.parse(before.at) < FOLLOWS_MS
  )
}

type Parts = Pick<Room, 'items' | 'announcements' | 'polls'>

/** The rows for these lines; `whole` when nothing older is left out. Open polls stand last. */
export function rowsOf(lines: readonly Line[], parts: Parts, whole: boolean): Row[] {
  const from = whole ? '' : (lines[0]?.at ?? '')
  const besides: Row[] = [
    ...parts.announcements.map((notice) => ({
      kind: 'notice' as const,
      key: `a${notice.seq}`,
      notice,
      at: notice.at,
    })),
    ...parts.polls.map((poll) => ({
      kind: 'poll' as const,
      key: poll.id,
      poll,
      at: poll.closedAt ? poll.openedAt : '9',
    })),
    ...parts.items.flatMap((item) =>
      item.startedAt ? [{ kind: 'chapter' as const, key: item.id, item, at: item.startedAt }] : [],
    ),
  ]
    .filter(({ at }) => at >= from)
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  const rows: Row[] = []
  let place = 0
  let before: Line | undefined
  for (const line of lines) {
    for (let row = besides[place]; row && row.at <= line.at; row = besides[place]) {
      rows.push(row)
      place += 1
      before = undefined
    }
    rows.push({
      kind: 'line',
      key: String(line.seq),
      line,
      at: line.at,
      follows: follows(line, before),
    })
    before = line
  }
  return [...rows, ...besides.slice(place)]
}
