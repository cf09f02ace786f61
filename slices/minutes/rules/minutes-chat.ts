/** The public chat as minutes keep it. */
import type { Room } from '#slices/room/index.ts'
import type { ChatLine } from './document.ts'
import { whoIs } from './who.ts'

type RoomLine = Room['chat']['lines'][number][number]

function stateOfLine({ withdrawn, hidden, editedAt }: RoomLine): ChatLine['state'] {
  if (withdrawn) return 'withdrawn'
  if (hidden) return 'hidden'
  return editedAt ? 'edited' : 'said'
}

/** The public chat as minutes keep it; words that were withdrawn or hidden are not in it. */
export function chatOf(room: Room): ChatLine[] {
  const { who, nameOf } = whoIs(room)
  return room.chat.lines.flat().map((line) => {
    const state = stateOfLine(line)
    return {
      seq: line.seq,
      at: line.at,
      item: line.item,
      who: who(line.who),
      name: nameOf(line.who),
      text: state === 'withdrawn' || state === 'hidden' ? '' : line.text,
      reply: line.reply,
      reactions: line.reactions.map(({ emoji, who: all }) => ({ emoji, count: all.length })),
      state,
    }
  })
}
