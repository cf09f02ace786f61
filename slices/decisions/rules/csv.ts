/**
 * Ballots as tables.
 * 1. A table of ranks: the first line names the candidates, each further line is a paper with the
 *    rank that each was given: 1 is the most wanted, equal numbers share a rank, nothing is unranked.
 *    A first column called `count` says how many papers are alike.
 * 2. A table of wards, as Scottish wards are published (mggg/scot-elex): `8,3,` says candidates and
 *    seats, `35,1,4,` is 35 papers for the first, then the fourth; then come the candidates, each
 *    `"Candidate 1","Name","Party"`, and the title.
 * 3. Fields are quoted as RFC 4180 says. What can't be read is refused with its line and column.
 */
import { refuse, type Refusal } from '#kernel/change.ts'
import { type Election, papersFrom, type Ranking } from './papers.ts'

export type Field = { text: string; column: number }

/** The fields of one line; a quote inside a field that isn't quoted stands for itself. */
export function fieldsOf(line: string): Field[] {
  const fields: Field[] = []
  let at = 0
  while (at <= line.length) {
    const quoted = /^\s*"((?:[^"]|"")*)"\s*(?=,|$)/.exec(line.slice(at))
    const plain = quoted ?? /^[^,]*/.exec(line.slice(at))
    const whole = plain?.[0] ?? ''
    const text = quoted ? (quoted[1] ?? '').replaceAll('""', '"') : whole
    fields.push({ text: text.trim(), column: at + 1 })
    at += whole.length + 1
  }
  return fields
}

export function unreadable(line: number, column: number, why: string): Refusal {
  return refuse('csv-unreadable', { line: line + 1, column, why })
}

/** Law 1, one paper; a sentence when it can't be read. */
function rankingOf(fields: Field[], candidates: number): Ranking['ranks'] | Field {
  const ranks = new Map<number, number[]>()
  for (const [candidate, field] of fields.slice(0, candidates).entries()) {
    if (field.text === '') continue
    if (!/^[1-9]\d{0,4}$/.test(field.text)) return field
    const rank = Number(field.text)
    ranks.set(rank, [...(ranks.get(rank) ?? []), candidate])
  }
  return [...ranks].toSorted(([a], [b]) => a - b).map(([, rank]) => rank)
}

function readRanks(lines: string[], seats: number): Election | Refusal {
  const head = fieldsOf(lines[0] ?? '')
  const counted = head[0]?.text.toLowerCase() === 'count'
  const names = head.slice(counted ? 1 : 0).map(({ text }) => text)
  if (names.at(-1) === '') names.pop()
  const rankings: Ranking[] = []
  for (const [index, line] of lines.entries()) {
    if (index === 0 || line.trim() === '') continue
    const fields = fieldsOf(line)
    const count = counted ? fields.shift() : undefined
    if (count && !/^[1-9]\d*$/.test(count.text))
      return unreadable(index, count.column, 'a paper is cast a whole number of times')
    const ranks = rankingOf(fields, names.length)
    if ('text' in ranks)
      return unreadable(index, ranks.column, 'a rank is a whole number from 1 on')
    rankings.push({ ranks, count: Number(count?.text ?? 1) })
  }
  const candidates = names.map((name) => ({ name, withdrawn: false }))
  return { title: '', seats, candidates, papers: papersFrom(rankings), tie: null }
}

/** Law 2. */
function readWard(lines: string[]): Election | Refusal {
  const [size = 0, seats = 0] = fieldsOf(lines[0] ?? '').map(({ text }) => Number(text))
  const rankings: Ranking[] = []
  const texts: string[][] = []
  for (const [index, line] of lines.entries()) {
    if (index === 0 || line.trim() === '') continue
    const fields = fieldsOf(line).filter(({ text }) => text !== '')
    if (line.trim().startsWith('"')) {
      texts.push(fields.map(({ text }) => text))
      continue
    }
    const wrong = fields.find(({ text }) => !/^[1-9]\d*$/.test(text))
    const beyond = fields.slice(1).find(({ text }) => Number(text) > size)
    if (wrong ?? beyond)
      return unreadable(
        index,
        (wrong ?? beyond)?.column ?? 1,
        'this is not the number of a candidate',
      )
    const [count = 0, ...ranks] = fields.map(({ text }) => Number(text))
    rankings.push({ count, ranks: ranks.map((one) => [one - 1]) })
  }
  const named = texts.filter(([first]) => /^Candidate \d+$/.test(first ?? ''))
  const candidates = Array.from({ length: size }, (_, index) => ({
    name: named[index]?.[1] ?? `${index + 1}`,
    withdrawn: false,
  }))
  const title =
    texts
      .find((text) => !named.includes(text))
      ?.join(', ')
      .replaceAll('"', '') ?? ''
  return { title, seats, candidates, papers: papersFrom(rankings), tie: null }
}

/** Is it a table of a ward (law 2)? Its first line tells. */
export function isWard(text: string): boolean {
  return /^\ufeff?[ \t]*\d+[ \t]*,[ \t]*\d+[ \t]*,?[ \t]*(\r?\n|$)/.test(text)
}

/** Reads either table; `seats` is for a table that doesn't say them. */
export function readCsv(text: string, seats: number): Election | Refusal {
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/)
  if (isWard(text)) return readWard(lines)
  if ((lines[0] ?? '').trim() === '') return unreadable(0, 1, 'the first line names the candidates')
  return readRanks(lines, seats)
}
