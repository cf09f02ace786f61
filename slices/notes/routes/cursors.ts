/** Cursors: what the pointers of writers say goes to the others every 200 ms, the last word of each. */
import { CURSORS_MS } from '../rules/limits.ts'

export type Cursors = {
  /** What this one's cursor says now; `pass` brings it to the others. */
  move(of: object, pass: () => void): void
  end(): void
}

export function createCursors(): Cursors {
  const moved = new Map<object, () => void>()
  let timer: NodeJS.Timeout | null = null
  function flush() {
    timer = null
    const passing = [...moved.values()]
    moved.clear()
    for (const pass of passing) pass()
  }
  return {
    move(of, pass) {
      moved.set(of, pass)
      timer ??= setTimeout(flush, CURSORS_MS)
    },
    end() {
      if (timer) clearTimeout(timer)
      moved.clear()
    },
  }
}
