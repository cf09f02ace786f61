/**
 * PrefLib (Mattei and Walsh, preflib.org): SOC, SOI, TOC and TOI files, of both editions.
 * 1. Since 2022 facts stand behind `#`: `# ALTERNATIVE NAME 1: Rye`, `# TITLE: …`; a line `12: 1,{2,3}`
 *    is 12 papers for the first, then second and third alike.
 * 2. Before, the first line says how many candidates, then come `1,Rye` …, a line of three sums, and
 *    `12,1,{2,3}`.
 * 3. The seats are not in the file. What can't be read is refused with its line and column.
 */
import { refuse, type Refusal } from '#kernel/change.ts'
import { type Election, papersFrom, type Ranking } from './papers.ts'

/** "1,{2,3},4" as ranks; null when it is something else. */
function ranksOf(text: string, candidates: number): number[][] | null {
  const parts = text.match(/\{[^{}]*\}|[^,{}]+/g) ?? []
  const ranks = parts.map((part) =>
    part
      .replaceAll(/[{}\s]/g, '')
      .split(',')
      .filter((one) => one !== '')
      .map(Number),
  )
  const fine = ranks.flat().every((one) => Number.isInteger(one) && one >= 1 && one <= candidates)
  return fine
    ? ranks.filter((rank) => rank.length > 0).map((rank) => rank.map((one) => one - 1))
    : null
}

export type Body = { names: string[]; title: string; papers: { line: number; text: string }[] }

/** Law 1. */
export function newBody(lines: string[]): Body {
  const body: Body = { names: [], title: '', papers: [] }
  lines.forEach((text, line) => {
    const name = /^#\s*ALTERNATIVE NAME (\d+):\s*(.*)$/.exec(text)
    if (name) body.names[Number(name[1]) - 1] = (name[2] ?? '').trim()
    else if (/^#\s*TITLE:/.test(text)) body.title = text.replace(/^#\s*TITLE:\s*/, '').trim()
    else if (!text.startsWith('#') && text.trim() !== '') body.papers.push({ line, text })
  })
  return body
}

/** Law 2. */
function oldBody(lines: string[]): Body {
  const size = Number(lines[0])
  const names = lines.slice(1, size + 1).map((line) => line.replace(/^\s*\d+\s*,\s*/, '').trim())
  const papers = lines.flatMap((text, line) =>
    line > size + 1 && text.trim() !== '' ? [{ line, text }] : [],
  )
  return { names, title: '', papers }
}

/** Reads either edition; refuses with line and column what is not a ranking. */
export function readPrefLib(text: string, seats: number): Election | Refusal {
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/)
  const { names, title, papers } = lines[0]?.startsWith('#') ? newBody(lines) : oldBody(lines)
  const rankings: Ranking[] = []
  for (const { line, text: paper } of papers) {
    const found = /^\s*([1-9]\d*)\s*[:,](.*)$/.exec(paper)
    const ranks = ranksOf(found?.[2] ?? '', names.length)
    if (!found || !ranks) {
      const column = found ? paper.length - (found[2] ?? '').length + 1 : 1
      const why = found
        ? 'this is not a ranking of the candidates'
        : 'a line begins with a number of papers'
      return refuse('preflib-unreadable', { line: line + 1, column, why })
    }
    rankings.push({ count: Number(found[1]), ranks })
  }
  const candidates = Array.from(names, (name, at) => ({
    name: name ?? `${at + 1}`,
    withdrawn: false,
  }))
  return { title, seats, candidates, papers: papersFrom(rankings), tie: null }
}
