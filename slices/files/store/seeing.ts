/** Looking at bytes that arrived: what they begin like, and whether they are text. */
import { createReadStream } from 'node:fs'
import { fileTypeFromFile } from 'file-type'
import type { Seen } from '../rules/types.ts'

const HEAD = 400

/** Whether all of a file is UTF-8 text without control characters but breaks; and its beginning. */
async function readText(path: string): Promise<Pick<Seen, 'text' | 'head'>> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let head = ''
  try {
    for await (const part of createReadStream(path)) {
      const words = decoder.decode(part, { stream: true })
      // oxlint-disable-next-line no-control-regex
      if (/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(words)) return { text: false, head }
      if (head.length < HEAD) head = (head + words).slice(0, HEAD)
    }
    decoder.decode()
    return { text: true, head }
  } catch {
    return { text: false, head }
  }
}

/** What the bytes of a file say of themselves. */
export async function lookAt(path: string): Promise<Seen> {
  // A file that is made to confuse the reader of types is a file of no known type.
  const [type, text] = await Promise.all([
    fileTypeFromFile(path).catch(() => undefined),
    readText(path),
  ])
  return { mime: type?.mime ?? null, ext: type?.ext ?? null, ...text }
}
