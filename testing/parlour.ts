/** A slice as small as one can be: a topic in which known and unknown callers say things. */
import { z } from 'zod'
import { operation } from '#kernel/operation.ts'
import { Refused } from '#kernel/problem.ts'
import { note, redact } from '#kernel/record.ts'
import { serve } from '#kernel/serve.ts'
import type { Slice } from '#kernel/slice.ts'
import { line } from '#kernel/text.ts'

const topicOf = (name: string) => `parlour:${name}`

export const sayIt = operation({
  method: 'POST',
  path: '/parlour/{name}',
  summary: 'Say something in the parlour',
  who: 'anyone',
  params: z.object({ name: z.string().max(20) }),
  body: z.object({ text: line(200), outcome: z.enum(['stay', 'refuse', 'break']).default('stay') }),
  output: z.object({ seq: z.int() }),
  refusals: ['parlour-closed'],
  limit: { count: 100_000, seconds: 60 },
})

export const unsayIt = operation({
  method: 'DELETE',
  path: '/parlour/{name}/{seq}',
  summary: 'Take something back',
  who: 'anyone',
  params: z.object({ name: z.string().max(20), seq: z.coerce.number().int() }),
  limit: { count: 20, seconds: 60 },
})

export const parlour: Slice = {
  name: 'parlour',
  refusals: {
    'parlour-closed': {
      status: 409,
      say: { id: 'test.parlour-closed', message: 'The parlour is closed. Come back tomorrow.' },
    },
  },
  topics: {
    parlour: {
      mayRead: async (_db, _caller, id) => id !== 'private',
      pass: async (_hall, _caller, _id, payload) => payload,
    },
  },
  servings: [
    serve(sayIt, ({ params, body, now, transact }) =>
      transact(async (tx) => {
        const facts = [{ kind: 'parlour.said', data: { text: body.text } }]
        const [entry] = await note(tx, topicOf(params.name), facts, { now, actor: null })
        if (body.outcome === 'refuse') throw new Refused('parlour-closed')
        if (body.outcome === 'break') throw new Error('secret inside')
        return { seq: entry?.seq ?? 0 }
      }),
    ),
    serve(unsayIt, ({ params, now, transact }) =>
      transact(async (tx) => {
        const what = { topic: topicOf(params.name), seq: params.seq, stands: { text: null } }
        await redact(tx, what, { now, actor: null })
        return {}
      }),
    ),
  ],
}
