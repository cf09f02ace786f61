/**
 * Being in a group's room within this one: what belongs to where one is (the stage, the stack, the
 * note, the hand) is that room's; the line on top, the running order, chat and people stay those of
 * the main hall. A later slice says when one is within (breakouts).
 */
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { useTalking } from './conversations.tsx'
import { type InRoom, RoomContext, useInRoom } from './useRoom.ts'

export type Within = { inRoom: InRoom; note: `not_${string}` | null }
type Going = { within: Within | null; go: (within: Within | null) => void }

const WithinContext = createContext<Going>({ within: null, go: () => {} })

export function WithinProvider({ children }: { children: ReactNode }) {
  const [within, go] = useState<Within | null>(null)
  const { show } = useTalking()
  const group = within?.inRoom.gathering
  useEffect(() => show(group ? 'group' : 'chat'), [group, show])
  const going = useMemo(() => ({ within, go }), [within])
  return <WithinContext value={going}>{children}</WithinContext>
}

/** The group's room in which one is; null: in the main hall. */
export function useWithin(): Within | null {
  return useContext(WithinContext).within
}

/** For who says when one is within. */
export function useGoWithin(): Going['go'] {
  return useContext(WithinContext).go
}

/** What is drawn of the room where one is. */
export function Here({ children }: { children: ReactNode }) {
  const main = useInRoom()
  const here = useWithin()?.inRoom ?? main
  // What draws a room keeps to its store: in another room it is drawn anew.
  return (
    <RoomContext key={here.gathering} value={here}>
      {children}
    </RoomContext>
  )
}
