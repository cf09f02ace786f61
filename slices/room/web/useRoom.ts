/** The room for whatever draws a part of it: a part that stays the same draws nothing anew. */
import { createContext, useContext, useMemo, useState, useSyncExternalStore } from 'react'
import type { Body, Operation, Output, Params } from '#kernel/operation.ts'
import { call } from '#web/kit/call.ts'
import { hallNow } from '#web/kit/clock.ts'
import type { GatheringId } from '../api.ts'
import type { Me } from '../api.ts'
import { isFacilitator } from '../rules/glance.ts'
import type { Room } from '../rules/state.ts'
import type { RoomStore } from './roomStore.ts'
import type { z } from 'zod'

export type InRoom = {
  gathering: z.infer<typeof GatheringId>
  me: Me
  store: RoomStore
  /** Says something to screen readers, politely. */
  say: (words: string) => void
}

export const RoomContext = createContext<InRoom | null>(null)

export function useInRoom(): InRoom {
  const inRoom = useContext(RoomContext)
  if (!inRoom) throw new Error('not within a room')
  return inRoom
}

/** A part of the room. `select` must answer the same object as long as nothing in it changed. */
export function useRoom<T>(select: (room: Room) => T): T {
  const { store } = useInRoom()
  return useSyncExternalStore(store.watch, () => select(store.room()))
}

/** Reads the room, answering the same one as long as these parts of it are the same. */
function readerOf({ room }: RoomStore, parts: readonly (keyof Room)[]): () => Room {
  let held = room()
  return () => {
    const now = room()
    if (parts.some((part) => now[part] !== held[part])) held = now
    return held
  }
}

/** The whole room, drawn anew only when one of these parts of it changed. */
export function useRoomWith(...parts: (keyof Room)[]): Room {
  const { store } = useInRoom()
  const [read] = useState(() => readerOf(store, parts))
  return useSyncExternalStore(store.watch, read)
}

/** Does the reader facilitate? */
export function useFacilitates(): boolean {
  const { me } = useInRoom()
  return useRoom((room) => isFacilitator(room, me.who))
}

/** Now, for what is asked once and not drawn every second. */
export function nowAtHall(): string {
  return new Date(hallNow()).toISOString()
}

type Rest<O extends Operation> = Omit<Params<O>, 'gathering'> extends infer R ? R : never
export type Given<O extends Operation> = { params?: Rest<O>; body?: Partial<Body<O>>; key?: string }

export type Acts = {
  /** Does it; answers what came back, or null when it was refused. */
  act<O extends Operation>(op: O, given?: Given<O>): Promise<Output<O> | null>
  /** What was refused last, until the next try. */
  problem: unknown
  busy: boolean
  forget: () => void
}

/** Doing things in this room, with the refusal beside where it was pressed. */
export function useActs(): Acts {
  const { gathering } = useInRoom()
  const [problem, setProblem] = useState<unknown>(null)
  const [busy, setBusy] = useState(0)
  return useMemo(
    () => ({
      async act(op, { params, body, key } = {}) {
        setProblem(null)
        setBusy((count) => count + 1)
        try {
          const all = Object.assign({}, params, { gathering })
          return await call(op, { params: all, ...(body ? { body } : {}), ...(key ? { key } : {}) })
        } catch (cause) {
          setProblem(cause)
          return null
        } finally {
          setBusy((count) => count - 1)
        }
      },
      problem,
      busy: busy > 0,
      forget: () => setProblem(null),
    }),
    [gathering, problem, busy],
  )
}
