/** Items as minutes keep them. */
import type { Room } from '#slices/room/index.ts'
import type { ChatLine, Minutes } from './document.ts'
import { whoIs } from './who.ts'

export function itemsOf(room: Room, chat: readonly ChatLine[]): Minutes['items'] {
  const { who } = whoIs(room)
  const lines = Map.groupBy(chat, ({ item }) => item)
  return room.items.map((item, index) => {
    const { id, kind, title, line, minutes, extended, planned, startedAt, endedAt } = item
    const turns = [...room.floor.turns, ...room.floor.heard].filter((turn) => turn.item === id)
    const spoken = Map.groupBy(turns, (turn) => who(turn.who))
    return {
      id,
      number: index + 1,
      kind,
      title,
      owners: item.owners.map((owner) => ({ who: owner.id ?? null, name: owner.name })),
      line,
      minutes,
      extended,
      state: startedAt ? 'held' : item.state === 'skipped' ? 'skipped' : 'not-reached',
      planned,
      held: startedAt ? { from: startedAt, till: endedAt ?? startedAt } : null,
      spoken: [...spoken].map(([one, all]) => ({
        who: one,
        ms: all.reduce((sum, { ms }) => sum + ms, 0),
      })),
      notes: '',
      chatLines: lines.get(id)?.length ?? 0,
    }
  })
}
