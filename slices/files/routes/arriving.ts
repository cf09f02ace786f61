/** The bytes of a request as they come: whole, or refused. */
import { Refused } from '#kernel/problem.ts'
import { MOST_BYTES } from '../rules/quota.ts'

/** What the request says it has; null when it does not. Refuses `file-too-large` before any byte. */
export function lengthOf(request: Request): number | null {
  const said = request.headers.get('content-length')
  if (said === null) return null
  if (Number(said) > MOST_BYTES) throw new Refused('file-too-large', { most: MOST_BYTES })
  return Number(said)
}

/** Its bytes; refuses `file-cut-short` when the line breaks or fewer came than were said. */
export async function* bytesOf(request: Request): AsyncGenerator<Uint8Array> {
  const said = lengthOf(request)
  let size = 0
  try {
    for await (const part of request.body?.values({ preventCancel: true }) ?? []) {
      size += part.byteLength
      yield part
    }
  } catch {
    throw new Refused('file-cut-short')
  }
  if (said !== null && size !== said) throw new Refused('file-cut-short')
}

/**
 * Reads what is still coming and lets it go: a browser that is still sending hears an answer only
 * once it is done, and takes a line that is closed before for a broken one.
 */
export async function letGo(request: Request): Promise<void> {
  let size = 0
  try {
    for await (const part of request.body ?? []) {
      size += part.byteLength
      if (size > 2 * MOST_BYTES) return
    }
  } catch {
    // Nobody listens any more.
  }
}
