/** The files of an export: what is in the zip, and each alone. */
import { icalendar } from '#kernel/ical.ts'
import { attendanceCsv, linksCsv } from '../rules/csv.ts'
import type { ChatLine, Minutes } from '../rules/document.ts'
import { chatMarkdown } from '../rules/chat-markdown.ts'
import { minutesMarkdown } from '../rules/markdown.ts'
import { jsonLines, seal, withChat } from '../rules/seal.ts'
import type { Speech } from '../rules/speech.ts'
import { tell } from '../rules/tell.ts'
import { sealText, SEAL_FILE } from '../rules/zip.ts'

/** `handouts`: bytes by their names in the zip. */
export type Taking = {
  handouts?: Record<string, Uint8Array>
  /** Texts that go along in the zip, by their names there. */
  beside?: Record<string, string>
  minutes: Minutes
  chat: readonly ChatLine[]
  speech: Speech
  origin: string
}

function calendarOf({ gathering, title, purpose, zone, held }: Minutes, origin: string): string {
  const host = URL.canParse(origin) ? new URL(origin).hostname : 'moothall.invalid'
  return icalendar({
    method: 'PUBLISH',
    events: [
      {
        uid: `${gathering}@${host}`,
        sequence: 0,
        stamp: held.till,
        start: held.from,
        end: held.till,
        zone,
        summary: title,
        description: purpose,
        address: `${origin}/minutes/${gathering}`,
      },
    ],
  })
}

/** Every file of the zip, by its name. The chat goes with the minutes' own hash of it. */
export function filesOf({ minutes, chat, speech, origin }: Taking): Record<string, string> {
  const whole = minutes.chat.lines === 0 ? minutes : withChat(minutes, chat)
  const { json, sha256 } = seal(whole)
  const told = tell(whole, speech)
  const approved = whole.approval !== null
  return {
    'minutes.json': json,
    'minutes.md': minutesMarkdown(told, speech, approved ? sha256 : null),
    'chat.jsonl': jsonLines(chat),
    'chat.md': chatMarkdown(told, chat, speech),
    'links.csv': linksCsv(whole, speech),
    'attendance.csv': attendanceCsv(whole, speech),
    'calendar.ics': calendarOf(whole, origin),
    [SEAL_FILE]: sealText(sha256, approved),
  }
}
