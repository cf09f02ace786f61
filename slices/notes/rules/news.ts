/**
 * What changed in a note, for those who read it while others write: plain data, so that a reader's
 * browser needs nothing of the engine behind it.
 *
 * 1. News say what changed since the news before: pieces that are gone, pieces that changed, and
 *    pieces that are new, with the one that each follows. They are numbered without a gap; who missed
 *    one reads the note anew.
 * 2. News applied to a note that was read a little later than they were made do no harm: the next
 *    ones set right what they brought back.
 */

/** The list that an entry stands in; entries with the same key stand in one. */
export type InList = { key: string; kind: 'bullet' | 'ordered' | 'tasks'; start: number }
export type Piece = { key: string; html: string; list?: InList | undefined }
/** A piece that is new with the key of the one before it (null: it is the first), or as it is now. */
export type Placed = Piece & { after?: string | null | undefined }
export type News = {
  number: number
  /** What the note was before, as `stampOf` says it. */
  since: string
  gone: string[]
  put: Placed[]
}

function sameList(a: InList | undefined, b: InList | undefined): boolean {
  return a?.key === b?.key && a?.kind === b?.kind && a?.start === b?.start
}

/** What must be said to bring `before` to `now`; null when nothing changed. */
export function changesBetween(
  before: readonly Piece[],
  now: readonly Piece[],
): Pick<News, 'gone' | 'put'> | null {
  const old = new Map(before.map((piece, at) => [piece.key, { piece, at }]))
  const standing = new Set(now.map(({ key }) => key))
  const gone = before.flatMap(({ key }) => (standing.has(key) ? [] : [key]))
  let last = -1
  const put = now.flatMap((piece, at): Placed[] => {
    const known = old.get(piece.key)
    const inOrder = known !== undefined && known.at > last
    if (inOrder) last = known.at
    if (!inOrder) return [{ ...piece, after: now[at - 1]?.key ?? null }]
    const same = known.piece.html === piece.html && sameList(known.piece.list, piece.list)
    return same ? [] : [piece]
  })
  return gone.length + put.length > 0 ? { gone, put } : null
}

function pieceOf({ key, html, list }: Placed): Piece {
  return list ? { key, html, list } : { key, html }
}

/** The pieces after the news; what a new one follows may be gone, then it goes to the end. */
export function applyNews(
  pieces: readonly Piece[],
  { gone, put }: Pick<News, 'gone' | 'put'>,
): Piece[] {
  const leaving = new Set(gone)
  const fresh = new Map(put.map((placed) => [placed.key, placed]))
  const result = pieces.flatMap((piece) => {
    const changed = fresh.get(piece.key)
    if (leaving.has(piece.key) || changed?.after !== undefined) return []
    return [changed ? pieceOf(changed) : piece]
  })
  for (const placed of put) {
    const { after } = placed
    if (after === undefined) continue
    const at = after === null ? -1 : result.findIndex(({ key }) => key === after)
    if (after !== null && at < 0) result.push(pieceOf(placed))
    else result.splice(at + 1, 0, pieceOf(placed))
  }
  return result
}
