/**
 * What was said in an export: comments with their times, each once, in the thread of their discussion. Who
 * answers a comment that was thrown away there answers what that one answered.
 */
import { newId } from '#kernel/ids.ts'
import {
  bringComments as keepComments,
  COMMENT_LENGTH,
  type CommentBrought,
  readByAll,
  type Thread,
} from '#slices/threads/index.ts'
import { plainLine, plainText } from '../../rules/import/plain.ts'
import { TABLES } from '../../rules/import/loomio-lines.ts'
import { isComment } from '../tables.ts'
import { type Bringing, keepAllKnown, personFor } from './known.ts'
import { layInLine, lieHere, type Lying, nextInLine, rootsOf } from './line.ts'
import { instant } from './papers.ts'
import { type Root, threadUnder } from './talks.ts'

const AT_ONCE = 500
const TITLE = 60

type Fresh = { key: string; brought: CommentBrought }

function leave({ report }: Bringing, { id, record }: Pick<Lying, 'id' | 'record'>, why: string) {
  const { body, body_format: format } = TABLES.comments.schema.parse(record)
  const title = plainLine(plainText(body, format, TITLE), TITLE)
  report.left.push({ what: 'comment', key: id, title: why === 'thrown-away' ? '' : title, why })
}

/** Those of a page that are not here yet and have something to say. */
async function freshOf(bringing: Bringing, page: readonly Lying[]): Promise<Fresh[]> {
  const { report, now } = bringing
  const here = new Map<string, string>()
  const fresh: Fresh[] = []
  for (const one of page) {
    if (one.here !== null) continue
    const row = TABLES.comments.schema.parse(one.record)
    const text = one.gone ? '' : plainText(row.body, row.body_format, COMMENT_LENGTH)
    if (text === '') {
      report.comments.left += 1
      leave(bringing, one, one.gone ? 'thrown-away' : 'no-words')
      continue
    }
    const answered = one.answered ?? here.get(one.answers ?? '') ?? ''
    const at = instant(row.created_at) ?? now
    const id = newId('com', Date.parse(at))
    here.set(one.id, id)
    const who = await personFor(bringing, row.user_id ?? '0')
    const answers = isComment(answered) ? answered : null
    fresh.push({
      key: one.id,
      brought: { id, who, text, answers, at, changed: instant(row.edited_at) },
    })
  }
  return fresh
}

async function bringUnder(bringing: Bringing, root: Root, thread: Thread): Promise<void> {
  const { tx, now, report } = bringing
  for (let after = '0'; ;) {
    const page = await nextInLine(tx, root, after, AT_ONCE)
    const last = page.at(-1)
    if (!last) return
    after = last.place
    const fresh = await freshOf(bringing, page)
    const known = fresh.map(({ key, brought }) => ({ key, id: brought.id }))
    await keepComments(
      tx,
      thread,
      fresh.map(({ brought }) => brought),
      now,
    )
    await keepAllKnown(bringing, 'comment', known)
    await lieHere(tx, known)
    report.comments.taken += fresh.length
  }
}

/** Brings all comments, thread by thread. */
export async function bringComments(bringing: Bringing): Promise<void> {
  const { tx, report } = bringing
  for (const ring of await layInLine(bringing))
    report.left.push({ what: 'comment', key: ring, title: '', why: 'answers-itself' })
  for (const { fresh, already, ...root } of await rootsOf(tx)) {
    report.comments.already += already
    if (fresh === 0) continue
    const thread = await threadUnder(bringing, root)
    if (!thread) {
      report.comments.left += fresh
      const title = `${root.kind} ${root.id}`
      report.left.push({ what: 'comment', key: `${fresh}`, title, why: 'no-thread' })
      continue
    }
    await bringUnder(bringing, root, thread)
    if (already === 0) await readByAll(tx, thread)
  }
}
