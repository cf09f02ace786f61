/**
 * What changed between two versions of a note.
 *
 * 1. Lines that stand in both are the same. Of the others, a line that has at least a third of its
 *    words in common with the one in its place was changed, and its words are compared; else one was
 *    taken out and one was put in.
 * 2. What was put in belongs to who wrote it. What was taken out is shown with who had written it;
 *    who took it out is not known word by word.
 * 3. A word that stays stays, also when somebody else wrote it anew.
 * 4. Where two texts are too different to compare in two seconds, all of the one was taken out and
 *    all of the other put in.
 */
import { diffArrays, diffWordsWithSpace } from 'diff'
import { type Change, type Line, lineText, type Owned } from './lines.ts'

export type ComparedRun = Owned & { change: Exclude<Change, 'changed'> }
export type Compared = Omit<Line, 'runs'> & { change: Change; runs: ComparedRun[] }

const LONGEST_MS = 2000
const LIKE = 1 / 3

function whole(line: Line, change: 'same' | 'added' | 'removed'): Compared {
  return { ...line, change, runs: line.runs.map((run) => ({ ...run, change })) }
}

/** Cuts so many characters off the runs of a line. */
function taker(runs: readonly Owned[]) {
  let [place, within] = [0, 0]
  return (length: number, change: ComparedRun['change']): ComparedRun[] => {
    const taken: ComparedRun[] = []
    let wanted = length
    while (wanted > 0) {
      const run = runs[place]
      if (!run) break
      const text = run.text.slice(within, within + wanted)
      taken.push({ text, by: run.by, change })
      wanted -= text.length
      within += text.length
      if (within >= run.text.length) {
        place += 1
        within = 0
      }
    }
    return taken
  }
}

/** Two lines word by word; null when they have too little in common. */
function changed(before: Line, after: Line): Compared | null {
  const words = diffWordsWithSpace(lineText(before), lineText(after), { timeout: LONGEST_MS })
  if (!words) return null
  const same = words.reduce((sum, { added, removed, value }) => {
    return added || removed ? sum : sum + value.trim().length
  }, 0)
  if (same < LIKE * Math.max(lineText(before).length, lineText(after).length)) return null
  const [old, fresh] = [taker(before.runs), taker(after.runs)]
  const runs = words.flatMap(({ added, removed, value }) => {
    if (removed) return old(value.length, 'removed')
    if (added) return fresh(value.length, 'added')
    old(value.length, 'same')
    return fresh(value.length, 'same')
  })
  return { ...after, change: 'changed', runs }
}

/** Of lines that went, so many are held against one that came. */
const NEAR = 5

/** Lines that went and lines that came in their place. */
function inPlace(gone: readonly Line[], come: readonly Line[]): Compared[] {
  const rest = [...gone]
  const compared = come.flatMap((line) => {
    for (const [place, before] of rest.slice(0, NEAR).entries()) {
      const both = changed(before, line)
      if (!both) continue
      const passed = rest.splice(0, place + 1).slice(0, -1)
      return [...passed.map((one) => whole(one, 'removed')), both]
    }
    return [whole(line, 'added')]
  })
  return [...rest.map((line) => whole(line, 'removed')), ...compared]
}

/** The later text with what was put in and taken out since the earlier. */
export function compare(before: readonly Line[], after: readonly Line[]): Compared[] {
  const name = (line: Line) => `${line.kind} ${line.depth} ${lineText(line)}`
  const parts = diffArrays(before.map(name), after.map(name), { timeout: LONGEST_MS })
  if (!parts) return inPlace(before, after)
  const compared: Compared[] = []
  let [from, to] = [0, 0]
  let gone: Line[] = []
  const close = () => {
    compared.push(...gone.map((line) => whole(line, 'removed')))
    gone = []
  }
  for (const { added, removed, count } of parts) {
    if (removed) {
      gone.push(...before.slice(from, from + count))
      from += count
    } else if (added) {
      compared.push(...inPlace(gone, after.slice(to, to + count)))
      gone = []
      to += count
    } else {
      close()
      compared.push(...after.slice(to, to + count).map((line) => whole(line, 'same')))
      from += count
      to += count
    }
  }
  close()
  return compared
}

/** How many characters were put in and taken out. */
export function measure(compared: readonly Compared[]): { added: number; removed: number } {
  const sum = (change: Change) =>
    compared
      .flatMap(({ runs }) => runs)
      .reduce((total, run) => (run.change === change ? total + [...run.text].length : total), 0)
  return { added: sum('added'), removed: sum('removed') }
}
