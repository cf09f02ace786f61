/** Lets the call be heard as one chose: a channel, and the floor beneath it. */
import { useEffect, useMemo } from 'react'
import { mixCall, useCallNow } from '#slices/voices/web/inCall.ts'
import { isSpoken, volumeOf } from '../rules/hearing.ts'
import { useInterpretation } from './interpretationStore.ts'

/** Answers whether the channel that one chose is spoken into now. */
export function useMixed(id: string): boolean {
  const { interpreters, channel, beneath } = useInterpretation(id)
  const { voices } = useCallNow(id)
  const whos = voices
    .filter(({ open }) => open)
    .map(({ who }) => who)
    .toSorted()
    .join()
  const open = useMemo(() => new Set(whos.split(',')), [whos])
  useEffect(() => {
    mixCall(id, (who) => volumeOf(who, { channel, beneath }, interpreters, open))
  }, [id, interpreters, channel, beneath, open])
  return channel !== null && isSpoken(interpreters, open, channel)
}
