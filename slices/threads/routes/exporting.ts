/** A thread as a file. */
import { serve } from '#kernel/serve.ts'
import { type Words, wordsIn } from '#kernel/words.ts'
import * as api from '../api/reading.ts'
import { type Phrases, threadMarkdown } from '../rules/exporting.ts'
import { exportedThread } from '../store/exporting.ts'
import { threadAt } from './reading.ts'

const say = {
  from: /*i18n*/ { id: 'threads.file.from', message: 'Goes on from' },
  standing: /*i18n*/ { id: 'threads.file.standing', message: 'Where we are now' },
  answers: /*i18n*/ { id: 'threads.file.answers', message: 'Answers' },
  changed: /*i18n*/ { id: 'threads.file.changed', message: 'changed' },
  taken: /*i18n*/ { id: 'threads.file.taken', message: 'Taken back.' },
  hidden: /*i18n*/ { id: 'threads.file.hidden', message: 'Hidden' },
  former: /*i18n*/ { id: 'threads.file.former', message: 'a former member' },
  decision: /*i18n*/ { id: 'threads.file.decision', message: 'Decision' },
  summary: /*i18n*/ { id: 'threads.file.summary', message: 'Summary' },
} as const

function phrases({ say: put }: Words): Phrases {
  return {
    from: put(say.from),
    standing: put(say.standing),
    answers: put(say.answers),
    changed: put(say.changed),
    taken: put(say.taken),
    hidden: put(say.hidden),
    former: put(say.former),
    marks: { decision: put(say.decision), summary: put(say.summary) },
  }
}

export const exportServing = serve(api.exportThread, async (call) => {
  const { db, params, caller, now, hall } = call
  const thread = await threadAt(db, params.thread)
  const whole = await exportedThread(db, thread, { origin: hall.config.origin, now })
  const isJson = params.format === 'json'
  const text = isJson
    ? `${JSON.stringify(whole, null, 2)}\n`
    : threadMarkdown(whole, phrases(wordsIn(caller.locale)))
  return new Response(text, {
    headers: {
      'content-type': isJson ? 'application/json' : 'text/markdown; charset=utf-8',
      'content-disposition': `attachment; filename="${thread.id}.${params.format}"`,
      'cache-control': 'no-store',
    },
  })
})
