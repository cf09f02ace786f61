/**
 * What was cast, read by another method.
 * 1. Rankings as approvals: everybody who is named is approved of, in whatever rank. Nothing else on a
 *    ranking says where approval ends.
 * 2. Marks as rankings: the higher mark comes first, equal marks share a rank; those given the least, and
 *    those left out, are not ranked.
 * 3. Marks as approvals: only from a scale of two. Where approval would begin on a longer one nobody
 *    said, and nobody is asked to guess.
 * 4. Rankings are never read as marks.
 */
import { refuse, type Refusal } from '#kernel/change.ts'
import {
  APPROVING_METHODS,
  type Cast,
  isMarked,
  RANKED_METHODS,
  SCORING_METHODS,
  SHARING_METHODS,
} from './methods.ts'
import { type Election, papersFrom, type Ranking, rankingsOf } from './papers.ts'
import { APPROVAL, gatherSheets, isValid, type Marked, type Sheet } from './sheets.ts'

/** Law 1. */
export function approvalsOf(election: Election): Marked {
  const { title, seats, candidates, papers, tie, groups } = election
  const sheets: Sheet[] = Array.from(rankingsOf(papers), ({ ranks, count }) => ({
    count,
    marks: new Map(ranks.flat().map((one) => [one, 1])),
  }))
  const blank: Sheet[] = papers.empty > 0 ? [{ count: papers.empty, marks: new Map() }] : []
  return {
    title,
    seats,
    candidates,
    scale: APPROVAL,
    together: null,
    sheets: gatherSheets([...sheets, ...blank]),
    tie,
    ...(groups ? { groups } : {}),
  }
}

/** Law 2; sheets that are not valid say nothing. */
export function rankingsFrom(marked: Marked): Election {
  const { title, seats, candidates, tie, groups, scale } = marked
  const valid = marked.sheets.filter((sheet) => isValid(sheet, marked, candidates.length))
  const rankings = valid.map(({ marks, count }): Ranking => {
    const given = [...new Set(marks.values())].filter((mark) => mark > scale.least)
    const ranks = given
      .toSorted((a, b) => b - a)
      .map((mark) => [...marks].flatMap(([one, each]) => (each === mark ? [one] : [])))
    return { ranks, count }
  })
  const papers = papersFrom(rankings)
  return { title, seats, candidates, papers, tie, ...(groups ? { groups } : {}) }
}

/** What was cast as a method reads it. Refuses what the ballots don't say (laws 3 and 4). */
export function castFor(method: string, cast: Cast): Cast | Refusal {
  if (RANKED_METHODS[method] ?? SHARING_METHODS[method])
    return isMarked(cast) ? rankingsFrom(cast) : cast
  if (APPROVING_METHODS[method]) {
    if (!isMarked(cast)) return approvalsOf(cast)
    const two = cast.scale.least === 0 && cast.scale.most === 1
    return two ? cast : refuse('approval-unsaid', { method })
  }
  if (!SCORING_METHODS[method]) return refuse('method-unknown', { method })
  return isMarked(cast) ? cast : refuse('marks-needed', { method })
}
