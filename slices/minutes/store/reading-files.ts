/** Reading the files of an import, and refusing what is none. */
import { Refused } from '#kernel/problem.ts'
import { type Placed, readChat, type SavedChat } from '../rules/chat-file.ts'
import { emptyOrder, type Order, readOrder } from '../rules/order-file.ts'

/** The text of a file; refuses `not-utf8` instead of guessing. */
export function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Refused('not-utf8')
  }
}

/** The running order of a file; refuses `order-unread` with the line. */
export function orderOf(text: string): Order {
  if (text.trim() === '') return emptyOrder
  const read = readOrder(text)
  if ('unread' in read) throw new Refused('order-unread', read.unread)
  return read.order
}

/** Reads a file; refuses `not-a-chat` where no line of it is one. */
export function chatIn(bytes: Uint8Array, placed: Placed): SavedChat {
  const chat = readChat(textOf(bytes), placed)
  if (chat.messages.length === 0 && chat.notices.length === 0) throw new Refused('not-a-chat')
  return chat
}
