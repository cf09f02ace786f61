/**
 * Canonical JSON (RFC 8785, JCS): keys sorted by UTF-16 units, no blanks, numbers as ECMAScript
 * prints them. The same value always gives the same bytes, so a hash of them means something.
 * Refuses what JSON can't carry (NaN, Infinity, lone surrogates) by throwing.
 */
export function canonical(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return canonicalNumber(value)
  if (typeof value === 'string') return canonicalString(value)
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item ?? null)).join(',')}]`
  if (typeof value === 'object') return canonicalObject(Object.entries(value))
  throw new TypeError(`canonical JSON can't carry a ${typeof value}`)
}

function canonicalNumber(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`canonical JSON can't carry ${value}`)
  return JSON.stringify(value)
}

function canonicalString(value: string): string {
  if (!value.isWellFormed()) throw new TypeError("canonical JSON can't carry a lone surrogate")
  return JSON.stringify(value)
}

function canonicalObject(entries: [string, unknown][]): string {
  const kept = entries.filter(([, item]) => item !== undefined)
  kept.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${kept.map(([key, item]) => `${canonicalString(key)}:${canonical(item)}`).join(',')}}`
}
