/**
 * Links: what in a text is an address, and the links said in the chat, each once.
 * 1. Only http, https and mailto become links; an address must be written with its scheme, or begin
 *    with www. or be a mail address. Anything else stays text.
 * 2. A link is harvested once per address, with everybody who said it and when; the first stands
 *    first. Mail addresses are not harvested.
 * 3. When a line is withdrawn, hidden or edited, what it alone said goes with it.
 */
import { LinkifyIt } from 'linkify-it'
import type { Segment } from './segments.ts'

const linkify = new LinkifyIt({ fuzzyLink: true, fuzzyEmail: true, fuzzyIP: false })
linkify.add('ftp:', null).add('//', null)

const SAFE = /^(https?|mailto):/i

function safeHref(schema: string, written: string, url: string): string | null {
  if (schema === '' && !/^www\./i.test(written)) return null
  if (!SAFE.test(url) || !URL.canParse(url)) return null
  return schema === '' ? url.replace(/^http:/i, 'https:') : url
}

export type Found = { from: number; till: number; segment: Segment }

export function linksIn(text: string): Found[] {
  return (linkify.match(text) ?? []).flatMap(({ schema, index, lastIndex, raw, url }) => {
    const href = safeHref(schema, raw, url)
    return href
      ? [{ from: index, till: lastIndex, segment: { kind: 'link', text: raw, href } }]
      : []
  })
}

/** The addresses that a text says, each once. */
export function addressesIn(text: string): string[] {
  const hrefs = linksIn(text).flatMap(({ segment }) =>
    segment.kind === 'link' ? [segment.href] : [],
  )
  return [...new Set(hrefs.filter((href) => !href.startsWith('mailto:')))]
}
