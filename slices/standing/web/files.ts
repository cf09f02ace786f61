/** Files on their way to the hall. */

/** Bytes in base 64, piece by piece, since a call takes only so many arguments. */
export function base64Of(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return btoa(text)
}

/** The names in the first line of a table, to choose from; the hall reads it properly later. */
export function columnsIn(bytes: Uint8Array): string[] {
  const [head = ''] = new TextDecoder().decode(bytes.subarray(0, 65_536)).split(/\r?\n/, 1)
  const counts = [',', ';', '\t'].map((sign) => ({ sign, count: head.split(sign).length }))
  const [best] = counts.toSorted((a, b) => b.count - a.count)
  return head
    .replace(/^\ufeff/, '')
    .split(best?.sign ?? ',')
    .map((name) =>
      name
        .trim()
        .replace(/^"(.*)"$/, '$1')
        .replaceAll('""', '"'),
    )
    .filter((name) => name !== '')
}
