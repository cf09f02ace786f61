/**
 * Links: what in a text is an address, and the links said in the chat, each once.
 * 1. Only http, https and mailto become links; an address must be written with its scheme, or begin
 *    with www. or be a mail address. Anything else stays text.
 * 2. A link is harvested once per address, with everybody who said it and when; the first stands
 *    first. Mail addresses are not harvested.
 * 3. When a line is withdrawn, hidden or edited, what it alone said goes with it.
 */
import { LinkifyIt } from 'linkify-it'
import type { Instant } from '#kernel/clock.ts'
import type { Who } from './call.ts'
import type { Link, Saying } from './state.ts'

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

/** The links after a line said this. */
export function harvest(links: readonly Link[], text: string, saying: Saying): readonly Link[] {
  if (!text.includes('://') && !text.includes('www.')) return links
  return addressesIn(text).reduce((known, address) => withSaying(known, address, saying), links)
}

function withSaying(links: readonly Link[], address: string, saying: Saying): readonly Link[] {
  const place = links.findIndex((link) => link.address === address)
  const before = links[place]
  const inOrder = saying.line > (before?.said.at(-1)?.line ?? links.at(-1)?.said.at(-1)?.line ?? 0)
  const all = [...(before?.said ?? []), saying]
  const link = { address, said: inOrder ? all : all.toSorted((a, b) => a.line - b.line) }
  const next = before ? links.with(place, link) : [...links, link]
  return inOrder ? next : next.toSorted((a, b) => firstLine(a) - firstLine(b))
}

function firstLine(link: Link): number {
  return link.said[0]?.line ?? 0
}

/** The links after a line no longer says anything. */
export function unsay(links: readonly Link[], line: number): readonly Link[] {
  if (!links.some(({ said }) => said.some((saying) => saying.line === line))) return links
  return links
    .map(({ address, said }) => ({ address, said: said.filter((saying) => saying.line !== line) }))
    .filter(({ said }) => said.length > 0)
    .toSorted((a, b) => firstLine(a) - firstLine(b))
}

/** Who said a link first, and when. */
export function firstSaying(link: Link): { who: Who; at: Instant } | undefined {
  return link.said[0]
}
