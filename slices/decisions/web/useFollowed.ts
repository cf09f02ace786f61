/** A decision as it goes on: what happens to it is heard, and what the page shows of it is read again. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { follow } from '#web/kit/live.ts'
import { keyOf } from '#web/kit/useCall.ts'
import { type Id, TOUCHES } from './useDecision.ts'

/** Many vote at once: what is shown is read again at most so often. */
const AT_MOST_EVERY_MS = 2000

export function useFollowed(decision: Id): void {
  const client = useQueryClient()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const readAgain = () => {
      timer = undefined
      for (const op of TOUCHES) void client.invalidateQueries({ queryKey: keyOf(op) })
    }
    const stop = follow(`decision:${decision}`, 0, {
      entries() {
        timer ??= setTimeout(readAgain, AT_MOST_EVERY_MS)
      },
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [client, decision]) // oxlint-disable-line react/exhaustive-effect-dependencies
}
