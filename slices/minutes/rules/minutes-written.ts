/** Links, decisions and actions as minutes keep them. */
import type { Room } from '#slices/room/index.ts'
import type { ChatLine, Minutes } from './document.ts'
import { whoIs } from './who.ts'

export function linksOf(room: Room, chat: readonly ChatLine[]): Minutes['links'] {
  const { who } = whoIs(room)
  const items = new Map(chat.map(({ seq, item }) => [seq, item]))
  return room.links.flatMap(({ address, said }) => {
    const first = said[0]
    if (!first) return []
    const { at, line } = first
    const item = items.get(line) ?? null
    return [{ address, who: who(first.who), at, item, times: said.length }]
  })
}

export function writtenOf(room: Room): Pick<Minutes, 'decisions' | 'actions'> {
  const { who } = whoIs(room)
  const shared = ({ id, text, item, by, at }: Room['written'][number], ref: string) => ({
    id,
    ref,
    text,
    item,
    by: who(by),
    at,
  })
  const of = (kind: string) => room.written.filter((one) => one.kind === kind)
  return {
    decisions: of('decision').map((one, index) => ({
      ...shared(one, `D${index + 1}`),
      ...(one.decision === null ? {} : { decision: one.decision }),
    })),
    actions: of('action').map((one, index) => ({
      ...shared(one, `A${index + 1}`),
      who: one.who ? who(one.who) : null,
      name: one.name,
      due: one.due,
    })),
  }
}
