/**
 * Etherpad's changesets: a text changed in one step, as a string.
 *
 * `Z:<old length><>|<><difference><operations>$<inserted characters>`; an operation is
 * `[*attribute…][|lines]=|+|-<length>`, numbers in base 36, lengths in UTF-16 units.
 * 1. `=` keeps, `+` inserts, `-` leaves out; what follows the last operation is kept.
 * 2. Attributes are numbers into a pool of [key, value]. On `=` they are laid over those that are
 *    there; an empty value takes one away.
 * 3. Operations are canonical: neighbours alike are one, a run with line breaks ends at the last of
 *    them and its rest is an operation of its own, attributes are sorted, a last `=` is left out.
 */
export type Pool = ReadonlyMap<number, readonly [string, string]>

/** A run of characters with the same attributes, numbers of the pool in ascending order of key. */
export type Stretch = { text: string; attribs: string }

export type Op = { kind: '=' | '+' | '-'; length: number; attribs: string }
export type Changeset = { before: number; after: number; ops: Op[]; bank: string }

const HEAD = /^Z:([0-9a-z]{1,7})([<>])([0-9a-z]{1,7})/
const OP = /((?:\*[0-9a-z]{1,7})*)(?:\|[0-9a-z]{1,7})?([-+=])([0-9a-z]{1,7})/y

/** Reads a changeset; null when it is none. */
export function parseChangeset(written: string): Changeset | null {
  const head = HEAD.exec(written)
  if (!head) return null
  const before = Number.parseInt(head[1] ?? '', 36)
  const change = Number.parseInt(head[3] ?? '', 36) * (head[2] === '>' ? 1 : -1)
  const end = written.indexOf('$')
  const stop = end < 0 ? written.length : end
  const ops: Op[] = []
  OP.lastIndex = head[0].length
  while (OP.lastIndex < stop) {
    const found = OP.exec(written)
    if (!found) return null
    const kind = found[2] === '+' ? '+' : found[2] === '-' ? '-' : '='
    ops.push({ kind, length: Number.parseInt(found[3] ?? '', 36), attribs: found[1] ?? '' })
  }
  return { before, after: before + change, ops, bank: end < 0 ? '' : written.slice(end + 1) }
}

/** The numbers of an attribute string. */
export function numbersOf(attribs: string): number[] {
  return attribs === ''
    ? []
    : attribs
        .slice(1)
        .split('*')
        .map((one) => Number.parseInt(one, 36))
}

/** Attributes laid over others: one a key, empty values take away, sorted by key. */
export function overlaid(under: string, over: string, pool: Pool): string {
  if (over === '') return under
  const byKey = new Map<string, [number, string]>()
  for (const number of [...numbersOf(under), ...numbersOf(over)]) {
    const attribute = pool.get(number)
    if (attribute) byKey.set(attribute[0], [number, attribute[1]])
  }
  return [...byKey]
    .filter(([, [, value]]) => value !== '')
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, [number]]) => `*${number.toString(36)}`)
    .join('')
}

/** Where we are in the stretches of the text before. */
type Cursor = { stretches: readonly Stretch[]; at: number; within: number }

function take(cursor: Cursor, length: number, each: (part: Stretch) => void): boolean {
  let wanted = length
  while (wanted > 0) {
    const stretch = cursor.stretches[cursor.at]
    if (!stretch) return false
    const whole = cursor.within === 0 && wanted >= stretch.text.length
    const text = whole ? stretch.text : stretch.text.slice(cursor.within, cursor.within + wanted)
    each(whole ? stretch : { text, attribs: stretch.attribs })
    wanted -= text.length
    cursor.within += text.length
    if (cursor.within >= stretch.text.length) {
      cursor.at += 1
      cursor.within = 0
    }
  }
  return true
}

function add(stretches: Stretch[], stretch: Stretch): void {
  const { text, attribs } = stretch
  if (text === '') return
  const last = stretches.at(-1)
  if (last && last.attribs === attribs) {
    stretches[stretches.length - 1] = { text: last.text + text, attribs }
  } else stretches.push(stretch)
}

export function lengthOf(stretches: readonly Stretch[]): number {
  return stretches.reduce((sum, { text }) => sum + text.length, 0)
}

/** The text after a changeset; null when it does not fit this text. */
export function applied(
  before: readonly Stretch[],
  changeset: Changeset,
  pool: Pool,
): Stretch[] | null {
  if (lengthOf(before) !== changeset.before) return null
  const after: Stretch[] = []
  const cursor: Cursor = { stretches: before, at: 0, within: 0 }
  let banked = 0
  for (const { kind, length, attribs } of changeset.ops) {
    if (kind === '+') {
      const text = changeset.bank.slice(banked, banked + length)
      if (text.length !== length) return null
      banked += length
      add(after, { text, attribs: overlaid('', attribs, pool) })
    } else {
      const kept = take(cursor, length, (part) => {
        if (kind === '=') add(after, { ...part, attribs: overlaid(part.attribs, attribs, pool) })
      })
      if (!kept) return null
    }
  }
  take(cursor, Number.POSITIVE_INFINITY, (part) => add(after, part))
  return lengthOf(after) === changeset.after ? after : null
}

/** A text with its attributes as the operations that would write it: `*0|1+5*1+3`. */
export function writtenAs(kind: '+' | '-' | '=', { text, attribs }: Stretch): string {
  const broken = text.lastIndexOf('\n') + 1
  const lines = text.slice(0, broken).split('\n').length - 1
  const whole = broken > 0 ? `${attribs}|${lines.toString(36)}${kind}${broken.toString(36)}` : ''
  const rest = text.length - broken
  return whole + (rest > 0 ? `${attribs}${kind}${rest.toString(36)}` : '')
}

/** The changeset that puts new text at the end, before the last line break. */
export function appending(before: readonly Stretch[], added: readonly Stretch[]): string {
  const length = lengthOf(before)
  const kept = before
    .map(({ text }) => text)
    .join('')
    .slice(0, -1)
  const ops = added.map((stretch) => writtenAs('+', stretch)).join('')
  const bank = added.map(({ text }) => text).join('')
  const keep = writtenAs('=', { text: kept, attribs: '' })
  return `Z:${length.toString(36)}>${bank.length.toString(36)}${keep}${ops}$${bank}`
}
