/** What the hall says of this gathering's sound, followed as it changes. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Entry } from '#kernel/record.ts'
import { useInRoom } from '#slices/room/web/useRoom.ts'
import { follow } from '#web/kit/live.ts'
import { keyOf, useRead } from '#web/kit/useCall.ts'
import { readVoices, type Voices } from '../api.ts'
import { SOURCES } from '../rules/voices.ts'
import type { Stopped } from './callStore.ts'
import { sayStopped } from './inCall.ts'

function stoppedIn({ kind, data, at }: Entry, me: string): Stopped | null {
  if (kind !== 'voices.stopped' || data['who'] !== me) return null
  const what = SOURCES.find((source) => source === data['what'])
  return what ? { what, at } : null
}

export function useVoices(): Voices | undefined {
  const { gathering, me } = useInRoom()
  const client = useQueryClient()
  const input = { params: { gathering } }
  const { data: voices } = useRead(readVoices, input)
  const seq = voices?.seq
  const known = seq !== undefined
  useEffect(() => {
    if (!known) return undefined
    const again = () =>
      client.invalidateQueries({ queryKey: keyOf(readVoices, { params: { gathering } }) })
    return follow(`voices:${gathering}`, seq, {
      entries(entries) {
        if (entries.some(({ kind }) => kind === 'voices.shaped')) void again()
        const last = entries.map((entry) => stoppedIn(entry, me.who)).findLast(Boolean)
        if (last) sayStopped(gathering, last)
      },
      pass: () => void again(),
    })
    // Followed once, from the number that was read first.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [client, gathering, known, me.who])
  return voices
}
