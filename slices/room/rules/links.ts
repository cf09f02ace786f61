/**
 * Links: what in a text is an address, and the links said in the chat, each once.
 * 1. Only http, https and mailto become links; an address must be written with its scheme, or begin
 *    with www. or be a mail address. Anything else stays text.
 * 2. A link is harvested once per address, with everybody who said it and when; the first stands
 *    first. Mail addresses are not harvested.
 * 3. When a line is withdrawn, hidden or edited, what it alone said goes with it.
 */
import { LinkifyIt } from 'linkify-it'
import type { Who } from './call.ts'

export type Segment =
  | { kind: 'text'; text: string }
  | { kind: 'link'; text: string; href: string }
  | { kind: 'mention'; text: string; who: Who }

const linkify = new LinkifyIt({ fuzzyLink: true, fuzzyEmail: true, fuzzyIP: false })
linkify.add('ftp:', null).add('//', null)

const SAFE = /^(https?|mailto):/i

function safeHref(schema: string, written: string, url: string): string | null {
  if (schema === '' && !/^www\./i.test(written)) return null
  if (!SAFE.test(url) || !URL.canParse(url)) return null
  return schema === '' ? url.replace(/^http:/i, 'https:') : url
}

type Found = { from: number; till: number; segment: Segment }

function linksIn(text: string): Found[] {
  return (linkify.match(text) ?? []).flatMap(({ schema, index, lastIndex, raw, url }) => {
    const href = safeHref(schema, raw, url)
    return href
      ? [{ from: index, till: lastIndex, segment: { kind: 'link', text: raw, href } }]
      : []
  })
}

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

/** The addresses that a text says, each once. */
export function addressesIn(text: string): string[] {
  const hrefs = linksIn(text).flatMap(({ segment }) =>
    segment.kind === 'link' ? [segment.href] : [],
  )
  return [...new Set(hrefs.filter((href) => !href.startsWith('mailto:')))]
}
