/** An election as a BLT file: what it says is read back as the same election. */
import { type Election, rankingsOf } from './papers.ts'

const quoted = (text: string) => `"${text.replaceAll(/\s+/g, ' ').replaceAll('"', '""')}"`

/** The lines of the file, in the order of the rankings, so that equal elections give equal files. */
export function* bltLines(election: Election): Generator<string> {
  const { candidates, papers, seats, tie, title } = election
  yield `${candidates.length} ${seats}`
  const withdrawn = candidates.flatMap((one, index) => (one.withdrawn ? [`-${index + 1}`] : []))
  if (withdrawn.length > 0) yield withdrawn.join(' ')
  if (tie) yield `[tie ${tie.map((index) => index + 1).join(' ')}]`
  if (papers.empty > 0) yield `${papers.empty} 0`
  const lines: string[] = []
  for (const { ranks, count } of rankingsOf(papers))
    lines.push(`${count} ${ranks.map((rank) => rank.map((one) => one + 1).join('=')).join(' ')} 0`)
  yield* lines.toSorted()
  yield '0'
  yield* candidates.map(({ name }) => quoted(name))
  yield quoted(title)
}

/** The whole file as text. */
export function writeBlt(election: Election): string {
  return `${[...bltLines(election)].join('\n')}\n`
}
