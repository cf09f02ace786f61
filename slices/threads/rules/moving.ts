/**
 * Splitting a thread and merging two.
 *
 * 1. Splitting takes chosen comments, with those that answer them, to a new thread; merging takes all
 *    comments of a thread to the end of another of the same circle.
 * 2. Each comment stands in one thread, once: it keeps its name, words, history, marks, reactions and
 *    files. What goes together keeps its order, and stands behind what was there before.
 * 3. Something must go and something must stay; who would take all renames the thread instead.
 * 4. Who answered a comment that went elsewhere goes on answering it: it is quoted with its new address.
 * 5. A thread that was merged into another takes nothing any more and leads to it.
 */
import { type Refusal, refuse } from '#kernel/change.ts'

type Spoken = { id: string; number: number; answers: string | null }

const inOrder = (a: Spoken, b: Spoken) => a.number - b.number

/** Those chosen and, where wished, all that answer them, and answer those. */
function withAnswers(comments: readonly Spoken[], chosen: ReadonlySet<string>): Set<string> {
  const going = new Set(chosen)
  // An answer has a higher number than what it answers, unless that came here later.
  for (let grew = true; grew;) {
    const before = going.size
    for (const { id, answers } of comments) if (answers && going.has(answers)) going.add(id)
    grew = going.size > before
  }
  return going
}

export type Chosen = { ids: readonly string[]; answers: boolean }

/** Laws 1 to 3: what goes and what stays, each in its order. Refuses `nothing-goes`, `nothing-stays`. */
export function splitOff<C extends Spoken>(
  comments: readonly C[],
  { ids, answers }: Chosen,
): { goes: C[]; stays: C[] } | Refusal {
  const here = new Set(comments.map(({ id }) => id))
  const chosen = new Set(ids.filter((id) => here.has(id)))
  if (chosen.size === 0) return refuse('nothing-goes')
  const going = answers ? withAnswers(comments, chosen) : chosen
  const all = comments.toSorted(inOrder)
  const stays = all.filter(({ id }) => !going.has(id))
  return stays.length === 0
    ? refuse('nothing-stays')
    : { goes: all.filter(({ id }) => going.has(id)), stays }
}

type Place = { id: string; circle: string; merged_into: string | null }

/** Laws 1 and 5: refuses `merged-into-itself`, `other-circle`, `thread-merged`. */
export function mayMerge(from: Place, into: Place): Refusal | null {
  if (from.id === into.id) return refuse('merged-into-itself')
  if (from.circle !== into.circle) return refuse('other-circle')
  return from.merged_into === null && into.merged_into === null ? null : refuse('thread-merged')
}
