/** Text in Markdown in which nothing is markup. */

/** Text in which nothing is markup. */
export function plainMark(text: string): string {
  return text
    .replaceAll(/[\\`*_[\]<>#|~]/g, String.raw`\$&`)
    .replaceAll('&', '&amp;')
    .replaceAll(/^(\s*)([-+]|\d+[.)])(?=\s)/gm, String.raw`$1\$2`)
}

export function quoted(text: string): string {
  return plainMark(text).replaceAll('\n', '  \n')
}

export function section(title: string, lines: readonly string[]): string[] {
  return lines.length > 0 ? [`## ${plainMark(title)}`, '', ...lines, ''] : []
}
