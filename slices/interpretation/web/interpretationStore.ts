/** Interpretation as it is drawn: who interprets, what one listens to oneself, who asked for slower. */
import { useSyncExternalStore } from 'react'
import { z } from 'zod'
import type { Entry } from '#kernel/record.ts'
import { GatheringId } from '#slices/room/api.ts'
import { call } from '#web/kit/call.ts'
import { createFollowed, onceEach } from '#web/kit/followed.ts'
import { follow } from '#web/kit/live.ts'
import { readInterpretation } from '../api.ts'
import type { Listening } from '../rules/hearing.ts'
import { apply, type Interpreters } from '../rules/interpretation.ts'

export type Now = Listening & {
  interpreters: Interpreters
  /** The language whose interpreters asked for slower a moment ago. */
  slower: string | null
}

const START: Now = { interpreters: {}, slower: null, channel: null, beneath: 'softly' }
/** How long a wish for slower is seen. */
const SLOWER_MS = 12_000

const Slower = z.object({ language: z.string() })

function slowerIn(entries: readonly Entry[]): string | null {
  const last = entries.findLast(({ kind }) => kind === 'interpretation.slower')
  return Slower.safeParse(last?.data).data?.language ?? null
}

const storeOf = onceEach((gathering) => {
  let fading: ReturnType<typeof setTimeout> | undefined
  return createFollowed<Now>(START, async ({ now, become }, signal) => {
    const params = { gathering: GatheringId.parse(gathering) }
    const { interpreters, seq } = await call(readInterpretation, { params, signal })
    if (signal.aborted) return () => {}
    become({ interpreters })
    return follow(`interpretation:${gathering}`, seq, {
      entries(entries) {
        const slower = slowerIn(entries)
        become({ interpreters: entries.reduce(apply, now().interpreters) })
        if (!slower) return
        clearTimeout(fading)
        fading = setTimeout(() => become({ slower: null }), SLOWER_MS)
        become({ slower })
      },
    })
  })
})

export function useInterpretation(gathering: string): Now {
  const { watch, now } = storeOf(gathering)
  return useSyncExternalStore(watch, now)
}

export function listen(gathering: string, listening: Partial<Listening>): void {
  storeOf(gathering).become(listening)
}
