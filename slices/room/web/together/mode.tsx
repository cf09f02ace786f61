/** What a shared device shows: the list to hand around, or the whole room. */
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import { microphoneOf } from '../../rules/glance.ts'
import { useInRoom, useRoom } from '../useRoom.ts'

type Mode = {
  /** This device is the microphone of a place, and shows its list. */
  together: boolean
  show: (what: 'list' | 'room') => void
}

const ModeContext = createContext<Mode>({ together: false, show: () => {} })

export function TogetherProvider({ children }: { children: ReactNode }) {
  const { me } = useInRoom()
  const [what, show] = useState<'list' | 'room'>('list')
  const isOne = useRoom((room) => !room.endedAt && microphoneOf(room, me.who) !== undefined)
  const mode = useMemo(() => ({ together: isOne && what === 'list', show }), [isOne, what])
  return <ModeContext value={mode}>{children}</ModeContext>
}

export function useTogether(): Mode {
  return useContext(ModeContext)
}
