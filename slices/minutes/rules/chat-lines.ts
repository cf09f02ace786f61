/** The physical lines of a saved chat, and whose words a stamped one holds. */
import { nameReader } from './chat-names.ts'
import type { Grammar, ChatRole } from './chat-file.ts'

const STAMP = /^\[(\d{1,2}):(\d\d)(?::\d\d)?\](?: (.*))?$/s

const NEW = /^\[(.+?) : (MODERATOR|VIEWER)\]:(?: (.*))?$/s

const CLEARED: readonly RegExp[] = [
  /^PUBLIC_CHAT_CLEAR$/,
  /^the public chat history was cleared by a moderator\.?$/i,
  /^(el|la) (historial|historia) (del|de la) (chat|conversaci[oó]n)\b.*\b(borrad|limpiad|eliminad)/i,
  /^l['’]historique (du chat|de la (discussion|conversation)) public/i,
  /^der (öffentliche )?chatverlauf wurde (von|durch)/i,
  /^der öffentliche chatverlauf wurde/i,
  /^o histórico d[eo] (bate-papo|chat|conversa) público foi/i,
  /^la cronologia della chat pubblica/i,
]
// oxlint-disable-next-line no-control-regex
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/gu

export function seen(text: string): string {
  return text.replaceAll(UNSEEN, '').toWellFormed()
}

type Stamped = { hours: number; minutes: number; rest: string }

function stampOf(line: string): Stamped | null {
  const found = STAMP.exec(line)
  return found ? { hours: Number(found[1]), minutes: Number(found[2]), rest: found[3] ?? '' } : null
}

export type Raw = { text: string; stamp: Stamped | null; modern: RegExpExecArray | null }

export function rawLines(text: string): Raw[] {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/)
  if (lines.at(-1) === '') lines.pop()
  return lines.map((line) => {
    const stamp = line.startsWith('[') ? stampOf(line) : null
    return { text: line, stamp, modern: stamp && NEW.exec(stamp.rest) }
  })
}

export function isClear(rest: string): boolean {
  const trimmed = rest.trim()
  return CLEARED.some((words) => words.test(trimmed))
}

export type Speech = { name: string; role: ChatRole | null; text: string }

/** How a stamped line is read: as somebody's words, or null. */
export function speechReader(raws: readonly Raw[], grammar: Grammar): (raw: Raw) => Speech | null {
  const old = raws.flatMap(({ stamp, modern }) => (stamp && !modern ? [stamp.rest] : []))
  const readOld = nameReader(old)
  const known = new Set(raws.flatMap(({ modern }) => (modern?.[1] ? [seen(modern[1]).trim()] : [])))
  return ({ stamp, modern }) => {
    if (modern) {
      const role = modern[2] === 'MODERATOR' ? 'moderator' : 'viewer'
      return { name: seen(modern[1] ?? '').trim(), role, text: modern[3] ?? '' }
    }
    const found = stamp && readOld(stamp.rest)
    const name = found ? seen(found.name).trim() : ''
    if (!found || name === '' || (grammar === '3.0' && !known.has(name))) return null
    return { name, role: null, text: found.text }
  }
}
