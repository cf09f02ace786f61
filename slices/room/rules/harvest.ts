/** Links said in the chat, each once (the law stands in links.ts). */
import type { Instant } from '#kernel/clock.ts'
import type { Who } from './call.ts'
import { addressesIn } from './links.ts'
import type { Link, Saying } from './state.ts'

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
