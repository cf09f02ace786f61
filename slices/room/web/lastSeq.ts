/** The number of the last line of a chat; 0 when nothing was said. */
import type { Lines } from '../rules/lines.ts'
import type { Line } from '../rules/state.ts'

export function lastSeq(lines: Lines<Line>): number {
  return lines.at(-1)?.at(-1)?.seq ?? 0
}
