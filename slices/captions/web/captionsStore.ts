/** The captions of a gathering as they are drawn: who writes, the last lines, what is being typed. */
import { useEffect, useSyncExternalStore } from 'react'
import { call } from '#web/kit/call.ts'
import { createFollowed, onceEach } from '#web/kit/followed.ts'
import { follow, pass } from '#web/kit/live.ts'
import { GatheringId } from '#slices/room/api.ts'
import { z } from 'zod'
import { readCaptionLines, readCaptions } from '../api.ts'
import { apply, type Captions, type Line, lineIn, NO_CAPTIONS } from '../rules/captions.ts'

/** A line that is being typed. */
export type Growing = { text: string; language: string; speaker: string | null }

type Now = Captions & {
  languages: readonly string[]
  lines: readonly Line[]
  growing: Readonly<Record<string, Growing>>
}

const START: Now = { ...NO_CAPTIONS, languages: [], lines: [], growing: {} }
const KEPT = 200
/** How long a line that is being typed stays when nothing more is heard of it. */
const GROWING_MS = 6000

const Interim = z.object({
  interim: z.string(),
  language: z.string(),
  by: z.string().nullable(),
  speaker: z.string().nullable(),
})
const Redacted = z.object({ seq: z.int(), now: z.record(z.string(), z.unknown()) })

type Entry = Parameters<typeof lineIn>[0]

/** The lines after an entry: one more, or one whose words went. */
function linesAfter(lines: readonly Line[], entry: Entry): readonly Line[] {
  const line = lineIn(entry)
  if (line) return [...lines, line].slice(-KEPT)
  const gone = entry.kind === 'record.redacted' ? Redacted.safeParse(entry.data).data : undefined
  if (!gone) return lines
  return lines.map((one) =>
    one.seq === gone.seq ? (lineIn({ ...one, kind: 'captions.said', data: gone.now }) ?? one) : one,
  )
}

const keyOf = (by: string | null, language: string) => `${by ?? 'engine'} ${language}`

/** The state after an entry; a line that is done grows no more. */
function after(now: Now, entry: Entry): Now {
  const lines = linesAfter(now.lines, entry)
  const said = lineIn(entry)
  const { captioners, engine } = apply(now, entry)
  if (!said) return { ...now, captioners, engine, lines }
  const { [keyOf(said.by, said.language)]: _, ...growing } = now.growing
  const known = now.languages.includes(said.language)
  const languages = known ? now.languages : [...now.languages, said.language]
  return { ...now, captioners, engine, lines, growing, languages }
}

const storeOf = onceEach((gathering) =>
  createFollowed<Now>(START, async ({ now, become }, signal) => {
    const params = { gathering: GatheringId.parse(gathering) }
    const { seq, ...captions } = await call(readCaptions, { params, signal })
    const { lines } = await call(readCaptionLines, { params, signal })
    if (signal.aborted) return () => {}
    become({ ...captions, lines: lines.filter((line) => line.seq <= seq) })
    return follow(`captions:${gathering}`, seq, {
      entries: (entries) => become(entries.reduce<Now>(after, now())),
    })
  }),
)

export function useCaptions(gathering: string): Now {
  const { watch, now } = storeOf(gathering)
  return useSyncExternalStore(watch, now)
}

/** Follows what is being typed, while captions are shown. */
export function useGrowing(gathering: string, on: boolean): void {
  useEffect(() => {
    if (!on) return undefined
    const { now, become } = storeOf(gathering)
    const timers = new Map<string, ReturnType<typeof setTimeout>>()
    const drop = (key: string) => {
      const { [key]: _, ...growing } = now().growing
      become({ growing })
    }
    const stop = follow(`captioning:${gathering}`, 0, {
      entries: () => {},
      pass(payload) {
        const said = Interim.safeParse(payload).data
        if (!said) return
        const { interim: text, by, language, speaker } = said
        const key = keyOf(by, language)
        clearTimeout(timers.get(key))
        if (text === '') return drop(key)
        timers.set(
          key,
          setTimeout(() => drop(key), GROWING_MS),
        )
        become({ growing: { ...now().growing, [key]: { text, language, speaker } } })
      },
    })
    return () => {
      stop()
      for (const timer of timers.values()) clearTimeout(timer)
      become({ growing: {} })
    }
  }, [gathering, on])
}

export function sayGrowing(gathering: string, interim: string): void {
  pass(`captioning:${gathering}`, { interim })
}
