/**
 * The room in the browser: a snapshot, then every entry through the same reducer that the server
 * uses. Who draws it is told once a frame, however many entries came.
 */
import type { Entry } from '#kernel/record.ts'
import { prepend } from '../rules/lines.ts'
import { apply } from '../rules/room.ts'
import type { Line, Room } from '../rules/state.ts'

const HIDDEN_PAUSE_MS = 250

export type RoomStore = {
  watch(watcher: () => void): () => void
  room(): Room
  take(entries: readonly Entry[]): void
  /** Puts a page of older lines before those that are there. */
  takeOlder(lines: readonly Line[], earlier: number): void
}

export function createRoomStore(start: Room): RoomStore {
  const watchers = new Set<() => void>()
  let room = start
  let told = true

  function tell(): void {
    told = true
    for (const watcher of watchers) watcher()
  }
  function tellSoon(): void {
    if (!told) return
    told = false
    if (document.hidden) setTimeout(tell, HIDDEN_PAUSE_MS)
    else requestAnimationFrame(tell)
  }
  return {
    watch(watcher) {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
    room: () => room,
    take(entries) {
      for (const entry of entries) room = apply(room, entry)
      tellSoon()
    },
    takeOlder(lines, earlier) {
      const { chat } = room
      room = { ...room, chat: { ...chat, lines: prepend(chat.lines, lines), earlier } }
      tellSoon()
    },
  }
}
