/** What a slice brings to the web: its places, each loaded when somebody goes there. */
import type { ComponentType } from 'react'

export type Place = {
  /** As TanStack Router writes it: `/gatherings/$gathering`. */
  path: string
  /** The component is the module's `Page`. */
  load: () => Promise<{ Page: ComponentType }>
  /** Without the hall's frame (the room has its own). */
  bare?: boolean
}

/** A way in the header; `order` sorts them. */
export type Way = { to: string; label: () => string; order: number }
