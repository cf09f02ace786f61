/** Private talks in the browser: the lines of each, from its own topic. */
import { z } from 'zod'
import type { Entry } from '#kernel/record.ts'
import { follow } from '#web/kit/live.ts'
import { Who } from '../rules/call.ts'

export type TalkLine = { seq: number; who: Who; at: string; text: string; withdrawn: boolean }

const Said = z.object({ who: Who, text: z.string(), withdrawn: z.boolean().default(false) })
const Redacted = z.object({ seq: z.int(), now: Said })

/** The lines after an entry of a talk. */
export function heardInTalk(lines: readonly TalkLine[], entry: Entry): readonly TalkLine[] {
  const said = entry.kind === 'talk.said' && Said.safeParse(entry.data)
  if (said && said.success) return [...lines, { seq: entry.seq, at: entry.at, ...said.data }]
  const redacted = entry.kind === 'record.redacted' && Redacted.safeParse(entry.data)
  if (!redacted || !redacted.success) return lines
  const { seq, now } = redacted.data
  return lines.map((line) => (line.seq === seq ? { ...line, ...now } : line))
}

export type TalkLines = Readonly<Record<string, readonly TalkLine[]>>
export type TalkStore = {
  watch(watcher: () => void): () => void
  lines(): TalkLines
  /** Follows exactly these talks from now on. */
  followOnly(talks: readonly string[]): void
}

export function createTalkStore(): TalkStore {
  const watchers = new Set<() => void>()
  const stops = new Map<string, () => void>()
  let all: TalkLines = {}

  function begin(talk: string): void {
    const stop = follow(`talk:${talk}`, 0, {
      entries(entries) {
        all = { ...all, [talk]: entries.reduce(heardInTalk, all[talk] ?? []) }
        for (const watcher of watchers) watcher()
      },
    })
    stops.set(talk, stop)
  }
  return {
    watch(watcher) {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
    lines: () => all,
    followOnly(talks) {
      for (const [talk, stop] of stops) {
        if (talks.includes(talk)) continue
        stop()
        stops.delete(talk)
        all = { ...all, [talk]: [] }
      }
      for (const talk of talks) if (!stops.has(talk)) begin(talk)
    },
  }
}
