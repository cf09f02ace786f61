/** Sending a file, with its progress; a line that breaks is tried again with the same key. */
import { msg } from '@lingui/core/macro'
import { i18n } from '@lingui/core'
import { addressOf } from '#kernel/operation.ts'
import type { Problem } from '#kernel/problem.ts'
import { newKey } from '#web/kit/call.ts'
import { ProblemError } from '#web/kit/problem.ts'
import { addFile, FileShown } from '../api.ts'
import type { Holder } from '../rules/keeping.ts'
import { MOST_BYTES } from '../rules/quota.ts'

export type Sending = {
  /** From 0 to 1; back to 0 when it is sent again. */
  onProgress?: (share: number) => void
  /** The line broke; it is sent again after a pause, or at once when this is called. */
  onBroken?: (tryNow: () => void) => void
  signal?: AbortSignal
  /** The repeat key, where the same file may have been sent before. */
  key?: string
}

const TRIES = 5
const FIRST_PAUSE_MS = 1000
const NAME_MOST = 200

const problem = (name: string, status: number, title: string) =>
  new ProblemError({ type: `/problems/${name}`, name, status, title })

/** A name that the hall takes: one line without control or direction marks, not too long. */
function nameOf(file: File): string {
  const clean = file.name.replaceAll(/[\p{Cc}\p{Bidi_Control}]+/gu, ' ').trim()
  const letters = [...(clean || i18n._(msg`picture`))]
  if (letters.length <= NAME_MOST) return letters.join('')
  const ending = /\.\w{1,8}$/.exec(clean)?.[0] ?? ''
  return letters.slice(0, NAME_MOST - ending.length).join('') + ending
}

function sendOnce(file: File, to: string, key: string, sending: Sending): Promise<FileShown> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', to)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.setRequestHeader('idempotency-key', key)
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      sending.onProgress?.(total > 0 ? loaded / total : 1),
    )
    request.addEventListener('load', () => {
      try {
        const said: Problem & FileShown = JSON.parse(request.responseText)
        if (request.status === 200) resolve(FileShown.parse(said))
        else reject(new ProblemError(said))
      } catch {
        reject(new TypeError('no answer'))
      }
    })
    request.addEventListener('error', () => reject(new TypeError('the line broke')))
    request.addEventListener('abort', () => reject(sending.signal?.reason))
    sending.signal?.addEventListener('abort', () => request.abort())
    request.send(file)
  })
}

/** Waits until a pause is over, the browser is back, or somebody will not wait any longer. */
function pause(ms: number, { onBroken, signal }: Sending): Promise<void> {
  return new Promise((resolve) => {
    const over = new AbortController()
    const goOn = (): void => {
      over.abort()
      clearTimeout(timer)
      resolve()
    }
    // Where the browser itself says that it is away, only its coming back ends the pause.
    const timer = setTimeout(() => navigator.onLine && goOn(), ms)
    window.addEventListener('online', goOn, { signal: over.signal })
    signal?.addEventListener('abort', goOn, { signal: over.signal })
    onBroken?.(goOn)
  })
}

/**
 * Adds a file to a holder; answers how it is shown. Throws ProblemError when it is refused, the
 * signal's reason when it is stopped, and TypeError when there is no line for a while.
 */
export async function uploadFile(
  file: File,
  { kind, id }: Holder,
  sending: Sending = {},
): Promise<FileShown> {
  if (file.size > MOST_BYTES)
    throw problem(
      'file-too-large',
      413,
      i18n._(msg`This file is larger than 25 MB, the most that one may have.`),
    )
  const to = addressOf(addFile, { kind, holder: id }, { name: nameOf(file) })
  const key = sending.key ?? newKey()
  for (let tries = 1; ; tries += 1) {
    sending.signal?.throwIfAborted()
    try {
      return await sendOnce(file, to, key, sending)
    } catch (cause) {
      const cut = cause instanceof ProblemError && cause.problem.name === 'file-cut-short'
      if (!(cause instanceof TypeError || cut) || tries === TRIES) throw cause
    }
    await pause(FIRST_PAUSE_MS * 2 ** (tries - 1), sending)
    sending.onProgress?.(0)
  }
}
