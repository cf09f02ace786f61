/** Mail addresses as people paste them: one a line, or with commas, with names or without. */

export type Invitee = { email: string; name?: string }

function inviteeIn(part: string): Invitee | null {
  const [, name = '', email = ''] = /^(.*?)<?([^\s<>"]+@[^\s<>"]+)>?$/.exec(part.trim()) ?? []
  if (!email) return null
  const called = name.replaceAll('"', '').trim()
  return called ? { email, name: called } : { email }
}

/** Reads "Oisín Farrelly <oisin@loft.example.org>, chiara@bakehouse.example.org". */
export function addressesIn(text: string): Invitee[] {
  return text
    .split(/[,;\n]+/)
    .map(inviteeIn)
    .filter((one) => one !== null)
}
