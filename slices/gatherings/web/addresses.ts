/** Mail addresses as people paste them: one a line or with commas, a name before if they like. */
export type Addressed = { email: string; name: string | null }

const NAMED = /^\s*"?([^"<>]*?)"?\s*<\s*([^\s<>]+@[^\s<>]+)\s*>\s*$/
const BARE = /^\s*([^\s<>]+@[^\s<>]+)\s*$/

function addressIn(part: string): Addressed[] {
  const [, name, email] = NAMED.exec(part) ?? []
  if (email) return [{ email, name: name || null }]
  const bare = BARE.exec(part)?.[1]
  return bare ? [{ email: bare, name: null }] : []
}

/** Every address in a text; what is none is left out. */
export function addressesIn(text: string): Addressed[] {
  return text.split(/[\n,;]+/).flatMap(addressIn)
}
