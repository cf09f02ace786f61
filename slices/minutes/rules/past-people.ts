/** Everybody whom a saved chat or its running order names, each once. */
import { plain } from '#kernel/text.ts'
import type { Past, PastGiven } from './past.ts'

export type Roll = { idOf(name: string): string | null; people: Past['people'] }

/** Everybody whom the file or the order names, each once. */
export function rollOf({ chat, order, newId }: PastGiven): Roll {
  const people: Past['people'] = []
  const exact = new Map<string, string>()
  const alike = new Map<string, string>()
  const add = (name: string) => {
    const who = newId('gst')
    people.push({ who, name })
    exact.set(name, who)
    if (!alike.has(plain(name))) alike.set(plain(name), who)
  }
  const idOf = (name: string) => exact.get(name) ?? alike.get(plain(name)) ?? null
  chat.people.forEach(add)
  for (const name of [...order.facilitators, ...order.timekeepers, ...order.noteTakers])
    if (idOf(name) === null) add(name)
  return { idOf, people }
}
