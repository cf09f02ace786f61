/**
 * A constitution as a file, YAML or JSON (which is YAML too).
 * 1. A file is at most 256 kB, one document, without repeated keys; `$schema` is not part of the rules.
 * 2. What is wrong is said with its line and column.
 */
import { isMap, LineCounter, parseDocument, stringify } from 'yaml'
import type { Marked } from '#kernel/asked.ts'
import type { Parts, Say } from './section.ts'

export const LARGEST_FILE = 256 * 1024

export type Place = { line: number; column: number }
export type FileRead = {
  parts: Parts
  /** Where in the file a path (`classes.2.rights`) stands, or the nearest around it. */
  placeOf(path: string): Place | null
}
export type FileError = { sentence: string; place: Place | null }

const TOO_LARGE = /*i18n*/ {
  id: 'constitutions.file.large',
  message:
    'The file is larger than 256 kB. Rules that long are read by nobody; is it the right one?',
}
const NOT_READ = /*i18n*/ {
  id: 'constitutions.file.not-read',
  message: 'This is neither YAML nor JSON from here on ({why}).',
}
const NO_SECTIONS: Marked = /*i18n*/ {
  id: 'constitutions.file.no-sections',
  message: 'The file has no sections. It begins with a line such as “purpose:”.',
}

const SCHEMA = '$schema'
const MOST_ALIASES = 50

/** Reads a file; what cannot be read comes back as sentences. */
export function readFile(text: string, say: Say): FileRead | { errors: FileError[] } {
  if (text.length > LARGEST_FILE) return { errors: [{ sentence: say(TOO_LARGE), place: null }] }
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true })
  const at = (offset: number | undefined): Place | null => {
    if (offset === undefined) return null
    const { line, col } = lines.linePos(offset)
    return { line, column: col }
  }
  if (document.errors.length > 0)
    return {
      errors: document.errors.slice(0, 10).map(({ message, pos }) => ({
        sentence: say(NOT_READ, { why: message.split('\n')[0]?.replace(/ at line.*$/, '') ?? '' }),
        place: at(pos[0]),
      })),
    }
  if (!isMap(document.contents)) return { errors: [{ sentence: say(NO_SECTIONS), place: null }] }
  try {
    const whole: Parts = document.toJS({ maxAliasCount: MOST_ALIASES })
    const { [SCHEMA]: _schema, ...parts } = whole
    return { parts, placeOf: (path) => at(offsetOf(document, path.split('.'))) }
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : ''
    return { errors: [{ sentence: say(NOT_READ, { why }), place: null }] }
  }
}

type YamlDocument = ReturnType<typeof parseDocument>

function offsetOf(document: YamlDocument, path: string[]): number | undefined {
  for (let steps = path.length; steps > 0; steps -= 1) {
    const keys = path.slice(0, steps).map((key) => (/^\d+$/.test(key) ? Number(key) : key))
    const node = document.getIn(keys, true)
    if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range))
      return Number(node.range[0])
  }
  return undefined
}

/** The parts as YAML, with lines above it that say what it is. */
export function yamlOf(parts: Parts, head: readonly string[], schema: string): string {
  const comments = [...head, `yaml-language-server: $schema=${schema}`]
  return `${comments.map((text) => `# ${text}\n`).join('')}${stringify(parts, { lineWidth: 100 })}`
}

/** The parts as JSON, with the address of their schema. */
export function jsonOf(parts: Parts, schema: string): string {
  return `${JSON.stringify({ [SCHEMA]: schema, ...parts }, null, 2)}\n`
}
