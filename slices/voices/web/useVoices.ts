/** What the hall says of the sound of the room where one is, followed as it changes. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Entry } from '#kernel/record.ts'
import { gatheringIn } from '#slices/room/rules/place.ts'
import { useInRoom } from '#slices/room/web/useRoom.ts'
import { follow } from '#web/kit/live.ts'
import { keyOf, useRead } from '#web/kit/useCall.ts'
import { readVoices, type Voices } from '../api.ts'
import { SOURCES } from '../rules/voices.ts'
import type { Done } from './callStore.ts'
import { comeBack, sayDone } from './inCall.ts'

function doneIn({ kind, data, at }: Entry, me: string): Done | null {
  if (data['who'] !== me) return null
  if (kind === 'voices.let')
    return { speak: typeof data['speak'] === 'boolean' ? data['speak'] : null, at }
  const what = SOURCES.find((source) => source === data['what'])
  return kind === 'voices.stopped' && what ? { what, at, another: data['why'] === 'another' } : null
}

/** The hall passes on what the media server is. */
const isReady = (said: unknown) =>
  typeof said === 'object' && said !== null && 'media' in said && said.media === 'ready'

const RULES = new Set(['voices.ruled', 'voices.let'])

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
        if (entries.some(({ kind }) => RULES.has(kind))) void again()
        const last = entries.map((entry) => doneIn(entry, me.who)).findLast(Boolean)
        if (last) sayDone(gatheringIn(gathering), last)
      },
      pass(said) {
        if (isReady(said)) comeBack(gatheringIn(gathering))
        void again()
      },
    })
    // Followed once, from the number that was read first.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [client, gathering, known, me.who])
  return voices
}
