/** `moothall whatif --circle`: the stored decisions of a circle, counted again under other rules. */
import { isIdOf } from '#kernel/ids.ts'
import type { Hall } from '#kernel/hall.ts'
import { StartError } from '#kernel/start-error.ts'
import type { Words } from '#kernel/words.ts'
import { circleOf } from '#slices/circles/index.ts'
import type { Instead } from '../rules/replay/other-rules.ts'
import { pastDecisions, replayStored } from '../store/past.ts'
import type { DecisionId } from '../store/tables.ts'
import { sayRefusal } from './refusals.ts'
import { saySentence } from './tally.ts'

const isCircle = isIdOf('cir')

/** What is said of one decision, and the same as data. */
export type TellOne = { title: string; flips: boolean | null; why: string[]; json: object }

const AT_ONCE = 100

async function* past(hall: Hall, text: string) {
  const circle = text
  if (!isCircle(circle) || !(await circleOf(hall.db, circle)))
    throw new StartError(
      `There is no circle ${text} here. Its id stands in the address of its page.`,
    )
  let after: DecisionId | null = null
  for (;;) {
    const which = { circle, after, most: AT_ONCE }
    const found = await pastDecisions(hall.db, which)
    yield found
    after = found.at(-1)?.id ?? null
    if (found.length < AT_ONCE) return
  }
}

/** Tells the decisions of a circle, the newest first, one after the other. */
export async function* tellStored(
  hall: Hall,
  { circle, instead, words }: { circle: string; instead: Instead; words: Words },
): AsyncGenerator<TellOne> {
  for await (const page of past(hall, circle)) {
    const ids = page.map(({ id }) => id)
    const retold = new Map((await replayStored(hall.db, ids, instead)).map((one) => [one.id, one]))
    for (const { id: decision, title, closed } of page) {
      const one = retold.get(decision)
      if (!one) continue
      const { told, options } = one
      const head = { decision, title, closed, before: told.before }
      if ('untold' in told) {
        const untold = sayRefusal(
          told.untold,
          options.map((name) => ({ name })),
          words,
        )
        yield { title, flips: null, why: [untold], json: { ...head, untold } }
        continue
      }
      const { flips, after, kind } = told
      const why = told.why.map((sentence) => saySentence(sentence, words))
      yield { title, flips, why, json: { ...head, after, flips, kind, why } }
    }
  }
}
