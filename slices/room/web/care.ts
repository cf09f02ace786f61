/** What facilitators alone see: who waits in the lobby, private lines of items, hidden words. */
import { useQueryClient } from '@tanstack/react-query'
import { createContext, useContext, useEffect } from 'react'
import { follow } from '#web/kit/live.ts'
import { keyOf, useRead } from '#web/kit/useCall.ts'
import type { Output } from '#kernel/operation.ts'
import { seeTheLobby } from '../api.ts'
import { useInRoom } from './useRoom.ts'

export type Care = Output<typeof seeTheLobby>

export const CareContext = createContext<Care | null>(null)

export function useCare(): Care | null {
  return useContext(CareContext)
}

/** Reads it, and reads it again when something happens there. */
export function useCareOf(facilitates: boolean): Care | null {
  const { gathering } = useInRoom()
  const client = useQueryClient()
  const { data } = useRead(seeTheLobby, { params: { gathering } }, facilitates)
  const seq = data?.seq
  const isRead = seq !== undefined
  useEffect(() => {
    if (!facilitates || !isRead) return undefined
    return follow(`care:${gathering}`, seq, {
      entries: () => void client.invalidateQueries({ queryKey: keyOf(seeTheLobby) }),
    })
    // The number matters when it begins: from then on the entries themselves say what is new.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [facilitates, isRead, gathering, client])
  return facilitates ? (data ?? null) : null
}
