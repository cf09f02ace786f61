/** Reading the body of a request: at most so many bytes, valid UTF-8, valid JSON. */
import { Refused } from './problem.ts'

/** The bytes of a body; refuses `too-large` as soon as there are more than `max`. */
export async function readBytes(request: Request, max: number): Promise<Uint8Array<ArrayBuffer>> {
  const said = request.headers.get('content-length')
  if (Number(said ?? 0) > max) throw new Refused('too-large', { max })
  // A length that was said is kept to by the server, and such a body is read at once.
  if (said !== null) return new Uint8Array(await request.arrayBuffer())
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of request.body ?? []) {
    size += part.byteLength
    if (size > max) throw new Refused('too-large', { max })
    parts.push(part)
  }
  return new Uint8Array(Buffer.concat(parts))
}

/** Bytes as text; refuses `not-utf8` instead of guessing. */
export function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Refused('not-utf8')
  }
}

/** The JSON of a body; an empty body is an empty object. */
export async function readBody(request: Request, max: number): Promise<unknown> {
  const text = decodeUtf8(await readBytes(request, max))
  if (text === '') return {}
  const type = request.headers.get('content-type') ?? ''
  if (!type.startsWith('application/json')) throw new Refused('not-json')
  try {
    return JSON.parse(text)
  } catch {
    throw new Refused('not-json')
  }
}
