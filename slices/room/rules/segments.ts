/** A text cut into what it says, what it links and whom it mentions. */
import type { Who } from './call.ts'
import { type Found, linksIn } from './links.ts'

export type Segment =
  | { kind: 'text'; text: string }
  | { kind: 'link'; text: string; href: string }
  | { kind: 'mention'; text: string; who: Who }

export type Mentioned = { who: Who; name: string }

/** Where a line mentions those it says it mentions: "@" and the name. */
function mentionsIn(text: string, mentioned: readonly Mentioned[]): Found[] {
  return mentioned.flatMap(({ who, name }) => {
    const mark = `@${name}`
    const from = name === '' ? -1 : text.indexOf(mark)
    if (from < 0) return []
    return [{ from, till: from + mark.length, segment: { kind: 'mention', text: mark, who } }]
  })
}

/** A text cut into what it says, what it links and whom it mentions; joined it is the text again. */
export function segments(text: string, mentioned: readonly Mentioned[] = []): Segment[] {
  const found = [...linksIn(text), ...mentionsIn(text, mentioned)].toSorted(
    (a, b) => a.from - b.from,
  )
  const parts: Segment[] = []
  let done = 0
  for (const { from, till, segment } of found) {
    if (from < done) continue
    if (from > done) parts.push({ kind: 'text', text: text.slice(done, from) })
    parts.push(segment)
    done = till
  }
  if (done < text.length) parts.push({ kind: 'text', text: text.slice(done) })
  return parts
}
