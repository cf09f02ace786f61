/** Withdrawing, hiding and showing: what leaves the record (the law stands in chat.ts). */
import { type Change, type Fact, happenAll, type Refusal, refuse } from '#kernel/change.ts'
import type { Who } from './call.ts'
import { lineShown } from './chat.ts'
import { unlessFacilitator, unlessHere } from './glance.ts'
import { lineAt } from './lines.ts'
import { standing } from './saying.ts'
import type { Line, Room } from './state.ts'

export type Redaction = { seq: number; stands: Record<string, unknown> }

/** Entries whose words go, and what goes to the record of facilitators instead. */
export type Going = { redactions: Redaction[]; care: Fact[] }

/** What of the record holds the words of a line, and what stands there once they are gone. */
export function lineRedactions(line: Line, stands: Record<string, unknown>): Redaction[] {
  const edits = line.edits.map((seq) => ({ seq, stands: { line: line.seq } }))
  const { who, reply, seq } = line
  return [...edits, { seq, stands: { who, text: '', reply, ...stands } }]
}

function going(line: Line, stands: Record<string, unknown>, care: Fact[] = []): Going {
  return { redactions: lineRedactions(line, stands), care }
}

/** Withdraws one's own line: which entries are redacted. */
export function withdrawLine(room: Room, who: Who, seq: number): Going | Refusal {
  const refusal = unlessHere(room, who)
  if (refusal) return refusal
  const line = lineAt(room.chat.lines, seq)
  if (!line || line.withdrawn) return refuse(line ? 'line-gone' : 'no-such-line')
  return line.who === who ? going(line, { withdrawn: true }) : refuse('not-your-line')
}

/** A facilitator hides a line, with a reason; its words move to the record of the facilitators. */
export function hideLine(room: Room, by: Who, seq: number, reason: string): Going | Refusal {
  const refusal = unlessFacilitator(room, by)
  if (refusal) return refusal
  const line = standing(room, seq)
  if ('refused' in line) return line
  const kept: Fact = {
    kind: 'care.line-hidden',
    data: { line: seq, who: line.who, text: line.text, reason, by },
  }
  return going(line, { hidden: { reason, by } }, [kept])
}

/** A facilitator shows a hidden line again; `text` is what the facilitators' record kept of it. */
export function showLine(room: Room, by: Who, seq: number, text: string): Change {
  const refusal = unlessFacilitator(room, by)
  if (refusal) return refusal
  const line = lineAt(room.chat.lines, seq)
  if (!line?.hidden) return refuse('no-such-line')
  return happenAll(lineShown.of({ line: seq, text, by }))
}
