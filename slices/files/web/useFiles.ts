/** The files of a holder, kept fresh by their news. Those of an item come with its gathering's. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { follow } from '#web/kit/live.ts'
import { keyOf, useRead } from '#web/kit/useCall.ts'
import { listFiles } from '../api.ts'
import type { Holder } from '../rules/keeping.ts'

/** What is asked for the files of a holder: an item's gathering, else itself. */
export function askedFor({ kind, id }: Holder) {
  const [gathering = '', item] = id.split('.')
  return {
    params: kind === 'item' ? { kind: 'gathering', holder: gathering } : { kind, holder: id },
    item: item ?? null,
  }
}

/** How many lists follow a topic: they share one line. */
const followers = new Map<string, { lists: Set<() => void>; stop: () => void }>()

function listen(topic: string, seq: number, changed: () => void): () => void {
  const known = followers.get(topic)
  const lists = known?.lists ?? new Set()
  lists.add(changed)
  const tell = () => {
    for (const list of lists) list()
  }
  const stop = known?.stop ?? follow(topic, seq, { entries: tell })
  followers.set(topic, { lists, stop })
  return () => {
    lists.delete(changed)
    if (lists.size > 0) return
    followers.delete(topic)
    stop()
  }
}

/** `whole`: of a gathering with those of its items. */
export function useFiles(holder: Holder, whole = false) {
  const { params, item } = askedFor(holder)
  const client = useQueryClient()
  const read = useRead(listFiles, { params })
  const topic = `files:${params.kind}:${params.holder}`
  const seq = read.data?.seq
  const ready = seq !== undefined
  useEffect(() => {
    if (!ready) return
    const key = keyOf(listFiles, { params: { kind: params.kind, holder: params.holder } })
    return listen(topic, seq ?? 0, () => void client.invalidateQueries({ queryKey: key }))
    // Followed from the first number on: the line itself keeps count.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [topic, ready, client, params.kind, params.holder])
  const files = read.data?.files.filter((file) => whole || file.item === item)
  return { files, may: read.data?.may, left: read.data?.left ?? null, error: read.error }
}
