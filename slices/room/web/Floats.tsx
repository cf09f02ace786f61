/** The one thing that floats over the room: a dialog, opened from anywhere in it. */
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'

type Floats = { open: (dialog: ReactNode) => void; close: () => void }

const FloatsContext = createContext<Floats>({ open: () => {}, close: () => {} })

/** Opens a dialog over the room, or closes it. */
export function useFloats(): Floats {
  return useContext(FloatsContext)
}

export function FloatsProvider({ children }: { children: ReactNode }) {
  const [dialog, setDialog] = useState<ReactNode>(null)
  const floats = useMemo<Floats>(
    () => ({ open: (next) => setDialog(next), close: () => setDialog(null) }),
    [],
  )
  return (
    <FloatsContext value={floats}>
      {children}
      {dialog}
    </FloatsContext>
  )
}
