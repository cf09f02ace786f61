/** Files on their way to a holder: one after the other, each with its progress, stopped or tried again. */
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { newKey } from '#web/kit/call.ts'
import { keyOf } from '#web/kit/useCall.ts'
import { listFiles } from '../api.ts'
import type { Holder } from '../rules/keeping.ts'
import { uploadFile } from './uploading.ts'

export type Upload = {
  key: string
  file: File
  share: number
  state: 'waiting' | 'going' | 'broken' | 'stopped'
  cause?: unknown
  /** While the line is broken: sends it again at once. */
  tryNow?: () => void
}

export function useUploads(holder: Holder) {
  const client = useQueryClient()
  const [uploads, setUploads] = useState<Upload[]>([])
  const aborts = useRef(new Map<string, AbortController>())
  const line = useRef<Promise<void>>(Promise.resolve())
  const change = (key: string, to: Partial<Upload>) =>
    setUploads((all) => all.map((one) => (one.key === key ? { ...one, ...to } : one)))
  const drop = (key: string) => setUploads((all) => all.filter((one) => one.key !== key))

  async function send({ key, file }: Upload) {
    const abort = new AbortController()
    aborts.current.set(key, abort)
    change(key, { state: 'going', share: 0, cause: undefined })
    const { signal } = abort
    try {
      await uploadFile(file, holder, {
        key,
        signal,
        onProgress: (share) => change(key, { share, state: 'going' }),
        onBroken: (tryNow) => change(key, { state: 'broken', tryNow }),
      })
      await client.invalidateQueries({ queryKey: keyOf(listFiles) })
      drop(key)
    } catch (cause) {
      if (signal.aborted) drop(key)
      else change(key, { state: 'stopped', cause })
    }
    aborts.current.delete(key)
  }
  function queue(upload: Upload) {
    line.current = line.current.then(() => send(upload))
  }
  return {
    uploads,
    add(files: Iterable<File>) {
      for (const file of files) {
        const upload: Upload = { key: newKey(), file, share: 0, state: 'waiting' }
        setUploads((all) => [...all, upload])
        queue(upload)
      }
    },
    again(upload: Upload) {
      if (upload.state === 'broken') return upload.tryNow?.()
      change(upload.key, { state: 'waiting', cause: undefined })
      queue(upload)
    },
    stop(key: string) {
      aborts.current.get(key)?.abort()
      drop(key)
    },
  }
}

export type Uploads = ReturnType<typeof useUploads>
