/**
 * Pictures that come from outside, written anew: upright, in one colour space, without what cameras
 * and programs put into them (place, time, owner) and without anything behind the picture's end;
 * with a small one for lists. Reading hostile bytes is left to a process of its own that knows
 * nothing of the hall, one at a time, behind those in a room: it may fail, the hall goes on.
 */
import { execFile } from 'node:child_process'
import { setPriority } from 'node:os'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { Refused } from './problem.ts'

/** What a camera of today takes; a picture bomb has many times as much. */
export const MOST_PIXELS = 120_000_000
const PATIENCE_MS = 60_000
const NICE = 10
const SCRIPT = fileURLToPath(new URL('./picture-work.ts', import.meta.url))

const Answer = z.union([
  z.object({ refused: z.enum(['picture-too-large', 'picture-unread', 'no-room-for-files']) }),
  z.object({ width: z.int().positive(), height: z.int().positive() }),
])

export type Remaking = { from: string; to: string; small: string }

let before: Promise<unknown> = Promise.resolve()

/**
 * Writes a picture anew to `to` and a small one (WebP) to `small`; answers its size in pixels.
 * Refuses `picture-too-large`, and `picture-unread` for what is broken or no picture.
 */
export function remakePicture(files: Remaking): Promise<{ width: number; height: number }> {
  const made = before.then(() => remakeNow(files))
  before = made.catch(() => {})
  return made
}

async function remakeNow(files: Remaking): Promise<{ width: number; height: number }> {
  const said = await new Promise<string>((resolve) => {
    const given = JSON.stringify({ ...files, most: MOST_PIXELS })
    const options = { env: {}, timeout: PATIENCE_MS, killSignal: 'SIGKILL' as const }
    // What ends without a word (killed, out of memory, crashed) has not read it.
    const child = execFile(process.execPath, [SCRIPT, given], options, (_cause, out) =>
      resolve(out),
    )
    if (child.pid !== undefined) stepBack(child.pid)
  })
  const answer = said === '' ? null : Answer.parse(JSON.parse(said))
  if (answer === null) throw new Refused('picture-unread')
  if ('refused' in answer) throw new Refused(answer.refused, { most: MOST_PIXELS / 1_000_000 })
  return answer
}

function stepBack(pid: number): void {
  try {
    setPriority(pid, NICE)
  } catch {
    // It is over already.
  }
}
