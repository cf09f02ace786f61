/**
 * Where a name ends and the words begin, in the grammar of 2.2: `NAME : TEXT`.
 * Names may hold ` : ` themselves, and so may words. The rule:
 * 1. The name ends at the first ` : `, as a rule.
 * 2. It ends at a later one only if at least two lines begin with the longer name, and no line of the
 *    file begins with the shorter one without going on as the longer one does.
 * So "Ann : note : it rains" is Ann's as long as she says anything else once.
 */
const MARK = ' : '

export type Named = { name: string; text: string }

/** The first place where a name may end; an empty text may have lost its last blank. */
function firstSplit(rest: string, from: number): number {
  return rest.indexOf(MARK, from)
}

function splitAt(rest: string, place: number): Named {
  return { name: rest.slice(0, place), text: rest.slice(place + MARK.length) }
}

type Branch = { lines: number; next: Map<string, Branch>; ends: boolean }

function branch(): Branch {
  return { lines: 0, next: new Map(), ends: false }
}

const DEEPEST = 4

/** Counts how lines go on after each possible name: a small tree of their first parts. */
function grow(root: Branch, rest: string): void {
  let at = root
  let from = 0
  for (let depth = 0; depth < DEEPEST; depth++) {
    const place = firstSplit(rest, from)
    if (place < 0) break
    const part = rest.slice(from, place)
    const next = at.next.get(part) ?? branch()
    at.next.set(part, next)
    next.lines += 1
    at = next
    from = place + MARK.length
  }
  at.ends = true
}

/** How a name goes on in every line that begins with it, when all go on in one way. */
function onlyWay({ lines, next, ends }: Branch): Branch | null {
  const [way] = next.values()
  return !ends && next.size === 1 && way && way.lines === lines && lines >= 2 ? way : null
}

/** Reads `NAME : TEXT` as the whole file suggests; null when there is no name in it. */
export function nameReader(all: Iterable<string>): (rest: string) => Named | null {
  const root = branch()
  for (const rest of all) grow(root, rest)
  return (rest) => {
    const first = firstSplit(rest, 0)
    if (first < 1)
      return first < 0 && rest.endsWith(' :') ? { name: rest.slice(0, -2), text: '' } : null
    let place = first
    let at = root.next.get(rest.slice(0, first))
    for (let way = at && onlyWay(at); way; way = onlyWay(way)) {
      const next = firstSplit(rest, place + MARK.length)
      if (next < 0) break
      place = next
      at = way
    }
    return splitAt(rest, place)
  }
}
